"""Joining over HTTP: a seat and a ticket, for whoever may enter, and never one too many."""

import asyncio

import pytest
from web_town import Answer, Browser, Town

from world_server.presence import leases, seats
from world_server.settings import WorldSettings
from world_server.store import events
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.visitor import Visitor
from world_server.tickets import read


async def join(browser: Browser, event: Event | None = None) -> Answer:
    return await browser.post("/api/join", {"event": None if event is None else event.slug})


async def taken(town: Town, event: Event) -> int:
    return await seats.taken(town.redis, f"event-{event.slug}")


async def newcomer(town: Town) -> Browser:
    browser = await town.browser()
    assert (await browser.arrive()).status == 201
    return browser


async def test_the_public_town_is_joined_with_a_ticket_that_can_be_read(town: Town) -> None:
    browser = await newcomer(town)
    admitted = await join(browser)
    assert admitted.status == 200
    assert admitted.body["path"] == "/w/w1/socket.io"
    assert admitted.body["instance"] == "public"
    assert admitted.body["event"] is None
    claims = read(
        town.settings.secret.get_secret_value(), admitted.body["ticket"], now=town.clock()
    )
    assert (claims.instance, claims.event_id, claims.world) == ("public", None, "w1")
    assert await seats.confirm(
        town.redis, instance="public", visitor_id=claims.visitor_id, seat=claims.seat
    )


async def test_an_open_event_is_joined_in_its_own_instance(town: Town) -> None:
    event = await town.event(capacity=2)
    admitted = await join(await newcomer(town), event)
    assert admitted.body["instance"] == f"event-{event.slug}"
    assert admitted.body["event"]["slug"] == event.slug
    assert admitted.body["event"]["taken"] == 1
    claims = read(
        town.settings.secret.get_secret_value(), admitted.body["ticket"], now=town.clock()
    )
    assert claims.event_id == event.id


async def test_fifty_at_once_for_twenty_seats_seat_exactly_twenty(town: Town) -> None:
    event = await town.event(capacity=20)
    browsers = [await newcomer(town) for _ in range(50)]
    outcomes = await asyncio.gather(*(join(browser, event) for browser in browsers))
    assert sorted(one.status for one in outcomes) == [200] * 20 + [409] * 30
    assert {one.code for one in outcomes if one.status == 409} == {"event-full"}
    assert await taken(town, event) == 20
    seated = [browser for browser, one in zip(browsers, outcomes, strict=True) if one.status == 200]
    again = await asyncio.gather(*(join(browser, event) for browser in seated))
    assert {one.status for one in again} == {200}


async def test_a_full_event_may_be_tried_again(town: Town) -> None:
    event = await town.event(capacity=1)
    first, second = await newcomer(town), await newcomer(town)
    ticket = (await join(first, event)).body["ticket"]
    refused = await join(second, event)
    assert refused.body["error"]["retryable"]
    claims = read(town.settings.secret.get_secret_value(), ticket, now=town.clock())
    await seats.release(
        town.redis, instance=claims.instance, visitor_id=claims.visitor_id, seat=claims.seat
    )
    assert (await join(second, event)).status == 200


@pytest.mark.parametrize("state", [EventState.PUBLISHED, EventState.ENDED, EventState.CANCELLED])
async def test_only_open_doors_let_anybody_in(town: Town, state: EventState) -> None:
    refused = await join(await newcomer(town), await town.event(state=state))
    assert (refused.status, refused.code) == (409, "event-not-open")


async def test_a_draft_is_not_there(town: Town) -> None:
    refused = await join(await newcomer(town), await town.event(state=EventState.DRAFT))
    assert (refused.status, refused.code) == (404, "not-found")


async def test_who_was_removed_is_told_why_and_stays_out_of_that_event_only(town: Town) -> None:
    event, other = await town.event(), await town.event()
    browser = await newcomer(town)
    visitor_id = await _visitor_of(town)
    async with town.database.transaction() as session:
        assert event.id is not None
        await events.remove_visitor(
            session,
            event_id=event.id,
            visitor_id=visitor_id,
            staff_id=1,
            reason="大声 <b>",
            now=town.clock(),
        )
    refused = await join(browser, event)
    assert (refused.status, refused.code) == (403, "removed")
    assert refused.body["error"]["details"] == {"reason": "大声 <b>"}
    assert "大声 <b>" in refused.body["error"]["message"]
    assert await taken(town, event) == 0
    assert (await join(browser, other)).status == 200
    assert (await join(browser)).status == 200


async def test_without_a_passport_nobody_joins(browser: Browser, town: Town) -> None:
    refused = await join(browser, await town.event())
    assert (refused.status, refused.code) == (401, "not-signed-in")


async def test_an_instance_that_lives_elsewhere_is_joined_there(town: Town) -> None:
    await leases.claim(town.redis, instance="public", world="w7")
    admitted = await join(await newcomer(town))
    assert admitted.body["path"] == "/w/w7/socket.io"
    claims = read(
        town.settings.secret.get_secret_value(), admitted.body["ticket"], now=town.clock()
    )
    assert claims.world == "w7"


async def test_an_instance_nobody_runs_is_leased_by_the_world_that_was_asked(town: Town) -> None:
    await join(await newcomer(town))
    assert await leases.owner(town.redis, "public") == "w1"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"event": 7},
        {"event": ["x"]},
        {"event": "x" * 41},
        {"event": None, "seat": 1},
        {"event": None, "wait": 1},
        {"event": None, "entry": 7},
        {"event": None, "entry": "x" * 401},
    ],
)
async def test_a_wish_that_cannot_be_right_is_malformed(town: Town, body: object) -> None:
    refused = await (await newcomer(town)).post("/api/join", body)
    assert (refused.status, refused.code) == (400, "malformed")


async def test_joins_are_counted_by_outcome(town: Town) -> None:
    event = await town.event(capacity=1)
    await join(await newcomer(town), event)
    await join(await newcomer(town), event)
    meters = (
        await (await town.browser()).get(
            "/metrics", headers={"Authorization": "Bearer metrics-token"}
        )
    ).body.decode()
    assert 'kashima_joins_total{outcome="seated"} 1.0' in meters
    assert 'kashima_joins_total{outcome="full"} 1.0' in meters


class TestASmallTown:
    """A public town with one seat."""

    @pytest.fixture
    def settings(self, settings: WorldSettings) -> WorldSettings:
        return settings.model_copy(update={"public_capacity": 1})

    async def test_the_public_town_has_a_capacity_too(self, town: Town) -> None:
        assert (await join(await newcomer(town))).status == 200
        assert (await join(await newcomer(town))).code == "event-full"


async def _visitor_of(town: Town) -> str:
    from sqlmodel import select

    async with town.database.reading() as session:
        return str((await session.exec(select(Visitor.id))).one())
