"""A contract whose admin's key is kept away from the town: what waits for it, and what does not."""

from datetime import timedelta
from typing import Any

import pytest
from anvil_server import account, call, holder
from guest_town import ISSUER, PLENTY, begin, guest_minter, mine, send_by_hand, until_final
from minter_town import MinterTown
from pydantic import SecretStr

from nft_badges import admin_calls, contract
from nft_badges.admin_calls import AdminCall
from nft_badges.minter import Minter
from nft_badges.settings import ChainReadSettings
from nft_badges.states import Why
from world_server.store.clock import visit_day
from world_server.store.tables.award import AwardState, BadgeKind

COLD = account(61)
STRANGER = account(62)


async def begin_with_cold_admin(town: MinterTown, **settings: Any) -> Minter:
    await town.chain.fund(COLD.address, PLENTY)
    return await begin(town, admin_address=COLD.address, **settings)


async def pending(town: MinterTown, url: str) -> list[AdminCall]:
    settings = ChainReadSettings(database_url=SecretStr(url), rpc_url=SecretStr(town.server.url))
    return await admin_calls.pending(settings, now=town.clock())


async def send_all(town: MinterTown, calls: list[AdminCall]) -> None:
    for one in calls:
        assert one.admin == COLD.address
        await send_by_hand(town, COLD, bytes.fromhex(one.data[2:]), to=one.to)
        await mine(town)


async def roles(town: MinterTown, address: str) -> int:
    answer = await town.chain.call(
        to=(await town.deployment()).contract, data=contract.roles_of(address)
    )
    return contract.read_number(answer)


async def test_the_admin_named_in_the_settings_is_the_only_one(guest: MinterTown) -> None:
    registrar = account(63)
    await begin_with_cold_admin(guest)
    address = (await guest.deployment()).contract
    answer = await guest.chain.call(to=address, data=contract.admin())
    assert contract.read_address(answer) == COLD.address
    assert await roles(guest, ISSUER.address) == contract.ISSUER | contract.REGISTRAR
    assert await roles(guest, COLD.address) == contract.PAUSER
    assert await roles(guest, registrar.address) == 0


async def test_on_a_chain_of_our_own_one_key_is_everything(sqlite_town: MinterTown) -> None:
    await sqlite_town.promise(await sqlite_town.badge(), 1)
    await sqlite_town.finish(sqlite_town.minter(admin_address=COLD.address))
    answer = await sqlite_town.chain.call(
        to=(await sqlite_town.deployment()).contract, data=contract.admin()
    )
    assert contract.read_address(answer) == ISSUER.address


async def test_badges_of_the_day_need_no_admin(guest: MinterTown, sqlite_url: str) -> None:
    minter = await begin_with_cold_admin(guest)
    await guest.promise(await guest.badge(), 3)
    await until_final(guest, minter)
    assert await pending(guest, sqlite_url) == []


async def test_a_late_badge_waits_for_the_admin_and_the_others_go_on(
    guest: MinterTown, sqlite_url: str
) -> None:
    minter = await begin_with_cold_admin(guest)
    late = await guest.badge()
    await guest.promise(late, 1)
    await until_final(guest, minter)
    guest.clock.advance(days=40)
    await mine(guest)
    await guest.promise(late, 2)
    await guest.promise(await guest.badge(), 4)
    for _ in range(40):
        await minter.guarded_step()
        await mine(guest, 2)
        if (await guest.states())[AwardState.FINAL] == 5:
            break
    detail = await guest.held_by(minter, Why.NEEDS_ADMIN)
    assert f"badge {late}" in detail
    assert await guest.states() == {AwardState.FINAL: 5, AwardState.QUEUED: 2}
    calls = await pending(guest, sqlite_url)
    assert [one.why.split(" closed")[0].split(" of ")[0] for one in calls] == [f"badge {late}"]
    assert calls == await pending(guest, sqlite_url)
    await send_all(guest, calls)
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_badge_first_needed_when_its_time_is_over_is_defined_by_the_admin(
    guest: MinterTown, sqlite_url: str
) -> None:
    minter = await begin_with_cold_admin(guest)
    late = await guest.badge()
    guest.clock.advance(days=40)
    await mine(guest)
    await guest.promise(late, 2)
    await guest.held_by(minter, Why.NEEDS_ADMIN)
    calls = await pending(guest, sqlite_url)
    selectors = [one.data[:10] for one in calls]
    expected = [contract.artifact().selectors[name] for name in ("defineBadge", "extendBadge")]
    assert selectors == ["0x" + selector.hex() for selector in expected]
    await send_all(guest, calls)
    await until_final(guest, minter)


