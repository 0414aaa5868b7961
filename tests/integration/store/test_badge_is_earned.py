"""From a stay to an award in one transaction, on SQLite and on PostgreSQL."""

import asyncio
from datetime import timedelta

import pytest
from fixed_time import MORNING
from sqlmodel import col, select
from store_people import a_stay, a_visitor, an_open_event, count, stay_until

from world_server.errors import BadTransition, NotSignedIn
from world_server.store import awards, events, visitors, visits
from world_server.store.database import Database
from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.event import EventState, RuleKind
from world_server.store.tables.visit import Attendance, Visit
from world_server.store.tables.visitor import Holder, Visitor


async def test_the_award_is_promised_with_the_second_that_earns_it(database: Database) -> None:
    event = await an_open_event(database)
    visit = await a_stay(database, await a_visitor(database), event)
    assert await stay_until(database, visit, 2159) is None
    award = await stay_until(database, visit, 2160)
    assert award is not None
    assert award.state is AwardState.QUEUED
    assert await stay_until(database, visit, 3600) is None
    assert await count(database, Award) == 1


async def test_writing_the_same_total_again_adds_nothing(database: Database) -> None:
    event = await an_open_event(database)
    visit = await a_stay(database, await a_visitor(database), event)
    for seconds in (100, 100, 90):
        await stay_until(database, visit, seconds)
    async with database.reading() as session:
        attendance = (await session.exec(select(Attendance))).one()
    assert attendance.active_seconds == 100


async def test_two_stays_of_one_visitor_add_up(database: Database) -> None:
    event = await an_open_event(database, rule_kind=RuleKind.MINUTES, rule_value=2)
    visitor = await a_visitor(database)
    first, second = [await a_stay(database, visitor, event) for _ in range(2)]
    assert await stay_until(database, first, 61) is None
    assert await stay_until(database, second, 59) is not None


async def test_an_event_ended_early_still_gives_its_badge(database: Database) -> None:
    event = await an_open_event(database)
    visitor, brief = await a_visitor(database), await a_visitor(database)
    visit = await a_stay(database, visitor, event)
    await stay_until(database, visit, 200)
    await stay_until(database, await a_stay(database, brief, event), 20)
    assert event.id is not None
    async with database.transaction() as session:
        await events.move(
            session, event.id, to=EventState.ENDED, now=MORNING + timedelta(seconds=300)
        )
    async with database.reading() as session:
        assert [award.visitor_id for award in (await session.exec(select(Award))).all()] == [
            visitor
        ]


async def test_seconds_written_after_the_end_are_still_judged(database: Database) -> None:
    event = await an_open_event(database)
    visit = await a_stay(database, await a_visitor(database), event)
    assert event.id is not None
    async with database.transaction() as session:
        await events.move(
            session, event.id, to=EventState.ENDED, now=MORNING + timedelta(seconds=300)
        )
    assert await stay_until(database, visit, 180) is not None


async def test_a_cancelled_event_gives_no_badge(database: Database) -> None:
    event = await an_open_event(database)
    visit = await a_stay(database, await a_visitor(database), event)
    assert event.id is not None
    async with database.transaction() as session:
        await events.move(session, event.id, to=EventState.CANCELLED, now=MORNING)
    assert await stay_until(database, visit, 3600) is None
    assert await count(database, Award) == 0


async def test_ending_twice_is_refused(database: Database) -> None:
    event = await an_open_event(database)
    assert event.id is not None
    async with database.transaction() as session:
        await events.move(session, event.id, to=EventState.ENDED, now=MORNING)
    with pytest.raises(BadTransition):
        async with database.transaction() as session:
            await events.move(session, event.id, to=EventState.ENDED, now=MORNING)


async def test_end_and_last_checkpoint_at_once_give_the_badge_once(database: Database) -> None:
    event = await an_open_event(database)
    stays = [await a_stay(database, await a_visitor(database), event) for _ in range(8)]
    for visit in stays:
        await stay_until(database, visit, 10)
    assert event.id is not None
    event_id = event.id

    async def end() -> None:
        async with database.transaction() as session:
            await events.move(
                session, event_id, to=EventState.ENDED, now=MORNING + timedelta(seconds=300)
            )

    async with asyncio.TaskGroup() as group:
        for visit in stays[:4]:
            group.create_task(stay_until(database, visit, 200))
        group.create_task(end())
        for visit in stays[4:]:
            group.create_task(stay_until(database, visit, 200))
    assert await count(database, Award) == 8


async def test_a_failed_transaction_leaves_neither_seconds_nor_award(database: Database) -> None:
    event = await an_open_event(database)
    visit = await a_stay(database, await a_visitor(database), event)

    async def stay_and_fail() -> None:
        async with database.transaction() as session:
            assert await visits.checkpoint(
                session, visit_id=visit, total_active_seconds=3600, now=MORNING
            )
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        await stay_and_fail()
    assert await count(database, Award) == 0
    async with database.reading() as session:
        assert (await session.exec(select(Visit.active_seconds))).one() == 0


async def test_erasure_unties_the_visitor_and_keeps_the_totals(database: Database) -> None:
    event = await an_open_event(database)
    visitor = await a_visitor(database)
    await stay_until(database, await a_stay(database, visitor, event), 3600)
    async with database.transaction() as session:
        await visitors.forget(session, visitor)
    assert await count(database, Visitor) == 0
    assert await count(database, Holder) == 0
    async with database.reading() as session:
        award = (await session.exec(select(Award))).one()
        assert award.visitor_id is None
        assert visitor not in award.reason
        assert (await session.exec(select(Visit.visitor_id))).one() is None
    assert await count(database, Attendance) == 1


async def test_only_the_right_secret_opens_a_passport(database: Database) -> None:
    passport = visitors.new_passport()
    async with database.transaction() as session:
        await visitors.register(
            session,
            passport=passport,
            nickname="민준",
            look=0,
            language="ko",
            remembered=True,
            now=MORNING,
        )
    async with database.reading() as session:
        assert (await visitors.by_passport(session, str(passport))).nickname == "민준"
    for forged in (None, "", ".", passport.visitor_id, f"{passport.visitor_id}.x", "x" * 9999):
        async with database.reading() as session:
            with pytest.raises(NotSignedIn):
                await visitors.by_passport(session, forged)


async def test_a_visit_day_needs_enough_active_seconds_in_all(database: Database) -> None:
    event = await an_open_event(database)
    visitor = await a_visitor(database)
    for _ in range(2):
        await stay_until(database, await a_stay(database, visitor, event), 20)
    async with database.reading() as session:
        assert await visits.days_of(session, visitor, qualifying_seconds=41) == []
        assert await visits.days_of(session, visitor, qualifying_seconds=40) == [MORNING.date()]


async def test_awards_that_changed_are_told_to_their_visitors_only(database: Database) -> None:
    event = await an_open_event(database)
    first, second = await a_visitor(database), await a_visitor(database)
    for visitor in (first, second):
        await stay_until(database, await a_stay(database, visitor, event), 3600)
    async with database.reading() as session:
        changed = await awards.changed_after(session, moment=MORNING, visitor_ids=[second])
    assert [award.visitor_id for award, _ in changed] == [second]
    async with database.reading() as session:
        assert len(await awards.of_visitor(session, first)) == 1
        rows = (await session.exec(select(col(Award.reason)))).all()
    assert len(set(rows)) == 2
