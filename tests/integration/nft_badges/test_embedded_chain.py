"""The embedded chain may be lost, cut short or meddled with: its journal brings it back."""

import pytest
from anvil_server import AnvilServer, account, anvil_running, holder
from minter_town import MinterTown

from nft_badges import anvil
from nft_badges.chain import Web3Chain
from nft_badges.keys import Unsigned
from nft_badges.port import ChainAway
from nft_badges.sending import Sent
from nft_badges.states import Why
from world_server.store.tables.award import AwardState

BY_ITSELF = True


async def stranger_acts(chain: Web3Chain, *, mines: int | None) -> None:
    """Someone who reaches the node funds an account and sends from it; `mines` also mines."""
    stranger = account(99)
    await chain.fund(stranger.address, 10**20)
    head = await chain.head()
    signed = stranger.sign(
        Unsigned(
            chain_id=anvil.CHAIN_ID,
            nonce=await chain.nonce(stranger.address),
            to=holder(1),
            data=b"",
            gas=21_000,
            max_fee=2 * head.base_fee + 10**9,
            tip=10**9,
        )
    )
    assert await chain.send(signed.raw) is Sent.ACCEPTED
    if mines is not None:
        await chain.mine(mines)


async def issue(town: MinterTown, count: int) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, count)


async def test_a_chain_that_was_lost_comes_back_with_the_same_hashes(town: MinterTown) -> None:
    minter = town.minter()
    await issue(town, 12)
    await town.finish(minter)
    before = await town.block_hashes()
    town.server.kill()
    await town.held_by(minter, Why.CHAIN_AWAY)
    town.server.start()
    await issue(town, 3)
    await town.finish(minter)
    assert (await town.block_hashes())[: len(before)] == before
    assert minter.follower.rebuilt == 1
    await town.check_nothing_lost_nothing_doubled()


async def test_the_chain_can_be_lost_after_every_single_step(sqlite_town: MinterTown) -> None:
    town = sqlite_town
    await issue(town, 3)
    minter = town.minter()
    for _ in range(12):
        await minter.guarded_step()
        town.server.kill()
        town.server.start()
    await town.finish(minter)
    journal = [line.block_hash for line in await town.journal()]
    assert await town.block_hashes() == journal
    await town.check_nothing_lost_nothing_doubled()


