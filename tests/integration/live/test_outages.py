"""What may fail around a world: Redis, the proxy before it, a visitor's radio. Nobody is lost."""

import asyncio
import math
from collections.abc import AsyncIterator
from functools import partial

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from live_visitors import Arrive, Line, Visitor
from patience import until
from relay import Relay
from stoppable_redis import StoppableRedis
from web_town import Town

from world_server.app import build_app
from world_server.live.instance import Instance
from world_server.live.mount import LIVE
from world_server.presence import journal, leases, roster, seats
from world_server.settings import WorldSettings

SHORT, LONG = 3.0, 20.0
"""Seconds Redis is away: in every run of the tests, and as long as it takes to start one anew."""


@pytest.fixture
async def town(
    settings: WorldSettings, own_redis: StoppableRedis, clock: ManualClock
) -> AsyncIterator[Town]:
    """A running world on a Redis of its own."""
    own = WorldSettings.model_validate({**settings.model_dump(), "redis_url": own_redis.url})
    server = TestServer(build_app(own, clock=clock))
    await server.start_server()
    running = Town(server, clock, own)
    yield running
    await running.close()
    await server.close()


@pytest.fixture
async def relay(town: Town) -> AsyncIterator[Relay]:
    """A proxy before the world."""
    assert town.server.port is not None
    async with Relay(town.server.port) as way:
        yield way


def instance_of(town: Town, line: Line) -> Instance:
    return town.server.app[LIVE].instances[line.first("welcome")["instance"]]


async def is_told(town: Town, name: str, count: int) -> bool:
    """Whether Redis knows again who is there, whose seats are held and which world has them."""
    return (
        len(await roster.present(town.redis, name)) == count
        and await seats.taken(town.redis, name) == count
        and await leases.owner(town.redis, name) == "w1"
    )


async def walks(line: Line, watchers: list[Line], x: float) -> None:
    """One step, seen by all the others."""
    pose = line.first("welcome")["pose"]
    wanted = pose["x"] + x
    async with asyncio.TaskGroup() as seeing:
        for watcher in watchers:
            seeing.create_task(
                watcher.sees(line.avatar, lambda at: math.isclose(at.x, wanted, abs_tol=0.02))
            )
        await line.move(wanted, pose["z"], y=pose["y"])


def texts(line: Line) -> list[str]:
    return [said["text"] for said in line.all("chat") if "text" in said]


def in_order(line: Line) -> bool:
    numbers = [body["n"] for name, body in line.told if name in ("chat", "emote", "announce")]
    return numbers == sorted(set(numbers))


# ── Redis ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("away", [SHORT, pytest.param(LONG, marks=pytest.mark.soak)])
async def test_redis_gone_those_inside_go_on_and_everything_heals(
    arrive: Arrive, town: Town, own_redis: StoppableRedis, away: float
) -> None:
    event = await town.event()
    people = [await arrive(name) for name in ("あいこ", "けんじ", "さくら")]
    lines = [await person.enter(event=event.slug) for person in people]
    late = await arrive("おくれ")
    name = lines[0].first("welcome")["instance"]
    await until(lambda: is_told(town, name, 3))
    own_redis.stop()
    loop = asyncio.get_running_loop()
    back_at, said = loop.time() + away, list[str]()
    while loop.time() < back_at:
        speaker = len(said) % 3
        if await lines[speaker].ask("chat", {"text": f"{len(said)}"}) == {"ok": True}:
            said.append(f"{len(said)}")
        others = [line for line in lines if line is not lines[speaker]]
        await walks(lines[speaker], others, 0.5 if len(said) % 2 else 0.25)
        refused = await late.browser.post("/api/join", {"event": event.slug})
        assert (refused.status, refused.code) == (503, "unavailable")
        assert refused.body["error"]["retryable"] is True
        await asyncio.sleep(0.5)
    assert said
    own_redis.start()
    await until(lambda: is_told(town, name, 3), seconds=20)
    joined = await late.enter(event=event.slug)
    await lines[0].hears("avatars", came=[_card(joined, "おくれ")])
    assert await joined.ask("chat", {"text": "まにあった"}) == {"ok": True}
    for line in lines:
        await line.hears("chat", text="まにあった")
        assert texts(line) == [*said, "まにあった"]
        assert in_order(line)
        assert line.closed is None


def _card(line: Line, name: str) -> dict[str, object]:
    (own,) = [card for card in line.first("welcome")["avatars"] if card["name"] == name]
    return dict(own)


async def test_redis_frozen_holds_nobody_inside_up(
    arrive: Arrive, town: Town, own_redis: StoppableRedis
) -> None:
    """It takes every command and answers none: only joining has to wait, and is told so."""
    people = [await arrive(name) for name in ("あいこ", "けんじ")]
    walker, watcher = [await person.enter() for person in people]
    late = await arrive("おくれ")
    await until(lambda: is_told(town, "public", 2))
    own_redis.freeze()
    async with asyncio.TaskGroup() as joining:
        refusal = joining.create_task(late.browser.post("/api/join", {"event": None}))
        for number in range(1, 5):
            await walks(walker, [watcher], number / 4)
            assert await walker.ask("chat", {"phrase": number}) == {"ok": True}
            await watcher.hears("chat", phrase=number)
    refused = refusal.result()
    assert (refused.status, refused.code) == (503, "unavailable")
    own_redis.thaw()
    await until(lambda: is_told(town, "public", 2), seconds=20)
    assert (await late.enter()).first("welcome")["people"] == 3
    assert in_order(watcher)
    assert [said["phrase"] for said in watcher.all("chat")] == [1, 2, 3, 4]


