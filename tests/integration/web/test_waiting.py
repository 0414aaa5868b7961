"""Standing in line over HTTP: a place, then by itself a ticket; and nobody overtakes."""

import asyncio

import pytest
from web_town import Answer, Browser, Town

from world_server.presence import seats
from world_server.settings import WorldSettings
from world_server.store import events
from world_server.store.tables.event import Event, EventState
from world_server.tickets import Claims, read


async def join(browser: Browser, event: Event | None, *, wait: bool = False) -> Answer:
    wish = {"event": None if event is None else event.slug}
    return await browser.post("/api/join", wish | ({"wait": True} if wait else {}))


async def newcomer(town: Town) -> Browser:
    browser = await town.browser()
    assert (await browser.arrive()).status == 201
    return browser


def claims_of(town: Town, admitted: Answer) -> Claims:
    secret = town.settings.secret.get_secret_value()
    return read(secret, admitted.body["ticket"], now=town.clock())


async def free(town: Town, admitted: Answer) -> None:
    claims = claims_of(town, admitted)
    assert await seats.release(
        town.redis, instance=claims.instance, visitor_id=claims.visitor_id, seat=claims.seat
    )


async def test_a_full_event_says_how_many_wait(town: Town) -> None:
    event = await town.event(capacity=1)
    first, second, third = [await newcomer(town) for _ in range(3)]
    await join(first, event)
    assert (await join(second, event)).body["error"]["details"] == {"waiting": 0}
    await join(second, event, wait=True)
    refused = await join(third, event)
    assert (refused.status, refused.code) == (409, "event-full")
    assert refused.body["error"]["details"] == {"waiting": 1}
    assert refused.body["error"]["retryable"]


async def test_a_place_in_line_becomes_a_ticket_by_itself(town: Town) -> None:
    event = await town.event(capacity=1)
    inside, waiting, behind, pushing = [await newcomer(town) for _ in range(4)]
    admitted = await join(inside, event)
    placed = await join(waiting, event, wait=True)
    assert placed.status == 202
    assert placed.body == {"place_in_line": 1, "waiting": 1, "poll_seconds": 3}
    assert (await join(waiting, event, wait=True)).body == placed.body
    assert (await join(behind, event, wait=True)).body["place_in_line"] == 2
    await free(town, admitted)
    assert (await join(pushing, event)).code == "event-full"
    assert (await join(behind, event, wait=True)).body["place_in_line"] == 1
    turn = await join(waiting, event, wait=True)
    assert turn.status == 200
    assert turn.body["role"] == "visitor"
    claims = claims_of(town, turn)
    assert await seats.confirm(
        town.redis, instance=claims.instance, visitor_id=claims.visitor_id, seat=claims.seat
    )


async def test_who_waits_where_there_is_room_is_admitted_at_once(town: Town) -> None:
    assert (await join(await newcomer(town), await town.event(), wait=True)).status == 200


async def test_who_leaves_the_line_makes_room_for_the_next(town: Town) -> None:
    event = await town.event(capacity=1)
    inside, waiting, behind = [await newcomer(town) for _ in range(3)]
    admitted = await join(inside, event)
    await join(waiting, event, wait=True)
    await join(behind, event, wait=True)
    assert (await waiting.post("/api/leave", {"event": event.slug})).status == 204
    assert (await waiting.post("/api/leave", {"event": event.slug})).status == 204
    assert (await join(behind, event, wait=True)).body["place_in_line"] == 1
    assert (await inside.post("/api/leave", {"event": event.slug})).status == 204
    assert (await join(inside, event)).status == 200, "leaving the line put out who was inside"
    await free(town, admitted)
    assert (await join(behind, event, wait=True)).status == 200


