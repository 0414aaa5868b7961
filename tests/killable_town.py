"""A town whose every part can be killed at any moment, and is then started again."""

import asyncio
import multiprocessing
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

import aiohttp
from minter_town import ISSUER_KEY, MinterTown
from patience import until
from postgres_cuts import cut_connections
from promising import Promises, hold_write_lock, promise_all
from pydantic import SecretStr
from sqlalchemy import make_url
from sqlmodel import col, func, select
from stoppable_redis import StoppableRedis
from world_processes import WorldProcess

from nft_badges import contract
from nft_badges.app import run
from nft_badges.settings import MinterSettings
from nft_badges.verify_badges import Ledger
from world_server.store import visitors
from world_server.store.database import Database
from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.chain import MintLease

START_SECONDS = 60
ISSUING_SECONDS = 600
SECRET = "the secret of a town that is killed"


def starting() -> ForkServerContext:
    """Starts processes from one that has imported everything, so that many can be killed."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["nft_badges.app", "promising"])
    return context


def minter_settings(town: MinterTown, database_url: str, **more: Any) -> MinterSettings:
    """What a minter is told that is to be killed: short leases, small batches."""
    told: dict[str, Any] = {"lease_seconds": 0.3, "flush_seconds": 0, "batch_size": 5} | more
    return MinterSettings(
        database_url=SecretStr(database_url),
        rpc_url=SecretStr(town.server.url),
        issuer_key=SecretStr(ISSUER_KEY),
        port=0,
        **told,
    )


@dataclass
class Kept:
    """One process that is killed again and again, and must never end by itself before its work."""

    name: str
    starts: ForkServerContext
    target: Callable[..., None]
    argument: object
    may_end: bool = False
    process: ForkServerProcess | None = None

    def start(self) -> None:
        """Begin, or begin again."""
        self.process = self.starts.Process(target=self.target, args=(self.argument,))
        self.process.start()

    def check(self) -> None:
        """Fail when it ended otherwise than by being killed here."""
        assert self.process is not None
        code = self.process.exitcode
        assert code is None or (self.may_end and code == 0), f"{self.name} ended by itself: {code}"

    def kill(self) -> None:
        """As the kernel does when memory is short."""
        if self.process is not None:
            self.process.kill()
            self.process.join(10)
            self.process = None


@dataclass
class KillableTown:
    """A minter, a chain, a Redis, a world people read in, and a process that promises badges."""

    town: MinterTown
    database_url: str
    folder: Path
    chance: random.Random
    starts: ForkServerContext
    kills: Counter[str] = field(default_factory=Counter)
    answers: Counter[int] = field(default_factory=Counter)
    """HTTP statuses a reader of the proof pages got meanwhile."""

    def __post_init__(self) -> None:
        self.redis = StoppableRedis(self.folder)
        self.minter = Kept(
            "the minter",
            self.starts,
            run,
            minter_settings(self.town, self.database_url, snapshot_folder=self.folder / "chain"),
        )
        self.writer: Kept | None = None
        self.world = WorldProcess(
            "w1",
            {
                "PATH": str(Path(sys.executable).parent),
                "KASHIMA_DATABASE_URL": self.database_url,
                "KASHIMA_REDIS_URL": self.redis.url,
                "KASHIMA_RPC_URL": self.town.server.url,
                "KASHIMA_SECRET": SECRET,
                "KASHIMA_RECORDED_GUIDE_TOURS": "",
            },
            self.folder,
        )

    async def open(self, pairs: list[tuple[str, int]], *, pause: float) -> None:
        """Start every part."""
        plan = Promises(database_url=self.database_url, pairs=pairs, pause=pause)
        self.writer = Kept("the promising process", self.starts, promise_all, plan, may_end=True)
        self.redis.start()
        await self.world.start()
        self.writer.start()
        await self.start_minter()

    def close(self) -> None:
        """Leave nothing running."""
        self.minter.kill()
        if self.writer is not None:
            self.writer.kill()
        if self.world.process is not None and self.world.process.poll() is None:
            self.world.kill()
        self.redis.stop()

    async def people(self, count: int) -> list[str]:
        """So many visitors."""
        now = self.town.clock()
        ids = []
        async with self.town.database.transaction() as session:
            for number in range(count):
                passport = visitors.new_passport()
                ids.append(passport.visitor_id)
                await visitors.register(
                    session,
                    passport=passport,
                    nickname=f"人{number}",
                    look=1,
                    language="ja",
                    remembered=True,
                    now=now,
                )
        return ids

    async def start_minter(self) -> None:
        """Start one and wait until it works."""
        before = await self._epoch()
        self.minter.start()

        async def has_the_lease() -> bool:
            return await self._epoch() != before

        await until(has_the_lease, seconds=START_SECONDS)

    async def kill(self, what: str) -> None:
        """Kill one part, and start again what has to be started."""
        self.check()
        await getattr(self, f"_kill_{what}")()
        self.kills[what] += 1

    def check(self) -> None:
        """Fail when any part ended although nobody killed it."""
        self.minter.check()
        if self.writer is not None:
            self.writer.check()
        assert self.world.process is not None
        assert self.world.process.poll() is None, self.world.log.read_text()[-2000:]

    async def _kill_minter(self) -> None:
        self.minter.kill()
        await self.start_minter()

    async def _kill_chain(self) -> None:
        self.town.server.kill()
        await asyncio.sleep(self.chance.uniform(0, 0.2))
        self.town.server.start()

    async def _kill_minter_and_chain(self) -> None:
        self.minter.kill()
        self.town.server.kill()
        self.town.server.start()
        await self.start_minter()

    async def _kill_redis(self) -> None:
        self.redis.stop()
        await asyncio.sleep(self.chance.uniform(0, 0.2))
        self.redis.start()

    async def _kill_writer(self) -> None:
        assert self.writer is not None
        self.writer.kill()
        self.writer.start()

    async def _kill_connections(self) -> None:
        """PostgreSQL ends them all; SQLite has a writer who holds the lock and dies with it."""
        if not self.database_url.startswith("sqlite"):
            assert await cut_connections(self.database_url) > 0
            return
        path = make_url(self.database_url).database
        holder = Kept("the lock's holder", self.starts, hold_write_lock, path)
        holder.start()
        await asyncio.sleep(self.chance.uniform(0.1, 0.6))
        holder.check()
        holder.kill()

    async def read(self, stop: asyncio.Event) -> None:
        """Be somebody who looks at the proof pages all the time."""
        async with aiohttp.ClientSession() as http:
            while not stop.is_set():
                with suppress(aiohttp.ClientError):
                    async with http.get(f"{self.world.url}/proof") as answer:
                        await answer.read()
                        self.answers[answer.status] += 1
                await asyncio.sleep(0.5)

    async def promised(self) -> int:
        """How many badges are promised by now."""
        async with self.town.database.reading() as session:
            return (await session.exec(select(func.count(col(Award.id))))).one()

    async def until_promised(self, count: int) -> None:
        async def enough() -> bool:
            self.check()
            return await self.promised() >= count

        await until(enough, seconds=ISSUING_SECONDS)

    async def until_final(self) -> None:
        async def all_final() -> bool:
            self.check()
            states = await self.town.states()
            return states[AwardState.FINAL] == states.total()

        await until(all_final, seconds=ISSUING_SECONDS)

    async def digests(self) -> dict[str, str]:
        """The digest of every badge held, from the database, the logs, and the contract's words."""
        logged = await self.town.ledger()
        stored, written = Ledger(), Ledger()
        for award in await self.town.awards():
            stored.held[award.holder.lower()].add(award.badge_id)
        address = (await self.town.deployment()).contract
        for holder, page in logged.words():
            answer = await self.town.chain.call(
                to=address, data=contract.badges_of(holder, page=page)
            )
            written.held[holder] |= bits(contract.read_number(answer), page)
        return {
            "database": stored.digest(),
            "logs": logged.digest(),
            "words": written.digest(),
        }

    async def _epoch(self) -> int:
        return await epoch(self.town.database)


async def epoch(database: Database) -> int:
    """How often the lease has changed hands."""
    async with database.reading() as session:
        lease = await session.get(MintLease, 1)
        assert lease is not None
        return lease.epoch


def bits(word: int, page: int) -> set[int]:
    """The badges a word of the contract stands for."""
    return {256 * page + bit for bit in range(256) if word >> bit & 1}


def all_pairs(people: Iterable[str], badges: Iterable[int]) -> list[tuple[str, int]]:
    """Every visitor with every badge."""
    return [(person, badge) for person in people for badge in badges]
