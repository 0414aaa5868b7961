"""Staff's orders and the badge's states, as a visitor inside hears them."""

from datetime import timedelta

from live_visitors import Arrive, Line, Visitor
from patience import until
from sqlmodel import select
from web_town import Town

from world_server.live.mount import LIVE
from world_server.presence import orders, roster, seats
from world_server.presence.orders import Announce, EventChanged, RemoveVisitor
from world_server.store import events
from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.visit import Visit


async def inside(arrive: Arrive, event: Event, name: str = "あいこ") -> tuple[Visitor, Line]:
    visitor = await arrive(name)
    return visitor, await visitor.enter(event=event.slug)


def visitor_id(visitor: Visitor, town: Town) -> str:
    cookies = visitor.browser.client.session.cookie_jar.filter_cookies(town.server.make_url("/"))
    return cookies["passport"].value.partition(".")[0]


async def test_an1_an_announcement_reaches_everybody_in_the_event_and_only_there(
    arrive: Arrive, town: Town
) -> None:
    event, other = await town.event(), await town.event(title="別のイベント")
    assert event.id is not None
    _, line = await inside(arrive, event)
    _, elsewhere = await inside(arrive, other, "けんじ")
    said = Announce(event_id=event.id, text="楼門へどうぞ", by="観光課", at=town.clock())
    assert await orders.send(town.redis, said) >= 1
    told = await line.hears("announce")
    assert told | {"n": 0} == {
        "n": 0,
        "text": "楼門へどうぞ",
        "by": "観光課",
        "at": "2026-11-22T01:00:00Z",
    }
    assert elsewhere.all("announce") == []


async def test_an1_who_comes_later_reads_what_was_announced(arrive: Arrive, town: Town) -> None:
    event = await town.event()
    assert event.id is not None
    staff_id = await town.staff()
    async with town.database.transaction() as session:
        await events.announce(
            session,
            event_id=event.id,
            staff_id=staff_id,
            text="もうすぐ始まります",
            now=town.clock(),
        )
    _, line = await inside(arrive, event)
    assert [one["text"] for one in line.first("welcome")["announcements"]] == ["もうすぐ始まります"]


