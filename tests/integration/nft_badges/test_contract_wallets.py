"""Wallets with code, on a chain that others share: asked by ERC-1271, asked before each badge."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import pytest
from anvil_server import account as chain_account
from eth_abi.abi import encode
from eth_utils.address import to_checksum_address
from guest_town import ISSUER, PLENTY, begin, guest_minter, mine, send_by_hand, until_final
from minter_town import MinterTown
from sqlmodel import col, select
from vyper.compiler import compile_code  # type: ignore[import-untyped]
from wallet_site import Person, WalletSite, account, wallet_site

from nft_badges import contract
from nft_badges.states import Why
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import BatchKind, BatchState
from world_server.store.tables.wallet import Rebind, RebindState

WALLETS = Path(__file__).parents[2] / "contract" / "wallets"
SINGLE, BATCH, NO = bytes.fromhex("f23a6e61"), bytes.fromhex("bc197c81"), b"\xff" * 4
DELEGATED = "0xef0100"
"""What the code of an EIP-7702 account begins with."""


@cache
def wallet_code(name: str) -> bytes:
    source = (WALLETS / f"{name}.vy").read_text(encoding="utf-8")
    made = compile_code(source, output_formats=["bytecode"])
    return bytes.fromhex(str(made["bytecode"])[2:])


@pytest.fixture
async def site(
    guest: MinterTown, sqlite_url: str, redis_url: str, tmp_path: Path
) -> AsyncIterator[WalletSite]:
    """A world whose contract is on a chain that others share."""
    async with public_site(guest, sqlite_url, redis_url, tmp_path) as made:
        yield made


@asynccontextmanager
async def public_site(
    guest: MinterTown, sqlite_url: str, redis_url: str, folder: Path
) -> AsyncIterator[WalletSite]:
    async with wallet_site(
        guest, database_url=sqlite_url, redis_url=redis_url, folder=folder
    ) as made:
        made.use(await begin(guest))
        yield made


async def smart_wallet(
    site: WalletSite, owner: int, *, single: bytes = SINGLE, batch: bytes = BATCH
) -> str:
    """A wallet on the chain whose owner signs with this key; its address."""
    arguments = encode(["address", "bytes4", "bytes4"], [account(owner).address, single, batch])
    return await create(site, wallet_code("TestWallet") + arguments)


async def odd_wallet(site: WalletSite, name: str, owner: int) -> str:
    """One of the wallets that mean no good."""
    arguments = encode(["address"], [account(owner).address])
    return await create(site, wallet_code(name) + arguments)


async def create(site: WalletSite, code: bytes) -> str:
    """Put the code on the chain; its address."""
    town = site.town
    maker = chain_account(90)
    await town.chain.fund(maker.address, PLENTY)
    await send_by_hand(town, maker, code, to=None, gas=1_500_000)
    await mine(town)
    nonce = await town.chain.nonce(maker.address)
    address = contract.created_address(maker.address, nonce=nonce - 1)
    assert await town.chain.code(address)
    return to_checksum_address(address)


async def link_with_code(person: Person, address: str) -> None:
    """Sign in as the wallet with code, with its owner's key."""
    message = await person.message(address)
    linked = await person.ask(
        "POST", "/api/wallet/link", {"message": message, "signature": person.sign(message)}
    )
    assert linked.status == 200, linked.body
    assert linked.body["link"]["wallet"] == address


async def rows(site: WalletSite) -> list[Rebind]:
    async with site.town.database.reading() as session:
        return list((await session.exec(select(Rebind).order_by(col(Rebind.id)))).all())


async def until(site: WalletSite, state: RebindState) -> list[Rebind]:
    """Let the minter work and others mine until every move is in that state."""
    for _ in range(120):
        await site.minter.guarded_step()
        await mine(site.town, 2)
        found = await rows(site)
        if {one.state for one in found} == {state}:
            return found
    pytest.fail(f"never: {await rows(site)} {site.minter.report}")


async def earned(site: WalletSite, person: Person) -> int:
    badge_id = await site.town.badge()
    await site.promise(person, badge_id)
    await until_final(site.town, site.minter)
    return badge_id