async def test_a_minter_that_died_after_any_step_is_carried_on_by_the_next(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    await issue(town, 8)
    for number in range(60):
        await town.minter(owner=f"minter {number}").guarded_step()
        town.clock.advance(seconds=11)
    assert await town.states() == {AwardState.FINAL: 8}
    await town.check_nothing_lost_nothing_doubled()


@pytest.mark.parametrize("blocks", [1, 3, 50])
async def test_blocks_of_strangers_are_swept_away(sqlite_town: MinterTown, blocks: int) -> None:
    town = sqlite_town
    minter = town.minter()
    await issue(town, 6)
    await town.finish(minter)
    before = await town.block_hashes()
    head = await town.chain.head()
    for number in range(blocks):
        await stranger_acts(town.chain, mines=head.timestamp + 10 + number)
    assert (await town.chain.head()).number == head.number + blocks
    await issue(town, 3)
    await town.finish(minter)
    assert (await town.block_hashes())[: len(before)] == before
    await town.check_nothing_lost_nothing_doubled()


async def test_transactions_of_strangers_do_not_get_into_our_blocks(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    minter = town.minter()
    await issue(town, 3)
    await town.finish(minter)
    await stranger_acts(town.chain, mines=None)
    await issue(town, 3)
    await town.finish(minter)
    for number in range(1, (await town.chain.head()).number + 1):
        block = await town.chain.block(number)
        assert block is not None
        assert len(block.transactions) == 1
    await town.check_nothing_lost_nothing_doubled()


@pytest.mark.parametrize("crowded", [0, 1, 2])
async def test_a_stranger_in_blocks_that_nobody_wrote_down_yet_is_noticed(
    sqlite_town: MinterTown, crowded: int
) -> None:
    """A round was mined and its minter died: the newest block alone would not tell."""
    town = sqlite_town
    minter = town.minter()
    await issue(town, 1)
    await town.finish(minter)
    badge_id = (await town.awards())[0].badge_id
    await town.promise(badge_id, 15)
    await minter.guarded_step()
    assert (await town.states())[AwardState.BATCHED] == 15
    journal, attempts = (await town.journal())[-3:], (await town.attempts())[-3:]
    for number, (line, attempt) in enumerate(zip(journal, attempts, strict=True)):
        if number == crowded:
            await stranger_acts(town.chain, mines=None)
        assert await town.chain.send(attempt.raw) is Sent.ACCEPTED
        await town.chain.mine(line.timestamp)
    town.clock.advance(seconds=11)
    heir = town.minter(owner="heir")
    await town.finish(heir)
    assert heir.follower.rebuilt == 1
    assert await town.block_hashes() == [line.block_hash for line in await town.journal()]
    await town.check_nothing_lost_nothing_doubled()


async def test_a_round_mined_and_not_written_down_is_taken_as_it_is(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    minter = town.minter()
    await issue(town, 1)
    await town.finish(minter)
    await town.promise((await town.awards())[0].badge_id, 15)
    await minter.guarded_step()
    for line, attempt in zip(
        (await town.journal())[-3:], (await town.attempts())[-3:], strict=True
    ):
        assert await town.chain.send(attempt.raw) is Sent.ACCEPTED
        await town.chain.mine(line.timestamp)
    mined = await town.block_hashes()
    town.clock.advance(seconds=11)
    heir = town.minter(owner="heir")
    await town.finish(heir)
    assert heir.follower.rebuilt == 0
    assert await town.block_hashes() == mined
    assert [line.block_hash for line in await town.journal()] == mined
    await town.check_nothing_lost_nothing_doubled()


@pytest.mark.parametrize("depth", [1, 3, 10])
async def test_a_reorganised_chain_is_put_right(sqlite_town: MinterTown, depth: int) -> None:
    town = sqlite_town
    minter = town.minter(batch_size=2)
    await issue(town, 20)
    await town.finish(minter)
    before = await town.block_hashes()
    await town.chain._ask("anvil_reorg", depth, [])
    assert await town.block_hashes() != before
    await town.settle(minter, until=lambda states: states[AwardState.FINAL] == 20)
    await minter.guarded_step()
    assert await town.block_hashes() == before
    await town.check_nothing_lost_nothing_doubled()


@pytest.mark.parametrize("depth", [1, 5, 10])
async def test_a_chain_cut_short_is_completed(sqlite_town: MinterTown, depth: int) -> None:
    town = sqlite_town
    minter = town.minter(batch_size=2)
    await issue(town, 20)
    await town.finish(minter)
    before = await town.block_hashes()
    await town.chain._ask("anvil_rollback", depth)
    await minter.guarded_step()
    assert await town.block_hashes() == before


async def test_a_chain_with_balances_changed_behind_our_back_is_rebuilt(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    minter = town.minter()
    await issue(town, 3)
    await town.finish(minter)
    town.server.kill()
    town.server.start()
    await town.chain.fund(account(98).address, 10**18)
    before = [line.block_hash for line in await town.journal()]
    await issue(town, 3)
    await town.finish(minter)
    assert (await town.block_hashes())[: len(before)] == before


async def test_another_chain_at_the_same_address_is_recognised_and_left_alone(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    minter = town.minter()
    await issue(town, 3)
    await town.finish(minter)
    await issue(town, 3)
    with anvil_running("--block-base-fee-per-gas", "7") as other:
        elsewhere = Web3Chain(other.url)
        stray = town.minter(chain=elsewhere)
        detail = await town.held_by(stray, Why.WRONG_CHAIN)
        assert "this is 31337" in detail
        assert (await elsewhere.head()).number == 0
        await elsewhere.close()
    assert (await town.states())[AwardState.QUEUED] == 3
    await town.finish(minter)


async def test_a_node_that_mines_by_itself_is_told_to_stop(sqlite_town: MinterTown) -> None:
    town = sqlite_town
    await town.chain._ask("evm_setAutomine", BY_ITSELF)
    await issue(town, 6)
    await town.finish(town.minter())
    journal = [line.block_hash for line in await town.journal()]
    assert await town.block_hashes() == journal
    await town.check_nothing_lost_nothing_doubled()


async def test_what_an_older_town_left_on_the_chain_is_swept_away(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    await stranger_acts(town.chain, mines=1_800_000_000)
    await issue(town, 3)
    await town.finish(town.minter())
    assert len(await town.block_hashes()) == len(await town.journal())


async def test_a_long_journal_is_replayed_in_parts_and_keeps_the_lease(
    sqlite_town: MinterTown, own_chain: AnvilServer
) -> None:
    town = sqlite_town
    minter = town.minter(batch_size=1)
    await issue(town, 12)
    await town.finish(minter)
    before = await town.block_hashes()
    own_chain.kill()
    own_chain.start()
    minter.follower.lines_at_once = 5
    renewed: list[int] = []

    async def note_progress() -> None:
        renewed.append((await town.chain.head()).number)

    minter.follower.on_progress = note_progress
    await minter.guarded_step()
    assert await town.block_hashes() == before
    assert renewed == [5, 10, 14]


async def test_the_node_being_away_is_an_answer_not_a_crash(own_chain: AnvilServer) -> None:
    chain = Web3Chain(own_chain.url)
    own_chain.kill()
    with pytest.raises(ChainAway):
        await chain.head()
    own_chain.start()
    assert (await chain.head()).number == 0
    await chain.close()
