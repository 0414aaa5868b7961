"""Introduces those inside to newcomers, a page a beat, the same page for all who still need it.

In a full town the whole roster is more than a reader takes at once (LM6), and thousands who come
together would each need it encoded; this way a page is encoded once a beat (RO2).
"""

from collections.abc import Callable, Sequence

from world_server.live.connection import Connection
from world_server.protocol.frames import TextWrite
from world_server.protocol.limits import ROSTER_PAGE, STALE_BYTES
from world_server.protocol.messages import AvatarCard, Avatars, encode_state

ShowThese = Callable[[list[Connection], list[int]], None]
"""Shows those readers the poses of the avatars in those slots."""


class Introductions:
    """Pages are runs of ROSTER_PAGE slots of the world; empty ones are passed over.

    `cards` holds, by slot, who is to be seen; it is the instance's own list and changes under us.
    """

    def __init__(self, cards: Sequence[AvatarCard | None]) -> None:
        self._cards = cards
        self._pages = -(-len(cards) // ROSTER_PAGE)
        self._needed: dict[Connection, set[int]] = {}
        self._next = 0

    def begin(self, connection: Connection) -> None:
        """Somebody came, and knows nobody but those in their welcome."""
        self._needed[connection] = {page for page in range(self._pages) if self._shown(page)}

    def beat(self, show: ShowThese) -> None:
        """Give the next page to whoever needs it and has read what came before."""
        for connection in [one for one in self._needed if one.is_over]:
            del self._needed[connection]
        page = self._choose()
        if page is None:
            return
        readers = [
            connection
            for connection, needed in self._needed.items()
            if page in needed and connection.unsent < STALE_BYTES
        ]
        shown = self._shown(page)
        if readers and shown:
            write = TextWrite(encode_state(Avatars(came=tuple(shown.values()), left=())))
            for connection in readers:
                connection.tell(write)
            show(readers, list(shown))
        for connection in readers:
            self._needed[connection].discard(page)
            if not self._needed[connection]:
                del self._needed[connection]

    def _choose(self) -> int | None:
        wanted: set[int] = set().union(*self._needed.values())
        if not wanted:
            return None
        page = min(wanted, key=lambda one: (one - self._next) % self._pages)
        self._next = page + 1
        return page

    def _shown(self, page: int) -> dict[int, AvatarCard]:
        first = page * ROSTER_PAGE
        run = self._cards[first : first + ROSTER_PAGE]
        return {first + at: card for at, card in enumerate(run) if card is not None}