async def test_a_wallet_with_code_signs_takes_its_badges_and_is_asked_before_each_more(
    site: WalletSite,
) -> None:
    aiko = await site.person(account(31))
    first = await earned(site, aiko)
    wallet = await smart_wallet(site, 31)
    await link_with_code(aiko, wallet)
    assert (await aiko.move()).status == 200
    await until(site, RebindState.FINAL)
    later = await site.town.badge()
    assert (await site.promise(aiko, later)).holder == wallet
    others = [f"0x{number:040x}" for number in range(11, 15)]
    await site.town.promise(later, 4, holders=others)
    await until_final(site.town, site.minter)
    ledger = await site.town.ledger()
    assert ledger.held[wallet.lower()] == {first, later}
    sizes = [one.size for one in await site.town.batches() if one.badge_id == later]
    assert sorted(sizes) == [0, 1, 4]
    await site.town.check_nothing_lost_nothing_doubled()


async def test_somebody_elses_key_does_not_open_a_wallet_with_code(site: WalletSite) -> None:
    thief = await site.person(account(32))
    wallet = await smart_wallet(site, 31)
    message = await thief.message(wallet)
    refused = await thief.ask(
        "POST", "/api/wallet/link", {"message": message, "signature": thief.sign(message)}
    )
    assert refused.body["error"]["details"] == {"rule": "signature"}


async def test_a_wallet_whose_code_takes_no_badges_keeps_nobody_else_waiting(
    site: WalletSite,
) -> None:
    aiko = await site.person(account(31))
    await link_with_code(aiko, await smart_wallet(site, 31, single=NO))
    assert (await aiko.move()).status == 200
    badge_id = await site.town.badge()
    await site.promise(aiko, badge_id)
    others = [f"0x{number:040x}" for number in range(11, 15)]
    await site.town.promise(badge_id, 4, holders=others)
    for _ in range(60):
        await site.minter.guarded_step()
        await mine(site.town, 2)
        states = await site.town.states()
        if states[AwardState.FINAL] == 4 and states[AwardState.PARKED] == 1:
            break
    (parked,) = [one for one in await site.town.awards() if one.state is AwardState.PARKED]
    assert "does not take badges" in (parked.parked_reason or "")
    assert parked.badge_id == badge_id


async def test_a_wallet_whose_code_takes_no_moves_is_told_so_and_may_try_again(
    site: WalletSite,
) -> None:
    aiko = await site.person(account(31))
    await earned(site, aiko)
    await link_with_code(aiko, await smart_wallet(site, 31, batch=NO))
    assert (await aiko.move()).status == 200
    (refused,) = await until(site, RebindState.REFUSED)
    assert "wallet refused" in (refused.refused_reason or "")
    assert (await aiko.state())["move"] == {"state": "refused", "why": "wallet"}
    await site.rest()
    assert (await aiko.move()).status == 200
    await until(site, RebindState.REFUSED)
    kinds = [one.kind for one in await site.town.batches()]
    assert BatchKind.REBIND not in kinds


async def test_a_two_faced_wallet_makes_the_town_pay_once_for_a_badge(site: WalletSite) -> None:
    aiko = await site.person(account(31))
    await link_with_code(aiko, await odd_wallet(site, "TwoFacedWallet", 31))
    assert (await aiko.move()).status == 200
    badges = [await site.town.badge() for _ in range(4)]
    for badge_id in badges:
        await site.promise(aiko, badge_id)
        await site.town.promise(badge_id, 1)
    for _ in range(80):
        await site.minter.guarded_step()
        await mine(site.town, 2)
        states = await site.town.states()
        if states[AwardState.FINAL] == 4 and states[AwardState.PARKED] == 4:
            break
    assert await site.town.states() == {AwardState.FINAL: 4, AwardState.PARKED: 4}
    ended = (BatchState.REVERTED, BatchState.FAILED)
    failed = [one for one in await site.town.batches() if one.state in ended]
    assert len(failed) == len(badges)
    assert site.minter.report.is_well


