"""Introduces those inside to newcomers, a page a beat, the same page for all who still need it.

In a full town the whole roster is more than a reader takes at once (LM6), and thousands who come
together would each need it encoded; this way a page is encoded once a beat (RO2).
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from world_server.live.apart import without
from world_server.live.connection import Connection
from world_server.protocol.frames import TextWrite
from world_server.protocol.limits import ROSTER_PAGE, STALE_BYTES
from world_server.protocol.messages import AvatarCard, Avatars, encode_state
from world_server.sim.world import Body, World

ShowThese = Callable[[list[Connection], list[int]], None]
"""Shows those readers the poses of the avatars in those slots."""

SPOT_METRES = 4.0
"""Newcomers this close to each other have the same neighbours, near enough."""


class Introductions:
    """Pages are runs of ROSTER_PAGE slots of the world; empty ones are passed over."""

    def __init__(
        self,
        world: World,
        cards: Sequence[AvatarCard | None],
        *,
        unseen: Callable[[Connection], frozenset[int]] = lambda _: frozenset(),
    ) -> None:
        """`cards` holds, by slot, who is to be seen; it is the instance's and changes under us.

        BL2: `unseen` are the avatars of which a connection must not be told.
        """
        self._world = world
        self._unseen = unseen
        self._cards = cards
        self._pages = -(-len(cards) // ROSTER_PAGE)
        self._needed: dict[Connection, set[int]] = {}
        self._next = 0
        self._around: dict[tuple[int, int], list[int]] = {}

    def first(self, body: Body) -> list[int]:
        """The slots a newcomer is told first: their own, guide and staff, who is nearest.

        Who arrives together arrives at one place, so a storm asks for the nearest once a beat.
        """
        here = self._world.here()
        if len(here) <= ROSTER_PAGE:
            everybody: list[int] = here.tolist()
            return everybody
        pose = self._world.pose(body)
        spot = int(pose.x // SPOT_METRES), int(pose.z // SPOT_METRES)
        if spot not in self._around:
            heroes = here[self._world.heroes(here)][: ROSTER_PAGE // 2]
            nearest = np.argsort(self._world.away_from(body, here), kind="stable")[:ROSTER_PAGE]
            self._around[spot] = [*heroes.tolist(), *here[nearest].tolist()]
        return list(dict.fromkeys([body.slot, *self._around[spot]]))[:ROSTER_PAGE]

    def begin(self, connection: Connection) -> None:
        """Somebody came, and knows nobody but those in their welcome."""
        if len(self._world.here()) > ROSTER_PAGE:
            self._needed[connection] = set(range(self._pages))

    def beat(self, show: ShowThese) -> None:
        """Give the next page to whoever needs it and has read what came before."""
        self._around.clear()
        for connection in [one for one in self._needed if one.is_over]:
            del self._needed[connection]
        while self._needed:
            page = self._choose()
            shown = self._shown(page)
            if shown:
                self._give(page, shown, show)
                return
            self._done(page, tuple(self._needed))

    def _give(self, page: int, shown: dict[int, AvatarCard], show: ShowThese) -> None:
        readers = [
            connection
            for connection, needed in self._needed.items()
            if page in needed and connection.unsent < STALE_BYTES
        ]
        if readers:
            write = _page(shown)
            for connection in readers:
                unseen = self._unseen(connection)
                own = shown if not unseen else without(shown, unseen)
                if own:
                    connection.tell(write if own is shown else _page(own))
            show(readers, list(shown))
            self._done(page, readers)

    def _done(self, page: int, readers: Iterable[Connection]) -> None:
        for connection in readers:
            self._needed[connection].discard(page)
            if not self._needed[connection]:
                del self._needed[connection]

    def _choose(self) -> int:
        wanted: set[int] = set().union(*self._needed.values())
        page = min(wanted, key=lambda one: (one - self._next) % self._pages)
        self._next = page + 1
        return page

    def _shown(self, page: int) -> dict[int, AvatarCard]:
        first = page * ROSTER_PAGE
        run = self._cards[first : first + ROSTER_PAGE]
        return {first + at: card for at, card in enumerate(run) if card is not None}


def _page(shown: dict[int, AvatarCard]) -> TextWrite:
    return TextWrite(encode_state(Avatars(came=tuple(shown.values()), left=())))
