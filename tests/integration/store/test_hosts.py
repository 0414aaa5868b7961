"""Who held an event has a badge of their own when it has ended, beside the visitors' badge."""

import asyncio
from collections.abc import Sequence

from store_people import a_stay, a_visitor, an_open_event, count, ended, stay_until

from world_server.store import awards, events, visitors
from world_server.store.badge_rules import BadgeRules
from world_server.store.database import Database
from world_server.store.tables.award import Award, Badge, Source
from world_server.store.tables.event import EventState, RuleKind


async def keys(database: Database, visitor_id: str) -> Sequence[str | None]:
    async with database.reading() as session:
        return sorted(badge.key or "" for _, badge in await awards.of_visitor(session, visitor_id))


async def test_a_guide_has_the_host_s_badge_when_the_event_ends(database: Database) -> None:
    event = await an_open_event(database)
    guide, visitor = await a_visitor(database), await a_visitor(database)
    await stay_until(database, await a_stay(database, guide, event, role="guide"), 3600)
    await stay_until(database, await a_stay(database, visitor, event), 3600)
    assert await keys(database, guide) == [f"event:{event.id}"]
    await ended(database, event)
    assert await keys(database, guide) == [f"event:{event.id}", f"host:{event.id}"]
    assert await keys(database, visitor) == [f"event:{event.id}"]
    async with database.reading() as session:
        held = await awards.of_visitor(session, guide)
    assert {award.source for award, _ in held} == {Source.PRESENCE}
    assert len({badge.occurred_on for _, badge in held}) == 1  # one day, however many badges


async def test_a_moment_as_staff_is_not_holding_an_event(database: Database) -> None:
    event = await an_open_event(database)
    staff = await a_visitor(database)
    await stay_until(database, await a_stay(database, staff, event, role="staff"), 299)
    await stay_until(database, await a_stay(database, staff, event), 600)  # as a visitor
    await ended(database, event)
    assert await keys(database, staff) == []


async def test_stays_as_guide_and_as_staff_add_up(database: Database) -> None:
    event = await an_open_event(database)
    helper = await a_visitor(database)
    await stay_until(database, await a_stay(database, helper, event, role="guide"), 150)
    await stay_until(database, await a_stay(database, helper, event, role="staff"), 150)
    await ended(database, event)
    assert await keys(database, helper) == [f"host:{event.id}"]


async def test_seconds_written_after_the_end_make_a_host_too(database: Database) -> None:
    event = await an_open_event(database)
    guide = await a_visitor(database)
    stay = await a_stay(database, guide, event, role="guide")
    await ended(database, event)
    assert await keys(database, guide) == []
    for seconds in (299, 300, 301, 302):
        await stay_until(database, stay, seconds)
    assert await keys(database, guide) == [f"host:{event.id}"]
    assert await count(database, Award) == 1


async def test_the_town_decides_how_long_holding_takes(database: Database) -> None:
    event = await an_open_event(database)
    guide = await a_visitor(database)
    await stay_until(database, await a_stay(database, guide, event, role="guide"), 599)
    await ended(database, event, rules=BadgeRules(host_seconds=600))
    assert await keys(database, guide) == []


async def test_a_short_event_asks_no_more_of_a_guide_than_of_visitors(database: Database) -> None:
    event = await an_open_event(database, rule_kind=RuleKind.MINUTES, rule_value=1)
    guide = await a_visitor(database)
    await stay_until(database, await a_stay(database, guide, event, role="guide"), 60)
    await ended(database, event, minutes=3)
    assert await keys(database, guide) == [f"event:{event.id}", f"host:{event.id}"]


async def test_a_cancelled_event_has_no_host(database: Database) -> None:
    event = await an_open_event(database)
    guide = await a_visitor(database)
    stay = await a_stay(database, guide, event, role="guide")
    await stay_until(database, stay, 1000)
    async with database.transaction() as session:
        now = event.starts_at
        await events.move(session, event.id or 0, to=EventState.CANCELLED, now=now)
    await stay_until(database, stay, 2000)
    assert await keys(database, guide) == []


async def test_an_erased_guide_has_nothing(database: Database) -> None:
    event = await an_open_event(database)
    guide = await a_visitor(database)
    await stay_until(database, await a_stay(database, guide, event, role="guide"), 600)
    async with database.transaction() as session:
        await visitors.forget(session, guide)
    await ended(database, event)
    assert (await count(database, Award), await count(database, Badge)) == (0, 1)


async def test_the_end_and_last_checkpoints_at_once_honour_each_host_once(
    database: Database,
) -> None:
    event = await an_open_event(database)
    guides = [await a_visitor(database) for _ in range(6)]
    stays = [await a_stay(database, guide, event, role="guide") for guide in guides]
    async with asyncio.TaskGroup() as group:
        for stay in stays[:3]:
            group.create_task(stay_until(database, stay, 300))
        group.create_task(ended(database, event))
        for stay in stays[3:]:
            group.create_task(stay_until(database, stay, 300))
    for guide in guides:
        assert await keys(database, guide) == [f"host:{event.id}"]
