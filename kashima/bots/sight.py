"""What one bot knows of the others: who they are, and where it saw them last. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from kashima.bots.streets import Spot

LEADS = ("guide", "staff")
"""Roles worth following, the first before the second."""


class Sight:
    """The roster and the poses of one visit; `welcome` begins both anew."""

    def __init__(self) -> None:
        self._roles: dict[int, str] = {}
        self._spots: dict[int, Spot] = {}
        self.own = 0

    def welcome(self, own: int, cards: Iterable[Mapping[str, Any]]) -> None:
        """Everything known before is void."""
        self.own = own
        self._roles = {int(card["id"]): str(card["role"]) for card in cards}
        self._spots = {}

    def came(self, cards: Iterable[Mapping[str, Any]]) -> None:
        """These are here as well."""
        self._roles |= {int(card["id"]): str(card["role"]) for card in cards}

    def left(self, avatars: Iterable[int]) -> None:
        """These are not here any more."""
        for avatar in avatars:
            self._roles.pop(avatar, None)
            self._spots.pop(avatar, None)

    def saw(self, avatar: int, spot: Spot) -> None:
        """That avatar stands there."""
        self._spots[avatar] = spot

    def where(self, avatar: int | None) -> Spot | None:
        """Where it was seen last; None for one that is gone, or was never seen."""
        return None if avatar is None or avatar not in self._roles else self._spots.get(avatar)

    def lead(self) -> int | None:
        """The guide, or else a member of staff, if one is in sight."""
        for role in LEADS:
            found = [avatar for avatar in self.others() if self._roles[avatar] == role]
            if found:
                return min(found)
        return None

    def others(self) -> list[int]:
        """Everybody else who was seen, in the order of their numbers."""
        seen = self._roles.keys() & self._spots.keys() - {self.own}
        return sorted(seen)

    def __len__(self) -> int:
        return len(self._roles)
