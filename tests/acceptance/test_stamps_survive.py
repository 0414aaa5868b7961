"""Stamps when worlds are killed: who was told of one has it, and each is kept once."""

import asyncio
import math
import random
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from live_visitors import Line
from sqlmodel import select
from world_processes import Person, Worlds, worlds

from world_server.store.database import Database
from world_server.store.tables.stamp import Stamp
from world_server.town_folder import read_town

TOWN = read_town(Path(__file__).parents[2] / "assets" / "town")
STEP_METRES = 0.9
STEP_SECONDS = 0.2
STEPS = 5
"""In one round of a second, at the pace of a brisk walk."""

ROUNDS = 60


@pytest.fixture
async def town(sqlite_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[Worlds]:
    """A world that is killed and started again, on its database and its Redis."""
    async with worlds(
        "w1", database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as running:
        yield running


@pytest.fixture
async def aiko(town: Worlds) -> AsyncIterator[Person]:
    """Somebody with a passport."""
    person = Person(town, "あいこ")
    await person.arrive()
    yield person
    await person.close()


async def walk(
    line: Line, start: tuple[float, float], goal: tuple[float, float]
) -> tuple[float, float]:
    """A second of the way to the goal; where that leads."""
    x, z = start
    for seq in range(STEPS):
        away = math.hypot(goal[0] - x, goal[1] - z)
        if away > STEP_METRES:
            x += (goal[0] - x) / away * STEP_METRES
            z += (goal[1] - z) / away * STEP_METRES
        await line.move(x, z, y=2.2, seq=seq)
        await asyncio.sleep(STEP_SECONDS)
    return x, z


async def kept(database_url: str) -> Counter[str]:
    """How often each place is in the table."""
    database = Database(database_url)
    async with database.reading() as session:
        found = Counter((await session.exec(select(Stamp.place))).all())
    await database.close()
    return found


def told(person: Person) -> set[str]:
    """The places whose stamps this person was ever told of."""
    won = {one["place"] for line in person.lines for one in line.all("stamp")}
    welcomes = [welcome for line in person.lines for welcome in line.all("welcome")]
    return won | {one["place"] for welcome in welcomes for one in welcome["stamps"]}


@pytest.mark.parametrize(
    "seed", [1, 2, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(3, 23))]
)
async def test_st1_a_walk_through_the_deaths_of_worlds_brings_each_stamp_once(
    aiko: Person, town: Worlds, sqlite_url: str, seed: int
) -> None:
    romon = TOWN.place("romon")
    assert romon is not None
    deaths = set(random.Random(seed).sample(range(12), 2))
    line = await aiko.enter()
    pose = line.first("welcome")["pose"]
    stands = (pose["x"], pose["z"])
    for number in range(ROUNDS):
        if number in deaths:
            victim = town.of(aiko.path + "/")
            victim.kill()
            await line.until(lambda here=line: here.closed)  # type: ignore[misc]
            await victim.start()
            line = await aiko.enter()
            pose = line.first("welcome")["pose"]
            stands = (pose["x"], pose["z"])
        # She stays at the first torii for its stamp, and begins anew where a death came between.
        goal = (romon.pose.x, romon.pose.z) if "torii" in told(aiko) else stands
        stands = await walk(line, stands, goal)
        known = told(aiko)  # before the table is read, which may then only have more
        assert set(known) <= set(await kept(sqlite_url)), "who was told of a stamp has it"
        if number > max(deaths) and "romon" in known:
            break
    assert await kept(sqlite_url) == {"torii": 1, "romon": 1}
