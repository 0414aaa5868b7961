"""CONNECT: who comes in, who does not, and in which words they are told."""

import asyncio
import json
from functools import partial

import aiohttp
import pytest
from live_visitors import Arrive, Line, Visitor
from patience import until
from web_town import Town

from world_server.live.admission import Admission
from world_server.live.mount import GATEWAY, LIVE, PRESENCE_FEED
from world_server.presence import seats
from world_server.protocol import limits
from world_server.store import events
from world_server.store.tables.event import EventState
from world_server.tickets import Claims, issue


def auth(visitor: Visitor, **other: object) -> dict[str, object]:
    return {"ticket": visitor.ticket, "protocol": 1, "lane": "compact", **other}


async def refusal(visitor: Visitor, raw: object) -> dict[str, object]:
    line = await visitor.dial(raw)
    refused: dict[str, object] = await line.until(lambda: line.refused)
    assert not line.connected
    assert line.told == []
    return refused


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"ticket": None}, "ticket"),
        ({"lane": "carrier pigeon"}, "lane"),
        ({"protocol": "1"}, "protocol"),
        ({"after": -1}, "after"),
    ],
)
async def test_jn1_jn6_a_connect_that_cannot_be_read_names_the_field(
    arrive: Arrive, other: dict[str, object], field: str
) -> None:
    aiko = await arrive()
    await aiko.join()
    assert await refusal(aiko, auth(aiko, **other)) == {
        "message": "malformed",
        "data": {"code": "malformed", "retryable": False, "details": {"field": field}},
    }


@pytest.mark.parametrize("raw", [None, [], "ticket", 7, {}])
async def test_jn1_anything_but_an_object_is_refused(arrive: Arrive, raw: object) -> None:
    aiko = await arrive()
    await aiko.join()
    assert (await refusal(aiko, raw))["message"] == "malformed"


async def test_jn2_another_protocol_is_told_so(arrive: Arrive) -> None:
    aiko = await arrive()
    await aiko.join()
    refused = await refusal(aiko, auth(aiko, protocol=2))
    assert refused["message"] == "protocol-too-old"


async def test_jn5_no_polling_no_compression_one_connect(arrive: Arrive, town: Town) -> None:
    aiko = await arrive()
    url = town.server.make_url("/w/w1/socket.io/")
    async with aiohttp.ClientSession() as session:
        polling = await session.get(url.update_query(EIO="4", transport="polling"))
        assert polling.status == 426
        pressed = await session.ws_connect(
            url.update_query(EIO="4", transport="websocket"), compress=15
        )
        assert pressed.compress == 0
        await pressed.close()
    line = await aiko.enter()
    await line.socket.send_str("40" + json.dumps(auth(aiko)))
    await line.until(lambda: line.refused)
    assert await line.ask("emote", {"emote": 1}) == {"ok": True}


async def test_jn5_only_the_one_namespace(arrive: Arrive) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    await line.socket.send_str("40/admin," + json.dumps(auth(aiko)))
    await line.until(lambda: line.refused)
    await line.socket.send_str('42/admin,["chat",{"phrase":1}]')
    assert await line.ask("emote", {"emote": 1}) == {"ok": True}
    assert line.all("chat") == []


async def test_jn5_another_site_s_page_may_not_connect(arrive: Arrive, town: Town) -> None:
    await arrive()
    url = town.server.make_url("/w/w1/socket.io/").update_query(EIO="4", transport="websocket")
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(url, headers={"Origin": "https://evil.example"})
        assert refused.value.status == 403
        own = await session.ws_connect(
            url, headers={"Origin": str(town.server.make_url("/")).rstrip("/")}
        )
        await own.close()


async def test_jn7_a_forged_or_foreign_ticket_opens_nothing(arrive: Arrive, town: Town) -> None:
    aiko = await arrive()
    await aiko.join()
    secret = town.settings.secret.get_secret_value()
    claims = Claims(visitor_id="a" * 22, instance="public", event_id=None, world="w1", seat=1)
    elsewhere = Claims(visitor_id="a" * 22, instance="public", event_id=None, world="w2", seat=1)
    for ticket in (
        aiko.ticket[:-1] + ("A" if aiko.ticket[-1] != "A" else "B"),
        issue("another secret of some length...", claims, now=town.clock()),
        issue(secret, claims, now=town.clock()),  # signed, but nobody holds that seat
        issue(secret, elsewhere, now=town.clock()),
    ):
        refused = await refusal(aiko, auth(aiko, ticket=ticket))
        assert refused["message"] == "ticket-refused"


async def test_jn7_a_ticket_is_too_old_after_twelve_hours(arrive: Arrive, town: Town) -> None:
    aiko = await arrive()
    await aiko.join()
    town.clock.advance(hours=12, seconds=1)
    assert (await refusal(aiko, auth(aiko)))["message"] == "ticket-refused"


