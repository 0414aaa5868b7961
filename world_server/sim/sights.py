"""Who sees whom on one beat, all parts of a frame put together (PS1, PS3, PS7 to PS9). Pure."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from world_server.protocol.limits import FRESH_BEATS, POSE_BUDGET, TOWN_BEATS
from world_server.sim.interest import Ints, Mask, Slots, View, near_views
from world_server.sim.shares import shares_of
from world_server.sim.turns import CrowdTurns, Round, TownTurns
from world_server.sim.world import World


@dataclass(frozen=True, slots=True)
class Sight:
    """What the readers in `slots` see alike: records as bytes, the first `near` of them near."""

    slots: list[int]
    near: int
    records: bytes


class Sights:
    """Remembers whose turn it is."""

    def __init__(self, world: World, *, budget: int = POSE_BUDGET) -> None:
        """`budget` is in bytes of pose frames a second and reader; 0 is without tiers."""
        self._world = world
        self._shares = shares_of(budget)
        self._heroes = Round(0)
        self._crowds = CrowdTurns()
        self._town = TownTurns(world.size)
        self._slices: deque[Slots] = deque(maxlen=TOWN_BEATS)

    def on(self, beat: int, *, reading: Mask) -> Iterator[Sight]:
        """Each slot that reads is in one Sight at most; who has nothing to see is in none."""
        world, shares = self._world, self._shares
        here = world.here()
        records, changed = world.records(here), world.changed(here)
        fresh = changed > beat - FRESH_BEATS
        # Friends near by will belong to this list, of each reader's own, once the town knows them.
        heroes = np.flatnonzero(world.heroes(here) & fresh)
        heroes = heroes[self._heroes.take(here[heroes], fits=shares.heroes, beat=beat)]
        fresh[heroes] = False
        whole, limit = shares.near(len(heroes))
        views = near_views(
            records,
            slots=here,
            moved=fresh,
            reading=reading[here],
            limit=limit,
            whole=whole,
            crowds=self._crowds.cells,
        )
        seen = list(views)
        crowded = {view.crowd for view in seen if view.crowd is not None}
        crowds = self._crowds.take(
            records,
            slots=here,
            changed=changed,
            cells=crowded if shares.crowd else set(),
            fits=shares.crowd,
            beat=beat,
        )
        first, last = records[heroes].tobytes(), self._slice(here, changed, beat)
        alone: list[int] = []
        for view in seen:
            crowd = b"" if view.crowd is None else crowds.get(view.crowd, b"")
            around = b"".join((first, *view.runs, crowd))
            if len(around) == len(first) or (not crowd and self._is_own(view)):
                alone += view.slots
            else:
                near = len(heroes) + view.count
                yield from _in_turn(Sight(view.slots, near, around), last, beat)
        yield from _in_turn(Sight(alone, len(heroes), first), last, beat)

    def _is_own(self, view: View) -> bool:
        """Whether the reader sees but themselves: who walks alone is not told so all the time."""
        if view.count > 1 or len(view.slots) > 1:
            return False
        own = self._world.records(np.array(view.slots))["id"]
        return view.runs[0].startswith(own.tobytes())

    def _slice(self, here: Slots, changed: Ints, beat: int) -> bytes:
        """PS8: what the town's turns of the last beats chose."""
        fits = self._shares.news, self._shares.repairs
        self._slices.append(here[self._town.take(here, changed=changed, fits=fits, beat=beat)])
        slots = np.unique(np.concatenate(self._slices))
        return self._world.records(slots[self._world.are_here(slots)]).tobytes()


def _in_turn(sight: Sight, last: bytes, beat: int) -> Iterable[Sight]:
    """PS8: with the town's slice for a fifth of the readers, on each beat another one.

    A reader alone in the town is so written to twice a second and not ten times, which is nearly
    all of what they cost (150 µs of a core a second → 40), and no beat is longer than others.
    """
    if not last:
        return (sight,) if sight.records and sight.slots else ()
    turn = beat % TOWN_BEATS
    now = [slot for slot in sight.slots if slot % TOWN_BEATS == turn]
    sights = [Sight(now, sight.near, sight.records + last)] if now else []
    if sight.records and len(now) < len(sight.slots):
        later = [slot for slot in sight.slots if slot % TOWN_BEATS != turn]
        sights.append(Sight(later, sight.near, sight.records))
    return sights
