"""Killing the minter or its chain at any moment loses no badge and gives none twice."""

import asyncio
import multiprocessing
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerContext, ForkServerProcess

import pytest
from anvil_server import AnvilServer, anvil_running
from minter_town import ISSUER_KEY, MinterTown, minter_town
from patience import until
from pydantic import SecretStr

from nft_badges.app import run
from nft_badges.recount import recount
from nft_badges.settings import ChainReadSettings, MinterSettings
from world_server.store.clock import system_clock
from world_server.store.database import Database
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import MintLease

START_SECONDS = 60
LONGEST_LIFE = 0.6
"""Seconds of work before a kill, at most; several batches are made in that time."""

ISSUING_SECONDS = 120


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
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["nft_badges.app"])
    return context


@contextmanager
def minter_process(
    starts: ForkServerContext, town: MinterTown, database_url: str
) -> Iterator[ForkServerProcess]:
    """What `kashima minter` runs, as a process of its own."""
    settings = MinterSettings(
        database_url=SecretStr(database_url),
        rpc_url=SecretStr(town.server.url),
        issuer_key=SecretStr(ISSUER_KEY),
        port=0,
        lease_seconds=0.3,
        flush_seconds=0,
        batch_size=5,
    )
    process = starts.Process(target=run, args=(settings,))
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


async def epoch(town: MinterTown) -> int:
    async with town.database.reading() as session:
        lease = await session.get(MintLease, 1)
        assert lease is not None
        return lease.epoch


async def until_working(town: MinterTown, before: int) -> None:
    """Wait until a minter started since `before` has the lease."""

    async def changed_hands() -> bool:
        return await epoch(town) != before

    await until(changed_hands, seconds=START_SECONDS)


async def until_final(town: MinterTown) -> None:
    async def all_final() -> bool:
        states = await town.states()
        return states[AwardState.FINAL] == states.total()

    await until(all_final, seconds=ISSUING_SECONDS)


@pytest.mark.parametrize(
    ("seed", "kills"),
    [
        pytest.param(20261122, 15, id="15-kills"),
        pytest.param(
            41207, 200, id="200-kills", marks=[pytest.mark.soak, pytest.mark.timeout(3600)]
        ),
    ],
)
async def test_random_kills_lose_nothing_and_double_nothing(
    starts: ForkServerContext, town: MinterTown, database_url: str, seed: int, kills: int
) -> None:
    chance = random.Random(seed)
    badge_ids = [await town.badge() for _ in range(3)]
    for _ in range(kills):
        await town.promise(chance.choice(badge_ids), chance.randint(5, 25))
        before = await epoch(town)
        with minter_process(starts, town, database_url) as process:
            await until_working(town, before)
            await asyncio.sleep(chance.uniform(0, LONGEST_LIFE))
            if chance.random() < 0.3:
                town.server.kill()
                await asyncio.sleep(chance.uniform(0, 0.2))
                town.server.start()
                await asyncio.sleep(chance.uniform(0, 0.3))
            assert process.is_alive(), "a minter ended by itself"
            process.kill()
        if chance.random() < 0.3:
            town.server.kill()
            town.server.start()
    with minter_process(starts, town, database_url) as process:
        await until_final(town)
        process.terminate()
        assert await ended(process, within=5) == 0
    await town.check_nothing_lost_nothing_doubled()
    assert await town.block_hashes() == [line.block_hash for line in await town.journal()]
    counted = await recount(ChainReadSettings(database_url=database_url, rpc_url=town.server.url))
    assert counted.agrees, counted.lines


async def test_two_minters_at_once_double_nothing(
    starts: ForkServerContext, town: MinterTown, database_url: str
) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, 60)
    before = await epoch(town)
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
    before = await epoch(town)
    with minter_process(starts, town, database_url) as process:
        await until_working(town, before)
        process.terminate()
        assert await ended(process, within=5) == 0
    async with town.database.reading() as session:
        lease = await session.get(MintLease, 1)
        assert lease is not None
        assert lease.owner == ""
