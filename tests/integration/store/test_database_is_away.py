"""A database that cannot be opened is said at once, and leaves nothing running behind."""

import asyncio
import threading
from pathlib import Path

import pytest
from postgres_cuts import closed_to_all
from sqlalchemy import func, select, text

from world_server.errors import Unavailable
from world_server.store.database import Database

LONG = """
    WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 5000000)
    SELECT count(*) FROM number
"""


async def test_a_file_that_cannot_be_opened_leaves_no_thread_behind(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/nowhere/kashima.db")
    try:
        assert not await database.is_answering()
        assert set(threading.enumerate()) <= before
    finally:
        await database.close()


async def test_what_was_cancelled_in_the_middle_has_ended_when_the_database_is_closed(
    tmp_path: Path,
) -> None:
    before = set(threading.enumerate())
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/kashima.db")

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1), database.reading() as session:
            await (await session.connection()).execute(text(LONG))
    await database.close()
    left = {one for one in set(threading.enumerate()) - before if "connection_worker" in one.name}
    assert left == set()


async def test_a_transaction_that_had_to_give_way_may_be_tried_again(postgres_url: str) -> None:
    database = Database(postgres_url)
    both_hold = asyncio.Barrier(2)

    async def lock(first: int, second: int) -> None:
        async with database.transaction() as session:
            await (await session.connection()).execute(select(func.pg_advisory_xact_lock(first)))
            await both_hold.wait()
            await (await session.connection()).execute(select(func.pg_advisory_xact_lock(second)))

    try:
        outcomes = await asyncio.gather(lock(1, 2), lock(2, 1), return_exceptions=True)
    finally:
        await database.close()
    assert sorted(map(type, outcomes), key=str) == sorted([type(None), Unavailable], key=str)


async def test_a_server_that_takes_nobody_in_is_away_and_no_mistake(postgres_url: str) -> None:
    """As while it starts, stops or is moved: waited out, and nobody's process ends over it."""
    database = Database(postgres_url)
    try:
        assert await database.is_answering()
        async with closed_to_all(postgres_url):
            assert not await database.is_answering()
        assert await database.is_answering()
    finally:
        await database.close()
