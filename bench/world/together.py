"""Two world processes: whether two cores hold twice what one holds.

One pair is a world and the generator that walks in it, both on the same core. The most that one
pair holds is compared with what two pairs hold at the same time, each on a core of its own. Both
worlds belong to one town: one database, one Redis.
"""

import asyncio
from functools import partial

from bench.record import Figure
from bench.world.point import Bench
from bench.world.search import search
from bench.world.squares import PLAZA
from bench.world.verdict import Point

START, POINTS = 1800, 3
SHARES = (1.0, 0.92, 0.85)
"""What each of two pairs is asked to hold, of what one alone holds; twice as much within 15 %."""


async def two_worlds(bench: Bench) -> list[Figure]:
    """M with one pair, then two pairs at once."""
    alone = partial(bench.town_point, square=PLAZA, budget=0, cores=(0, 0))
    best, _ = await search(alone, start=bench.scaled(START), points=POINTS)
    if best is None:
        return [Figure("worlds.one", 0, "visitors", "one world and its generator on one core")]
    figures = [
        Figure("worlds.one", best.count, "visitors", "one world and its generator on one core"),
        Figure("worlds.one.age_p99", best.window.ages.p99, "ms"),
    ]
    for share in SHARES:
        pairs = await _pairs(bench, round(best.count * share))
        if all(pair.holds for pair in pairs):
            together = sum(pair.count for pair in pairs)
            worst = max(pair.window.ages.p99 for pair in pairs)
            return [
                *figures,
                Figure("worlds.two", together, "visitors", "two such pairs on two cores"),
                Figure("worlds.two.age_p99", worst, "ms", "of the slower pair"),
                Figure("worlds.ratio", together / best.count, "times"),
            ]
    return [*figures, Figure("worlds.two", 0, "visitors", f"fails at 2 x {SHARES[-1]:.0%}")]


async def _pairs(bench: Bench, count: int) -> list[Point]:
    await bench.town.people(2 * count)
    await bench.town.empty_redis()
    return await asyncio.gather(
        *(
            bench.world_point(
                count,
                square=PLAZA,
                venue=venue,
                budget=0,
                cores=(core, core),
                first=core * count,
            )
            for core, venue in enumerate(bench.town.venues)
        )
    )
