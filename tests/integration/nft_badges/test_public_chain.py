"""On a chain that is not ours everything can happen between sending and staying."""

import itertools

from anvil_server import AnvilServer, account, call, holder
from guest_town import (
    ISSUER,
    PLENTY,
    begin,
    defined_badge,
    guest_minter,
    mine,
    send_by_hand,
    until_batched,
    until_final,
)
from minter_town import MinterTown

from nft_badges import anvil, contract
from nft_badges.keys import Unsigned
from nft_badges.sending import Sent
from nft_badges.states import Why
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import BatchKind, BatchState


async def test_nothing_is_deployed_on_a_strange_chain_without_being_told(
    guest: MinterTown,
) -> None:
    await guest.chain.fund(ISSUER.address, PLENTY)
    await guest.held_by(guest_minter(guest, allow_deploy=False), Why.NO_CONTRACT)
    assert await guest.batches() == []


async def test_the_contract_is_deployed_once_and_found_again(guest: MinterTown) -> None:
    await begin(guest)
    again = guest_minter(guest)
    guest.clock.advance(seconds=60)
    for _ in range(6):
        await again.guarded_step()
        await mine(guest)
    assert [batch.kind for batch in await guest.batches()] == [BatchKind.DEPLOY]


async def test_awards_become_final_only_when_the_chain_calls_them_final(
    guest: MinterTown,
) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    await guest.promise(badge_id, 4)
    await minter.guarded_step()
    await minter.guarded_step()
    assert (await guest.states())[AwardState.BATCHED] == 4
    await mine(guest)
    await minter.guarded_step()
    assert (await guest.states())[AwardState.MINED] == 4
    await minter.guarded_step()
    assert (await guest.states())[AwardState.MINED] == 4
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_final_block_that_vanishes_stops_everything(guest: MinterTown) -> None:
    minter = await begin(guest)
    badge_id = await guest.badge()
    await guest.promise(badge_id, 1)
    await until_final(guest, minter, blocks=1)
    last = (await guest.batches())[-1].block_number
    assert last is not None
    depth = (await guest.chain.head()).number - last + 1
    await guest.chain._ask("anvil_reorg", depth, [])
    await guest.held_by(guest_minter(guest), Why.CHAIN_DISAGREES)


async def test_a_reorganised_batch_goes_back_to_batched(guest: MinterTown) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    await guest.promise(badge_id, 2)
    await until_final(guest, minter)
    await guest.promise(badge_id, 2)
    for _ in range(2):
        await minter.guarded_step()
    await mine(guest)
    await minter.guarded_step()
    assert (await guest.states())[AwardState.MINED] == 2
    await guest.chain._ask("anvil_reorg", 1, [])
    await minter.guarded_step()
    assert (await guest.states())[AwardState.BATCHED] == 2
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_stuck_transaction_is_offered_more_until_it_is_taken(guest: MinterTown) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    await guest.promise(badge_id, 3)
    await until_batched(guest, minter, 3)
    nonce = (await guest.batches())[-1].nonce
    for _ in range(12):
        await guest.chain._ask("anvil_setNextBlockBaseFeePerGas", hex(50 * 10**9))
        await minter.guarded_step()
        await mine(guest)
        if (await guest.states())[AwardState.MINED]:
            break
    await until_final(guest, minter)
    batch = (await guest.batches())[-1]
    offers = [one for one in await guest.attempts() if one.batch_id == batch.id]
    assert batch.nonce == nonce
    assert len(offers) > 1
    for lower, higher in itertools.pairwise(offers):
        assert higher.max_fee >= lower.max_fee * 9 // 8
        assert higher.tip >= lower.tip * 9 // 8
    await guest.check_nothing_lost_nothing_doubled()


