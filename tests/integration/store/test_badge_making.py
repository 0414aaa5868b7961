"""A badge is made once for its occasion, and promised once, whoever comes at the same moment."""

import asyncio
from datetime import timedelta

import pytest
from fixed_time import MORNING
from store_people import a_visitor, count

from world_server.store import awards, badge_making, visitors
from world_server.store.badge_rules import Verdict, month_occasion, real_occasion
from world_server.store.clock import visit_day
from world_server.store.database import Database
from world_server.store.tables.award import Award, Badge, BadgeKind, Source
from world_server.store.tables.visitor import Holder

TODAY = visit_day(MORNING)
COUNTER = real_occasion(spot="michinoeki", name="道の駅鹿島", day=TODAY)


async def test_ten_at_once_make_one_badge_and_each_has_it(database: Database) -> None:
    people = [await a_visitor(database) for _ in range(10)]

    async def come(visitor_id: str) -> Award:
        async with database.transaction() as session:
            verdict = Verdict(COUNTER, Source.ONE_TIME)
            return await badge_making.give(session, verdict, visitor_id=visitor_id, now=MORNING)

    given = await asyncio.gather(*map(come, people))
    assert await count(database, Badge) == 1
    assert len({award.badge_id for award in given}) == 1
    assert {award.visitor_id for award in given} == set(people)


async def test_one_visitor_ten_times_at_once_has_one_award(database: Database) -> None:
    visitor = await a_visitor(database)

    async def come() -> int | None:
        async with database.transaction() as session:
            verdict = Verdict(COUNTER, Source.ROTATING)
            award = await badge_making.give(session, verdict, visitor_id=visitor, now=MORNING)
            return award.id

    assert len(set(await asyncio.gather(*(come() for _ in range(10))))) == 1
    assert (await count(database, Award), await count(database, Holder)) == (1, 1)


async def test_a_badge_is_made_anew_when_whoever_made_it_first_failed(database: Database) -> None:
    visitor = await a_visitor(database)
    verdict = Verdict(COUNTER, Source.ONE_TIME)

    async def fail() -> None:
        async with database.transaction() as session:
            await badge_making.give(session, verdict, visitor_id=visitor, now=MORNING)
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        await fail()
    assert (await count(database, Badge), await count(database, Award)) == (0, 0)
    async with database.transaction() as session:
        await badge_making.give(session, verdict, visitor_id=visitor, now=MORNING)
    assert (await count(database, Badge), await count(database, Award)) == (1, 1)


async def test_a_badge_that_exists_keeps_its_facts(database: Database) -> None:
    async with database.transaction() as session:
        first = await badge_making.made(session, COUNTER)
    renamed = real_occasion(spot="michinoeki", name="別の名前", day=TODAY)
    async with database.transaction() as session:
        again = await badge_making.made(session, renamed)
    assert (again.id, again.title, again.kind) == (first.id, "道の駅鹿島", BadgeKind.REAL)
    assert again.opens_at <= MORNING < again.closes_at


async def test_each_day_and_month_is_an_occasion_of_its_own(database: Database) -> None:
    tomorrow = TODAY + timedelta(days=1)
    async with database.transaction() as session:
        for occasion in (
            COUNTER,
            real_occasion(spot="michinoeki", name="道の駅鹿島", day=tomorrow),
            month_occasion(TODAY),
            month_occasion(tomorrow),
        ):
            await badge_making.made(session, occasion)
    assert await count(database, Badge) == 3


async def test_the_first_reason_is_the_one_that_stays(database: Database) -> None:
    visitor = await a_visitor(database)
    async with database.transaction() as session:
        first = Verdict(COUNTER, Source.ONE_TIME)
        await badge_making.give(session, first, visitor_id=visitor, now=MORNING)
        hand = badge_making.by_hand(COUNTER)
        again = await badge_making.give(
            session, hand, visitor_id=visitor, now=MORNING, grant_reason="電池が切れた"
        )
    assert (again.source, again.grant_reason) == (Source.ONE_TIME, None)


async def test_an_erased_visitor_who_comes_anew_has_the_badge_anew(database: Database) -> None:
    verdict = Verdict(COUNTER, Source.ONE_TIME)
    for _ in range(2):
        visitor = await a_visitor(database)
        async with database.transaction() as session:
            await badge_making.give(session, verdict, visitor_id=visitor, now=MORNING)
        async with database.transaction() as session:
            await visitors.forget(session, visitor)
            assert await awards.of_visitor(session, visitor) == []
    assert (await count(database, Award), await count(database, Holder)) == (2, 0)
