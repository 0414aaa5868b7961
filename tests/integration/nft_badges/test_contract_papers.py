"""The contract's papers: written once it is there, printed to an operator, never a second one."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from anvil_server import AnvilServer, account, anvil_running
from guest_town import ISSUER, PLENTY, begin, guest_minter, mine
from minter_town import ISSUER_KEY, MinterTown
from patience import until
from servers import free_port

from nft_badges import contract, deployment_record
from nft_badges.chain import Web3Chain
from nft_badges.states import Why
from world_server.store import chain_journal
from world_server.store.tables.chain import BatchKind

COLD = account(61)


async def papers(town: MinterTown) -> dict[str, Any]:
    async with town.database.reading() as session:
        deployment = await chain_journal.deployment(session)
        assert deployment is not None
        raw = await chain_journal.creation(session, deployment.chain_key)
    return deployment_record.record(deployment, raw=raw)


async def test_the_papers_say_everything_and_are_kept_up(guest: MinterTown, tmp_path: Path) -> None:
    file = tmp_path / "contract.json"
    minter = await begin(guest, admin_address=COLD.address, daily_cap=4_321, deployment_file=file)
    again = guest_minter(guest, deployment_file=file)
    await again.guarded_step()
    told = json.loads(file.read_text("utf-8"))
    deployment = await guest.deployment()
    identity = await guest.chain.identity()
    assert told["address"] == deployment.contract
    assert told["deploy_block"] == deployment.block_number
    assert (told["chain_id"], told["genesis"]) == (identity.chain_id, identity.genesis_hash)
    code = await guest.chain.code(deployment.contract)
    assert told["codehash"] == contract.code_hash(code)
    assert told["constructor"] == {
        "admin": COLD.address,
        "issuer": ISSUER.address,
        "registrar": ISSUER.address,
        "pauser": COLD.address,
        "base_uri": deployment.base_uri,
        "daily_cap": 4_321,
    }
    assert {entry["name"] for entry in told["abi"] if entry["type"] == "function"} >= {"award"}
    assert ISSUER_KEY[2:] not in file.read_text("utf-8")
    file.write_text("{}")
    await guest_minter(guest, deployment_file=file).guarded_step()
    assert json.loads(file.read_text("utf-8")) == told
    assert minter.report.contract == told["address"]


async def test_a_file_that_cannot_be_written_stops_nothing(
    guest: MinterTown, tmp_path: Path
) -> None:
    minter = await begin(guest, deployment_file=tmp_path / "no such folder" / "contract.json")
    assert minter.report.is_well


async def test_the_file_is_whole_or_not_there(guest: MinterTown, tmp_path: Path) -> None:
    await begin(guest)
    folder = tmp_path / "papers"
    folder.mkdir()
    file, told = folder / "contract.json", await papers(guest)
    assert deployment_record.write(file, told) is True
    assert deployment_record.write(file, told) is False
    assert list(folder.iterdir()) == [file]


async def test_an_earlier_version_s_contract_goes_without_what_is_not_known_of_it(
    guest: MinterTown,
) -> None:
    await begin(guest)
    told = deployment_record.constructor(b"\x60" + contract.artifact().bytecode)
    assert told is None
    deployment = await guest.deployment()
    deployment.code_hash = "0x" + 64 * "1"
    record = deployment_record.record(deployment, raw=None)
    assert "abi" not in record
    assert record["constructor"] is None


@asynccontextmanager
async def minter_process(rpc_url: str, database_url: str, **settings: str) -> AsyncIterator[str]:
    """`kashima minter` as an operator runs it on somebody else's chain; address of its health."""
    port = free_port()
    environment = {
        "KASHIMA_RPC_URL": rpc_url,
        "KASHIMA_DATABASE_URL": database_url,
        "KASHIMA_ISSUER_KEY": ISSUER_KEY,
        "KASHIMA_EMBEDDED_CHAIN": "false",
        "KASHIMA_PORT": str(port),
        "KASHIMA_LEASE_SECONDS": "2",
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "kashima", "minter"),
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/healthz"
    finally:
        process.terminate()
        await process.wait()


async def says(health: str, why: Why) -> None:
    async with aiohttp.ClientSession() as client:

        async def is_so() -> bool:
            try:
                async with client.get(health) as answer:
                    return bool((await answer.json())["why"] == why)
            except aiohttp.ClientError:
                return False

        await until(is_so, seconds=30)


async def printed(database_url: str, *options: str) -> tuple[int, str]:
    """What `kashima contract` prints, and its exit code."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "kashima", "contract", *options),
        env={"KASHIMA_DATABASE_URL": database_url, "LANG": "en_US.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, (out or err).decode()


async def test_an_operator_gets_one_contract_and_never_another_without_being_asked(
    guest: MinterTown, sqlite_url: str, tmp_path: Path
) -> None:
    """Told not to, told to, started again, and then pointed at a chain that began anew."""
    file = tmp_path / "contract.json"
    await guest.chain.fund(ISSUER.address, PLENTY)
    assert await printed(sqlite_url) == (1, "There is no contract of badges yet.\n")
    async with minter_process(guest.server.url, sqlite_url) as health:
        await says(health, Why.NO_CONTRACT)
    assert await guest.batches() == []
    told = {"KASHIMA_ALLOW_DEPLOY": "true", "KASHIMA_DEPLOYMENT_FILE": str(file)}
    async with minter_process(guest.server.url, sqlite_url, **told) as health:
        await says(health, Why.UNCONFIRMED)
        await mine(guest, 30)
        await says(health, Why.NOTHING)
    async with minter_process(guest.server.url, sqlite_url, **told) as health:
        await says(health, Why.NOTHING)
        await until(file.exists, seconds=10)
    code, text = await printed(sqlite_url)
    assert code == 0
    assert json.loads(text) == json.loads(file.read_text("utf-8"))
    with anvil_running("--slots-in-an-epoch", "6") as other:
        anew = Web3Chain(other.url)
        await anew.fund(ISSUER.address, PLENTY)
        await anew.mine(int(guest.clock().timestamp()))
        await _differs(other)
        async with minter_process(other.url, sqlite_url, **told) as health:
            await says(health, Why.WRONG_CHAIN)
        assert await anew.nonce(ISSUER.address) == 0
        await anew.close()
    assert [batch.kind for batch in await guest.batches()] == [BatchKind.DEPLOY]


async def _differs(other: AnvilServer) -> None:
    """Nothing of ours is there, although chain id and first block are those of our chain."""
    chain = Web3Chain(other.url)
    assert (await chain.head()).number == 1
    await chain.close()


@pytest.mark.parametrize("option", ["--pending"])
async def test_where_nothing_waits_for_the_admin_it_is_said(
    sqlite_town: MinterTown, sqlite_url: str, option: str
) -> None:
    code, text = await printed(sqlite_url, option)
    assert (code, text) == (0, "There is nothing the contract's admin has to do.\n")
