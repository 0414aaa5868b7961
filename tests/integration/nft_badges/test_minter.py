"""From an award that waits to a token that stays, on the town's own chain."""

import asyncio
from datetime import datetime, timedelta

import pytest
from fixed_time import MORNING
from minter_town import MinterTown

from nft_badges import contract
from nft_badges.desk import Desk
from nft_badges.metadata import base_uri
from nft_badges.states import Why
from world_server.store import minting
from world_server.store.minting import LeaseLost
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import BatchKind, BatchState


async def test_awards_become_final_tokens(town: MinterTown) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, 12)
    await town.finish(town.minter())
    kinds = [batch.kind for batch in await town.batches()]
    assert kinds == [BatchKind.DEPLOY, BatchKind.DEFINE, *[BatchKind.AWARD] * 3]
    assert {batch.state for batch in await town.batches()} == {BatchState.FINAL}
    for award in await town.awards():
        receipt = await town.chain.receipt(award.tx_hash or "")
        assert receipt is not None
        assert receipt.block_number == award.block_number
    await town.check_nothing_lost_nothing_doubled()


async def test_every_state_on_the_way_is_passed_and_timed(town: MinterTown) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, 1)
    minter = town.minter()
    seen: list[tuple[AwardState, datetime]] = []
    for _ in range(30):
        town.clock.advance(seconds=1)
        await minter.guarded_step()
        award = (await town.awards())[0]
        if not seen or seen[-1][0] is not award.state:
            seen.append((award.state, award.updated_at))
    assert [state for state, _ in seen] == [
        AwardState.QUEUED,
        AwardState.BATCHED,
        AwardState.MINED,
        AwardState.FINAL,
    ]
    moments = [moment for _, moment in seen]
    assert moments == sorted(set(moments))


async def test_a_badge_already_held_is_not_given_twice(town: MinterTown) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, 3)
    minter = town.minter()
    await town.finish(minter)
    async with town.database.transaction() as session:
        for award in await town.awards():
            award.state = AwardState.QUEUED
            award.batch_id = None
            session.add(award)
    await town.finish(minter)
    await town.check_nothing_lost_nothing_doubled()
    assert {award.state for award in await town.awards()} == {AwardState.FINAL}


async def test_blocks_carry_the_town_s_time_strictly_later_each(town: MinterTown) -> None:
    for _ in range(3):
        await town.promise(await town.badge(), 1)
    await town.finish(town.minter())
    times = [line.timestamp for line in await town.journal()]
    assert times == list(range(int(MORNING.timestamp()), int(MORNING.timestamp()) + len(times)))
    head = await town.chain.head()
    assert head.timestamp == times[-1]


