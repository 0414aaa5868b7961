"""SQLite has one write lock: whoever waits for it gets it, however busy two others are."""

import asyncio

from fixed_time import MORNING

from world_server.store.clock import visit_day
from world_server.store.database import Database
from world_server.store.tables.visit import Visit

HOLD_SECONDS, PAUSE_SECONDS = 0.004, 0.002
WAITS = 100
MOST_TURNS = 25
"""Left to itself, SQLite lets some forty others go first; asked often, fewer than ten."""


def stay() -> Visit:
    return Visit(
        visitor_id=None,
        instance="town/1",
        day=visit_day(MORNING),
        started_at=MORNING,
        last_seen_at=MORNING,
        remembered=False,
    )


async def test_a_third_writer_is_not_passed_over_by_two_busy_ones(sqlite_url: str) -> None:
    turns = 0

    async def busy(database: Database) -> None:
        nonlocal turns
        while True:
            async with database.transaction() as session:
                session.add(stay())
                await session.flush()
                turns += 1
                await asyncio.sleep(HOLD_SECONDS)
            await asyncio.sleep(PAUSE_SECONDS)

    databases = [Database(sqlite_url) for _ in range(3)]
    waited = []
    async with asyncio.TaskGroup() as group:
        writers = [group.create_task(busy(one), name="busy") for one in databases[:2]]
        for _ in range(WAITS):
            await asyncio.sleep(PAUSE_SECONDS)
            before = turns
            async with databases[2].transaction() as session:
                session.add(stay())
                await session.flush()
                waited.append(turns - before)
        for writer in writers:
            writer.cancel()
    for one in databases:
        await one.close()
    assert max(waited) < MOST_TURNS, sorted(waited)[-5:]
