"""Any standard Socket.IO v4 client can take part: python-socketio's own, and the JavaScript one."""

import asyncio
import json
import math
import struct
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import socketio  # type: ignore[import-untyped]  # no types
from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from patience import until
from web_town import Town

from world_server.app import build_app
from world_server.settings import WorldSettings

HERE = Path(__file__).parent
CLIENT = HERE.parents[1] / "assets" / "client"


@pytest.fixture
async def town(
    sqlite_url: str, redis_url: str, tmp_path: Path, clock: ManualClock
) -> AsyncIterator[Town]:
    """A running world."""
    (tmp_path / "index.html").write_text("<!doctype html>")
    settings = WorldSettings.model_validate(
        {
            "database_url": sqlite_url,
            "redis_url": redis_url,
            "secret": "ticket-secret-" * 3,
            "client_dir": tmp_path,
            "recorded_guide_tours": (),
        }
    )
    server = TestServer(build_app(settings, clock=clock))
    await server.start_server()
    running = Town(server, clock, settings)
    yield running
    await running.close()
    await server.close()


class Python:
    """A visitor written from PROTOCOL.md alone, on python-socketio's own client."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.socket = socketio.AsyncClient(reconnection=False)
        self.told: list[tuple[str, Any]] = []
        self.poses: dict[int, tuple[float, float]] = {}
        self.refused: Any = None
        for name in ("welcome", "avatars", "chat", "emote", "announce", "correct", "bye"):
            self.socket.on(name, lambda body, name=name: self.told.append((name, body)))
        self.socket.on("poses", self._poses)
        self.socket.on("connect_error", self._refused)

    async def join(self) -> tuple[str, str]:
        browser = await self.town.browser()
        await browser.arrive(nickname="パイ")
        told = (await browser.post("/api/join", {"event": None})).body
        return told["ticket"], told["path"]

    async def connect(self, ticket: str, path: str, **other: object) -> None:
        await self.socket.connect(
            str(self.town.server.make_url("/")),
            auth={"ticket": ticket, "protocol": 1, "lane": "events", **other},
            transports=["websocket"],
            socketio_path=path,
        )
        await until(lambda: bool(self.all("welcome")))

    def all(self, name: str) -> list[Any]:
        return [body for told, body in self.told if told == name]

    @property
    def welcome(self) -> Any:
        return self.all("welcome")[0]

    def _refused(self, why: object) -> None:
        self.refused = why

    def _poses(self, frame: bytes) -> None:
        bounds = self.welcome["bounds"]
        count = struct.unpack_from("<H", frame, 2)[0]
        assert len(frame) == 8 + 10 * count
        for at in range(8, len(frame), 10):
            avatar, x, z = struct.unpack_from("<HHH", frame, at)
            self.poses[avatar] = (bounds["minX"] + x * 0.02, bounds["minZ"] + z * 0.02)


class JavaScript:
    """The same on the plain JavaScript client, as a program of its own."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.happened: list[dict[str, Any]] = []

    async def listen(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.happened.append(json.loads(line))

    def all(self, what: str, **parts: object) -> list[dict[str, Any]]:
        return [
            one
            for one in self.happened
            if one["what"] == what and all(one.get(name) == part for name, part in parts.items())
        ]

    async def says(self, what: str, **parts: object) -> dict[str, Any]:
        await until(lambda: bool(self.all(what, **parts)), seconds=20)
        return self.all(what, **parts)[0]

    async def order(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n".encode())
        await self.process.stdin.drain()


@asynccontextmanager
async def javascript(town: Town, nickname: str) -> AsyncIterator[JavaScript]:
    """The program, running; ended if it did not end by itself."""
    origin = str(town.server.make_url("/")).rstrip("/")
    process = await asyncio.create_subprocess_exec(
        "node", HERE / "standard_client.mjs", origin, CLIENT, nickname, stdin=PIPE, stdout=PIPE
    )
    client = JavaScript(process)
    listening = asyncio.ensure_future(client.listen())
    try:
        yield client
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await listening


def is_near(avatars: dict[str, Any], avatar: int, x: float, z: float) -> bool:
    seen = avatars.get(str(avatar))
    return seen is not None and math.dist((seen["x"], seen["z"]), (x, z)) < 0.03


async def test_jn3_python_and_javascript_meet_with_nothing_but_the_documented_events(
    town: Town,
) -> None:
    python = Python(town)
    await python.connect(*await python.join())
    async with javascript(town, "Jay") as jay:
        welcome = await jay.says("welcome")
        here = python.welcome["pose"]
        assert {card["name"] for card in welcome["avatars"]} == {"パイ", "Jay"}
        # JavaScript walked 1.25 m east; Python sees it there.
        pose = welcome["pose"]
        there = (pose["x"] + 1.25, pose["z"] - 0.5)
        await until(
            lambda: math.dist(python.poses.get(welcome["avatar"], (1e9, 1e9)), there) < 0.03
        )
        # Python walks; JavaScript sees it.
        step = {"seq": 1, "x": here["x"] - 1, "y": here["y"], "z": here["z"], "yaw": 0, "state": 2}
        await python.socket.emit("move", step)
        await until(
            lambda: any(
                is_near(frame["avatars"], python.welcome["avatar"], here["x"] - 1, here["z"])
                for frame in jay.all("poses")
            )
        )
        # They talk.
        assert (await jay.says("answer", to="chat"))["is"] == {"ok": True}
        assert (await jay.says("answer", to="text"))["is"]["code"] == "not-allowed"
        assert (await jay.says("answer", to="emote"))["is"] == {"ok": True}
        await until(lambda: [said["phrase"] for said in python.all("chat")] == [2])
        await until(lambda: [shown["emote"] for shown in python.all("emote")] == [1])
        assert await python.socket.call("chat", {"phrase": 9}) == {"ok": True}
        assert (await jay.says("chat", phrase=9))["name"] == "パイ"
        # A cheat is put right.
        await python.socket.emit("move", {**step, "seq": 2, "x": here["x"] + 90})
        await until(lambda: bool(python.all("correct")))
        # One leaves, the other sees it.
        await jay.order("leave")
        assert (await jay.says("bye"))["code"] == "left"
        await jay.says("disconnect", reason="io server disconnect")
        await until(lambda: any(welcome["avatar"] in one["left"] for one in python.all("avatars")))
    await python.socket.disconnect()


async def test_rs2_python_s_client_comes_back_with_its_last_number(town: Town) -> None:
    first = Python(town)
    ticket, path = await first.join()
    await first.connect(ticket, path)
    assert await first.socket.call("chat", {"phrase": 1}) == {"ok": True}
    last = max(body["n"] for _, body in first.told if "n" in body)
    await first.socket.eio.ws.close()
    back = Python(town)
    await back.connect(ticket, path, after=last)
    assert back.welcome["resumed"] is True
    assert back.welcome["avatar"] == first.welcome["avatar"]
    await back.socket.disconnect()
    await first.socket.disconnect()


async def test_jn6_a_refusal_reaches_a_standard_client(town: Town) -> None:
    python = Python(town)
    _, path = await python.join()
    with pytest.raises(socketio.exceptions.ConnectionError):
        await python.connect("no ticket", path)
    assert python.refused == {
        "message": "ticket-refused",
        "data": {"code": "ticket-refused", "retryable": True, "details": {}},
    }
