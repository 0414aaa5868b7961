"""A connection to a real Redis for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from stoppable_redis import StoppableRedis

from world_server.presence.connection import Redis, connect


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A connection to an empty Redis."""
    connection = connect(redis_url)
    yield connection
    await connection.aclose()


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[StoppableRedis]:
    """A running Redis this test may stop."""
    server = StoppableRedis(tmp_path)
    server.start()
    yield server
    server.stop()
