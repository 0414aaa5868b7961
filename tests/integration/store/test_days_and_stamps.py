"""Days and stamps become badges in the transaction that makes them count, once."""

import asyncio
from datetime import date, datetime, timedelta

import pytest
from fixed_time import MORNING
from sqlmodel import select
from store_people import a_visitor, count

from world_server.store import awards, stamps, visitors, visits
from world_server.store.badge_rules import BadgeRules, Rally
from world_server.store.clock import JST
from world_server.store.database import Database
from world_server.store.stamps import Reached
from world_server.store.tables.award import Award, Source
from world_server.store.tables.stamp import Stamp
from world_server.store.tables.visit import Visit
from world_server.store.visits import Beginning, Checkpoint

STREET = Rally(
    id="street", name="酒蔵通り", places=("tsugiba", "norita"), first_day=date(2026, 4, 1)
)
RULES = BadgeRules(qualifying_seconds=30, monthly_days=2, rallies=(STREET,))
DAY = timedelta(days=1)


async def stay(
    database: Database,
    visitor_id: str,
    *,
    seconds: int,
    at: datetime = MORNING,
    reached: tuple[str, ...] = (),
    rules: BadgeRules = RULES,
) -> list[Award]:
    """One stay in the public town, written at its end."""
    async with database.transaction() as session:
        (visit,) = await visits.begin_all(session, [Beginning(visitor_id, "town", None, at)])
    assert visit is not None
    assert visit.id is not None
    end = at + timedelta(seconds=seconds)
    told = Checkpoint(visit.id, seconds, end, end, tuple(Reached(place, end) for place in reached))
    async with database.transaction() as session:
        return await visits.checkpoint_all(session, [told], rules=rules)


async def keys(database: Database, visitor_id: str) -> list[str]:
    async with database.reading() as session:
        return sorted(badge.key or "" for _, badge in await awards.of_visitor(session, visitor_id))


async def test_the_second_visit_day_of_a_month_brings_its_badge(database: Database) -> None:
    visitor = await a_visitor(database)
    assert await stay(database, visitor, seconds=600) == []
    assert await stay(database, visitor, seconds=29, at=MORNING + DAY) == []
    (award,) = await stay(database, visitor, seconds=1, at=MORNING + DAY)
    assert award.source is Source.MONTH
    assert await stay(database, visitor, seconds=600, at=MORNING + 2 * DAY) == []
    assert await keys(database, visitor) == ["monthly:2026-11"]


async def test_days_of_two_months_are_one_of_each(database: Database) -> None:
    visitor = await a_visitor(database)
    last = datetime(2026, 11, 30, 23, 59, 0, tzinfo=JST)
    await stay(database, visitor, seconds=30, at=last)
    assert await stay(database, visitor, seconds=30, at=last + timedelta(minutes=1)) == []
    await stay(database, visitor, seconds=30, at=last + DAY + timedelta(minutes=1))
    assert await keys(database, visitor) == ["monthly:2026-12"]


async def test_who_is_not_remembered_has_stamps_of_a_stay_and_no_month(database: Database) -> None:
    visitor = await a_visitor(database, remembered=False)
    await stay(database, visitor, seconds=600, reached=("tsugiba", "norita"))
    await stay(database, visitor, seconds=600, at=MORNING + DAY)
    assert await keys(database, visitor) == ["rally:street:2026"]


async def test_the_last_stamp_brings_the_badge_of_the_rally(database: Database) -> None:
    visitor = await a_visitor(database)
    assert await stay(database, visitor, seconds=0, reached=("tsugiba", "akamon")) == []
    (award,) = await stay(database, visitor, seconds=0, reached=("norita",))
    assert award.source is Source.STAMPS
    again = await stay(database, visitor, seconds=0, at=MORNING + DAY, reached=("norita",))
    assert again == []
    async with database.reading() as session:
        kept = await stamps.of_visitor(session, visitor)
    assert [(one.place, one.day) for one in kept] == [
        ("akamon", date(2026, 11, 22)),
        ("tsugiba", date(2026, 11, 22)),
        ("norita", date(2026, 11, 22)),
    ]


async def test_a_new_rally_of_places_one_knows_is_won_on_the_next_visit_day(
    database: Database,
) -> None:
    visitor = await a_visitor(database)
    await stay(database, visitor, seconds=60, reached=("tsugiba",))
    short = Rally(id="short", name="短い", places=("tsugiba",), first_day=date(2026, 11, 23))
    rules = BadgeRules(monthly_days=9, rallies=(short,))
    assert await stay(database, visitor, seconds=60, rules=rules) == []
    assert len(await stay(database, visitor, seconds=60, at=MORNING + DAY, rules=rules)) == 1


