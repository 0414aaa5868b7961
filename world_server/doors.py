"""The door as joins and tickets see it: in a storm many are looked up in one go."""

from collections.abc import Sequence

from world_server.errors import TownError
from world_server.store import doors
from world_server.store.clock import Clock
from world_server.store.database import Database
from world_server.store.doors import Asking, Entering, Ticketed, Wish
from world_server.together import Together


class Doors:
    """Looks people up in the tables, all who ask at once together."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.asking: Together[Wish, Asking] = Together(self._asking)
        """Who asks for a ticket; raise NotSignedIn, NotFound or Unavailable."""
        self.entering: Together[Ticketed, Entering] = Together(self._entering)
        """Who comes with a ticket; raise NotFound or Unavailable."""

    async def _asking(self, wishes: Sequence[Wish]) -> Sequence[Asking | TownError]:
        async with self._database.reading() as session:
            return await doors.asking(session, wishes)

    async def _entering(self, ticketed: Sequence[Ticketed]) -> Sequence[Entering | TownError]:
        async with self._database.reading() as session:
            return await doors.entering(session, ticketed, now=self._clock())
