"""Stamps of one instance: won where the world has people stand, told when written down (ST1)."""

from collections.abc import Callable, Sequence

from world_server.live.attendance import Account
from world_server.live.stay import Stay
from world_server.protocol.messages import StampNews
from world_server.sim.reach import Reach
from world_server.sim.town import Place
from world_server.sim.world import World
from world_server.store.clock import Clock, visit_day


class StampBook:
    """Who has which stamp, and the few that are on their way into the database."""

    def __init__(
        self,
        places: Sequence[Place],
        world: World,
        *,
        stay_in: Callable[[int], Stay | None],
        clock: Clock,
    ) -> None:
        self._reach = Reach(places, world)
        self._stay_in = stay_in
        self._clock = clock
        self._waiting: list[tuple[Stay, Account, int]] = []

    def begin(self, stay: Stay) -> None:
        """A stay begins, of somebody who has some stamps already."""
        self._reach.begin(stay.body.slot, had=stay.guest.stamped)

    def watch(self, stay: Stay, *, is_here: bool) -> None:
        """Whose connection is lost reaches nothing until they are back."""
        self._reach.watch(stay.body.slot, is_here=is_here)

    def look(self, now: float) -> None:
        """Tell what was written, write down what was reached; meant for twice a second."""
        self._tell()
        for slot, place in self._reach.look(now):
            stay = self._stay_in(slot)
            if stay is not None and stay.account.ended_at is None:
                stay.account.reach(place, at=self._clock())
                self._waiting.append((stay, stay.account, len(stay.account.reached)))

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, []
        for stay, account, number in waiting:
            if account.reached_written >= number:
                won = account.reached[number - 1]
                stay.tell_stamp(StampNews(place=won.place, day=visit_day(won.at)))
            elif self._stay_in(stay.body.slot) is stay:
                self._waiting.append((stay, account, number))
