"""Coming back: after a cut line, after silence, after a restart of the world; and slow readers."""

import asyncio
import math
import socket
from functools import partial

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from live_visitors import Arrive, Line
from patience import until
from web_town import Town

from world_server.app import build_app
from world_server.live.connection import Connection
from world_server.live.instance import Instance
from world_server.live.mount import GATEWAY, LIVE
from world_server.live.stay import Stay
from world_server.protocol import limits
from world_server.protocol.frames import TextWrite
from world_server.settings import WorldSettings


def public(town: Town) -> Instance:
    return town.server.app[LIVE].instances["public"]


async def test_rs1_rs2_a_cut_line_gives_back_the_avatar_and_what_was_missed(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    line = await aiko.enter(event=event.slug)
    speaks = await kenji.enter(event=event.slug)
    pose = line.first("welcome")["pose"]
    await line.move(pose["x"] + 2, pose["z"], y=pose["y"])
    await speaks.sees(line.avatar, lambda seen: math.isclose(seen.x, pose["x"] + 2, abs_tol=0.02))
    await speaks.ask("chat", {"text": "まえ"})
    await line.hears("chat", text="まえ")
    last = line.last
    line.cut()
    await until(lambda: next(iter(_stays(town))).away_since is not None)
    for text in ("いち", "に", "さん"):
        assert await speaks.ask("chat", {"text": text}) == {"ok": True}
    back = await aiko.enter(after=last)
    assert [said["text"] for said in back.all("chat")] == ["いち", "に", "さん"]
    welcome = back.first("welcome")
    assert welcome["resumed"] is True
    assert welcome["avatar"] == line.first("welcome")["avatar"]
    assert welcome["pose"]["x"] == pytest.approx(pose["x"] + 2, abs=0.02)
    numbers = [body["n"] for _, body in back.told if "n" in body]
    assert numbers == [last + 1, last + 2, last + 3, last + 3], "and then the welcome's"
    assert all(line.avatar not in news["left"] for news in speaks.all("avatars"))


def _stays(town: Town) -> list[Stay]:
    live = town.server.app[LIVE]
    return [stay for instance in live.instances.values() for stay in instance.stays.values()]


async def test_rs3_without_a_number_everything_begins_again(arrive: Arrive) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    line.cut()
    back = await aiko.enter()
    assert back.first("welcome")["resumed"] is False
    assert back.first("welcome")["n"] == line.first("welcome")["n"], "nobody said anything"
    assert back.avatar == line.avatar


async def test_rs4_after_a_restart_of_the_world_one_stands_where_one_stood(
    arrive: Arrive, town: Town, settings: WorldSettings, clock: ManualClock
) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    pose = line.first("welcome")["pose"]
    await line.move(pose["x"] + 3, pose["z"] + 1, y=pose["y"])
    await line.sees(line.avatar, lambda seen: math.isclose(seen.x, pose["x"] + 3, abs_tol=0.02))
    last = line.last
    await town.server.close()
    assert line.first("bye") == {"code": "restart", "retryable": True, "details": {}}
    assert not line.disconnected
    again = TestServer(build_app(settings, clock=clock))
    await again.start_server()
    town.server = again
    back = await aiko.enter(after=last)
    welcome = back.first("welcome")
    assert (welcome["avatar"], welcome["resumed"]) == (line.avatar, True)
    assert welcome["n"] >= last
    assert welcome["pose"]["x"] == pytest.approx(pose["x"] + 3, abs=0.02)
    await aiko.close()
    await again.close()


async def test_rs5_silence_makes_a_ghost_and_ghosts_are_gone_within_ten_seconds(
    arrive: Arrive, town: Town
) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    line, watcher = await aiko.enter(), await kenji.enter()
    await watcher.sees(line.avatar)
    loop = asyncio.get_running_loop()
    line.answers_pings = False
    silent_from = loop.time()
    await watcher.hears("avatars", left=[line.avatar], seconds=12)
    assert loop.time() - silent_from < 10 + limits.PING_SECONDS
    assert line.avatar not in (await watcher.sees(watcher.avatar)).avatars
    assert len(public(town).stays) == 2, "the avatar is kept for a return"
    back = await aiko.enter(after=line.last)
    assert back.first("welcome")["resumed"] is True
    await watcher.hears("avatars", left=[])


def has_heard(line: Line, welcomes: int) -> bool:
    return len(line.all("welcome")) > welcomes


def of_client(line: Line) -> asyncio.Transport:
    reading = line.socket._response.connection
    assert reading is not None
    assert reading.transport is not None
    return reading.transport


def stop_reading(line: Line, connection: Connection) -> asyncio.Transport:
    """The client stops reading, and little fits on the way; gives the server's transport."""
    own: asyncio.Transport = connection._transport  # type: ignore[attr-defined]
    own.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    other = of_client(line)
    other.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    other.pause_reading()
    return own


def resume_reading(line: Line) -> None:
    of_client(line).resume_reading()


async def test_ps6_lm6_a_reader_that_stops_costs_little_and_delays_nobody(
    arrive: Arrive, town: Town
) -> None:
    """The slow one is let go at 192 KiB, and everybody else hears everything in time."""
    event = await town.event()
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    slow, quick = await aiko.enter(event=event.slug), await kenji.enter(event=event.slug)
    instance = town.server.app[LIVE].instances[f"event-{event.slug}"]
    stays = {stay.guest.nickname: stay for stay in instance.stays.values()}
    connection = stays["あいこ"].connection
    assert connection is not None
    transport = stop_reading(slow, connection)
    sent = most = 0
    now = asyncio.get_running_loop().time()
    while connection.ended is None:
        for _ in range(50):
            instance.conversation.tell_state(
                instance._welcome(stays["けんじ"], [], resumed=False, now=now)
            )
        sent += 50
        most = max(most, transport.get_write_buffer_size())
        await quick.until(partial(has_heard, quick, sent))
        assert sent < 40_000, "never let go"
    assert connection.ended.code == "slow-reader"
    assert most <= limits.UNREAD_BYTES + 65_536
    assert stays["あいこ"].connection is None
    assert len(instance.stays) == 2
    back = await aiko.enter(after=slow.last)
    assert back.avatar == slow.first("welcome")["avatar"]


async def test_ps6_a_slow_reader_skips_beats(arrive: Arrive, town: Town) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    (stay,) = public(town).stays.values()
    connection = stay.connection
    assert connection is not None
    transport = stop_reading(line, connection)
    while transport.get_write_buffer_size() <= limits.STALE_BYTES:
        connection.tell(TextWrite('2["filler",{"x":"' + "x" * 4000 + '"}]'))
        await asyncio.sleep(0.01)
    before = transport.get_write_buffer_size()
    await until(lambda: connection.traffic.skipped >= 1, seconds=5)
    assert transport.get_write_buffer_size() <= before + 256
    resume_reading(line)
    line.frames.clear()
    await line.sees(line.avatar)


async def test_cl1_cl2_when_the_world_stops_everybody_is_told_to_come_back(
    arrive: Arrive, town: Town
) -> None:
    lines = [await (await arrive(f"人{number}")).enter() for number in range(5)]
    gateway = town.server.app[GATEWAY]
    began = asyncio.get_running_loop().time()
    await town.server.close()
    assert asyncio.get_running_loop().time() - began < 10
    assert len(gateway) == 0
    for line in lines:
        assert line.first("bye") == {"code": "restart", "retryable": True, "details": {}}
        assert not line.disconnected
        await line.until(partial(getattr, line, "closed"))
        assert line.closed == 1012
