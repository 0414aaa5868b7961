"""What the world an instance lived in before left behind, until its visitors are back (RS4)."""

from collections.abc import Iterator, Mapping

from world_server.presence.stays import KEPT_SECONDS, KeptStay


class Inheritance:
    """Stays of a world that died or stopped: each is settled once, and taken once in 30 s."""

    def __init__(self, left: Mapping[str, KeptStay], *, now: float) -> None:
        self._left = dict(left)
        self._until = now + KEPT_SECONDS

    def settle(self, visitor_id: str) -> KeptStay | None:
        """The visit of a visitor who is coming back, if it is still to be written down."""
        kept = self._left.get(visitor_id)
        if kept is None or kept.visit_id is None:
            return None
        self._left[visitor_id] = kept._replace(visit_id=None)
        return kept

    def knows(self, visitor_id: str, *, now: float) -> bool:
        """Whether the visitor is one of those who may come back."""
        return now < self._until and visitor_id in self._left

    def take(self, visitor_id: str, *, now: float) -> KeptStay | None:
        """Where the visitor stood, if they are back in time."""
        kept = self._left.pop(visitor_id, None)
        return kept if now < self._until else None

    def lapsed(self, now: float) -> Iterator[tuple[str, KeptStay]]:
        """Visitors who did not come back in time and their visits, once."""
        if now >= self._until:
            left, self._left = self._left, {}
            for visitor_id, kept in left.items():
                if kept.visit_id is not None:
                    yield visitor_id, kept

    def rest(self) -> Mapping[str, KeptStay]:
        """Who is not back yet and still may be."""
        return self._left
