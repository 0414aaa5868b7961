"""Killed at any statement, redeeming a code leaves nothing half done, and can be repeated."""

import asyncio
import multiprocessing
import os
import signal
from datetime import timedelta
from multiprocessing.context import ForkServerContext

import pytest
from claim_town import ClaimTown, claim_town, shown_of
from fixed_time import MORNING
from sqlalchemy import event as sql_event
from sqlmodel import col, func, select

from world_server.store import redemptions
from world_server.store.database import Database
from world_server.store.tables.award import Award
from world_server.store.tables.claim import ClaimCode, Redemption

MOST_STATEMENTS = 60
LATER = MORNING + timedelta(minutes=5)


def _redeem_and_die(url: str, code: str, visitor_id: str, statements: int) -> None:
    """Redeem, and be killed by the system before the statement of that number is run.

    The statement after the last is the commit; after it the answer is what gets lost.
    """
    asyncio.run(_redeem(url, code, visitor_id, statements))


async def _redeem(url: str, code: str, visitor_id: str, statements: int) -> None:
    database = Database(url)
    left = statements

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    engine = database._engine.sync_engine
    sql_event.listen(engine, "before_cursor_execute", count)
    sql_event.listen(engine, "commit", count)
    async with database.transaction() as session:
        await redemptions.redeem(session, shown_of(code), visitor_id=visitor_id, now=MORNING)
    await database.close()


@pytest.fixture(scope="module")
def starts() -> ForkServerContext:
    """Starts processes from one that has imported everything."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["claim_town"])
    return context


async def test_killed_at_any_statement_it_is_all_or_nothing_and_repeatable(
    database: Database, database_url: str, starts: ForkServerContext
) -> None:
    town = await claim_town(database)
    codes = await town.one_time(MOST_STATEMENTS)
    kills = 0
    for statements, code in enumerate(codes):
        visitor_id = await town.visitor()
        child = starts.Process(
            target=_redeem_and_die, args=(database_url, code, visitor_id, statements)
        )
        child.start()
        await asyncio.to_thread(child.join)
        assert child.exitcode in (0, -signal.SIGKILL), child.exitcode
        is_done = child.exitcode == 0
        assert await _written(town) == (statements + is_done,) * 3
        repeated = await town.redeem(code, visitor_id, now=LATER)
        assert repeated.is_new == (not is_done)
        assert await _written(town) == (statements + 1,) * 3
        if is_done:
            break
        kills += 1
    assert 5 < kills < MOST_STATEMENTS
    assert (await town.claim(1)).used == kills + 1


async def _written(town: ClaimTown) -> tuple[int, int, int]:
    """Awards, redemptions and used codes: always as many of each."""
    async with town.database.reading() as session:
        used = (
            select(func.count())
            .select_from(ClaimCode)
            .where(col(ClaimCode.redeemed_at).is_not(None))
        )
        return (
            await town.count(Award),
            await town.count(Redemption),
            (await session.exec(used)).one(),
        )
