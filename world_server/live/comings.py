"""Who came and who left since everybody was last told (RO1)."""

from world_server.protocol.messages import AvatarCard, Avatars


class Comings:
    """Gathers comings and goings between two beats."""

    def __init__(self) -> None:
        self._came: dict[int, AvatarCard] = {}
        self._left: set[int] = set()

    def came(self, card: AvatarCard) -> None:
        """An avatar is to be seen from now on."""
        self._came[card.id] = card
        self._left.discard(card.id)

    def left(self, avatar: int) -> None:
        """An avatar is not to be seen any more; told even if nobody was told that it came."""
        self._came.pop(avatar, None)
        self._left.add(avatar)

    def take(self) -> Avatars | None:
        """What there is to tell, once; None when nothing changed."""
        if not self._came and not self._left:
            return None
        told = Avatars(came=tuple(self._came.values()), left=tuple(sorted(self._left)))
        self._came.clear()
        self._left.clear()
        return told
