"""Follows the chain for all pages together, so that no visitor's request reaches its node."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from nft_badges import contract
from nft_badges.port import Block, Chain, ChainRefused, Reverted
from nft_badges.proof.fold import Fold, Mark
from nft_badges.verify_badges import Inconsistent
from world_server.errors import Unavailable
from world_server.store import chain_batches, chain_journal
from world_server.store.database import Database
from world_server.store.tables.chain import Deployment, MintBatch

log = logging.getLogger(__name__)

PAUSE_SECONDS = 2.0
"""The shortest time between two looks at the chain, however many pages are asked for."""

PATIENCE_SECONDS = 3.0
"""How long a page waits for a look; then it shows what is known."""

BLOCKS_AT_ONCE = 2_000
DENSE_BLOCKS_AT_ONCE = 50
"""On the town's own chain every block is a batch; a larger answer would hold up the world's beat
while it is read."""

NONSENSE = (KeyError, IndexError, TypeError, ValueError)
"""What reading a node's answer raises when it is not what the standard says."""


class NotWhole(Exception):
    """The chain lacks what is known to be on it: it is being rebuilt, or is another one."""


@dataclass(frozen=True)
class Figures:
    """What all badges add up to."""

    badges: int
    tokens: int
    holders: int
    returners: int
    taken_back: int
    moved: int
    ladder: dict[str, int]
    digest: str

    @classmethod
    def of(cls, told: dict[str, Any]) -> "Figures":
        """From a ledger's figures."""
        return cls(**{name: told[name] for name in cls.__dataclass_fields__})


@dataclass(frozen=True)
class Seen:
    """The chain as of one block."""

    deployment: Deployment
    fold: Fold
    figures: Figures
    block: Block
    final_to: int
    """The newest block of ours that no reorganisation may take back."""


@dataclass(frozen=True)
class View:
    """What is known now: `seen` None before the first contract, or before the first answer."""

    seen: Seen | None = None
    is_away: bool = False
    is_deployed: bool = True


class Follower:
    """Looks at the chain when somebody wants to know, and never more often than it may."""

    def __init__(self, database: Database, chain: Chain) -> None:
        self._database = database
        self._chain = chain
        self._view = View(is_away=True)
        self._fold = Fold(first=0)
        self._chain_key = ""
        self._looked_at: float | None = None
        self._wanted = asyncio.Event()
        self._looked = asyncio.Event()

    async def view(self) -> View:
        """What is known, at most a few seconds old unless the chain is away."""
        now = asyncio.get_running_loop().time()
        if self._looked_at is None or now - self._looked_at > PAUSE_SECONDS:
            looked = self._looked
            self._wanted.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await looked.wait()
            if not looked.is_set():
                return View(seen=self._view.seen, is_away=True)
        return self._view

    async def run(self) -> None:
        """Look whenever wanted, until cancelled."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            self._view = await self._guarded_look()
            self._looked_at = asyncio.get_running_loop().time()
            looked, self._looked = self._looked, asyncio.Event()
            looked.set()
            await asyncio.sleep(PAUSE_SECONDS)

    async def _guarded_look(self) -> View:
        known = self._view.seen
        try:
            return await self._look(known)
        except Unavailable:
            return View(seen=known, is_away=True)
        except (NotWhole, ChainRefused, Reverted) as problem:
            log.warning("the chain cannot be read", extra={"why": type(problem).__name__})
            return View(seen=known, is_away=True)
        except (Inconsistent, *NONSENSE) as problem:
            log.error(  # noqa: TRY400  the node's answer is at fault, no line of ours
                "the chain's logs make no sense", extra={"why": type(problem).__name__}
            )
            self._chain_key = ""  # begin again: some of the logs may be in the fold
            return View(is_away=True)

    async def _look(self, known: Seen | None) -> View:
        async with self._database.reading() as session:
            deployment = await chain_journal.deployment(session)
            if deployment is None or deployment.block_number is None:
                return View(is_deployed=False)
            final = await chain_batches.last_final(session, deployment.chain_key)
        await self._check(deployment, final)
        head = await self._chain.head()
        final_to = (final.block_number or 0) if final else 0
        if self._chain_key != deployment.chain_key:
            self._chain_key, self._fold = deployment.chain_key, Fold(first=deployment.block_number)
        elif known is not None and known.block == head:
            return View(seen=Seen(deployment, known.fold, known.figures, head, final_to))
        await self._turn_back()
        await self._read(deployment, head)
        # Nobody else changes the ledger meanwhile; sorting a city's badges takes a while.
        figures = Figures.of(await asyncio.to_thread(self._fold.ledger.figures))
        return View(seen=Seen(deployment, self._fold, figures, head, final_to))

    async def _check(self, deployment: Deployment, final: MintBatch | None) -> None:
        """Raise NotWhole unless this is our chain, with all that was ever final on it."""
        identity = await self._chain.identity()
        if (identity.chain_id, identity.genesis_hash) != (
            deployment.chain_id,
            deployment.genesis_hash,
        ):
            raise NotWhole
        code = await self._chain.code(deployment.contract)
        if contract.code_hash(code) != deployment.code_hash:
            raise NotWhole
        if final is not None and final.block_number is not None:
            block = await self._chain.block(final.block_number)
            if block is None or block.hash != final.block_hash:
                raise NotWhole

    async def _turn_back(self) -> None:
        """Leave out what a reorganisation took back, and what was read without being marked."""
        fold = self._fold
        for mark in reversed(fold.marks):
            if await self._is_there(mark):
                if mark.number != fold.covered:
                    self._fold = await fold.turned_back(mark.number)
                return
        self._fold = Fold(first=fold.first)

    async def _read(self, deployment: Deployment, head: Block) -> None:
        """Take in every block up to `head`, in portions the node is willing to give."""
        fold = self._fold
        step = DENSE_BLOCKS_AT_ONCE if deployment.embedded else BLOCKS_AT_ONCE
        while fold.covered < head.number:
            first = fold.covered + 1
            last = min(head.number, first + step - 1)
            mark = await self._mark(last, head)
            try:
                logs = await self._chain.logs(
                    address=deployment.contract, first=first, last=last, topics=contract.TOPICS
                )
            except ChainRefused:
                if step == 1:
                    raise
                step //= 2  # nodes limit how much they answer at once
                continue
            if not await self._is_there(mark):
                raise NotWhole  # the blocks changed while their logs were read
            await fold.take(logs, last=last)
            fold.marks.append(mark)

    async def _mark(self, number: int, head: Block) -> Mark:
        block = head if number == head.number else await self._chain.block(number)
        if block is None:
            raise NotWhole
        return Mark(block.number, block.hash)

    async def _is_there(self, mark: Mark) -> bool:
        block = await self._chain.block(mark.number)
        return block is not None and block.hash == mark.hash
