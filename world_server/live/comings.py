"""Who came and who left since everybody was last told (RO1)."""

from collections.abc import Mapping

from world_server.live.stay import Stay
from world_server.protocol.messages import AvatarCard, Avatars


class Comings:
    """Gathers comings and goings between two beats."""

    def __init__(self) -> None:
        self._came: dict[int, AvatarCard] = {}
        self._left: set[int] = set()
        self._whose: dict[int, Stay] = {}
        self.whose: Mapping[int, Stay] = {}
        """BL2: the visitors behind the avatars that were taken last, as far as they have a stay."""

    def came(self, card: AvatarCard, stay: Stay | None = None) -> None:
        """An avatar is to be seen from now on."""
        self._note(card.id, stay)
        self._came[card.id] = card
        self._left.discard(card.id)

    def left(self, avatar: int, stay: Stay | None = None) -> None:
        """An avatar is not to be seen any more; told even if nobody was told that it came."""
        self._note(avatar, stay)
        self._came.pop(avatar, None)
        self._left.add(avatar)

    def take(self) -> Avatars | None:
        """What there is to tell, once; None when nothing changed."""
        if not self._came and not self._left:
            return None
        told = Avatars(came=tuple(self._came.values()), left=tuple(sorted(self._left)))
        self._came.clear()
        self._left.clear()
        self.whose, self._whose = self._whose, {}
        return told

    def _note(self, avatar: int, stay: Stay | None) -> None:
        if stay is not None:
            self._whose[avatar] = stay
        else:
            self._whose.pop(avatar, None)