async def test_jn7_an_event_that_closed_meanwhile_is_not_entered(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    assert event.id is not None
    aiko = await arrive()
    await aiko.join(event.slug)
    async with town.database.transaction() as session:
        await events.move(session, event.id, to=EventState.ENDED, now=town.clock())
    assert (await refusal(aiko, auth(aiko)))["message"] == "event-not-open"


async def test_jn7_who_was_removed_cannot_come_back_with_the_old_ticket(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    assert event.id is not None
    aiko = await arrive()
    await aiko.join(event.slug)
    async with town.database.reading() as session:
        visitor = await _visitor_id(aiko, town)
    async with town.database.transaction() as session:
        await events.remove_visitor(
            session,
            event_id=event.id,
            visitor_id=visitor,
            staff_id=await town.staff(),
            reason="宣伝",
            now=town.clock(),
        )
    refused = await refusal(aiko, auth(aiko))
    assert refused["data"] == {"code": "removed", "retryable": False, "details": {"reason": "宣伝"}}


async def _visitor_id(visitor: Visitor, town: Town) -> str:
    cookies = visitor.browser.client.session.cookie_jar.filter_cookies(town.server.make_url("/"))
    return cookies["passport"].value.partition(".")[0]


async def test_jn8_a_second_tab_takes_over_and_the_first_says_so(arrive: Arrive) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    watcher = await kenji.enter()
    first = await aiko.enter()
    second = await aiko.enter()
    assert second.avatar == first.avatar
    assert await first.hears("bye") == {"code": "another-tab", "retryable": False, "details": {}}
    await first.until(lambda: first.disconnected and first.closed)
    await watcher.sees(second.avatar)
    assert all(second.avatar not in news["left"] for news in watcher.all("avatars"))
    assert await second.ask("emote", {"emote": 2}) == {"ok": True}


async def test_jn8_going_from_the_town_to_an_event_leaves_the_town(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    watcher = await kenji.enter()
    before = await aiko.enter()
    await watcher.sees(before.avatar)
    aiko.ticket = ""
    inside = await aiko.enter(event=event.slug)
    assert inside.first("welcome")["instance"] == f"event-{event.slug}"
    assert inside.first("welcome")["event"]["title"] == event.title
    assert (await before.hears("bye"))["code"] == "another-tab"
    await watcher.hears("avatars", left=[before.avatar])


async def test_jn7_who_leaves_and_joins_again_at_once_is_let_in(arrive: Arrive, town: Town) -> None:
    """Found by the simulated town: the seat of the visit before was freed under the new one."""
    aiko = await arrive()
    line = await aiko.enter()
    assert await line.ask("leave", {}) == {"ok": True}
    live, feed = town.server.app[LIVE], town.server.app[PRESENCE_FEED]
    await until(lambda: len(live.instances["public"].stays) == 0)
    await aiko.join()
    await feed.tell(asyncio.get_running_loop().time())
    again = await aiko.enter()
    assert again.first("welcome")["people"] == 1
    assert await seats.taken(town.redis, "public") == 1


async def test_lm3_a_connection_that_says_nothing_is_closed(
    arrive: Arrive, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("world_server.live.gateway.JOIN_SECONDS", 0.6)
    aiko = await arrive()
    silent, refused = await aiko.open_line(), await aiko.dial({})
    inside = await aiko.enter()
    await silent.until(lambda: silent.closed)
    await refused.until(lambda: refused.closed)
    assert inside.closed is None
    await until(lambda: len(town.server.app[GATEWAY]) == 1)
    assert limits.JOIN_SECONDS == 5


async def test_lm3_a_connect_the_town_cannot_answer_in_time_is_told_so(
    arrive: Arrive, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by the simulated town: a slow database made the door hang up without a word."""
    monkeypatch.setattr("world_server.live.gateway.JOIN_SECONDS", 0.3)
    aiko = await arrive()
    await aiko.join()
    waits = asyncio.Event()
    monkeypatch.setattr(Admission, "guest", lambda *_: waits.wait())
    assert await refusal(aiko, auth(aiko)) == {
        "message": "unavailable",
        "data": {"code": "unavailable", "retryable": True, "details": {}},
    }
    assert town.server.app[LIVE].instances["public"].stays == {}


async def test_lm5_so_many_of_one_address_may_wait_and_no_more(
    arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("world_server.live.gateway.WAITING_PER_ADDRESS", 3)
    aiko = await arrive()
    inside = await aiko.enter()
    lines = [await aiko.open_line() for _ in range(3)]
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await aiko.open_line()
    assert refused.value.status == 503
    lines[0].cut()

    async def there_is_room_again() -> bool:
        try:
            await aiko.open_line()
        except aiohttp.WSServerHandshakeError:
            return False
        return True

    await until(there_is_room_again)
    assert inside.closed is None


def has_seen(line: Line, count: int) -> bool:
    return len(line.seen()) == count


async def test_a_roomful_at_once_all_get_in_and_see_each_other(arrive: Arrive, town: Town) -> None:
    people = [await arrive(f"来訪者{number}") for number in range(25)]
    lines = await asyncio.gather(*(person.enter() for person in people))
    assert len({line.avatar for line in lines}) == 25
    live = town.server.app[LIVE]
    await until(lambda: len(live.instances["public"].stays) == 25)
    for line in lines:
        await line.until(partial(has_seen, line, 25))
        assert line.seen() == {other.avatar for other in lines}