async def test_a_badge_of_more_than_a_month_ago_is_defined_by_the_admin(
    guest: MinterTown, sqlite_url: str
) -> None:
    """Its window is open, as a rally's is all year; yet its day is long past."""
    minter = await begin_with_cold_admin(guest)
    old = await guest.badge(
        kind=BadgeKind.RALLY,
        closes_at=guest.clock() + timedelta(days=300),
    )
    guest.clock.advance(days=33)
    await mine(guest)
    await guest.promise(old, 1)
    await guest.held_by(minter, Why.NEEDS_ADMIN)
    calls = await pending(guest, sqlite_url)
    assert len(calls) == 1
    await send_all(guest, calls)
    await until_final(guest, minter)


async def test_a_badge_somebody_else_defined_by_another_day_is_not_awarded(
    guest: MinterTown, sqlite_url: str
) -> None:
    """As whoever has a copy of the issuer's key could do, to tell of visits on another day."""
    minter = await begin_with_cold_admin(guest)
    badge_id = await guest.badge()
    now = int(guest.clock().timestamp())
    wrong = contract.define_badge(
        badge_id,
        day=visit_day(guest.clock() - timedelta(days=3)),
        kind=1,
        opens_at=now - 3 * 86_400,
        closes_at=now + 86_400,
        metadata_hash=bytes(32),
    )
    await send_by_hand(guest, ISSUER, wrong, to=(await guest.deployment()).contract)
    await mine(guest)
    await guest.promise(badge_id, 2)
    await guest.promise(await guest.badge(), 1)
    for _ in range(20):
        await minter.guarded_step()
        await mine(guest, 2)
        if (await guest.states())[AwardState.FINAL] == 1:
            break
    detail = await guest.held_by(minter, Why.DEFINED_OTHERWISE)
    assert f"badge {badge_id} is day" in detail
    calls = await pending(guest, sqlite_url)
    assert len(calls) == 2
    await send_all(guest, calls)
    await until_final(guest, minter)
    ledger = await guest.ledger()
    assert ledger.days[badge_id] == visit_day(guest.clock())
    await guest.check_nothing_lost_nothing_doubled()


async def test_when_the_town_moves_the_admin_is_asked(guest: MinterTown, sqlite_url: str) -> None:
    await begin_with_cold_admin(guest)
    settings = ChainReadSettings(
        database_url=SecretStr(sqlite_url),
        rpc_url=SecretStr(guest.server.url),
        public_url="https://new.example",
    )
    (only,) = await admin_calls.pending(settings, now=guest.clock())
    assert "https://new.example/badges/meta/" in only.why
    await send_all(guest, [only])
    answer = await guest.chain.call(to=only.to, data=contract.base_uri())
    assert contract.read_text(answer) == "https://new.example/badges/meta/"


async def test_before_there_is_a_contract_nothing_is_asked_of_anybody(
    guest: MinterTown, sqlite_url: str
) -> None:
    assert await pending(guest, sqlite_url) == []


async def test_a_missing_role_is_named_with_who_can_give_it(guest: MinterTown) -> None:
    await begin_with_cold_admin(guest)
    address = (await guest.deployment()).contract
    await send_by_hand(guest, COLD, call("setRoles", ISSUER.address, 0), to=address)
    await mine(guest)
    detail = await guest.held_by(guest_minter(guest), Why.NOT_ISSUER)
    assert detail == (
        f"{ISSUER.address} lacks the role ISSUER of {address}; "
        f"its admin {COLD.address} grants it with setRoles"
    )


@pytest.mark.parametrize("wrong", ["", "0x12", holder(1)[2:], "0x" + 40 * "0"])
def test_an_admin_that_is_no_address_is_refused_at_the_start(wrong: str) -> None:
    from nft_badges.settings import MinterSettings

    with pytest.raises(ValueError, match="40 hex digits"):
        MinterSettings.model_validate({"admin_address": wrong})


async def test_a_stranger_cannot_send_what_the_admin_is_asked_for(
    guest: MinterTown, sqlite_url: str
) -> None:
    minter = await begin_with_cold_admin(guest)
    late = await guest.badge()
    guest.clock.advance(days=40)
    await mine(guest)
    await guest.promise(late, 1)
    await guest.held_by(minter, Why.NEEDS_ADMIN)
    await guest.chain.fund(STRANGER.address, PLENTY)
    for one in await pending(guest, sqlite_url):
        await send_by_hand(guest, STRANGER, bytes.fromhex(one.data[2:]), to=one.to)
        await mine(guest)
    await guest.held_by(minter, Why.NEEDS_ADMIN)
