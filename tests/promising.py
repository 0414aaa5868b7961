"""A process of its own that promises badges as the town does, and one that only stands in the way.

Both are started by name from a process that has imported nothing of the test that kills them.
"""

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, func, select

from world_server.errors import Unavailable
from world_server.store import awards
from world_server.store.clock import system_clock
from world_server.store.database import Database
from world_server.store.tables.award import Award, Badge, Source

AGAIN_SECONDS = 0.05


@dataclass(frozen=True)
class Promises:
    """Which visitor is to get which badge, in this order; the plan of one run."""

    database_url: str
    pairs: Sequence[tuple[str, int]]
    pause: float
    """Seconds between two promises, so that kills fall between and into them."""


def promise_all(plan: Promises) -> None:
    """Promise whatever of the plan is not promised yet, in the order of the plan, and end."""
    asyncio.run(_promise_all(plan))


async def _promise_all(plan: Promises) -> None:
    database = Database(plan.database_url)
    for visitor_id, badge_id in plan.pairs[await _begun(database) :]:
        is_promised = False
        while not is_promised:
            is_promised = await _promised(database, visitor_id, badge_id)
            await asyncio.sleep(plan.pause if is_promised else AGAIN_SECONDS)
    await database.close()


async def _begun(database: Database) -> int:
    """How many there are: they are made one after the other."""
    while True:
        try:
            async with database.reading() as session:
                return (await session.exec(select(func.count(col(Award.id))))).one()
        except Unavailable:
            await asyncio.sleep(AGAIN_SECONDS)


async def _promised(database: Database, visitor_id: str, badge_id: int) -> bool:
    """Promise once; False when the database was away, and nothing is known of it."""
    try:
        async with database.transaction() as session:
            badge = await session.get(Badge, badge_id)
            assert badge is not None
            await awards.promise(
                session,
                badge=badge,
                visitor_id=visitor_id,
                reason=f"badge {badge_id}",
                source=Source.PRESENCE,
                now=system_clock()(),
            )
    except Unavailable:
        return False
    return True


def hold_write_lock(path: str) -> None:
    """Take SQLite's write lock, change a promise without committing it, and wait to be killed."""
    connection = sqlite3.connect(path, timeout=60, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE award SET state = 'parked' WHERE state <> 'parked'")
    time.sleep(60)
