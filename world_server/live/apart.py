"""Who in one instance must not notice whom: a block of either of the two parts them (BL1 to BL4).

Nearly nobody has one, and who has none costs nothing here: their writes stay the shared ones, and
only those who are apart from somebody present are told and shown things of their own.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from world_server.live.log import Entry
from world_server.live.poses_out import PosesOut
from world_server.live.stay import Stay
from world_server.protocol.messages import AvatarCard, Avatars


class Apart:
    """The pairs of one instance that are apart, and what follows for each of the two.

    Guide and staff are apart from nobody while they hold an event: they must be heard, and nobody
    may make themselves invisible to those who moderate (BL3).
    """

    def __init__(
        self,
        stays: Mapping[str, Stay],
        poses: PosesOut,
        *,
        awaited: Callable[[], Collection[str]],
    ) -> None:
        """`awaited` names those whose stays another world kept, and who may still come back."""
        self._stays = stays
        self._poses = poses
        self._awaited = awaited
        self._blocked_by: defaultdict[str, set[str]] = defaultdict(set)
        self._from: dict[Stay, dict[str, Stay]] = {}

    # ── coming, going and changing one's mind ───────────────────────────────

    def enter(self, stay: Stay) -> None:
        """Somebody came in, through another tab, or under another role.

        They themselves are told by their `welcome`, before which nothing may come (NU3).
        """
        for other in stay.blocks:
            self._blocked_by[other].add(stay.guest.visitor_id)
        self._look(stay, tells=False)

    def leave(self, stay: Stay) -> None:
        """Somebody's stay ended; who was apart from them must not hear that they left."""
        for other in stay.blocks:
            self._unnote(stay, other)
        for other_stay in self._from.pop(stay, {}).values():
            self._unpair(other_stay, stay)
            self._sieve(other_stay)

    def block(self, stay: Stay, other: str) -> None:
        """BL1: from now on neither of the two notices the other."""
        stay.blocks |= {other}
        self._blocked_by[other].add(stay.guest.visitor_id)
        self._look(stay)

    def unblock(self, stay: Stay, other: str) -> None:
        """BL5: they may meet again, unless the other blocks as well."""
        if other in stay.blocks:
            stay.blocks -= {other}
            self._unnote(stay, other)
            self._look(stay)

    # ── who notices whom ────────────────────────────────────────────────────

    def find(self, stay: Stay, avatar: int) -> Stay | None:
        """BL2: whom the visitor means by an avatar: nobody they do not see, so not the blocked."""
        unseen = self._from.get(stay, {})
        for visitor_id, other in self._stays.items():
            if other.body.id == avatar and other.is_shown and visitor_id not in unseen:
                return other
        return None

    def seen(self, stay: Stay, slots: list[int]) -> list[int]:
        """Those of the slots whose avatars the visitor may see."""
        unseen = {other.body.slot for other in self._from.get(stay, {}).values()}
        return [slot for slot in slots if slot not in unseen] if unseen else slots

    def shown(self, stay: Stay) -> int:
        """How many there are to be seen whom this visitor does not see."""
        return sum(other.is_shown for other in self._from.get(stay, {}).values())

    def unaware(self, whose: Mapping[int, Stay]) -> dict[Stay, set[int]]:
        """RO1: for those who must not notice all of these avatars: which not.

        Some of these may have left: what they blocked still counts.
        """
        found: defaultdict[Stay, set[int]] = defaultdict(set)
        for avatar, stay in whose.items():
            own = stay.guest.visitor_id
            if stay.blocks or own in self._blocked_by:
                for visitor_id in stay.blocks | self._blocked_by.get(own, set()):
                    reader = self._stays.get(visitor_id)
                    if reader is not None and not (reader.guest.is_hero or stay.guest.is_hero):
                        found[reader].add(avatar)
        return found

    def unheard(self, stay: Stay) -> tuple[str, ...]:
        """Who must not hear what this visitor says now, whether here or on their way back."""
        apart = set(self._from.get(stay, ()))
        if stay.blocks and not stay.guest.is_hero:
            apart |= stay.blocks & set(self._awaited())
        return tuple(sorted(apart))

    def deaf(self, entries: Iterable[Entry]) -> set[Stay]:
        """Those present who may not be told all of this: nearly always nobody."""
        found: set[str] = set()
        for entry in entries:
            if entry.by:
                speaker = self._stays.get(entry.by)
                found.update(entry.unheard, self._blocked_by.get(entry.by, ()))
                found.update(() if speaker is None else self._from.get(speaker, ()))
        return {self._stays[visitor_id] for visitor_id in found if visitor_id in self._stays}

    def hears(self, reader: Stay, entry: Entry) -> bool:
        """Whether the reader may be told what was said."""
        if reader.guest.is_hero or not entry.by:
            return True
        if entry.by in reader.blocks or reader.guest.visitor_id in entry.unheard:
            return False
        return entry.by not in self._from.get(reader, {})

    def hearing(self, reader: Stay, entries: Iterable[Entry]) -> list[str]:
        """The packets of what the reader may be told."""
        return [entry.packet for entry in entries if entry.packet and self.hears(reader, entry)]

    # ── pairs ───────────────────────────────────────────────────────────────

    def _look(self, stay: Stay, *, tells: bool = True) -> None:
        before, now = self._from.get(stay, {}), self._partners(stay)
        for visitor_id, other in now.items():
            if visitor_id not in before:
                self._part(stay, other, tells=tells)
        for visitor_id, other in tuple(before.items()):
            if visitor_id not in now:
                self._reunite(stay, other, tells=tells)
        self._sieve(stay)

    def _partners(self, stay: Stay) -> dict[str, Stay]:
        own = stay.guest.visitor_id
        if stay.guest.is_hero or not (stay.blocks or own in self._blocked_by):
            return {}
        wanted = stay.blocks | self._blocked_by.get(own, set())
        return {
            visitor_id: other
            for visitor_id in wanted
            if (other := self._stays.get(visitor_id)) is not None
            and other is not stay
            and not other.guest.is_hero
        }

    def _part(self, stay: Stay, other: Stay, *, tells: bool) -> None:
        for one, from_whom in ((stay, other), (other, stay)):
            self._from.setdefault(one, {})[from_whom.guest.visitor_id] = from_whom
        self._sieve(other)
        if stay.is_shown:
            other.tell(Avatars(came=(), left=(stay.body.id,)))
        if tells and other.is_shown:
            stay.tell(Avatars(came=(), left=(other.body.id,)))

    def _reunite(self, stay: Stay, other: Stay, *, tells: bool) -> None:
        self._unpair(stay, other)
        self._unpair(other, stay)
        self._sieve(stay)
        self._sieve(other)
        self._introduce(stay, to=other)
        if tells:
            self._introduce(other, to=stay)

    def _introduce(self, stay: Stay, *, to: Stay) -> None:
        if stay.is_shown and to.connection is not None:
            to.tell(Avatars(came=(stay.card,), left=()))
            self._poses.show_now(to.connection, [stay.body.slot])

    def _unpair(self, stay: Stay, other: Stay) -> None:
        theirs = self._from[stay]
        del theirs[other.guest.visitor_id]
        if not theirs:
            del self._from[stay]

    def _unnote(self, stay: Stay, other: str) -> None:
        self._blocked_by[other].discard(stay.guest.visitor_id)
        if not self._blocked_by[other]:
            del self._blocked_by[other]

    def _sieve(self, stay: Stay) -> None:
        """BL2: from the next beat on the visitor's frames are without those they do not see."""
        unseen = [other.body.id for other in self._from.get(stay, {}).values()]
        self._poses.seat(stay.body.slot, stay.connection, unseen=unseen, own=stay.body.id)


def without(shown: Mapping[int, AvatarCard], unseen: Collection[int]) -> dict[int, AvatarCard]:
    """RO2: a page of the roster as somebody is told who does not see all of it."""
    return {slot: card for slot, card in shown.items() if card.id not in unseen}