async def test_redis_emptied_everything_is_told_anew_and_nobody_is_thrown_out(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event(capacity=3)
    people = [await arrive(name) for name in ("あいこ", "けんじ", "さくら")]
    lines = [await person.enter(event=event.slug) for person in people]
    name = lines[0].first("welcome")["instance"]
    await until(lambda: is_told(town, name, 3))
    await lines[0].ask("chat", {"text": "まえ"})
    await lines[2].hears("chat", text="まえ")
    await town.redis.flushall()
    await until(lambda: is_told(town, name, 3))

    async def is_kept_again() -> bool:
        return any("まえ".encode() in entry for entry in await journal.kept(town.redis, name))

    await until(is_kept_again)  # for another world, though nobody has said anything since
    crowded = await (await arrive("よにんめ")).browser.post("/api/join", {"event": event.slug})
    assert crowded.code == "event-full", "the seats of those inside are theirs again"
    last = lines[2].last
    lines[2].cut()
    assert await lines[1].ask("chat", {"text": "あと"}) == {"ok": True}
    back = await people[2].enter(after=last)
    assert back.first("welcome")["resumed"] is True
    assert back.avatar == lines[2].avatar
    assert texts(back) == ["あと"]
    for line in lines[:2]:
        await line.hears("chat", text="あと")
        assert texts(line) == ["まえ", "あと"]
        assert line.closed is None
        assert not line.all("bye")


# ── the way in between ──────────────────────────────────────────────────────


async def enter_through(relay: Relay, visitor: Visitor, **how: object) -> Line:
    visitor.through = relay.url
    return await visitor.enter(**how)  # type: ignore[arg-type]


async def test_rs5_a_line_that_is_cut_without_a_word_leaves_no_ghost(
    arrive: Arrive, town: Town, relay: Relay
) -> None:
    """A radio in a tunnel: no byte and no end comes through, in either direction."""
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    watcher = await kenji.enter()
    line = await enter_through(relay, aiko)
    await walks(line, [watcher], 1.0)
    relay.hold()
    await watcher.hears("avatars", left=[line.avatar], seconds=10)
    (lost,) = [stay for stay in instance_of(town, watcher).stays.values() if not stay.is_shown]
    assert lost.guest.nickname == "あいこ"
    last, pose = line.last, line.first("welcome")["pose"]
    await relay.cut()
    relay.flow()
    back = await enter_through(relay, aiko, after=last)
    assert back.first("welcome")["resumed"] is True
    assert back.avatar == line.avatar
    assert back.first("welcome")["pose"]["x"] == pytest.approx(pose["x"] + 1, abs=0.02)


async def test_rs2_when_the_proxy_is_started_anew_everybody_goes_on(
    arrive: Arrive, town: Town, relay: Relay
) -> None:
    event = await town.event()
    people = [await arrive(f"来訪者{number}") for number in range(6)]
    lines = [await enter_through(relay, person, event=event.slug) for person in people]
    beside = await (await arrive("よこ")).enter(event=event.slug)
    for number, line in enumerate(lines):
        await walks(line, [beside], 0.5 + number / 4)
    await lines[0].ask("chat", {"text": "まえ"})
    for line in lines:
        await line.hears("chat", text="まえ")
    lasts = [line.last for line in lines]
    await relay.close()
    for line in lines:
        await line.until(partial(getattr, line, "closed"))
    missed = [f"{number}" for number in range(4)]
    for text in missed:
        assert await beside.ask("chat", {"text": text}) == {"ok": True}
    await relay.open()
    backs = await asyncio.gather(
        *(
            enter_through(relay, person, after=last)
            for person, last in zip(people, lasts, strict=True)
        )
    )
    for number, (line, back) in enumerate(zip(lines, backs, strict=True)):
        welcome, pose = back.first("welcome"), line.first("welcome")["pose"]
        assert welcome["resumed"] is True
        assert back.avatar == line.avatar
        assert welcome["pose"]["x"] == pytest.approx(pose["x"] + 0.5 + number / 4, abs=0.02)
        assert texts(back) == missed
        assert in_order(back)
    assert len(instance_of(town, beside).stays) == 7


async def test_jn8_a_second_tab_takes_over_from_one_whose_line_is_dead(
    arrive: Arrive, town: Town, relay: Relay
) -> None:
    """Nobody waits for the server to notice: the tab that is there is the one that counts."""
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    watcher = await kenji.enter()
    first = await enter_through(relay, aiko)
    await walks(first, [watcher], 1.0)
    relay.hold()
    aiko.through = ""
    second = await aiko.enter()
    assert second.avatar == first.avatar
    assert await second.ask("emote", {"emote": 1}) == {"ok": True}
    relay.flow()
    assert (await first.hears("bye"))["code"] == "another-tab"
    assert all(first.avatar not in news["left"] for news in watcher.all("avatars"))
    assert len(instance_of(town, watcher).stays) == 2
