"""A town's outbox with a real chain beside it, for tests of the minter."""

import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from anvil_server import AnvilServer
from fixed_time import ManualClock
from sqlmodel import col, select

from nft_badges import contract
from nft_badges.chain import Web3Chain
from nft_badges.desk import Desk
from nft_badges.keys import Issuer
from nft_badges.minter import Minter
from nft_badges.settings import MinterSettings
from nft_badges.states import Why
from nft_badges.verify_badges import Ledger, recount
from world_server.store import chain_journal, moves
from world_server.store.clock import visit_day
from world_server.store.database import Database
from world_server.store.tables.award import Award, AwardState, Badge, BadgeKind, Source
from world_server.store.tables.chain import ChainJournal, Deployment, MintBatch, TxAttempt

ISSUER_KEY = "0x" + "5a" * 32
PATIENCE = 400
"""Steps after which a test says that the minter will never get there."""


@dataclass
class MinterTown:
    """The database, the chain and the clock of one test."""

    database: Database
    server: AnvilServer
    chain: Web3Chain
    clock: ManualClock
    seconds: float = 0.0

    def minter(
        self,
        *,
        key: str | None = ISSUER_KEY,
        registrar: str | None = None,
        owner: str = "first",
        chain: Web3Chain | None = None,
        database: Database | None = None,
        **settings: Any,
    ) -> Minter:
        """A minter of its own process, as far as it can tell."""
        told: dict[str, Any] = {
            "flush_seconds": 0,
            "batch_size": 5,
            "embedded_chain": True,
        } | settings
        desk = Desk(
            database=database or self.database,
            chain=chain or self.chain,
            issuer=Issuer.of_key(key) if key else None,
            own_registrar=Issuer.of_key(registrar) if registrar else None,
            settings=MinterSettings(rpc_url=self.server.url, **told),
            clock=self.clock,
        )
        return Minter(desk, owner=owner, seconds=self._tick)

    def _tick(self) -> float:
        self.seconds += 0.001
        return self.seconds

    async def badge(self, *, opens: timedelta = -timedelta(hours=1), **changes: Any) -> int:
        """A badge of today; its id."""
        now = self.clock()
        told: dict[str, Any] = {
            "kind": BadgeKind.EVENT,
            "title": "酒蔵通りの夕べ",
            "place": "sakagura-dori",
            "occurred_on": visit_day(now),
            "opens_at": now + opens,
            "closes_at": now + timedelta(days=30),
        } | changes
        async with self.database.transaction() as session:
            badge = Badge(**told)
            session.add(badge)
            await session.flush()
            assert badge.id is not None
            return badge.id

    async def promise(self, badge_id: int, count: int, *, holders: list[str] | None = None) -> None:
        """Awards that wait, as the town promises them."""
        now = self.clock()
        people = holders or ["0x" + secrets.token_hex(20) for _ in range(count)]
        async with self.database.transaction() as session:
            for person in people:
                session.add(
                    Award(
                        badge_id=badge_id,
                        visitor_id=None,
                        holder=person,
                        reason=f"{badge_id}:{person}",
                        source=Source.PRESENCE,
                        state=AwardState.QUEUED,
                        created_at=now,
                        updated_at=now,
                    )
                )

    async def settle(self, minter: Minter, *, until: Callable[[Counter[AwardState]], bool]) -> None:
        """Let the minter work until the awards are as wanted."""
        for _ in range(PATIENCE):
            await minter.guarded_step()
            if until(await self.states()):
                return
        pytest.fail(f"never: {await self.states()} {minter.report}")

    async def finish(self, minter: Minter) -> None:
        """Let the minter work until every award is final."""
        await self.settle(minter, until=lambda states: states.total() == states[AwardState.FINAL])

    async def held_by(self, minter: Minter, why: Why) -> str:
        """Let the minter work until it waits for that reason; what it says about it."""
        for _ in range(PATIENCE):
            await minter.guarded_step()
            if minter.report.why is why:
                return minter.report.detail
        pytest.fail(f"never {why}: {minter.report}")

    async def states(self) -> Counter[AwardState]:
        """How many awards are in which state."""
        async with self.database.reading() as session:
            found = await session.exec(select(col(Award.state)))
            return Counter(found.all())

    async def awards(self) -> list[Award]:
        """Every award, in order."""
        async with self.database.reading() as session:
            return list((await session.exec(select(Award).order_by(col(Award.id)))).all())

    async def batches(self) -> list[MintBatch]:
        """Every batch, in order."""
        async with self.database.reading() as session:
            return list((await session.exec(select(MintBatch).order_by(col(MintBatch.id)))).all())

    async def attempts(self) -> list[TxAttempt]:
        """Every attempt, in order."""
        async with self.database.reading() as session:
            return list((await session.exec(select(TxAttempt).order_by(col(TxAttempt.id)))).all())

    async def journal(self) -> list[ChainJournal]:
        """The journal, in order."""
        async with self.database.reading() as session:
            found = await session.exec(select(ChainJournal).order_by(col(ChainJournal.number)))
            return list(found.all())

    async def deployment(self) -> Deployment:
        """The contract in use."""
        async with self.database.reading() as session:
            found = await chain_journal.deployment(session)
        assert found is not None
        return found

    async def ledger(self) -> Ledger:
        """What the chain's logs add up to; raises when anything was given twice."""
        address = (await self.deployment()).contract
        head = await self.chain.head()
        logs = await self.chain.logs(
            address=address, first=0, last=head.number, topics=contract.TOPICS
        )
        return recount(logs)

    async def check_nothing_lost_nothing_doubled(self) -> None:
        """Database, logs and the contract's own words say the same about every award."""
        ledger = await self.ledger()
        promised: dict[str, set[int]] = {}
        async with self.database.reading() as session:
            done = await moves.moves(session)
        for award in await self.awards():
            now = done.holder_now(award.holder, award.badge_id, block=award.block_number)
            promised.setdefault(now, set()).add(award.badge_id)
        assert {person: held for person, held in ledger.held.items() if held} == promised
        address = (await self.deployment()).contract
        for (person, page), word in ledger.words().items():
            answer = await self.chain.call(to=address, data=contract.badges_of(person, page=page))
            assert contract.read_number(answer) == word

    async def block_hashes(self) -> list[str]:
        """Hash of every block of the chain, the first excepted."""
        head = await self.chain.head()
        hashes = []
        for number in range(1, head.number + 1):
            block = await self.chain.block(number)
            assert block is not None
            hashes.append(block.hash)
        return hashes


@asynccontextmanager
async def minter_town(
    database: Database, server: AnvilServer, start: datetime | None = None
) -> AsyncIterator[MinterTown]:
    """A town around this database and this chain."""
    chain = Web3Chain(server.url)
    clock = ManualClock(start) if start else ManualClock()
    town = MinterTown(database=database, server=server, chain=chain, clock=clock)
    yield town
    await town.chain.close()  # a test may have led the town to another one