async def test_a_batch_goes_out_when_full_or_when_its_first_award_has_waited(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    minter = town.minter(flush_seconds=2, batch_size=5)
    await town.promise(badge_id, 4)
    for _ in range(10):
        await minter.guarded_step()
    assert (await town.states())[AwardState.QUEUED] == 4
    await town.promise(badge_id, 1)
    await town.finish(minter)
    await town.promise(badge_id, 1)
    for _ in range(5):
        await minter.guarded_step()
    assert (await town.states())[AwardState.QUEUED] == 1
    town.clock.advance(seconds=2)
    await town.finish(minter)


async def test_a_badge_is_awarded_when_its_window_opens_and_not_before(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id = await town.badge(opens=timedelta(hours=1), occurred_on=MORNING.date())
    await town.promise(badge_id, 1)
    other = await town.badge()
    await town.promise(other, 1)
    minter = town.minter()
    await town.settle(minter, until=lambda states: states[AwardState.FINAL] == 1)
    assert (await town.states())[AwardState.QUEUED] == 1
    town.clock.advance(hours=1)
    await town.finish(minter)


async def test_awards_that_waited_past_their_window_are_issued_and_the_delay_is_public(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 1)
    minter = town.minter()
    await town.finish(minter)
    town.clock.advance(days=45)
    await town.promise(badge_id, 2)
    await town.finish(minter)
    kinds = [batch.kind for batch in await town.batches()]
    assert kinds.count(BatchKind.EXTEND) == 1
    await town.check_nothing_lost_nothing_doubled()


async def test_a_badge_first_needed_after_its_window_is_issued_too(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 2)
    town.clock.advance(days=45)
    await town.finish(town.minter())
    await town.check_nothing_lost_nothing_doubled()


async def test_a_row_that_cannot_be_issued_is_parked_and_the_rest_goes_on(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 0, holders=["0x" + "zz" * 20])
    await town.promise(badge_id, 7)
    minter = town.minter()
    await town.settle(minter, until=lambda states: states[AwardState.FINAL] == 7)
    async with town.database.reading() as session:
        queue = await minting.queue(session)
    assert queue.parked == {"the holder is not an address": 1}
    assert queue.counts[AwardState.PARKED] == 1


async def test_a_badge_that_cannot_be_defined_does_not_hold_up_the_others(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    wrong = await town.badge(occurred_on=(MORNING - timedelta(days=90)).date())
    await town.promise(wrong, 2)
    right = await town.badge()
    await town.promise(right, 2)
    await town.settle(town.minter(), until=lambda states: states[AwardState.FINAL] == 2)
    parked = [one for one in await town.awards() if one.state is AwardState.PARKED]
    assert [one.badge_id for one in parked] == [wrong, wrong]
    assert {one.parked_reason for one in parked} == {"kashima_badges: day before the window"}


async def test_awards_beyond_the_daily_cap_wait_for_the_next_day(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 8)
    minter = town.minter(daily_cap=5)
    await town.settle(minter, until=lambda states: states[AwardState.FINAL] == 5)
    await town.held_by(minter, Why.DAILY_CAP)
    assert (await town.states())[AwardState.QUEUED] == 3
    town.clock.advance(days=1)
    await town.finish(minter)
    await town.check_nothing_lost_nothing_doubled()


async def test_without_the_key_awards_wait_and_the_chain_is_kept(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 3)
    await town.finish(town.minter())
    before = await town.block_hashes()
    town.server.kill()
    town.server.start()
    await town.promise(badge_id, 3)
    keyless = town.minter(key=None)
    await town.held_by(keyless, Why.SIGNER_MISSING)
    assert await town.block_hashes() == before
    assert (await town.states())[AwardState.QUEUED] == 3
    await town.finish(town.minter())


async def test_before_the_first_deployment_a_missing_key_is_said(
    sqlite_town: MinterTown,
) -> None:
    await sqlite_town.held_by(sqlite_town.minter(key=None), Why.SIGNER_MISSING)
    assert await sqlite_town.batches() == []


async def test_another_key_issues_nothing(sqlite_town: MinterTown) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 1)
    await town.finish(town.minter())
    await town.promise(badge_id, 1)
    detail = await town.held_by(town.minter(key="0x" + "5b" * 32), Why.SIGNER_CHANGED)
    assert "5b5b" not in detail
    assert (await town.states())[AwardState.QUEUED] == 1


async def test_the_contract_is_told_when_the_town_moves(sqlite_town: MinterTown) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 1)
    await town.finish(town.minter())
    moved = town.minter(public_url="https://kashima.example")
    await town.promise(badge_id, 1)
    await town.finish(moved)
    deployment = await town.deployment()
    answer = await town.chain.call(to=deployment.contract, data=contract.base_uri())
    assert contract.read_text(answer) == base_uri("https://kashima.example")
    assert deployment.base_uri == base_uri("https://kashima.example")


async def test_an_address_too_long_for_the_contract_does_not_stop_the_badges(
    sqlite_town: MinterTown,
) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 1)
    await town.finish(town.minter())
    await town.promise(badge_id, 1)
    await town.finish(town.minter(public_url="https://" + "k" * 200 + ".example"))


async def test_a_second_minter_stands_by_until_the_lease_runs_out(town: MinterTown) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, 2)
    first, second = town.minter(owner="first"), town.minter(owner="second")
    await first.guarded_step()
    await town.held_by(second, Why.STANDBY)
    assert not second.report.working
    town.clock.advance(seconds=11)
    await town.finish(second)
    assert second.report.working


async def test_a_minter_that_comes_back_after_another_took_over_writes_nothing(
    town: MinterTown,
) -> None:
    first, second = town.minter(owner="first"), town.minter(owner="second")
    desk: Desk = first.desk
    async with town.database.transaction() as session:
        old = await minting.take_lease(session, owner="first", now=town.clock(), seconds=10)
    assert old is not None
    town.clock.advance(seconds=11)
    await second.guarded_step()
    with pytest.raises(LeaseLost):
        async with desk.writing(old):
            pytest.fail("a lost lease was held")
    await first.guarded_step()
    assert first.report.why is Why.STANDBY


async def test_a_minter_that_stops_lets_the_next_one_start_at_once(town: MinterTown) -> None:
    badge_id = await town.badge()
    await town.promise(badge_id, 1)
    first = town.minter(owner="first")
    await first.guarded_step()
    stop = asyncio.Event()
    stop.set()
    await first.run(stop)
    await town.finish(town.minter(owner="second"))
