"""How long the town's own chain is away when it was lost, with a picture of it and without one."""

import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

from eth_utils.address import to_checksum_address

from bench.badges import databases, issuer
from bench.badges.chain import site
from bench.badges.stage import Bench, Failed
from bench.record import Figure
from nft_badges.chain import Web3Chain
from nft_badges.embedded import FUNDING, Follower
from nft_badges.sending import Sent
from nft_badges.snapshots import Snapshots
from world_server.store import chain_journal
from world_server.store.chain_journal import Line
from world_server.store.database import Database
from world_server.store.tables.chain import Deployment

AWARDS = 20_000
BADGES = 4
LINES_AT_ONCE = 50
MEGABYTE = 1_000_000


async def measure(bench: Bench) -> list[Figure]:
    """20,000 awards issued by a real minter; the same chain again from journal and picture."""
    awards = BADGES * round(bench.share(AWARDS) / BADGES)
    async with databases.sqlite(bench.folder) as url:
        async with issuer.town(url, bench.folder) as town:
            badge_ids = await town.badges(BADGES)
            chance = random.Random(awards)
            people = [to_checksum_address(chance.randbytes(20)) for _ in range(awards // BADGES)]
            await town.promise([(badge_id, person) for badge_id in badge_ids for person in people])
            await town.final(awards)
        database = Database(url)
        try:
            return await _rebuilt(bench, database, awards=awards)
        finally:
            await database.close()


async def _rebuilt(bench: Bench, database: Database, *, awards: int) -> list[Figure]:
    async with database.reading() as session:
        deployment = await chain_journal.deployment(session)
        last = (
            None
            if deployment is None
            else await chain_journal.last_line(session, deployment.chain_key)
        )
    if deployment is None or last is None:
        raise Failed("there is no chain to rebuild")
    lines = await _journal(database, deployment)
    alone = await _bytes_alone(lines, deployment)
    with tempfile.TemporaryDirectory(dir=bench.folder) as folder:
        async with AsyncExitStack() as stack:
            chain = (await stack.enter_async_context(site())).chain
            journal = await _follow(chain, database, deployment, last, pictures=None)
            pictures = Snapshots(Path(folder), chain, database, every=1)
            keeping = await _seconds(lambda: pictures.keep(deployment, last))
        size = _size(Path(folder))
        async with AsyncExitStack() as stack:
            chain = (await stack.enter_async_context(site())).chain
            pictures = Snapshots(Path(folder), chain, database, every=1)
            restored = await _follow(chain, database, deployment, last, pictures=pictures)
            if not pictures.loaded:
                raise Failed("the picture was not used")
    blocks = f"{len(lines):,} blocks, {awards:,} awards"
    return [
        Figure("rebuild.anvil", alone, "s", f"{blocks}; the same bytes, nothing compared"),
        Figure("rebuild.journal", journal, "s", "each block compared with the journal"),
        Figure("rebuild.picture", restored, "s", "blocks, logs and the contract's words compared"),
        Figure("rebuild.picture.keeping", keeping, "s", "taken while nothing is under way"),
        Figure("rebuild.picture.size", size / MEGABYTE, "MB"),
    ]


async def _follow(
    chain: Web3Chain,
    database: Database,
    deployment: Deployment,
    last: Line,
    *,
    pictures: Snapshots | None,
) -> float:
    """Seconds until an empty chain is the journal's, as the minter does it."""

    async def go_on() -> None:
        return

    follower = Follower(chain, database, go_on, snapshots=pictures)

    async def follow() -> None:
        outlook = await follower.compare(deployment, last)
        await follower.follow(deployment, last, outlook)

    await chain.reset()
    seconds = await _seconds(follow)
    head = await chain.head()
    if head.hash != last.block_hash:
        raise Failed("the rebuilt chain is another one")
    return seconds


async def _bytes_alone(lines: list[Line], deployment: Deployment) -> float:
    """Seconds in which an empty anvil takes the same transactions, with nothing else to do."""
    async with site() as place:
        chain = place.chain
        await chain.reset()
        await chain.fund(deployment.deployer, FUNDING)
        return await _seconds(lambda: _replay(chain, lines))


async def _replay(chain: Web3Chain, lines: list[Line]) -> None:
    for line in lines:
        if await chain.send(line.raw) is not Sent.ACCEPTED:
            raise Failed("a transaction is refused that was mined before")
        await chain.mine(line.timestamp)


async def _journal(database: Database, deployment: Deployment) -> list[Line]:
    lines: list[Line] = []
    async with database.reading() as session:
        while more := await chain_journal.lines_after(
            session, deployment.chain_key, number=len(lines), limit=LINES_AT_ONCE
        ):
            lines += more
    return lines


def _size(folder: Path) -> int:
    """Bytes of the one picture there."""
    [path] = folder.iterdir()
    return path.stat().st_size


async def _seconds(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began
