"""The committed artifact is what the source compiles to, and what is deployed."""

import hashlib
import json

from anvil_server import Stage
from eth_utils.crypto import keccak

from nft_badges import compile as compiling
from nft_badges import contract

LARGEST_CODE = 24_576


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


async def test_the_chain_holds_exactly_the_runtime_code_of_the_artifact(stage: Stage) -> None:
    code = await stage.chain.code(stage.address)
    assert code == contract.artifact().runtime
    assert len(code) <= LARGEST_CODE
    assert contract.code_hash(code) == contract.artifact().code_hash
