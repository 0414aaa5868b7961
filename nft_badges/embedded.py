"""Keeps the embedded chain equal to its journal: sends what is missing, rebuilds what is lost."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nft_badges.port import Block, ChainRefused, OwnChain
from nft_badges.sending import Sent
from nft_badges.snapshots import NotUsable, Snapshots
from nft_badges.states import Held, Why
from world_server.store import chain_journal
from world_server.store.chain_journal import Line
from world_server.store.database import Database
from world_server.store.tables.chain import Deployment

log = logging.getLogger(__name__)

FUNDING = 10**24
"""Wei the issuer gets before the first block: a million years of tests."""


class Standing(StrEnum):
    """How the chain stands to the journal."""

    EQUAL = "equal"
    SHORT = "short"
    ASTRAY = "astray"


def standing(head: Block, line: Line | None, *, length: int) -> Standing:
    """Compare the newest block with the journal's line of its number; `length` is its last one.

    A block's hash covers all blocks before it, so equal heads are equal chains. A line that was
    never seen as a block (a crash came between) is recognised by its one transaction and time.
    """
    if head.number > length:
        return Standing.ASTRAY
    if head.number > 0 and (line is None or not _is_block_of(line, head)):
        return Standing.ASTRAY
    return Standing.EQUAL if head.number == length else Standing.SHORT


def _is_block_of(line: Line, block: Block) -> bool:
    if line.block_hash is not None:
        return line.block_hash == block.hash
    return block.transactions == (line.tx_hash,) and block.timestamp == line.timestamp


@dataclass(frozen=True)
class Outlook:
    """The chain as it was found beside the journal; `fresh` are hashes seen for the first time."""

    head: int
    standing: Standing
    fresh: dict[int, str]

    def lacks(self, lines: int, *, of: int) -> bool:
        """Whether the chain is the journal of `of` lines without exactly its last few."""
        return self.standing is not Standing.ASTRAY and self.head == of - lines


class _Differs(Exception):
    """The chain did not make block `number` as the journal says."""

    def __init__(self, number: int, what: str) -> None:
        super().__init__(f"block {number}: {what}")


@dataclass
class Follower:
    """Brings the chain to where its journal is, and nowhere else."""

    chain: OwnChain
    database: Database
    on_progress: Callable[[], Awaitable[None]]
    """Called between lines of a long rebuild, so that the lease does not run out meanwhile."""

    lines_at_once: int = 100
    """Journal lines held in memory at a time."""

    rebuilt: int = 0
    """How often the chain had to be rebuilt since this process started."""

    snapshots: Snapshots | None = None
    """Pictures of the chain that spare most of a rebuild, if a folder for them is named."""

    async def compare(self, deployment: Deployment, last: Line) -> Outlook:
        """How the chain stands to the journal, whose newest line is `last`.

        The newest block whose hash is known answers for all before it. Those after it, mined and
        not yet written down when a minter died, are compared one by one.
        """
        head = await self.chain.head()
        async with self.database.reading() as session:
            seen = await chain_journal.last_seen(session, deployment.chain_key)
        fresh: dict[int, str] = {}
        if seen < head.number <= last.number:
            first = max(seen, 1)
            for line in await self._lines_after(
                deployment, first - 1, limit=head.number - first + 1
            ):
                block = head if line.number == head.number else await self.chain.block(line.number)
                if block is None or not _is_block_of(line, block):
                    return Outlook(head.number, Standing.ASTRAY, {})
                if line.block_hash is None:
                    fresh[line.number] = block.hash
        newest = await self._line(deployment, head.number)
        return Outlook(head.number, standing(head, newest, length=last.number), fresh)

    async def follow(self, deployment: Deployment, last: Line, outlook: Outlook) -> dict[int, str]:
        """Make the chain, found as in `outlook`, equal to the journal up to its line `last`.

        Gives the hashes of blocks seen for the first time. Raise Held when the same journal does
        not give the same blocks any more: the journal is kept, and nothing is issued.
        """
        if outlook.standing is Standing.EQUAL:
            return outlook.fresh
        if outlook.standing is Standing.SHORT:
            try:
                mined = await self._catch_up(deployment, head=outlook.head, last=last.number)
            except _Differs as difference:
                log.warning("the chain went another way", extra={"why": str(difference)})
            else:
                return outlook.fresh | mined
        log.error("the chain is not what the journal says", extra={"block": outlook.head})
        await self.chain.reset()
        try:
            return await self._catch_up(deployment, head=0, last=last.number)
        except _Differs as difference:
            raise Held(
                Why.CHAIN_DISAGREES,
                f"{difference}; start the chain afresh, with the options and version it had before",
            ) from difference

    async def _catch_up(self, deployment: Deployment, *, head: int, last: int) -> dict[int, str]:
        if head == 0:
            await self._begin(deployment, length=last)
            head = await self._restored(deployment, length=last)
        seen: dict[int, str] = {}
        while head < last:
            limit = min(self.lines_at_once, last - head)
            for line in await self._lines_after(deployment, head, limit=limit):
                seen |= await self._mine(line)
                head = line.number
            await self.on_progress()
        return seen

    async def _begin(self, deployment: Deployment, *, length: int) -> None:
        if length > 1:
            self.rebuilt += 1
            log.warning("rebuilding the chain from its journal", extra={"blocks": length})
        await self._found(deployment)

    async def _found(self, deployment: Deployment) -> None:
        """The state every journal starts from."""
        await self.chain.take_over()
        await self.chain.fund(deployment.deployer, int(deployment.funding))

    async def _restored(self, deployment: Deployment, *, length: int) -> int:
        """The block the chain stands at after its newest picture was put in, 0 without one."""
        if self.snapshots is None:
            return 0
        try:
            number = await self.snapshots.restore(deployment, length=length)
        except NotUsable:
            await self.chain.reset()
            await self._found(deployment)
            return 0
        await self.on_progress()
        return number

    async def _mine(self, line: Line) -> dict[int, str]:
        sent = await self.chain.send(line.raw)
        if sent not in (Sent.ACCEPTED, Sent.KNOWN):
            raise _Differs(line.number, f"its transaction is {sent}")
        try:
            await self.chain.mine(line.timestamp)
        except ChainRefused as refusal:
            raise _Differs(line.number, str(refusal)) from refusal
        block = await self.chain.block(line.number)
        if block is None or not _is_block_of(line, block):
            raise _Differs(line.number, "not the one in the journal")
        return {} if line.block_hash else {line.number: block.hash}

    async def _line(self, deployment: Deployment, number: int) -> Line | None:
        lines = await self._lines_after(deployment, number - 1, limit=1)
        return lines[0] if lines and lines[0].number == number else None

    async def _lines_after(
        self, deployment: Deployment, number: int, *, limit: int
    ) -> Sequence[Line]:
        async with self.database.reading() as session:
            return await chain_journal.lines_after(
                session, deployment.chain_key, number=number, limit=limit
            )
