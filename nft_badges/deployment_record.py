"""The contract's papers: everything somebody needs to find it, read it and check what it is.

Written beside the town's data once the contract is on its chain, and again whenever the file is
missing or tells something else; the database stays the authority.
"""

import json
from pathlib import Path
from typing import Any

from nft_badges import abi, contract
from nft_badges.keys import sent_data
from world_server.store import chain_journal
from world_server.store.database import Database
from world_server.store.settings import StoreSettings
from world_server.store.tables.chain import Deployment
from world_server.whole_file import write_whole


async def known(settings: StoreSettings) -> dict[str, Any] | None:
    """The record as the database has it, None before the contract is there; raise Unavailable."""
    database = Database(settings.database_url.get_secret_value())
    try:
        async with database.reading() as session:
            deployment = await chain_journal.deployment(session)
            if deployment is None or deployment.block_number is None:
                return None
            raw = await chain_journal.creation(session, deployment.chain_key)
    finally:
        await database.close()
    return record(deployment, raw=raw)


def as_text(told: dict[str, Any]) -> str:
    """The record as JSON."""
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def record(deployment: Deployment, *, raw: bytes | None) -> dict[str, Any]:
    """What is known of a deployed contract; `raw` is the transaction that created it.

    An earlier version's contract goes without what only its own artifact knew.
    """
    told: dict[str, Any] = {
        "contract": "KashimaBadges",
        "address": deployment.contract,
        "chain_id": deployment.chain_id,
        "genesis": deployment.genesis_hash,
        "codehash": deployment.code_hash,
        "deploy_block": deployment.block_number,
        "deployer": deployment.deployer,
        "node": deployment.client,
        "base_uri": deployment.base_uri,
        "constructor": None if raw is None else constructor(sent_data(raw)),
    }
    if deployment.code_hash == contract.artifact().code_hash:
        papers = json.loads(contract.ARTIFACT.read_text(encoding="utf-8"))
        told |= {name: papers[name] for name in ("compiler", "source_sha256", "abi")}
    return told


def constructor(creation: bytes) -> dict[str, Any] | None:
    """What the constructor was told, or None when an earlier version's contract was created."""
    code = contract.artifact().bytecode
    if not creation.startswith(code):
        return None
    words = creation[len(code) :]
    named = ("admin", "issuer", "registrar", "pauser")
    told: dict[str, Any] = {
        name: "0x" + words[at * abi.WORD + 12 : (at + 1) * abi.WORD].hex()
        for at, name in enumerate(named)
    }
    told["base_uri"] = contract.read_text(bytes(abi.WORD) + words[6 * abi.WORD :])
    told["daily_cap"] = int.from_bytes(words[5 * abi.WORD : 6 * abi.WORD], "big")
    return told


def write(path: Path, told: dict[str, Any]) -> bool:
    """Write the record, whole or not at all; True when the file told something else before."""
    text = as_text(told)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    write_whole(path, (text.encode(),))
    return True