async def test_the_end_of_the_event_ends_the_waiting(town: Town) -> None:
    event = await town.event(capacity=1)
    await join(await newcomer(town), event)
    waiting = await newcomer(town)
    await join(waiting, event, wait=True)
    async with town.database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.ENDED, now=town.clock())
    assert (await join(waiting, event, wait=True)).code == "event-not-open"


async def test_who_is_removed_while_waiting_is_told_so_and_takes_no_seat(town: Town) -> None:
    event = await town.event(capacity=1)
    admitted = await join(await newcomer(town), event)
    waiting, behind = await newcomer(town), await newcomer(town)
    await join(waiting, event, wait=True)
    await join(behind, event, wait=True)
    cookie = waiting.client.session.cookie_jar.filter_cookies(town.server.make_url("/"))
    visitor_id = cookie["passport"].value.partition(".")[0]
    async with town.database.transaction() as session:
        await events.remove_visitor(
            session,
            event_id=event.id or 0,
            visitor_id=visitor_id,
            staff_id=await town.staff(),
            reason="宣伝",
            now=town.clock(),
        )
    assert (await join(waiting, event, wait=True)).code == "removed"
    await free(town, admitted)
    assert (await join(behind, event, wait=True)).status == 200


async def test_the_further_back_the_less_often_one_asks(town: Town) -> None:
    event = await town.event(capacity=1)
    room = seats.Room(capacity=1, per_instance=1)
    base = f"event-{event.slug}"
    for number in range(150):
        await seats.wait(town.redis, base=base, visitor_id=f"v{number}", room=room)
    placed = await join(await newcomer(town), event, wait=True)
    assert placed.body == {"place_in_line": 150, "waiting": 150, "poll_seconds": 8}
    assert 2 * placed.body["poll_seconds"] < seats.IN_LINE_SECONDS


async def test_a_storm_of_people_who_wait_seats_exactly_the_capacity(town: Town) -> None:
    event = await town.event(capacity=10)
    people = [await newcomer(town) for _ in range(40)]
    told = await asyncio.gather(*(join(one, event, wait=True) for one in people))
    assert sorted(one.status for one in told) == [200] * 10 + [202] * 30
    places = sorted(one.body["place_in_line"] for one in told if one.status == 202)
    assert places == list(range(1, 31))
    line = [one for one, answer in zip(people, told, strict=True) if answer.status == 202]
    standing = {id(one): (await join(one, event, wait=True)).body["place_in_line"] for one in line}
    line.sort(key=lambda one: standing[id(one)])
    for admitted in [answer for answer in told if answer.status == 200][:4]:
        await free(town, admitted)
    again = await asyncio.gather(*(join(one, event, wait=True) for one in reversed(line)))
    assert [answer.status for answer in reversed(again)] == [200] * 4 + [202] * 26


class TestSmallInstances:
    """Instances of two seats each."""

    @pytest.fixture
    def settings(self, settings: WorldSettings) -> WorldSettings:
        return settings.model_copy(update={"instance_capacity": 2, "public_capacity": 3})

    @pytest.fixture
    async def people(self, town: Town) -> list[Browser]:
        return [await newcomer(town) for _ in range(6)]

    async def test_an_event_goes_on_in_a_second_instance(
        self, town: Town, people: list[Browser]
    ) -> None:
        event = await town.event(capacity=5)
        told = [await join(one, event) for one in people]
        name = f"event-{event.slug}"
        assert [one.body.get("instance") for one in told] == [
            *(name, name),
            *(f"{name}.2", f"{name}.2"),
            f"{name}.3",
            None,
        ]
        assert told[4].body["event"]["taken"] == 5
        assert told[5].code == "event-full"
        for one, before in zip(people[:5], told, strict=False):
            assert (await join(one, event)).body["instance"] == before.body["instance"]

    async def test_so_does_the_public_town(self, people: list[Browser]) -> None:
        told = [await join(one, None) for one in people[:4]]
        assert [one.body.get("instance") for one in told] == [
            "public",
            "public",
            "public.2",
            None,
        ]