async def test_a_two_faced_wallet_makes_the_town_pay_once_for_a_move(site: WalletSite) -> None:
    aiko = await site.person(account(31))
    await earned(site, aiko)
    await link_with_code(aiko, await odd_wallet(site, "TwoFacedWallet", 31))
    assert (await aiko.move()).status == 200
    await until(site, RebindState.REFUSED)
    assert (await aiko.state())["move"] == {"state": "refused", "why": "other"}
    again = await aiko.ask("POST", "/api/wallet/binding")
    assert again.body["error"]["details"] == {"rule": "moved"}
    kinds = [one.kind for one in await site.town.batches()]
    assert kinds.count(BatchKind.REBIND) == 1


async def test_a_wallet_that_says_the_contract_is_paused_stops_nobody_else(
    site: WalletSite,
) -> None:
    liar, ben = await site.person(account(31)), await site.person()
    await earned(site, liar)
    await earned(site, ben)
    await link_with_code(liar, await odd_wallet(site, "LyingWallet", 31))
    assert (await liar.move()).status == 200
    badge_id = await site.town.badge()
    await site.promise(liar, badge_id)
    await site.town.promise(badge_id, 3)
    await site.rest()
    assert (await ben.link()).status == 200
    assert (await ben.move()).status == 200
    for _ in range(80):
        await site.minter.guarded_step()
        await mine(site.town, 2)
        ended = {one.state for one in await rows(site)}
        states = await site.town.states()
        if ended == {RebindState.REFUSED, RebindState.FINAL} and states[AwardState.PARKED]:
            break
    assert [one.state for one in await rows(site)] == [RebindState.REFUSED, RebindState.FINAL]
    assert await site.town.states() == {AwardState.FINAL: 5, AwardState.PARKED: 1}
    assert site.minter.report.is_well


@pytest.mark.parametrize("depth", [1, 4, 7])
async def test_a_move_that_a_reorganisation_takes_back_is_made_again(
    site: WalletSite, depth: int
) -> None:
    aiko = await site.person()
    badge_id = await earned(site, aiko)
    await site.rest()
    assert (await aiko.link()).status == 200
    assert (await aiko.move()).status == 200
    for _ in range(20):
        await site.minter.guarded_step()
        await mine(site.town)
        if (await rows(site))[0].state is RebindState.MINED:
            break
    await mine(site.town, depth - 1)
    await site.town.chain._ask("anvil_reorg", depth, [])
    await site.minter.guarded_step()
    await until(site, RebindState.FINAL)
    ledger = await site.town.ledger()
    assert ledger.held[aiko.wallet.address.lower()] == {badge_id}
    await site.town.check_nothing_lost_nothing_doubled()
    assert {one.state for one in await site.town.batches()} == {BatchState.FINAL}


async def test_an_account_that_lent_its_code_still_signs_with_its_key(site: WalletSite) -> None:
    """EIP-7702: there is code at the address, and the key is tried first."""
    aiko = await site.person()
    await site.town.chain._ask("anvil_setCode", aiko.wallet.address, DELEGATED + "11" * 20)
    assert await site.town.chain.code(aiko.wallet.address)
    assert (await aiko.link()).status == 200


async def test_a_registrar_of_its_own_moves_badges_with_nonces_of_its_own(
    guest: MinterTown, sqlite_url: str, redis_url: str, tmp_path: Path
) -> None:
    key = "0x" + "7c" * 32
    async with public_site(guest, sqlite_url, redis_url, tmp_path) as site:
        aiko = await site.person()
        await earned(site, aiko)
        site.use(guest_minter(guest, registrar=key))
        assert (await aiko.link()).status == 200
        assert (await aiko.move()).status == 200
        detail = await guest.held_by(site.minter, Why.NOT_REGISTRAR)
        assert "REGISTRAR" in detail
        registrar = site.minter.desk.own_registrar
        assert registrar is not None
        await guest.chain.fund(registrar.address, PLENTY)
        address = (await guest.deployment()).contract
        roles = bytes.fromhex("33a3ad8f") + encode(["address", "uint256"], [registrar.address, 2])
        await send_by_hand(guest, ISSUER, roles, to=address)
        await mine(guest)
        await until(site, RebindState.FINAL)
        (moved,) = [one for one in await guest.batches() if one.kind is BatchKind.REBIND]
        assert (moved.sender, moved.nonce) == (registrar.address, 0)
        await guest.check_nothing_lost_nothing_doubled()