async def test_any_offer_s_receipt_settles_the_batch(guest: MinterTown) -> None:
    """The first offer may be the one that is mined, even after a second was signed."""
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    await guest.promise(badge_id, 3)
    await minter.guarded_step()
    await minter.guarded_step()
    first = (await guest.attempts())[-1]
    from world_server.store import chain_batches

    async with guest.database.transaction() as session:
        underway = (await chain_batches.unmined(session, (await guest.deployment()).chain_key))[0]
        second = ISSUER.sign_again(first.raw, max_fee=first.max_fee * 2, tip=first.tip * 2)
        await chain_batches.add_attempt(
            session,
            underway.batch,
            signature=chain_batches.Signature(
                raw=second.raw,
                tx_hash=second.tx_hash,
                max_fee=first.max_fee * 2,
                tip=first.tip * 2,
            ),
            number=2,
            now=guest.clock(),
        )
    await mine(guest)
    await minter.guarded_step()
    assert (await guest.batches())[-1].tx_hash == first.tx_hash
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_nonce_used_for_something_else_loses_no_award(guest: MinterTown) -> None:
    """Somebody sent from the issuer's key by hand while a batch was signed and not yet sent."""
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    await guest.promise(badge_id, 3)
    await minter.guarded_step()
    assert (await guest.states())[AwardState.BATCHED] == 3
    head = await guest.chain.head()
    by_hand = ISSUER.sign(
        Unsigned(
            chain_id=anvil.CHAIN_ID,
            nonce=(await guest.batches())[-1].nonce,
            to=holder(5),
            data=b"",
            gas=21_000,
            max_fee=2 * head.base_fee + 10**9,
            tip=10**9,
        )
    )
    assert await guest.chain.send(by_hand.raw) is Sent.ACCEPTED
    await mine(guest)
    await until_final(guest, minter)
    assert BatchState.FAILED in {batch.state for batch in await guest.batches()}
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_batch_that_reverts_waits_again_and_nothing_is_parked(guest: MinterTown) -> None:
    """The contract was paused between the trial and the block."""
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    pauser = account(60)
    await guest.chain.fund(pauser.address, PLENTY)
    address = (await guest.deployment()).contract
    await send_by_hand(guest, ISSUER, call("setRoles", pauser.address, 4), to=address)
    await mine(guest)
    await guest.promise(badge_id, 3)
    await until_batched(guest, minter, 3)
    await send_by_hand(guest, pauser, call("pause"), to=address, tip=500 * 10**9)
    await minter.guarded_step()
    await mine(guest)
    await guest.held_by(minter, Why.PAUSED)
    assert (await guest.states())[AwardState.QUEUED] == 3
    assert BatchState.REVERTED in {batch.state for batch in await guest.batches()}
    await send_by_hand(guest, ISSUER, call("unpause"), to=address)
    await mine(guest)
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_out_of_funds_awards_wait_and_none_is_failed(guest: MinterTown) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    await guest.chain.fund(ISSUER.address, 1000)
    await guest.promise(badge_id, 3)
    detail = await guest.held_by(minter, Why.OUT_OF_FUNDS)
    assert ISSUER.address in detail
    assert (await guest.states())[AwardState.QUEUED] == 3
    await guest.chain.fund(ISSUER.address, PLENTY)
    await until_final(guest, minter)


async def test_a_chain_that_began_anew_stops_everything_and_is_never_redeployed(
    guest: MinterTown, shared_chain: AnvilServer
) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    shared_chain.kill()
    shared_chain.start()
    await guest.chain.fund(ISSUER.address, PLENTY)
    await guest.promise(badge_id, 3)
    await guest.held_by(minter, Why.WRONG_CHAIN)
    await guest.held_by(guest_minter(guest), Why.WRONG_CHAIN)
    assert (await guest.states())[AwardState.QUEUED] == 3
    assert [batch.kind for batch in await guest.batches()].count(BatchKind.DEPLOY) == 1


async def test_an_account_that_lost_its_role_issues_nothing(guest: MinterTown) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    address = (await guest.deployment()).contract
    await send_by_hand(guest, ISSUER, call("setRoles", ISSUER.address, 0), to=address)
    await mine(guest)
    await guest.promise(badge_id, 1)
    await guest.held_by(minter, Why.NOT_ISSUER)
    assert (await guest.states())[AwardState.QUEUED] == 1


async def test_an_issuer_that_runs_code_is_refused(guest: MinterTown) -> None:
    """An EIP-7702 delegation could send on its own and use up nonces."""
    await begin(guest)
    await guest.chain._ask("anvil_setCode", ISSUER.address, "0xef0100" + "11" * 20)
    await guest.held_by(guest_minter(guest), Why.SIGNER_UNUSABLE)


async def test_awards_to_an_address_with_eip_7702_code_go_out_with_the_rest(
    guest: MinterTown,
) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    delegated = holder(700)
    await guest.chain._ask("anvil_setCode", delegated, "0xef0100" + "11" * 20)
    await guest.promise(badge_id, 0, holders=[delegated, holder(701)])
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_the_answer_of_an_empty_address_is_no_contract(guest: MinterTown) -> None:
    code = await guest.chain.code(holder(3))
    assert code == b""
    assert contract.code_hash(code) != contract.artifact().code_hash
