"""A running world over HTTP for each test, on a real database and a real Redis."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from stoppable_redis import StoppableRedis
from web_town import CLIENT_FILES, Browser, Town

from world_server.app import build_app
from world_server.settings import WorldSettings


@pytest.fixture
def client_dir(tmp_path: Path) -> Path:
    """A built client, small."""
    folder = tmp_path / "dist"
    for name, content in CLIENT_FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "outside.txt").write_text("not for visitors")
    return folder


@pytest.fixture
def settings(sqlite_url: str, redis_url: str, client_dir: Path) -> WorldSettings:
    """Settings of a world for one test; a test file may override this fixture."""
    return WorldSettings.model_validate(
        {
            "database_url": sqlite_url,
            "redis_url": redis_url,
            "secret": "ticket-secret-" * 3,
            "metrics_token": "metrics-token",
            "client_dir": client_dir,
            "recorded_guide_tours": (),
        }
    )


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
async def browser(town: Town) -> Browser:
    """The first visitor's browser."""
    return await town.browser()


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[StoppableRedis]:
    """A running Redis this test may stop."""
    folder = tmp_path / "redis"
    folder.mkdir()
    server = StoppableRedis(folder)
    server.start()
    yield server
    server.stop()
