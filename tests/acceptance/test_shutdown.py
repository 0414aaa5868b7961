"""A world with visitors inside is told to stop: all hear it, nothing is lost, and it is quick."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from live_visitors import Visitor
from patience import until
from servers import free_port
from sqlmodel import select
from web_town import AIKO
from yarl import URL

from world_server.store.database import Database
from world_server.store.tables.visit import Visit

IN_TIME = 10.0
"""Docker's patience before it kills."""

PEOPLE = 30

RUN = """
from world_server.app import run
from world_server.settings import WorldSettings

run(WorldSettings.from_environment())
"""


@dataclass
class Answer:
    """Status and body of one answer."""

    status: int
    body: Any


class RemoteBrowser:
    """A browser of a world in another process."""

    def __init__(self, origin: URL) -> None:
        self._origin = origin
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def post(self, path: str, json: object) -> Answer:
        async with self._session.post(self._origin.with_path(path), json=json) as answer:
            return Answer(answer.status, await answer.json())

    async def arrive(self, **other: object) -> Answer:
        return await self.post("/api/passport", {**AIKO, **other})

    async def close(self) -> None:
        await self._session.close()


@dataclass
class World:
    """A world process of its own, and the people in it."""

    process: Process
    origin: URL
    people: list[Visitor]

    async def visitor(self, name: str) -> Visitor:
        server = SimpleNamespace(make_url=lambda path: self.origin.join(URL(path)))
        town: Any = SimpleNamespace(server=server, settings=SimpleNamespace(world_name="w1"))
        browser: Any = RemoteBrowser(self.origin)
        assert (await browser.arrive(nickname=name)).status == 201
        self.people.append(Visitor(town, browser, name))
        return self.people[-1]

    async def stop(self, how: signal.Signals) -> float:
        """Seconds from the signal to the end of the process."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        self.process.send_signal(how)
        await asyncio.wait_for(self.process.wait(), 30)
        return loop.time() - began


@asynccontextmanager
async def world(environment: dict[str, str]) -> AsyncIterator[World]:
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        RUN,
        env={"PATH": os.defpath, "KASHIMA_PORT": str(port), **environment},
        stdout=PIPE,
        stderr=PIPE,
    )
    running = World(process, URL(f"http://127.0.0.1:{port}"), [])
    try:
        await until(lambda: _answers(running), seconds=40)
        yield running
    finally:
        for person in running.people:
            await person.close()
            await person.browser.close()  # type: ignore[attr-defined]
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def _answers(running: World) -> bool:
    assert running.process.returncode is None, await running.process.communicate()
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(running.origin.with_path("/healthz")) as answer,
        ):
            return answer.status == 200
    except aiohttp.ClientError:
        return False


@pytest.fixture
def environment(sqlite_url: str, redis_url: str, tmp_path: Any) -> dict[str, str]:
    (tmp_path / "index.html").write_text("<!doctype html>")
    return {
        "KASHIMA_DATABASE_URL": sqlite_url,
        "KASHIMA_REDIS_URL": redis_url,
        "KASHIMA_SECRET": "ticket-secret-" * 3,
        "KASHIMA_RECORDED_GUIDE_TOURS": "",
        "KASHIMA_CLIENT_DIR": str(tmp_path),
    }


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_cl1_a_world_with_people_inside_stops_in_time_and_loses_nothing(
    environment: dict[str, str], sqlite_url: str, how: signal.Signals
) -> None:
    async with world(environment) as running:
        people = [await running.visitor(f"人{number}") for number in range(PEOPLE)]
        lines = [await person.enter() for person in people]
        deaf = lines[0]
        connection = deaf.socket._response.connection
        assert connection is not None
        assert connection.transport is not None
        connection.transport.pause_reading()
        silent = await people[1].open_line()
        assert await lines[2].ask("emote", {"emote": 1}) == {"ok": True}
        await asyncio.sleep(1.1)  # so that there is a second to be written down
        assert await running.stop(how) < IN_TIME
        assert running.process.returncode == 0
        for line in lines[1:]:
            await line.until(partial(getattr, line, "closed"))
            assert line.first("bye") == {"code": "restart", "retryable": True, "details": {}}
        await silent.until(lambda: silent.closed)
    database = Database(sqlite_url)
    async with database.reading() as session:
        visits = (await session.exec(select(Visit))).all()
    await database.close()
    assert len(visits) == PEOPLE
    assert all(visit.ended_at is not None for visit in visits)
    assert all(visit.active_seconds >= 1 for visit in visits)
