"""One chain for all contract tests, and a fresh contract on it for each."""

from collections.abc import AsyncIterator, Iterator

import pytest
from anvil_server import AnvilServer, Stage, anvil_running, stage_on

from nft_badges.chain import Web3Chain


@pytest.fixture(scope="session")
def contract_chain() -> Iterator[AnvilServer]:
    """A chain without any of our own software between test and contract."""
    with anvil_running() as server:
        yield server


@pytest.fixture
async def stage(contract_chain: AnvilServer) -> AsyncIterator[Stage]:
    """A fresh contract, and everybody who may do something with it."""
    chain = Web3Chain(contract_chain.url)
    made = stage_on(chain)
    await made.deploy()
    yield made
    await chain.close()