async def test_a_year_later_a_finished_rally_is_not_won_again(database: Database) -> None:
    visitor = await a_visitor(database)
    await stay(database, visitor, seconds=0, reached=("tsugiba", "norita"))
    await stay(database, visitor, seconds=600, at=MORNING + 365 * DAY)
    assert await keys(database, visitor) == ["rally:street:2026"]


async def test_two_worlds_that_write_one_stamp_each_complete_the_rally(
    database: Database,
) -> None:
    people = [await a_visitor(database) for _ in range(5)]
    async with asyncio.TaskGroup() as group:
        for visitor in people:
            for place in STREET.places:
                group.create_task(stay(database, visitor, seconds=600, reached=(place,)))
    for visitor in people:
        assert await keys(database, visitor) == ["rally:street:2026"]
    assert await count(database, Stamp) == 10


async def test_two_worlds_that_write_half_a_day_each_make_it_count(database: Database) -> None:
    people = [await a_visitor(database) for _ in range(5)]
    for visitor in people:
        await stay(database, visitor, seconds=30)
    async with asyncio.TaskGroup() as group:
        for visitor in people:
            for _ in range(2):
                group.create_task(stay(database, visitor, seconds=15, at=MORNING + DAY))
    for visitor in people:
        assert await keys(database, visitor) == ["monthly:2026-11"]


async def test_a_failed_transaction_leaves_neither_stamp_nor_badge(database: Database) -> None:
    visitor = await a_visitor(database)
    async with database.transaction() as session:
        (visit,) = await visits.begin_all(session, [Beginning(visitor, "town", None, MORNING)])
    assert visit is not None
    whole = tuple(Reached(place, MORNING) for place in STREET.places)
    told = Checkpoint(visit.id or 0, 600, MORNING, None, whole)

    async def fail() -> None:
        async with database.transaction() as session:
            assert await visits.checkpoint_all(session, [told], rules=RULES)
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        await fail()
    assert (await count(database, Stamp), await count(database, Award)) == (0, 0)
    for _ in range(2):  # the reply to the first may be lost, and all be told again
        async with database.transaction() as session:
            await visits.checkpoint_all(session, [told], rules=RULES)
    assert (await count(database, Stamp), await count(database, Award)) == (2, 1)


async def test_erasure_unties_the_stamps_and_keeps_their_number(database: Database) -> None:
    visitor = await a_visitor(database)
    await stay(database, visitor, seconds=600, reached=STREET.places)
    async with database.transaction() as session:
        await visitors.forget(session, visitor)
    async with database.reading() as session:
        assert (await session.exec(select(Stamp.visitor_id))).all() == [None, None]
        assert await stamps.of_visitor(session, visitor) == []
        assert (await session.exec(select(Award.visitor_id))).one() is None


async def test_what_is_told_of_somebody_erased_is_nobodys(database: Database) -> None:
    visitor = await a_visitor(database)
    await stay(database, visitor, seconds=600)
    async with database.transaction() as session:
        await visitors.forget(session, visitor)
    async with database.reading() as session:
        visit_id = (await session.exec(select(Visit.id))).one()
    told = Checkpoint(visit_id or 0, 900, MORNING + DAY, None, (Reached("norita", MORNING),))
    async with database.transaction() as session:
        assert await visits.checkpoint_all(session, [told], rules=RULES) == []
    assert (await count(database, Stamp), await count(database, Award)) == (0, 0)


async def test_erasing_oneself_while_stays_are_written_harms_nobody(database: Database) -> None:
    people = [await a_visitor(database) for _ in range(6)]

    async def forget(visitor_id: str) -> None:
        async with database.transaction() as session:
            await visitors.forget(session, visitor_id)

    opened = []
    for visitor in people:
        async with database.transaction() as session:
            opened += await visits.begin_all(session, [Beginning(visitor, "town", None, MORNING)])
    whole = tuple(Reached(place, MORNING) for place in STREET.places)
    told = [Checkpoint(one.id or 0, 600, MORNING, None, whole) for one in opened if one]

    async def write() -> None:
        async with database.transaction() as session:
            await visits.checkpoint_all(session, told, rules=RULES)

    await asyncio.gather(write(), *map(forget, people[:3]), write())
    for visitor in people[3:]:
        assert await keys(database, visitor) == ["rally:street:2026"]
    async with database.reading() as session:
        tied = {one.visitor_id for one in await session.exec(select(Stamp))} - {None}
    assert tied == set(people[3:])
