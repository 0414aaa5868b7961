"""A running world with its live town, on a real database and a real Redis."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from fair import Fair, fair_running
from fixed_time import ManualClock
from live_visitors import Arrive, Visitor
from stoppable_redis import StoppableRedis
from web_town import Town

from world_server.app import build_app
from world_server.settings import WorldSettings


@pytest.fixture
def settings(sqlite_url: str, redis_url: str, tmp_path: Path) -> WorldSettings:
    """Settings of a world for one test."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "index.html").write_text("<!doctype html>")
    return WorldSettings.model_validate(
        {
            "database_url": sqlite_url,
            "redis_url": redis_url,
            "secret": "ticket-secret-" * 3,
            "client_dir": tmp_path / "dist",
            "recorded_guide_tours": (),
        }
    )


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[StoppableRedis]:
    """A Redis this test may stop."""
    folder = tmp_path / "redis"
    folder.mkdir()
    server = StoppableRedis(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture
async def town(settings: WorldSettings, clock: ManualClock) -> AsyncIterator[Town]:
    """A running world."""
    server = TestServer(build_app(settings, clock=clock))
    await server.start_server()
    running = Town(server, clock, settings)
    yield running
    await running.close()
    await server.close()


@pytest.fixture
async def arrive(town: Town) -> AsyncIterator[Arrive]:
    """Gives visitors with a passport; their lines are closed before the town is."""
    arrived: list[Visitor] = []

    async def one(name: str = "あいこ", **other: object) -> Visitor:
        arrived.append(await Visitor.arrives(town, name, **other))
        return arrived[-1]

    yield one
    for visitor in arrived:
        await visitor.close()
    for visitor in arrived:
        visitor.check()


@pytest.fixture
async def fair(
    settings: WorldSettings, own_redis: StoppableRedis, clock: ManualClock
) -> AsyncIterator[Fair]:
    """Two worlds of one town with an event over three instances."""
    async with fair_running(settings, own_redis, clock) as running:
        yield running
