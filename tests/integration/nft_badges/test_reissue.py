"""When a chain has ended every badge comes onto another: none lost, nobody counted twice."""

import asyncio
import json
import random
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from anvil_server import AnvilServer, anvil_running, holder
from guest_town import ISSUER, PLENTY, begin, guest_minter, mine, until_final
from minter_town import MinterTown
from pydantic import SecretStr
from sqlmodel import col, select
from wallet_site import wallet_site

from nft_badges import reissuing
from nft_badges.chain import Web3Chain
from nft_badges.recount import Recount, recount
from nft_badges.settings import ChainReadSettings
from nft_badges.states import Why
from world_server.store import staff
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import BatchKind, Deployment
from world_server.store.tables.wallet import Rebind, RebindState

NEW_CHAIN = 4242


@pytest.fixture
async def new_chain() -> AsyncIterator[AnvilServer]:
    """Another network: another chain id, other blocks, none of our contracts."""
    with anvil_running("--slots-in-an-epoch", "6", "--block-base-fee-per-gas", "7") as server:
        chain = Web3Chain(server.url)
        await chain._ask("anvil_setChainId", NEW_CHAIN)
        await chain.fund(ISSUER.address, PLENTY)
        await chain.close()
        yield server


def reading(town: MinterTown, url: str) -> ChainReadSettings:
    """What an operator's command is told."""
    return ChainReadSettings(database_url=SecretStr(url), rpc_url=SecretStr(town.server.url))


async def move_to(town: MinterTown, server: AnvilServer) -> None:
    """From now on the town's settings name this chain."""
    await town.chain.close()
    town.server, town.chain = server, Web3Chain(server.url)


async def three_days(town: MinterTown) -> list[int]:
    """Badges of three days, each closed soon after, with people who came again among others."""
    ids = []
    for day in range(3):
        badge_id = await town.badge(closes_at=town.clock() + timedelta(days=2))
        await town.promise(badge_id, 0, holders=[holder(n) for n in range(day * 3, day * 3 + 7)])
        ids.append(badge_id)
        minter = guest_minter(town, owner=f"day {day}")
        town.clock.advance(seconds=60)
        await until_final(town, minter)
        town.clock.advance(days=1)
    return ids


async def statistics(town: MinterTown, url: str) -> tuple[str, str]:
    """The digest, and what the recount says of holders and returners, in words."""
    counted: Recount = await recount(reading(town, url), language="en")
    assert counted.agrees, counted.lines
    people = next(line for line in counted.lines if line.startswith("Chain"))
    return counted.digest, people.partition(":")[2].partition(",")[2]


async def leave(town: MinterTown, url: str, record: Path, **more: bool) -> reissuing.Outlook:
    told = {"although_it_lives": False} | more
    return await reissuing.begin(
        reading(town, url),
        clock=town.clock,
        contract_to_leave=(await town.deployment()).contract,
        record=record,
        **told,
    )


async def deployments(town: MinterTown) -> list[Deployment]:
    async with town.database.reading() as session:
        query = select(Deployment).order_by(col(Deployment.created_at))
        return list((await session.exec(query)).all())


async def test_everything_comes_onto_the_new_chain_with_the_same_statistics(
    guest: MinterTown, sqlite_url: str, new_chain: AnvilServer, tmp_path: Path
) -> None:
    """Minters die after each of their steps on the way; badges long closed are issued again."""
    await begin(guest)
    await three_days(guest)
    before = await statistics(guest, sqlite_url)
    tokens = len(await guest.awards())
    guest.clock.advance(days=500)
    await move_to(guest, new_chain)
    told = await leave(guest, sqlite_url, tmp_path / "record.json")
    assert (told.digest, told.carried.again) == (before[0], tokens)
    assert await guest.states() == {AwardState.QUEUED: tokens}
    for number in range(400):
        guest.clock.advance(seconds=11)
        await guest_minter(guest, owner=f"minter {number}").guarded_step()
        await mine(guest, 2)
        if await guest.states() == {AwardState.FINAL: tokens}:
            break
    assert await statistics(guest, sqlite_url) == before
    await guest.check_nothing_lost_nothing_doubled()
    old, new = await deployments(guest)
    assert (old.retired_at is None, new.retired_at is None) == (False, True)
    assert (old.chain_id, new.chain_id) == (31_337, NEW_CHAIN)


