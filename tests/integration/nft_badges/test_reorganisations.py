"""Reorganisations of every depth heal by themselves: dropped, moved, or overtaken by others."""

from collections.abc import Callable

import pytest
from anvil_server import account, holder
from guest_town import ISSUER, PLENTY, begin, guest_minter, mine, send_by_hand, until_final
from minter_town import MinterTown

from nft_badges.states import Why
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import BatchState

DEPTHS = range(1, 11)

Blocks = list[tuple[str, int]]
"""Raw transactions, and the block (from 0) each of them is in after a reorganisation."""


def dropped(raws: list[str], depth: int) -> Blocks:
    """Nobody remembers any of them."""
    del raws, depth
    return []


def moved_to_the_last(raws: list[str], depth: int) -> Blocks:
    """All of them in the newest block: other block, other index, other time."""
    return [(raw, depth - 1) for raw in raws]


def moved_to_the_first(raws: list[str], depth: int) -> Blocks:
    """All of them in the oldest block that changed."""
    del depth
    return [(raw, 0) for raw in raws]


def half_dropped(raws: list[str], depth: int) -> Blocks:
    """The earlier half stays, in other blocks; the later half is forgotten."""
    return [(raw, depth // 2) for raw in raws[: len(raws) // 2]]


@pytest.mark.parametrize(
    "rearranged", [dropped, moved_to_the_last, moved_to_the_first, half_dropped]
)
async def test_a_reorganisation_of_each_depth_heals_by_itself(
    guest: MinterTown, rearranged: Callable[[list[str], int], Blocks]
) -> None:
    """What was dropped is sent again byte for byte, or with higher fees; no nonce is given up."""
    minter = await begin(guest)
    for depth in DEPTHS:
        badge_id = await guest.badge()
        await guest.promise(badge_id, 7)
        for _ in range(depth + 3):
            await minter.guarded_step()
            await minter.guarded_step()
            await mine(guest)
        head = (await guest.chain.head()).number
        sent = {attempt.tx_hash: attempt.raw for attempt in await guest.attempts()}
        taken: list[str] = []
        for number in range(head - depth + 1, head + 1):
            block = await guest.chain.block(number)
            assert block is not None
            taken += ["0x" + sent[tx_hash].hex() for tx_hash in block.transactions]
        await guest.chain._ask("anvil_reorg", depth, rearranged(taken, depth))
        await until_final(guest, minter)
        again = {attempt.tx_hash for attempt in await guest.attempts()}
        assert set(sent) <= again, depth
        await guest.check_nothing_lost_nothing_doubled()
    assert {batch.state for batch in await guest.batches()} == {BatchState.FINAL}


async def test_a_stranger_who_overtakes_us_changes_nothing(guest: MinterTown) -> None:
    """After the reorganisation somebody else's transaction stands before ours in the block."""
    minter = await begin(guest)
    badge_id = await guest.badge()
    await guest.promise(badge_id, 7)
    stranger = account(77)
    await guest.chain.fund(stranger.address, PLENTY)
    while not (await guest.states())[AwardState.MINED]:
        await minter.guarded_step()
        await minter.guarded_step()
        await mine(guest)
    ours = (await guest.attempts())[-1].raw
    theirs = await send_by_hand(guest, stranger, b"", to=holder(5), tip=50 * 10**9)
    raw = await guest.chain._ask("eth_getRawTransactionByHash", theirs)
    await guest.chain._ask("anvil_dropTransaction", theirs)
    await guest.chain._ask("anvil_reorg", 1, [(raw, 0), ("0x" + ours.hex(), 0)])
    block = await guest.chain.head()
    assert block.transactions[0] == theirs
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_awards_on_their_way_survive_reorganisations_that_never_end(
    guest: MinterTown,
) -> None:
    """The chain turns at every single block while awards keep coming."""
    minter = await begin(guest)
    badge_ids = [await guest.badge() for _ in range(2)]
    for turn in range(12):
        await guest.promise(badge_ids[turn % 2], 3)
        await minter.guarded_step()
        await mine(guest, 2)
        await guest.chain._ask("anvil_reorg", 1 + turn % 3, [])
        await minter.guarded_step()
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_another_minter_heals_what_happened_while_none_was_there(guest: MinterTown) -> None:
    first = await begin(guest)
    badge_id = await guest.badge()
    await guest.promise(badge_id, 7)
    for _ in range(6):
        await first.guarded_step()
        await first.guarded_step()
        await mine(guest)
    await guest.chain._ask("anvil_reorg", 5, [])
    guest.clock.advance(seconds=60)
    second = guest_minter(guest, owner="second")
    await until_final(guest, second)
    assert second.report.why in {Why.NOTHING, Why.UNCONFIRMED}
    assert ISSUER.address == (await guest.deployment()).deployer
    await guest.check_nothing_lost_nothing_doubled()
