"""Others' stamps as they are felt: counted by place and hours, in steps, whoever they were."""

from datetime import timedelta

import pytest
from fixed_time import MORNING
from store_people import a_visitor

from world_server.store import stamps, visitors
from world_server.store.database import Database
from world_server.store.felt import FELT_HOURS, STEPS, at_least, felt
from world_server.store.stamps import Reached

PLACES = ("romon", "honden", "thatch")


async def reach(database: Database, visitor_id: str, place: str, *, hours_ago: float) -> None:
    at = MORNING - timedelta(hours=hours_ago)
    async with database.transaction() as session:
        await stamps.keep(session, [(visitor_id, Reached(place, at))])


async def now_felt(database: Database) -> dict[str, int]:
    async with database.reading() as session:
        return dict(await felt(session, places=PLACES, now=MORNING))


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, 0), (1, 1), (4, 1), (5, 5), (9, 5), (10, 10), (49, 20), (999, 500), (70_000, 1000)],
)
def test_a_count_is_told_as_the_step_below_it(count: int, told: int) -> None:
    assert at_least(count) == told


def test_no_two_small_numbers_of_people_can_be_told_apart() -> None:
    assert len({at_least(count) for count in range(1, STEPS[1])}) == 1


async def test_places_reached_lately_are_felt_by_how_many_at_least(database: Database) -> None:
    for number in range(6):
        visitor_id = await a_visitor(database)
        await reach(database, visitor_id, "romon", hours_ago=number * 3)
        if number < 2:
            await reach(database, visitor_id, "honden", hours_ago=1)
    assert await now_felt(database) == {"honden": 1, "romon": 5}


async def test_what_is_older_or_of_no_place_of_the_town_is_not_felt(database: Database) -> None:
    visitor_id = await a_visitor(database)
    await reach(database, visitor_id, "romon", hours_ago=FELT_HOURS - 0.1)
    await reach(database, visitor_id, "honden", hours_ago=FELT_HOURS + 0.1)
    await reach(database, visitor_id, "old-mill", hours_ago=1)
    await reach(database, visitor_id, "thatch", hours_ago=-1)
    assert await now_felt(database) == {"romon": 1}


async def test_an_erased_visitor_is_felt_as_the_count_they_left(database: Database) -> None:
    visitor_id = await a_visitor(database)
    await reach(database, visitor_id, "romon", hours_ago=2)
    async with database.transaction() as session:
        await visitors.forget(session, visitor_id)
    assert await now_felt(database) == {"romon": 1}
