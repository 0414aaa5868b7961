"""The committed artifact is what the source compiles to, and what is deployed."""

import hashlib
import json

from anvil_server import Stage
from eth_utils.crypto import keccak

from nft_badges import compile as compiling
from nft_badges import contract

LARGEST_CODE = 24_576
FIRST_SELECTORS = {
    "defineBadge": "84692ca0",
    "extendBadge": "17c2f6f1",
    "award": "bf039a99",
    "setBaseURI": "55f804b3",
    "balanceOfBatch": "4e1273f4",
    "badgesOf": "c44db96d",
    "badge": "c0f6faed",
    "rolesOf": "2de94807",
    "admin": "f851a440",
    "baseURI": "6c0360eb",
    "rebind": "0ae0dcd1",
    "nonces": "7ecebe00",
    "walletOf": "1982640c",
}
"""Of the first contract a town could deploy, as far as anything here calls them."""


def test_the_committed_artifact_is_what_the_source_compiles_to() -> None:
    assert compiling.build() == contract.ARTIFACT.read_text(encoding="utf-8")


def test_the_artifact_names_its_source_and_its_compiler() -> None:
    artifact = json.loads(contract.ARTIFACT.read_text(encoding="utf-8"))
    source = compiling.SOURCE.read_bytes()
    assert artifact["source_sha256"] == hashlib.sha256(source).hexdigest()
    assert source.startswith(b"# pragma version ==0.4.3\n")
    assert artifact["compiler"]["version"] == "0.4.3"


def test_selectors_are_those_of_the_abi() -> None:
    artifact = json.loads(contract.ARTIFACT.read_text(encoding="utf-8"))
    for entry in artifact["abi"]:
        if entry["type"] == "function":
            types = ",".join(argument["type"] for argument in entry["inputs"])
            expected = keccak(text=f"{entry['name']}({types})")[:4]
            assert contract.artifact().selectors[entry["name"]] == expected


def test_what_towns_have_deployed_is_still_understood() -> None:
    """A contract cannot be changed: these are what the minter and the pages ask of the first one.

    That is why no earlier artifact is kept: creation code is only needed where there is no contract
    yet, and everything else is calls by these selectors and logs by these topics.
    """
    selectors = contract.artifact().selectors
    assert {name: selectors[name].hex() for name in FIRST_SELECTORS} == FIRST_SELECTORS
    assert contract.TRANSFER_SINGLE.startswith("0xc3d58168")
    assert contract.TRANSFER_BATCH.startswith("0x4a39dc06")
    assert contract.BADGE_DEFINED.startswith("0x98d1abf3")


async def test_the_chain_holds_exactly_the_runtime_code_of_the_artifact(stage: Stage) -> None:
    code = await stage.chain.code(stage.address)
    assert code == contract.artifact().runtime
    assert len(code) <= LARGEST_CODE
    assert contract.code_hash(code) == contract.artifact().code_hash
