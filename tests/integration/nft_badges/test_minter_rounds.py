"""Rounds of several batches: mixed badges, failures within one, and the one after it at once."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

from anvil_server import Stage, account, anvil_running, holder
from minter_town import MinterTown
from patience import until
from sqlmodel import col, delete, select, update
from vyper import compile_code  # type: ignore[import-untyped]

from nft_badges import contract
from nft_badges.chain import Web3Chain
from nft_badges.sending import BATCHES_AT_ONCE
from nft_badges.settling import NOT_SHOWN
from nft_badges.states import Why
from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.chain import BatchKind, BatchState, MintBatch

TASTE = Path(__file__).parents[2] / "contract_with_taste.vy"
NOBODY = "0x" + 40 * "0"
WAY = (AwardState.QUEUED, AwardState.BATCHED, AwardState.MINED, AwardState.FINAL)
"""The states of an award with which nothing goes wrong, in their order."""


class WatchedChain(Web3Chain):
    """The chain as it is, with something that happens just before a round is written down."""

    before_signing: Callable[[], Awaitable[None]] | None = None

    async def balance(self, address: str) -> int:
        """Asked once the calls of a round are drafted."""
        if self.before_signing is not None:
            happens, self.before_signing = self.before_signing, None
            await happens()
        return await super().balance(address)


def is_quiet(states: Counter[AwardState]) -> bool:
    """Whether nothing is on its way."""
    return states.total() == states[AwardState.QUEUED] + states[AwardState.FINAL]


def sizes(batches: list[MintBatch]) -> list[int]:
    return [batch.size for batch in batches if batch.kind is BatchKind.AWARD]


async def test_badges_mixed_in_rounds_keep_one_line_one_block_one_transaction(
    town: MinterTown,
) -> None:
    badge_ids = [await town.badge() for _ in range(4)]
    crowd = [holder(number) for number in range(13)]
    for badge_id in badge_ids:
        await town.promise(badge_id, 0, holders=crowd)
    await town.finish(town.minter())
    batches = await town.batches()
    assert sizes(batches).count(5) == 8
    assert sizes(batches).count(3) == 4
    assert [batch.nonce for batch in batches] == list(range(len(batches)))
    journal = await town.journal()
    times = [line.timestamp for line in journal]
    assert times == sorted(set(times))
    assert await town.block_hashes() == [line.block_hash for line in journal]
    for number, batch in enumerate(batches, 1):
        block = await town.chain.block(number)
        assert block is not None
        assert block.transactions == (batch.tx_hash,)
        assert (batch.block_number, batch.block_hash) == (number, block.hash)
    await town.check_nothing_lost_nothing_doubled()


async def test_a_step_mines_one_round_and_signs_the_next(sqlite_town: MinterTown) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    minter = town.minter()
    await town.promise(badge_id, 1)
    await town.finish(minter)
    await town.promise(badge_id, 3 * 5 * BATCHES_AT_ONCE)
    seen = []
    for _ in range(5):
        await minter.guarded_step()
        states = await town.states()
        seen.append(tuple(states[state] for state in WAY))
    full = 5 * BATCHES_AT_ONCE
    assert seen == [
        (2 * full, full, 0, 1),
        (full, full, full, 1),
        (0, full, full, full + 1),
        (0, 0, full, 2 * full + 1),
        (0, 0, 0, 3 * full + 1),
    ]
    await town.check_nothing_lost_nothing_doubled()


async def test_what_cannot_be_issued_in_the_middle_of_a_round_is_parked_and_nothing_else(
    town: MinterTown,
) -> None:
    badge_id, other = await town.badge(), await town.badge()
    minter = town.minter()
    for defined in (badge_id, other):
        await town.promise(defined, 1)
    await town.finish(minter)
    await town.promise(badge_id, 7)
    await town.promise(badge_id, 0, holders=["somebody", NOBODY])
    await town.promise(badge_id, 7)
    await town.promise(other, 6)
    await town.settle(minter, until=lambda states: states[AwardState.FINAL] == 22)
    parked = {one.holder: one.parked_reason for one in await town.awards() if one.parked_reason}
    assert parked == {"somebody": "the holder is not an address", NOBODY: NOT_SHOWN}
    ledger = await town.ledger()
    assert sum(len(held) for held in ledger.held.values()) == 22


async def test_a_poisoned_batch_of_a_round_is_sent_without_its_poison(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id, other = await town.badge(), await town.badge()
    minter = town.minter()
    for defined in (badge_id, other):
        await town.promise(defined, 1)
    await town.finish(minter)
    disliked, address = holder(666), (await town.deployment()).contract
    await town.chain._ask("anvil_setCode", holder(1), "0x" + contract.artifact().runtime.hex())
    await town.chain._ask("anvil_setCode", address, "0x" + (await choosy(disliked)).hex())
    await town.promise(badge_id, 7)
    await town.promise(badge_id, 0, holders=[disliked])
    await town.promise(badge_id, 7)
    await town.promise(other, 5)
    await town.settle(minter, until=lambda states: states[AwardState.FINAL] == 21)
    parked = {one.holder: one.parked_reason for one in await town.awards() if one.parked_reason}
    assert parked == {disliked: "not this one"}
    assert sizes(await town.batches())[2:] == [5, 4, 5, 5]


async def choosy(disliked: str) -> bytes:
    """Code of a contract that does what is at `holder(1)`, except for one address."""
    compiled = compile_code(TASTE.read_text(encoding="utf-8"), output_formats=["bytecode"])
    made = bytes.fromhex(compiled["bytecode"].removeprefix("0x"))
    words = [bytes(12) + bytes.fromhex(one[2:]) for one in (holder(1), disliked)]
    with anvil_running() as scratch:
        chain = Web3Chain(scratch.url)
        await chain.take_over()
        first = account(1)
        address = await Stage(chain, first, first, first, first).create(made + b"".join(words))
        code = await chain.code(address)
        await chain.close()
    return code


async def test_a_batch_reverted_in_the_middle_of_a_round_waits_again_and_the_rest_is_settled(
    town: MinterTown,
) -> None:
    first, second = await town.badge(), await town.badge()
    minter = town.minter(daily_cap=14)
    for defined in (first, second):
        await town.promise(defined, 1)
    await town.finish(minter)
    await town.promise(first, 15)
    await town.promise(second, 2)
    await town.held_by(minter, Why.DAILY_CAP)
    await town.settle(minter, until=lambda states: states[AwardState.FINAL] == 14)
    assert (await town.states())[AwardState.QUEUED] == 5
    middle = (await town.batches())[-4:]
    assert [batch.size for batch in middle] == [5, 5, 5, 2]
    final, failed = BatchState.FINAL, BatchState.FAILED
    assert [batch.state for batch in middle] == [final, final, failed, final]
    waiting = [award for award in await town.awards() if award.state is AwardState.QUEUED]
    assert {(one.batch_id, one.tx_hash, one.block_number) for one in waiting} == {(None,) * 3}
    town.clock.advance(days=1)
    await town.finish(minter)
    await town.check_nothing_lost_nothing_doubled()


async def test_rounds_signed_ahead_of_the_daily_cap_wait_for_the_next_day(
    town: MinterTown,
) -> None:
    """Those already signed when the cap was reached revert together; that is nothing to stop at."""
    badge_id = await town.badge()
    full = 5 * BATCHES_AT_ONCE
    minter = town.minter(daily_cap=full + 1)
    await town.promise(badge_id, 1)
    await town.finish(minter)
    await town.promise(badge_id, 3 * full)
    for days in (1, 2):
        await town.held_by(minter, Why.DAILY_CAP)
        await town.settle(minter, until=is_quiet)
        assert (await town.states())[AwardState.FINAL] == days * full + 1
        town.clock.advance(days=1)
    await town.finish(minter)
    await town.check_nothing_lost_nothing_doubled()


async def test_awards_erased_or_moved_since_the_look_go_their_own_way(town: MinterTown) -> None:
    chain = WatchedChain(town.server.url)
    badge_id = await town.badge()
    minter = town.minter(chain=chain)
    await town.promise(badge_id, 1)
    await town.finish(minter)
    await town.promise(badge_id, 15)
    waiting = [one for one in await town.awards() if one.state is AwardState.QUEUED]
    erased, moved, wallet = waiting[6], waiting[8], holder(77)

    async def meanwhile() -> None:
        async with town.database.transaction() as session:
            await session.exec(delete(Award).where(col(Award.id) == erased.id))
            await session.exec(update(Award).where(col(Award.id) == moved.id).values(holder=wallet))

    chain.before_signing = meanwhile
    await town.finish(minter)
    await chain.close()
    assert chain.before_signing is None
    assert sizes(await town.batches()) == [1, 5, 3, 5, 1]
    await town.check_nothing_lost_nothing_doubled()
    ledger = await town.ledger()
    assert ledger.held[wallet] == {badge_id}
    assert erased.holder.lower() not in ledger.held
    assert moved.holder.lower() not in ledger.held


async def test_a_batch_with_nobody_left_ends_its_round_without_a_gap_in_the_nonces(
    town: MinterTown,
) -> None:
    chain = WatchedChain(town.server.url)
    badge_id = await town.badge()
    minter = town.minter(chain=chain)
    await town.promise(badge_id, 1)
    await town.finish(minter)
    await town.promise(badge_id, 15)
    queued = AwardState.QUEUED
    gone = [one.id for one in await town.awards() if one.state is queued][5:10]

    async def meanwhile() -> None:
        async with town.database.transaction() as session:
            await session.exec(delete(Award).where(col(Award.id).in_(gone)))

    chain.before_signing = meanwhile
    await town.finish(minter)
    await chain.close()
    batches = await town.batches()
    assert sizes(batches) == [1, 5, 5]
    assert [batch.nonce for batch in batches] == list(range(len(batches)))
    await town.check_nothing_lost_nothing_doubled()


async def test_thousands_of_awards_by_the_minter_s_own_loop(town: MinterTown) -> None:
    badge_ids = [await town.badge() for _ in range(4)]
    crowd = [holder(number) for number in range(500)]
    for badge_id in badge_ids:
        await town.promise(badge_id, 0, holders=crowd[:350])
    minter = town.minter(batch_size=200)
    stop, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await minter.run(stop)
        ended.set()

    async def states_are(final: int) -> bool:
        states = await town.states()
        return states[AwardState.FINAL] == final == states.total()

    async with asyncio.TaskGroup() as group:
        group.create_task(work(), name="minter")
        await until(lambda: states_are(1_400), seconds=120)
        for badge_id in badge_ids:
            await town.promise(badge_id, 0, holders=crowd[350:])
        await until(lambda: states_are(2_000), seconds=120)
        stop.set()
    assert ended.is_set()
    assert minter.settling.tokens == 2_000
    assert max(sizes(await town.batches())) == 200
    assert await town.block_hashes() == [line.block_hash for line in await town.journal()]
    async with town.database.reading() as session:
        unsettled = await session.exec(
            select(MintBatch).where(col(MintBatch.state) != BatchState.FINAL)
        )
        assert unsettled.all() == []
    await town.check_nothing_lost_nothing_doubled()