async def test_a_removed_visitor_is_told_why_and_cannot_come_back(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    assert event.id is not None
    aiko, line = await inside(arrive, event)
    _, watcher = await inside(arrive, event, "けんじ")
    await watcher.sees(line.avatar)
    who = visitor_id(aiko, town)
    staff_id = await town.staff()
    async with town.database.transaction() as session:
        await events.remove_visitor(
            session,
            event_id=event.id,
            visitor_id=who,
            staff_id=staff_id,
            reason="大声での宣伝",
            now=town.clock(),
        )
    await orders.send(town.redis, RemoveVisitor(event.id, who, "大声での宣伝"))
    goodbye = await line.hears("bye")
    assert goodbye == {
        "code": "removed",
        "retryable": False,
        "details": {"reason": "大声での宣伝"},
    }
    await watcher.hears("avatars", left=[line.avatar])
    again = await aiko.dial({"ticket": aiko.ticket, "protocol": 1, "lane": "compact"})
    refused = await again.until(lambda: again.refused)
    assert refused["data"]["code"] == "removed"
    joined = await aiko.browser.post("/api/join", {"event": event.slug})
    assert joined.code == "removed"


async def test_ev1_cl1_the_end_of_an_event_is_told_and_later_everybody_is_let_out(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    assert event.id is not None
    _, line = await inside(arrive, event)
    live = town.server.app[LIVE]
    instance = live.instances[f"event-{event.slug}"]
    async with town.database.transaction() as session:
        await events.move(session, event.id, to=EventState.ENDED, now=town.clock())
    await orders.send(town.redis, EventChanged(event.id))
    assert (await line.hears("event", state="ended"))["slug"] == event.slug
    refused = await line.ask("chat", {"text": "ありがとう"})
    assert refused["code"] == "not-allowed"
    assert line.closed is None
    instance._farewell_at = 0.0
    assert (await line.hears("bye"))["code"] == "event-ended"
    await line.until(lambda: line.disconnected)

    async def the_visit_is_closed() -> bool:
        async with town.database.reading() as session:
            visits = (await session.exec(select(Visit))).all()
        return [visit.ended_at is not None for visit in visits] == [True]

    await until(the_visit_is_closed)


async def test_ev1_a_lost_order_is_made_up_for_by_looking_at_the_tables(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    assert event.id is not None
    aiko, line = await inside(arrive, event)
    _, other = await inside(arrive, event, "けんじ")
    staff_id = await town.staff()
    async with town.database.transaction() as session:
        await events.remove_visitor(
            session,
            event_id=event.id,
            visitor_id=visitor_id(aiko, town),
            staff_id=staff_id,
            reason="宣伝",
            now=town.clock(),
        )
        await events.announce(
            session,
            event_id=event.id,
            staff_id=staff_id,
            text="聞こえますか",
            now=town.clock(),
        )
    await town.redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
    assert (await line.hears("bye"))["code"] == "removed"
    assert (await other.hears("announce"))["text"] == "聞こえますか"


async def test_bd1_each_state_of_a_badge_is_told_once(arrive: Arrive, town: Town) -> None:
    event = await town.event()
    assert event.id is not None
    aiko, line = await inside(arrive, event)
    live = town.server.app[LIVE]
    (stay,) = live.instances[f"event-{event.slug}"].stays.values()
    stay.account.measure(3600, at=town.clock())
    told = await line.hears("badge")
    assert told | {"n": 0, "proof": ""} == {
        "n": 0,
        "id": 1,
        "title": event.title,
        "state": "queued",
        "proof": "",
    }
    assert told["proof"].startswith("/proof/0x")
    for state in (AwardState.BATCHED, AwardState.MINED, AwardState.FINAL):
        town.clock.advance(seconds=1)
        async with town.database.transaction() as session:
            (award,) = (await session.exec(select(Award))).all()
            award.state, award.updated_at = state, town.clock()
            session.add(award)
        assert (await line.hears("badge", state=state.value))["id"] == 1
    assert [one["state"] for one in line.all("badge")] == ["queued", "batched", "mined", "final"]
    assert aiko.name == "あいこ"


async def test_ev1_attended_seconds_are_told_when_they_are_written_down(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    aiko, line = await inside(arrive, event)
    live = town.server.app[LIVE]
    (stay,) = live.instances[f"event-{event.slug}"].stays.values()
    stay.account.measure(700, at=town.clock() + timedelta(seconds=1))
    told = await line.hears("event", attended_seconds=700)
    assert told["needed_seconds"] == 2160
    assert await line.ask("leave", {}) == {"ok": True}
    aiko.ticket = ""
    again = await aiko.enter(event=event.slug)
    assert again.first("welcome")["event"]["attended_seconds"] >= 700


async def test_staff_see_who_is_here_and_seats_follow(arrive: Arrive, town: Town) -> None:
    event = await town.event()
    instance = f"event-{event.slug}"
    aiko, line = await inside(arrive, event)

    async def aiko_is_here() -> bool:
        present = await roster.present(town.redis, instance)
        return [one.nickname for one in present] == ["あいこ"]

    await until(aiko_is_here)
    (present,) = await roster.present(town.redis, instance)
    assert present.visitor_id == visitor_id(aiko, town)
    assert present.avatar == line.avatar
    assert present.place == "torii"  # the event's place is not in the data, so the spawn
    assert await seats.taken(town.redis, instance) == 1
    await line.ask("leave", {})

    async def nobody_is_here() -> bool:
        return (
            await seats.taken(town.redis, instance) == 0
            and await roster.present(town.redis, instance) == []
        )

    await until(nobody_is_here)
