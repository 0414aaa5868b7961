"""What can happen between us and a chain of others, caused for real and survived."""

import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from anvil_server import AnvilServer, account, anvil_running, holder
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
from minter_town import MinterTown, minter_town
from postgres_cuts import closed_to_all
from rpc_proxy import RpcProxy
from vyper import compile_code  # type: ignore[import-untyped]

from nft_badges import contract
from nft_badges.chain import Web3Chain
from nft_badges.deploying import Deploying
from nft_badges.keys import Issuer
from nft_badges.minter import Minter
from nft_badges.public_chain import RESEND_SECONDS
from nft_badges.states import Held, Why
from world_server.store.database import Database
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import BatchState, Deployment

TASTE = Path(__file__).parents[2] / "contract_with_taste.vy"
CHAIN_ID = 31_337


@pytest.fixture
async def proxy(shared_chain: AnvilServer) -> AsyncIterator[RpcProxy]:
    """The way to the chain's node, on which answers get lost."""
    async with RpcProxy(shared_chain.url) as opened:
        yield opened


@pytest.fixture
async def behind(proxy: RpcProxy) -> AsyncIterator[Web3Chain]:
    """The chain as the minter reaches it, through the proxy."""
    chain = Web3Chain(proxy.url)
    yield chain
    await chain.close()


async def own_way(town: MinterTown, chain: Web3Chain) -> tuple[Minter, int]:
    """A minter that asks through the proxy, and a badge that is defined."""
    first = await begin(town)
    badge_id = await defined_badge(town, first)
    town.clock.advance(seconds=60)
    return guest_minter(town, owner="behind", chain=chain), badge_id


async def test_while_the_node_is_away_awards_wait_and_go_on_when_it_is_back(
    guest: MinterTown, proxy: RpcProxy, behind: Web3Chain
) -> None:
    minter, badge_id = await own_way(guest, behind)
    await guest.promise(badge_id, 3)
    await until_batched(guest, minter, 3)
    await guest.promise(badge_id, 4)
    await proxy.close()
    await guest.held_by(minter, Why.CHAIN_AWAY)
    states = await guest.states()
    assert (states[AwardState.BATCHED], states[AwardState.QUEUED]) == (3, 4)
    await mine(guest)
    await proxy.open()
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


@pytest.mark.parametrize("losses", [1, 4])
async def test_an_answer_lost_after_sending_doubles_nothing(
    guest: MinterTown, proxy: RpcProxy, behind: Web3Chain, losses: int
) -> None:
    """The node took the transaction; the connection broke before it could say so."""
    minter, badge_id = await own_way(guest, behind)
    await guest.promise(badge_id, 5 * losses)
    proxy.loses["eth_sendRawTransaction"] = losses
    await until_final(guest, minter)
    assert proxy.loses["eth_sendRawTransaction"] == 0
    assert len(await guest.attempts()) == len(await guest.batches())
    await guest.check_nothing_lost_nothing_doubled()


@pytest.mark.parametrize(
    "method",
    [
        "eth_getTransactionReceipt",
        "eth_getBlockByNumber",
        "eth_call",
        "eth_getTransactionCount",
        "eth_getBalance",
        "eth_chainId",
        "eth_getCode",
        "eth_maxPriorityFeePerGas",
    ],
)
async def test_an_answer_lost_anywhere_only_costs_time(
    guest: MinterTown, proxy: RpcProxy, behind: Web3Chain, method: str
) -> None:
    minter, badge_id = await own_way(guest, behind)
    await guest.promise(badge_id, 6)
    proxy.loses[method] = 2
    await until_final(guest, minter)
    assert proxy.loses[method] == 0
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_node_that_forgets_a_transaction_is_sent_the_same_bytes_again(
    guest: MinterTown,
) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    await guest.promise(badge_id, 3)
    await until_batched(guest, minter, 3)
    await guest.chain._ask("anvil_dropAllTransactions")
    await mine(guest)
    await minter.guarded_step()
    assert (await guest.states())[AwardState.BATCHED] == 3
    guest.seconds += RESEND_SECONDS
    await until_final(guest, minter)
    assert len(await guest.attempts()) == len(await guest.batches())
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_gap_in_the_nonces_is_filled_by_what_belongs_there(guest: MinterTown) -> None:
    """Of two transactions that wait, a node forgot the first: the second cannot be mined."""
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    await guest.promise(badge_id, 10)
    while (await guest.states())[AwardState.MINED] < 10:
        await minter.guarded_step()
        await minter.guarded_step()
        await mine(guest)
    first, second = (await guest.batches())[-2:]
    taken = (await guest.chain.head()).number - (first.block_number or 0) + 1
    await guest.chain._ask("anvil_reorg", taken, [])
    await minter.guarded_step()
    assert (await guest.states())[AwardState.BATCHED] == 10
    await guest.chain._ask("anvil_dropTransaction", (await guest.attempts())[-2].tx_hash)
    await mine(guest)
    nonce = await guest.chain.nonce(ISSUER.address)
    assert nonce == first.nonce
    assert second.nonce == nonce + 1
    guest.seconds += RESEND_SECONDS
    await until_final(guest, minter)
    assert {batch.state for batch in await guest.batches()} == {BatchState.FINAL}
    await guest.check_nothing_lost_nothing_doubled()


