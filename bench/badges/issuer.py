"""A chain, a minter process and a database between them, and somebody who watches all three."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
from sqlmodel import col, func, insert, select

from bench.badges.stage import Failed
from bench.world.processes import free_port, last_words, running
from kashima.parts import LOOPBACK, verb
from kashima.readiness import Answers, AnswersChain, AnswersHttp
from kashima.settings import inherited_environment
from nft_badges import anvil
from world_server.store.clock import system_clock, visit_day
from world_server.store.database import Database
from world_server.store.tables.award import Award, AwardState, Badge, BadgeKind, Source
from world_server.store.tables.visit import Visit

ISSUER_KEY = "0x" + 32 * "b7"
START_SECONDS = 30.0
LONGEST_SECONDS = 100.0
LOOK_SECONDS = 0.1
WRITTEN_AT_ONCE = 500
"""As many as leave a hall when an event closes in it."""

STAY_SECONDS = 0.01
"""Between two stays written down."""

LOOP_SECONDS = 0.02
"""Between two questions that the minter's loop answers by itself: for an address there is not."""

HEALTH_SECONDS = 1.0
"""Between two looks at the health page, which counts the outbox; a watcher asks every ten."""


@dataclass
class Watched:
    """What was seen from outside while the minter worked, in seconds."""

    loop: list[float] = field(default_factory=list)
    """How long the minter's loop took to answer anything, between two pieces of work."""

    health: list[float] = field(default_factory=list)
    """How long its health page took, which asks the database."""

    writes: list[float] = field(default_factory=list)
    """How long a world would have waited to write a stay down, from asking to being allowed."""


@dataclass
class Town:
    """The tables and the addresses of one measurement."""

    database: Database
    rpc_url: str
    minter_url: str

    async def badges(self, count: int) -> list[int]:
        """So many badges of today; their ids."""
        now = system_clock()()
        made = [
            Badge(
                kind=BadgeKind.EVENT,
                title=f"酒蔵通りの夕べ {number}",
                place="sakagura-dori",
                occurred_on=visit_day(now),
                opens_at=now - timedelta(hours=1),
                closes_at=now + timedelta(days=30),
            )
            for number in range(count)
        ]
        async with self.database.transaction() as session:
            session.add_all(made)
            await session.flush()
        return [badge.id or 0 for badge in made]

    async def promise(self, promised: Sequence[tuple[int, str]]) -> None:
        """Awards (badge, holder) as the town promises them, some hundred in a transaction."""
        for at in range(0, len(promised), WRITTEN_AT_ONCE):
            now = system_clock()()
            rows = [_row(*one, now=now) for one in promised[at : at + WRITTEN_AT_ONCE]]
            async with self.database.transaction() as session:
                await (await session.connection()).execute(insert(Award), rows)

    async def states(self) -> Counter[AwardState]:
        """How many awards are in which state."""
        async with self.database.reading() as session:
            found = await session.exec(
                select(col(Award.state), func.count()).group_by(col(Award.state))
            )
            return Counter(dict(found.all()))

    async def final(self, count: int) -> float:
        """When (`perf_counter`) so many awards were seen to be final; raise Failed when never."""
        deadline = time.perf_counter() + LONGEST_SECONDS
        while True:
            states = await self.states()
            if states[AwardState.FINAL] == count:
                return time.perf_counter()
            if states[AwardState.PARKED] or time.perf_counter() > deadline:
                message = f"awards do not become final: {dict(states)}"
                raise Failed(message)
            await asyncio.sleep(LOOK_SECONDS)

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[Watched]:
        """Ask the minter and write stays down, again and again, while the block runs."""
        seen, enough = Watched(), asyncio.Event()
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
            group.create_task(self._ask_loop(session, seen, enough), name="loop")
            group.create_task(self._ask_health(session, seen, enough), name="health")
            group.create_task(self._write(seen, enough), name="stays")
            try:
                yield seen
            finally:
                enough.set()

    async def _ask_loop(
        self, session: aiohttp.ClientSession, seen: Watched, enough: asyncio.Event
    ) -> None:
        while not enough.is_set():
            began = time.perf_counter()
            async with session.get(f"{self.minter_url}/nothing-here") as answer:
                await answer.read()
            seen.loop.append(time.perf_counter() - began)
            await asyncio.sleep(LOOP_SECONDS)

    async def _ask_health(
        self, session: aiohttp.ClientSession, seen: Watched, enough: asyncio.Event
    ) -> None:
        while not enough.is_set():
            began = time.perf_counter()
            async with session.get(f"{self.minter_url}/healthz") as answer:
                await answer.read()
                answer.raise_for_status()
            seen.health.append(time.perf_counter() - began)
            await asyncio.sleep(HEALTH_SECONDS)

    async def _write(self, seen: Watched, enough: asyncio.Event) -> None:
        while not enough.is_set():
            now = system_clock()()
            stay = Visit(
                visitor_id=None,
                instance="town/1",
                day=visit_day(now),
                started_at=now,
                last_seen_at=now,
                remembered=False,
            )
            began = time.perf_counter()
            async with self.database.transaction() as session:
                session.add(stay)
                await session.flush()
                seen.writes.append(time.perf_counter() - began)
            await asyncio.sleep(STAY_SECONDS)


def _row(badge_id: int, holder: str, *, now: datetime) -> dict[str, object]:
    return {
        "badge_id": badge_id,
        "visitor_id": None,
        "holder": holder,
        "reason": f"{badge_id}:{holder}",
        "source": Source.PRESENCE,
        "state": AwardState.QUEUED,
        "created_at": now,
        "updated_at": now,
    }


@asynccontextmanager
async def town(database_url: str, folder: Path) -> AsyncIterator[Town]:
    """The minter as a town runs it, beside a chain of its own; raise Failed when one ends."""
    chain_log, minter_log = folder / "anvil.log", folder / "minter.log"
    chain_port, minter_port = free_port(), free_port()
    rpc_url = f"http://{LOOPBACK}:{chain_port}"
    environment = {
        **inherited_environment(),
        "KASHIMA_DATABASE_URL": database_url,
        "KASHIMA_RPC_URL": rpc_url,
        "KASHIMA_ISSUER_KEY": ISSUER_KEY,
        "KASHIMA_HOST": LOOPBACK,
        "KASHIMA_PORT": str(minter_port),
        "KASHIMA_LOG_LEVEL": "WARNING",
    }
    database = Database(database_url)
    try:
        async with running(anvil.command(port=chain_port), core=None, log=chain_log):
            await _answers(AnswersChain(rpc_url), log=chain_log)
            async with running(verb("minter"), core=None, log=minter_log, environment=environment):
                await _answers(AnswersHttp(LOOPBACK, minter_port), log=minter_log)
                yield Town(database, rpc_url, f"http://{LOOPBACK}:{minter_port}")
    finally:
        await database.close()


async def _answers(readiness: Answers, *, log: Path) -> None:
    try:
        async with asyncio.timeout(START_SECONDS):
            while True:
                if await readiness.is_ready():
                    return
                await asyncio.sleep(LOOK_SECONDS)
    except TimeoutError:
        message = f"does not start: {last_words(log)}"
        raise Failed(message) from None
