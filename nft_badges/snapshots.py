"""Keeps a picture of the embedded chain on disk, so that a rebuild need not mine every block.

A cache and nothing more: the journal alone makes the chain, the file may be deleted at any time,
and a chain it gives is compared with the journal and with itself before it is used. anvil's own
pictures are whole when nothing is being mined, which is the only time one is taken here.
"""

import asyncio
import hashlib
import json
import logging
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nft_badges import contract
from nft_badges.port import Chain, ChainRefused, OwnChain
from nft_badges.verify_badges import Inconsistent, Ledger
from nft_badges.verify_badges import recount as add_up
from world_server.store import chain_journal
from world_server.store.chain_journal import Line
from world_server.store.database import Database
from world_server.store.tables.chain import Deployment
from world_server.whole_file import OWNER_ONLY, write_whole

log = logging.getLogger(__name__)

EVERY = 100
"""Blocks after which another picture is worth the second it takes: about that much of a rebuild."""

SAMPLE = 64
"""Words of holders and blocks compared after loading one."""

BLOCKS_AT_ONCE = 2_000
HEADING_LENGTH = 4_096


class NotUsable(Exception):
    """The picture is not of this chain, or not whole; it is thrown away."""


@dataclass(frozen=True)
class Picture:
    """The chain's state after one block, as its node wrote it, and which block that was."""

    number: int
    block_hash: str
    client: str
    state: bytes


@dataclass
class Snapshots:
    """One file a contract, in a folder beside the town's data."""

    folder: Path
    chain: OwnChain
    database: Database
    every: int = EVERY
    kept: int = 0
    """Block of the newest picture this process knows of."""

    loaded: int = 0
    """How often a picture spared a rebuild."""

    _chance: random.Random = field(default_factory=random.Random)

    async def keep(self, deployment: Deployment, last: Line) -> bool:
        """Take a picture when nothing is being mined and enough blocks came; True when it did.

        What cannot be kept is said and not tried again before as many blocks more.
        """
        if last.block_hash is None or last.number < self.kept + self.every:
            return False
        identity = await self.chain.identity()
        before = await self.chain.head()
        self.kept = last.number
        state = await self.chain.dump()
        after = await self.chain.head()
        if not before.hash == after.hash == last.block_hash:
            return False
        picture = Picture(last.number, last.block_hash, identity.client, state)
        try:
            await asyncio.to_thread(write, self._path(deployment), picture)
        except OSError as problem:
            log.warning("no picture of the chain could be kept", extra={"why": str(problem)})
            return False
        log.info("picture of the chain kept", extra={"block": last.number, "bytes": len(state)})
        return True

    async def restore(self, deployment: Deployment, *, length: int) -> int:
        """Bring an empty chain to the newest picture; the block it stands at, 0 without one.

        The chain is left in any state when the picture was no good; the caller resets it then.
        Raise NotUsable.
        """
        path = self._path(deployment)
        try:
            picture = await asyncio.to_thread(read, path)
        except FileNotFoundError:
            return 0
        except (OSError, NotUsable) as problem:
            self._throw_away(path, problem)
            return 0
        if picture.number > length:
            self._throw_away(path, NotUsable("it is newer than the journal"))
            return 0
        try:
            await self._load(deployment, picture)
        except (NotUsable, ChainRefused, Inconsistent) as problem:
            self._throw_away(path, problem)
            raise NotUsable(str(problem)) from problem
        self.kept = picture.number
        self.loaded += 1
        log.warning("the chain is back from its picture", extra={"block": picture.number})
        return picture.number

    async def _load(self, deployment: Deployment, picture: Picture) -> None:
        if (await self.chain.identity()).client != picture.client:
            raise NotUsable("another version of the node wrote it")
        await self.chain.load(picture.state)
        head = await self.chain.head()
        if (head.number, head.hash) != (picture.number, picture.block_hash):
            raise NotUsable("the chain does not stand where it should")
        await self._compare_blocks(deployment, picture.number)
        await compare_words(self.chain, deployment, to=picture.number, chance=self._chance)

    async def _compare_blocks(self, deployment: Deployment, number: int) -> None:
        """The last block's hash covers all before it; some are looked at all the same."""
        numbers = {number, *(self._chance.randint(1, number) for _ in range(SAMPLE))}
        for one in sorted(numbers):
            async with self.database.reading() as session:
                lines = await chain_journal.lines_after(
                    session, deployment.chain_key, number=one - 1, limit=1
                )
            block = await self.chain.block(one)
            if not lines or block is None or block.hash != lines[0].block_hash:
                what = f"block {one} is not the journal's"
                raise NotUsable(what)

    def _throw_away(self, path: Path, problem: Exception) -> None:
        log.warning("a picture of the chain is thrown away", extra={"why": str(problem)})
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def _path(self, deployment: Deployment) -> Path:
        return self.folder / f"{deployment.chain_key}.chain"


async def compare_words(
    chain: Chain, deployment: Deployment, *, to: int, chance: random.Random
) -> None:
    """Raise NotUsable unless what the contract stores is what its logs add up to, for a sample."""
    logs: list[dict[str, Any]] = []
    first = 0
    while first <= to:
        last = min(to, first + BLOCKS_AT_ONCE - 1)
        logs += await chain.logs(
            address=deployment.contract, first=first, last=last, topics=contract.TOPICS
        )
        first = last + 1
    ledger: Ledger = await asyncio.to_thread(add_up, logs)
    words = sorted(ledger.words().items())
    for (holder, page), word in _some(words, chance):
        answer = await chain.call(
            to=deployment.contract, data=contract.badges_of(holder, page=page)
        )
        if contract.read_number(answer) != word:
            what = f"the contract stores other badges of {holder} than its logs say"
            raise NotUsable(what)


def _some(
    words: Sequence[tuple[tuple[str, int], int]], chance: random.Random
) -> Sequence[tuple[tuple[str, int], int]]:
    return words if len(words) <= SAMPLE else chance.sample(words, SAMPLE)


def write(path: Path, picture: Picture) -> None:
    """Put the picture in place, whole or not at all, for the owner's eyes only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for stray in path.parent.glob(f".{path.name}.*"):  # left by one who was killed while writing
        stray.unlink(missing_ok=True)
    heading = {
        "number": picture.number,
        "block_hash": picture.block_hash,
        "client": picture.client,
        "sha256": hashlib.sha256(picture.state).hexdigest(),
    }
    write_whole(path, (json.dumps(heading).encode(), b"\n", picture.state), mode=OWNER_ONLY)


def read(path: Path) -> Picture:
    """What was put there; raise NotUsable when it is not whole, or FileNotFoundError."""
    with path.open("rb") as file:
        line = file.readline(HEADING_LENGTH)
        state = file.read()
    try:
        heading = json.loads(line)
        picture = Picture(
            number=int(heading["number"]),
            block_hash=str(heading["block_hash"]),
            client=str(heading["client"]),
            state=state,
        )
        digest = str(heading["sha256"])
    except (ValueError, KeyError, TypeError) as problem:
        raise NotUsable("its heading cannot be read") from problem
    if hashlib.sha256(state).hexdigest() != digest:
        raise NotUsable("it is not whole")
    return picture
