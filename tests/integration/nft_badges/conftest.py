"""A town with an outbox, on each kind of database, beside a real chain of its own."""

from collections.abc import AsyncIterator, Iterator

import pytest
from anvil_server import AnvilServer, anvil_running
from minter_town import MinterTown, minter_town

from world_server.store.database import Database


@pytest.fixture
def own_chain() -> Iterator[AnvilServer]:
    """An empty embedded chain."""
    with anvil_running() as server:
        yield server


@pytest.fixture
async def town(database: Database, own_chain: AnvilServer) -> AsyncIterator[MinterTown]:
    """A town on both kinds of database, one after the other."""
    async with minter_town(database, own_chain) as made:
        yield made


@pytest.fixture
async def sqlite_town(
    sqlite_database: Database, own_chain: AnvilServer
) -> AsyncIterator[MinterTown]:
    """A town for tests that are not about the database."""
    async with minter_town(sqlite_database, own_chain) as made:
        yield made


@pytest.fixture
def shared_chain() -> Iterator[AnvilServer]:
    """A chain that is not ours: a block is final when twelve more came after it."""
    with anvil_running("--slots-in-an-epoch", "6") as server:
        yield server


@pytest.fixture
async def guest(sqlite_database: Database, shared_chain: AnvilServer) -> AsyncIterator[MinterTown]:
    """A town that issues on somebody else's chain."""
    async with minter_town(sqlite_database, shared_chain) as made:
        yield made
