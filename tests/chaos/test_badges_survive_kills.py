"""Killing any part of the town at any moment loses no badge and gives none twice."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

import pytest
from anvil_server import AnvilServer, anvil_running
from killable_town import KillableTown, all_pairs, epoch, minter_settings, starting
from minter_town import MinterTown, minter_town
from patience import until

from nft_badges.app import run
from nft_badges.recount import recount
from nft_badges.settings import ChainReadSettings
from world_server.store.clock import system_clock
from world_server.store.database import Database
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import MintLease

log = logging.getLogger("kills")

START_SECONDS = 60
ISSUING_SECONDS = 120

VICTIMS = {
    "minter": 5,
    "chain": 4,
    "minter_and_chain": 1,
    "connections": 5,
    "redis": 2,
    "writer": 3,
}
"""What is killed, and how often in twenty."""


@pytest.fixture
def own_chain() -> Iterator[AnvilServer]:
    """An empty embedded chain."""
    with anvil_running() as server:
        yield server


@pytest.fixture
async def town(database: Database, own_chain: AnvilServer) -> AsyncIterator[MinterTown]:
    """A town with real time, since its minters are real processes."""
    async with minter_town(database, own_chain, start=system_clock()()) as made:
        yield made


@pytest.fixture(scope="module")
def starts() -> ForkServerContext:
    """Starts minters from a process that has imported everything, so that many can be killed."""
    return starting()


@contextmanager
def minter_process(
    starts: ForkServerContext, town: MinterTown, database_url: str
) -> Iterator[ForkServerProcess]:
    """What `kashima minter` runs, as a process of its own."""
    process = starts.Process(target=run, args=(minter_settings(town, database_url),))
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join(10)


async def ended(process: ForkServerProcess, *, within: float) -> int | None:
    """Its exit code; fails the test when it goes on."""
    await asyncio.to_thread(process.join, within)
    return process.exitcode


async def until_working(town: MinterTown, before: int) -> None:
    """Wait until a minter started since `before` has the lease."""

    async def changed_hands() -> bool:
        return await epoch(town.database) != before

    await until(changed_hands, seconds=START_SECONDS)


async def until_final(town: MinterTown) -> None:
    async def all_final() -> bool:
        states = await town.states()
        return states[AwardState.FINAL] == states.total()

    await until(all_final, seconds=ISSUING_SECONDS)


@pytest.mark.parametrize(
    ("seed", "kills", "promises"),
    [
        pytest.param(20261122, 20, 200, id="20-kills"),
        pytest.param(
            41207, 200, 5000, id="200-kills", marks=[pytest.mark.soak, pytest.mark.timeout(3600)]
        ),
    ],
)
async def test_random_kills_lose_nothing_and_double_nothing(  # noqa: PLR0917  fixtures
    starts: ForkServerContext,
    town: MinterTown,
    database_url: str,
    tmp_path: Path,
    seed: int,
    kills: int,
    promises: int,
) -> None:
    """Minter, chain, Redis, the promising process and database connections die; none is spared."""
    chance = random.Random(seed)
    killable = KillableTown(town, database_url, tmp_path, chance, starts)
    badge_ids = [await town.badge() for _ in range(4)]
    pairs = all_pairs(await killable.people(promises // len(badge_ids)), badge_ids)
    chance.shuffle(pairs)
    order = [name for name, share in VICTIMS.items() for _ in range(share * kills // 20)]
    chance.shuffle(order)
    stop = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as reading:
            await killable.open(pairs, pause=0.005)
            reading.create_task(killable.read(stop), name="reader")
            # One kill after the other as promises are made, so that they fall among all of them.
            for number, victim in enumerate(order):
                await killable.until_promised(number * promises // (kills + 1))
                await asyncio.sleep(chance.uniform(0, 0.3))
                await killable.kill(victim)
            await killable.until_promised(promises)
            await killable.until_final()
            stop.set()
        killable.check()
    finally:
        killable.close()
    assert {(award.visitor_id, award.badge_id) for award in await town.awards()} == set(pairs)
    assert await town.states() == {AwardState.FINAL: promises}
    await town.check_nothing_lost_nothing_doubled()
    digests = await killable.digests()
    assert len(set(digests.values())) == 1, digests
    assert await town.block_hashes() == [line.block_hash for line in await town.journal()]
    counted = await recount(ChainReadSettings(database_url=database_url, rpc_url=town.server.url))
    assert counted.agrees, counted.lines
    assert counted.digest == digests["database"]
    assert killable.kills.total() == kills
    assert killable.answers[200] > 0
    assert killable.answers[500] == 0
    log.info(
        "%s kills %s, %s awards in %s batches, read %s",
        kills,
        dict(killable.kills),
        promises,
        len(await town.batches()),
        dict(killable.answers),
    )


async def test_two_minters_at_once_double_nothing(
    starts: ForkServerContext, town: MinterTown, database_url: str
) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, 60)
    before = await epoch(town.database)
    with (
        minter_process(starts, town, database_url) as first,
        minter_process(starts, town, database_url) as second,
    ):
        await until_working(town, before)
        await until_final(town)
        assert first.is_alive()
        assert second.is_alive()
    await town.check_nothing_lost_nothing_doubled()
    assert len(await town.block_hashes()) == len(await town.journal())


async def test_a_minter_told_to_stop_finishes_in_time_and_hands_over(
    starts: ForkServerContext, town: MinterTown, database_url: str
) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, 200)
    before = await epoch(town.database)
    with minter_process(starts, town, database_url) as process:
        await until_working(town, before)
        process.terminate()
        assert await ended(process, within=5) == 0
    async with town.database.reading() as session:
        lease = await session.get(MintLease, 1)
        assert lease is not None
        assert lease.owner == ""