async def test_one_holder_the_contract_cannot_stand_is_parked_and_the_rest_goes_on(
    guest: MinterTown,
) -> None:
    """A contract that reverts the whole batch over one recipient, as receiver hooks do."""
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    disliked = holder(666)
    await give_taste(guest, disliked)
    people = [holder(number) for number in range(660, 672)]
    await guest.promise(badge_id, 0, holders=people)
    for _ in range(40):
        await minter.guarded_step()
        await mine(guest)
        if (await guest.states())[AwardState.FINAL] == len(people):
            break
    states = await guest.states()
    assert states == {AwardState.FINAL: len(people), AwardState.PARKED: 1}, minter.report
    parked = next(one for one in await guest.awards() if one.state is AwardState.PARKED)
    assert parked.holder == disliked
    assert parked.parked_reason is not None
    assert "not this one" in parked.parked_reason
    assert disliked not in (await guest.ledger()).held


async def give_taste(town: MinterTown, disliked: str) -> None:
    """Put a contract in the place of ours that does the same, and refuses one holder."""
    deployment = await town.deployment()
    original = holder(90_001)
    code = await town.chain.code(deployment.contract)
    await town.chain._ask("anvil_setCode", original, "0x" + code.hex())
    cook = Issuer.of_key("0x" + "77" * 32)
    await town.chain.fund(cook.address, PLENTY)
    creation = bytes.fromhex(
        str(compile_code(TASTE.read_text(encoding="utf-8"))["bytecode"]).removeprefix("0x")
    )
    words = b"".join(bytes.fromhex(one[2:]).rjust(32, b"\0") for one in (original, disliked))
    tx_hash = await send_by_hand(town, cook, creation + words, to=None, gas=3_000_000)
    await mine(town)
    raw = await town.chain._ask("eth_getTransactionReceipt", tx_hash)
    picky = await town.chain.code(raw["contractAddress"])
    await town.chain._ask("anvil_setCode", deployment.contract, "0x" + picky.hex())
    async with town.database.transaction() as session:
        row = await session.get(Deployment, deployment.chain_key)
        assert row is not None
        row.code_hash = contract.code_hash(picky)
        session.add(row)


async def test_a_node_of_another_chain_is_recognised_and_nothing_is_sent_to_it(
    guest: MinterTown,
) -> None:
    await begin(guest)
    badge_id = await guest.badge()
    await guest.promise(badge_id, 2)
    with anvil_running() as other:
        elsewhere = Web3Chain(other.url)
        await elsewhere._ask("anvil_setChainId", 4242)
        guest.clock.advance(seconds=60)
        stray = guest_minter(guest, owner="stray", chain=elsewhere)
        detail = await guest.held_by(stray, Why.WRONG_CHAIN)
        assert "this is 4242" in detail
        assert (await elsewhere.head()).number == 0
        pool = await elsewhere._ask("txpool_status")
        assert int(pool["pending"], 16) == 0
        await elsewhere.close()
    assert (await guest.states())[AwardState.QUEUED] == 2


async def test_a_contract_that_was_replaced_is_recognised_by_its_code(guest: MinterTown) -> None:
    minter = await begin(guest)
    badge_id = await defined_badge(guest, minter)
    address = (await guest.deployment()).contract
    await guest.chain._ask("anvil_setCode", address, "0x600160005260206000f3")
    await guest.promise(badge_id, 1)
    detail = await guest.held_by(guest_minter(guest), Why.WRONG_CHAIN)
    assert address in detail
    assert (await guest.states())[AwardState.QUEUED] == 1


async def test_a_provider_that_refuses_what_we_send_is_named(
    guest: MinterTown, proxy: RpcProxy, behind: Web3Chain
) -> None:
    minter, badge_id = await own_way(guest, behind)
    await guest.promise(badge_id, 2)
    proxy.refuses["eth_sendRawTransaction"] = "this account is not on our list"
    await guest.held_by(minter, Why.REFUSED)
    assert (await guest.states())[AwardState.BATCHED] == 2
    proxy.refuses.clear()
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_registrar_without_its_role_is_named(guest: MinterTown) -> None:
    minter = await begin(guest)
    deployment = await guest.deployment()
    stranger = account(62)
    desk = dataclasses.replace(minter.desk, own_registrar=stranger)
    with pytest.raises(Held) as found:
        await Deploying(desk).check_registrar(deployment)
    assert found.value.why is Why.NOT_REGISTRAR
    assert stranger.address in found.value.detail


async def test_while_the_database_is_away_nothing_is_sent_and_nothing_forgotten(
    postgres_url: str, shared_chain: AnvilServer
) -> None:
    """PostgreSQL closes every connection and takes no new one, as while it is moved."""
    database = Database(postgres_url)
    async with minter_town(database, shared_chain) as town:
        minter = await begin(town)
        badge_id = await defined_badge(town, minter)
        await town.promise(badge_id, 3)
        await until_batched(town, minter, 3)
        async with closed_to_all(postgres_url):
            await mine(town)
            await town.held_by(minter, Why.DATABASE_AWAY)
        await until_final(town, minter)
        await town.check_nothing_lost_nothing_doubled()
    await database.close()


async def test_two_minters_on_a_chain_of_others_double_nothing(guest: MinterTown) -> None:
    """Both work in turns with every step, as when a lease keeps running out."""
    await begin(guest)
    badge_id = await guest.badge()
    await guest.promise(badge_id, 20)
    minters = [guest_minter(guest, owner=name) for name in ("one", "two")]
    for turn in range(120):
        guest.clock.advance(seconds=11)
        await minters[turn % 2].guarded_step()
        await minters[1 - turn % 2].guarded_step()
        if turn % 3 == 2:
            await mine(guest)
        states = await guest.states()
        if states[AwardState.FINAL] == states.total():
            break
    else:
        pytest.fail(f"never: {await guest.states()} {minters[0].report}")
    assert {batch.state for batch in await guest.batches()} == {BatchState.FINAL}
    await guest.check_nothing_lost_nothing_doubled()
