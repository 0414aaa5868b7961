"""The roster of one instance: the card of everybody who is to be seen, and who came and left."""

from world_server.live.comings import Comings
from world_server.live.stay import Stay
from world_server.protocol.messages import AvatarCard
from world_server.sim.world import World


class Faces:
    """Shows and hides the avatars of visitors; `cards` holds, by slot, who is to be seen."""

    def __init__(self, world: World, comings: Comings) -> None:
        self.cards: list[AvatarCard | None] = [None] * world.size
        self._world = world
        self._comings = comings

    def reveal(self, stay: Stay, *, beat: int) -> None:
        """The visitor is to be seen from that beat on."""
        if not stay.is_shown:
            stay.is_shown = True
            self._world.show(stay.body, beat=beat)
            self.renew(stay)

    def renew(self, stay: Stay) -> None:
        """The visitor's card may say something else by now."""
        if stay.is_shown:
            self.cards[stay.body.slot] = stay.card
            self._comings.came(stay.card, stay)

    def conceal(self, stay: Stay) -> None:
        """The visitor is not to be seen any more."""
        if stay.is_shown:
            stay.is_shown = False
            self._world.hide(stay.body)
            self.cards[stay.body.slot] = None
            self._comings.left(stay.body.id, stay)
