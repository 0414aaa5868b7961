"""The fast way leans on private names; without them the town still works the public way."""

import asyncio
import gc
import math
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import pairwise
from types import SimpleNamespace

import engineio  # type: ignore[import-untyped]  # no types
import pytest
import socketio  # type: ignore[import-untyped]  # no types
from aiohttp.test_utils import TestServer
from aiohttp.web_protocol import RequestHandler
from fixed_time import ManualClock
from live_visitors import MOVE, Arrive, Visitor
from patience import until
from web_town import Town

from world_server.app import build_app
from world_server.live.driver import Way, install, way_of
from world_server.live.mount import GATEWAY
from world_server.settings import WorldSettings


def test_the_private_names_the_fast_way_leans_on_are_still_there() -> None:
    """When this fails after an upgrade the town runs on, slower: read live/driver.py."""
    server = socketio.AsyncServer(async_mode="aiohttp")
    assert way_of(server) is Way.TAPPED
    assert {"websocket", "translate_request", "make_response"} <= set(server.eio._async)
    assert "_payload_parser" in RequestHandler.__slots__
    assert isinstance(server.eio, engineio.AsyncServer)
    assert {"basic_enter_room", "basic_disconnect"} <= set(dir(socketio.AsyncManager))


def test_without_a_private_name_the_next_way_is_taken_and_the_log_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server = SimpleNamespace(eio=SimpleNamespace())
    assert install(server) is Way.PUBLIC
    assert "WebSockets are read and written" in caplog.text
    monkeypatch.setattr("world_server.live.driver.RequestHandler", object)
    assert way_of(socketio.AsyncServer(async_mode="aiohttp")) is Way.DRIVEN
    monkeypatch.delattr(engineio.async_socket.AsyncSocket, "_send_ping")
    assert way_of(socketio.AsyncServer(async_mode="aiohttp")) is Way.PUBLIC


@pytest.fixture(params=[Way.TAPPED, Way.DRIVEN, Way.PUBLIC])
async def town(
    request: pytest.FixtureRequest,
    settings: WorldSettings,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Town]:
    monkeypatch.setattr("world_server.live.driver.way_of", lambda _: request.param)
    server = TestServer(build_app(settings, clock=clock))
    await server.start_server()
    assert server.app[GATEWAY].way is request.param
    running = Town(server, clock, settings)
    yield running
    await running.close()
    await server.close()


@pytest.mark.parametrize("lane", ["compact", "events"])
async def test_every_way_walks_talks_corrects_and_comes_back(arrive: Arrive, lane: str) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    walker, watcher = await aiko.enter(lane=lane), await kenji.enter()
    pose = walker.first("welcome")["pose"]
    await walker.move(pose["x"] + 1, pose["z"], y=pose["y"])
    await watcher.sees(
        walker.avatar, lambda seen: math.isclose(seen.x, pose["x"] + 1, abs_tol=0.02)
    )
    await walker.move(pose["x"] + 100, pose["z"] + 100, y=pose["y"], seq=5)
    assert (await walker.hears("correct"))["seq"] == 5
    assert await watcher.ask("chat", {"phrase": 2}) == {"ok": True}
    await walker.hears("chat", phrase=2)
    last = walker.last
    walker.cut()
    assert await watcher.ask("chat", {"phrase": 3}) == {"ok": True}
    back = await aiko.enter(lane=lane, after=last)
    assert back.first("welcome")["resumed"] is True
    assert [said["phrase"] for said in back.all("chat")] == [3]
    assert await back.ask("leave", {}) == {"ok": True}
    assert (await back.hears("bye"))["code"] == "left"
    await back.until(lambda: back.closed)


async def test_rs5_every_way_pings_as_it_said_and_who_answers_stays(arrive: Arrive) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    answers, keeps_silent = await aiko.enter(), await kenji.enter()
    keeps_silent.answers_pings = False
    for line in (answers, keeps_silent):
        assert (line.opened["pingInterval"], line.opened["pingTimeout"]) == (3000, 4000)
    await keeps_silent.until(lambda: keeps_silent.closed, seconds=12)
    await answers.until(lambda: len(answers.pings) >= 3, seconds=15)
    between = [later - earlier for earlier, later in pairwise(answers.pings)]
    assert min(between) > 2, "no second ping of the library's beside ours"
    assert answers.closed is None


