"""Chain and database are recounted independently, and any tampering with either is found."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from anvil_server import holder
from eth_abi.abi import encode
from eth_utils.crypto import keccak
from fixed_time import MORNING
from minter_town import MinterTown
from pydantic import SecretStr
from sqlmodel import col, delete

from nft_badges import verify_badges
from nft_badges.recount import recount
from nft_badges.settings import ChainReadSettings
from world_server.errors import Unavailable
from world_server.store.tables.award import Award, AwardState, Source


def reading(town: MinterTown, url: str) -> ChainReadSettings:
    return ChainReadSettings(database_url=SecretStr(url), rpc_url=SecretStr(town.server.url))


async def visited(town: MinterTown) -> None:
    """Ann came on two days, Ben twice on one, Cho once."""
    ann, ben, cho = holder(1), holder(2), holder(3)
    first, second = await town.badge(), await town.badge()
    await town.promise(first, 0, holders=[ann, ben, cho])
    await town.promise(second, 0, holders=[ben])
    minter = town.minter()
    await town.finish(minter)
    town.clock.advance(days=14)
    await town.promise(await town.badge(), 0, holders=[ann])
    await town.finish(minter)


async def forget_stored_words(town: MinterTown, person: str) -> None:
    """What a chain that tore its own state does: the logs stay, the word is gone."""
    address = (await town.deployment()).contract
    for slot in range(20):  # where the words begin is the compiler's business
        key = encode(["uint256", "uint256"], [slot, int(person, 16)])
        place = "0x" + keccak(key).hex()
        await town.chain._ask("anvil_setStorageAt", address, place, "0x" + "00" * 32)


async def test_a_town_without_a_chain_agrees_that_there_is_nothing(
    town: MinterTown, database_url: str
) -> None:
    assert (await recount(reading(town, database_url), language="en")).agrees


async def test_both_counts_agree_and_say_the_same_figures(
    town: MinterTown, database_url: str
) -> None:
    await visited(town)
    counted = await recount(reading(town, database_url), language="en")
    assert counted.agrees
    chain, kept, *_ = counted.lines
    assert "5 badges, 3 holders, 1 of them with two or more days" in chain
    assert "5 final, 3 holders, 1 of them with two or more days" in kept


async def test_an_award_forged_in_the_database_is_found(
    town: MinterTown, database_url: str
) -> None:
    await visited(town)
    async with town.database.transaction() as session:
        session.add(
            Award(
                badge_id=1,
                visitor_id=None,
                holder=holder(9),
                reason="forged",
                source=Source.PRESENCE,
                state=AwardState.FINAL,
                created_at=MORNING,
                updated_at=MORNING,
            )
        )
    counted = await recount(reading(town, database_url), language="en")
    assert not counted.agrees
    assert "Only in the database: 1" in counted.lines


async def test_an_award_deleted_from_the_database_is_found(
    town: MinterTown, database_url: str
) -> None:
    await visited(town)
    async with town.database.transaction() as session:
        await session.exec(delete(Award).where(col(Award.holder) == holder(3)))
    counted = await recount(reading(town, database_url), language="en")
    assert not counted.agrees
    assert "Only on the chain: 1" in counted.lines


async def test_a_chain_whose_storage_was_changed_is_found(
    sqlite_town: MinterTown, sqlite_url: str
) -> None:
    """As a chain that tore its own state looks: logged, and yet not held."""
    town = sqlite_town
    await visited(town)
    await forget_stored_words(town, holder(1))
    found = await recount(reading(town, sqlite_url), language="en")
    assert not found.agrees
    assert "Holders the contract stores otherwise than it logged: 1" in found.lines


async def test_awards_under_way_are_no_disagreement(
    sqlite_town: MinterTown, sqlite_url: str
) -> None:
    town = sqlite_town
    await visited(town)
    badge_id = await town.badge()
    await town.promise(badge_id, 3)
    minter = town.minter()
    for _ in range(6):
        await minter.guarded_step()
        assert (await recount(reading(town, sqlite_url), language="en")).agrees


async def test_a_chain_that_is_away_is_no_verdict(sqlite_town: MinterTown, sqlite_url: str) -> None:
    await visited(sqlite_town)
    sqlite_town.server.kill()
    with pytest.raises(Unavailable):
        await recount(reading(sqlite_town, sqlite_url))


async def test_the_script_counts_the_same_from_any_node(sqlite_town: MinterTown) -> None:
    """As a marketer runs it: another program, no packages, only the node's address."""
    town = sqlite_town
    await visited(town)
    address = (await town.deployment()).contract
    command = [
        sys.executable,
        "-I",
        str(Path(verify_badges.__file__)),
        *("--rpc", town.server.url),
        *("--contract", address),
    ]
    run = await asyncio.to_thread(
        subprocess.run, [*command, "--json"], capture_output=True, check=True, text=True
    )
    figures = json.loads(run.stdout)
    assert (figures["tokens"], figures["holders"], figures["returners"]) == (5, 3, 1)
    assert figures["months"] == {
        "2026-11": {"new": 3, "again": 0},
        "2026-12": {"new": 0, "again": 1},
    }
    assert figures["digest"] == (await town.ledger()).digest()
    told = await asyncio.to_thread(
        subprocess.run, [*command, "--lang", "ja"], capture_output=True, check=True, text=True
    )
    assert "2日以上来た人: 1" in told.stdout
    assert "契約が保存している値とも一致しました。" in told.stdout


async def test_the_script_finds_a_node_whose_logs_and_storage_differ(
    sqlite_town: MinterTown, capsys: pytest.CaptureFixture[str]
) -> None:
    """A torn chain: the badge is logged, yet the contract does not have it any more."""
    town = sqlite_town
    await visited(town)
    address = (await town.deployment()).contract
    wanted = ["--rpc", town.server.url, "--contract", address]
    assert await asyncio.to_thread(verify_badges.main, wanted) == 0
    await forget_stored_words(town, holder(1))
    assert await asyncio.to_thread(verify_badges.main, wanted) == 1
    told = capsys.readouterr().err
    assert told == f"{holder(1)}: the contract stores other badges\n"