async def test_from_the_town_s_own_chain_to_a_public_one_wallets_keep_what_they_hold(
    sqlite_town: MinterTown,
    sqlite_url: str,
    redis_url: str,
    new_chain: AnvilServer,
    tmp_path: Path,
) -> None:
    """Who moved gets their badges at the wallet; who came on two devices stays one person."""
    town = sqlite_town
    async with wallet_site(
        town, database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as site:
        await site.begin()
        one = await site.person()
        other_device = await site.person(one.wallet)
        stays = await site.person()
        badge_ids = [await town.badge() for _ in range(3)]
        for badge_id in badge_ids[:2]:
            for person in (one, other_device, stays):
                await site.promise(person, badge_id)
        await site.promise(one, badge_ids[2])
        await town.finish(site.minter)
        for person in (one, other_device):
            await site.rest()
            assert (await person.link(merge=True)).status == 200
            assert (await person.move()).status == 200
            for _ in range(200):
                await site.minter.guarded_step()
                async with town.database.reading() as session:
                    states = list((await session.exec(select(col(Rebind.state)))).all())
                if set(states) == {RebindState.FINAL}:
                    break
        assert len(states) == 2
        await town.finish(site.minter)
    before = await statistics(town, sqlite_url)
    town.clock.advance(seconds=60)
    await move_to(town, new_chain)
    told = await leave(town, sqlite_url, tmp_path / "record.json")
    assert len(told.carried.merged) == 2
    minter = guest_minter(town, owner="public")
    await until_final(town, minter, patience=120)
    assert await statistics(town, sqlite_url) == before
    ledger = await town.ledger()
    assert ledger.held[one.wallet.address.lower()] == set(badge_ids)
    await town.check_nothing_lost_nothing_doubled()


async def test_looking_changes_nothing_and_what_was_done_is_written_down(
    guest: MinterTown, sqlite_url: str, new_chain: AnvilServer, tmp_path: Path
) -> None:
    await begin(guest)
    await three_days(guest)
    await move_to(guest, new_chain)
    contract = (await guest.deployment()).contract
    seen = await reissuing.look(reading(guest, sqlite_url))
    assert (await guest.deployment()).contract == contract
    assert set(await guest.states()) == {AwardState.FINAL}
    record = tmp_path / "record.json"
    guest.clock.advance(seconds=60)
    done = await leave(guest, sqlite_url, record)
    assert done.record == seen.record
    told = json.loads(record.read_text(encoding="utf-8"))
    assert told["old"]["contract"] == contract
    assert told["new_chain"]["chain_id"] == NEW_CHAIN
    assert told["digest"] == seen.digest
    async with guest.database.reading() as session:
        [(line, who)] = await staff.audit_lines(session)
    assert (line.act, line.subject, who) == ("reissue", contract, None)
    assert seen.digest in line.detail


async def test_what_must_not_be_done_is_not_done(
    guest: MinterTown, sqlite_url: str, new_chain: AnvilServer, tmp_path: Path
) -> None:
    settings = reading(guest, sqlite_url)
    with pytest.raises(reissuing.NothingToReissue):
        await reissuing.look(settings)
    await begin(guest)
    await three_days(guest)
    record = tmp_path / "record.json"

    async def refused(why: type[Exception], *, contract: str | None = None) -> None:
        with pytest.raises(why):
            await reissuing.begin(
                reading(guest, sqlite_url),
                clock=guest.clock,
                contract_to_leave=contract or (await guest.deployment()).contract,
                although_it_lives=False,
                record=record,
            )
        assert set(await guest.states()) == {AwardState.FINAL}
        assert not record.exists()

    minter = guest_minter(guest, owner="at work")
    guest.clock.advance(seconds=60)
    await minter.guarded_step()
    await refused(reissuing.MinterAtWork)
    guest.clock.advance(seconds=60)
    await refused(reissuing.StillThere)
    await move_to(guest, new_chain)
    await refused(reissuing.NotConfirmed, contract=holder(3))


async def test_the_town_s_own_chain_is_never_reissued_onto_itself(
    sqlite_town: MinterTown, sqlite_url: str
) -> None:
    town = sqlite_town
    await town.promise(await town.badge(), 2)
    await town.finish(town.minter())
    town.server.kill()
    town.server.start()
    with pytest.raises(reissuing.OwnChainAgain):
        await reissuing.look(reading(town, sqlite_url))


async def test_without_the_command_a_new_chain_is_never_deployed_to(
    guest: MinterTown, new_chain: AnvilServer
) -> None:
    await begin(guest)
    await guest.promise(await guest.badge(), 2)
    guest.clock.advance(seconds=60)
    await move_to(guest, new_chain)
    for number in range(5):
        guest.clock.advance(seconds=60)
        minter = guest_minter(guest, owner=f"minter {number}", allow_deploy=True)
        await guest.held_by(minter, Why.WRONG_CHAIN)
    kinds = [batch.kind for batch in await guest.batches()]
    assert kinds.count(BatchKind.DEPLOY) == 1
    assert await guest.chain.nonce(ISSUER.address) == 0


async def test_a_contract_that_lives_can_be_left_when_that_is_said(
    guest: MinterTown, sqlite_url: str, tmp_path: Path
) -> None:
    """As after a mistake in it: the same chain, another contract."""
    await begin(guest)
    await three_days(guest)
    before = await statistics(guest, sqlite_url)
    guest.clock.advance(seconds=60)
    await leave(guest, sqlite_url, tmp_path / "record.json", although_it_lives=True)
    await until_final(guest, guest_minter(guest, owner="again"), patience=120)
    old, new = await deployments(guest)
    assert old.contract != new.contract
    assert await statistics(guest, sqlite_url) == before


async def test_the_command_may_be_killed_at_any_moment(
    guest: MinterTown, sqlite_url: str, new_chain: AnvilServer, tmp_path: Path
) -> None:
    """The real command, killed again and again: it has either not begun, or is done."""
    await begin(guest)
    await three_days(guest)
    contract = (await guest.deployment()).contract
    before = await statistics(guest, sqlite_url)
    tokens = len(await guest.awards())
    await move_to(guest, new_chain)
    chance = random.Random(5)
    environment = {
        "PATH": "/usr/bin:/bin",
        "LANG": "en_GB.UTF-8",
        "KASHIMA_DATABASE_URL": sqlite_url,
        "KASHIMA_RPC_URL": new_chain.url,
        "KASHIMA_VAR": str(tmp_path),
        "KASHIMA_CLOCK_OFFSET": "99999999",
    }
    command = [sys.executable, "-m", "kashima", "reissue", "--leave", contract]
    for turn in range(6):
        process = await asyncio.create_subprocess_exec(
            *command, env=environment, stdout=DEVNULL, stderr=DEVNULL
        )
        if turn < 5:
            await asyncio.sleep(chance.uniform(0.2, 2.0))
            if process.returncode is None:
                process.kill()
        await process.wait()
        states = await guest.states()
        assert states in ({AwardState.FINAL: tokens}, {AwardState.QUEUED: tokens})
    assert await guest.states() == {AwardState.QUEUED: tokens}
    [left] = await deployments(guest)
    assert left.retired_at is not None
    assert (tmp_path / f"reissued-{contract}.json").exists()
    guest.clock.advance(seconds=60)
    await until_final(guest, guest_minter(guest, owner="after"), patience=120)
    assert await statistics(guest, sqlite_url) == before