async def test_every_way_ends_hostile_and_flooding_connections(arrive: Arrive) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    hostile, floods = await aiko.enter(), await kenji.enter()
    for _ in range(12):
        await hostile.socket.send_bytes(b"\x07" * 12)
    assert (await hostile.hears("bye"))["code"] == "hostile"
    for _ in range(300):
        await floods.socket.send_bytes(MOVE.pack(1, 0, 1, 5, 5, 0, 0, 0))
    assert (await floods.hears("bye"))["code"] == "flood"


async def test_a_connection_that_ended_does_not_wait_for_the_collector(
    arrive: Arrive, town: Town
) -> None:
    """What it leaves behind is gone with it: see live/driver.py and collector.py."""
    gateway = town.server.app[GATEWAY]
    if gateway.way is Way.PUBLIC:
        pytest.skip("the library's own driver leaves its errors to the collector")
    people = [await arrive(f"人{number}") for number in range(3)]
    lines = [await person.enter() for person in people]
    ended = [weakref.ref(connection) for connection in gateway._open]
    assert len(ended) == 3
    gc.disable()
    try:
        lines[0].cut()
        await lines[1].socket.close()
        await lines[2].ask("leave", {})
        await until(lambda: not any(left() for left in ended))
    finally:
        gc.enable()


async def test_nobody_takes_a_room_and_nothing_is_left_of_who_leaves(
    arrive: Arrive, town: Town
) -> None:
    """Leaving costs the same however many are here: see OneRoom in live/driver.py."""
    manager = town.server.app[GATEWAY]._server.manager
    people = [await arrive(f"人{number}") for number in range(4)]
    lines = [await person.enter() for person in people]
    refused = await people[0].dial({"ticket": "no", "protocol": 1, "lane": "compact"})
    await refused.until(lambda: refused.refused)
    assert list(manager.rooms["/"]) == [None]
    await until(lambda: len(manager.rooms["/"][None]) == 4)
    lines[0].cut()
    await lines[1].socket.close()
    await lines[2].ask("leave", {})
    await until(lambda: len(manager.rooms["/"][None]) == 1)
    lines[3].cut()
    await until(lambda: manager.rooms == {})
    assert manager.pending_connect == manager.pending_disconnect == manager.callbacks == {}


async def test_who_is_gone_before_the_upgrade_leaves_nothing(town: Town) -> None:
    if town.server.app[GATEWAY].way is Way.PUBLIC:
        pytest.skip("the library's own watch for silence takes care of them, in its time")
    library = town.server.app[GATEWAY]._server
    path = f"/w/{town.settings.world_name}/socket.io/?EIO=4&transport=websocket"
    upgrade = (
        f"GET {path} HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    ).encode()
    seen = asyncio.Event()
    library.eio.on("connect", _noting(library.eio.handlers["connect"], seen))
    for _ in range(20):
        _, writer = await asyncio.open_connection("127.0.0.1", town.server.port)
        writer.write(upgrade)
        writer.transport.abort()
    await asyncio.wait_for(seen.wait(), 10)
    await until(lambda: not len(town.server.app[GATEWAY]))
    await until(lambda: library.eio.sockets == {} and library.environ == {})


def _noting(
    handler: Callable[..., Awaitable[object]], seen: asyncio.Event
) -> Callable[..., Awaitable[object]]:
    async def noting(*told: object) -> object:
        seen.set()
        return await handler(*told)

    return noting


async def test_every_way_says_goodbye_when_the_world_stops(arrive: Arrive, town: Town) -> None:
    people: list[Visitor] = [await arrive(f"人{number}") for number in range(3)]
    lines = [await person.enter() for person in people]
    began = asyncio.get_running_loop().time()
    await town.server.close()
    assert asyncio.get_running_loop().time() - began < 10
    for line in lines:
        assert line.first("bye")["code"] == "restart"
