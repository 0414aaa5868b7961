"""A town with an outbox, on each kind of database, beside a real chain of its own."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from anvil_server import AnvilServer, anvil_running
from minter_town import MinterTown, minter_town
from proof_site import Pages, pages_of
from wallet_site import WalletSite, wallet_site

from nft_badges.proof import follower
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


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages look at the chain as often as they are asked."""
    monkeypatch.setattr(follower, "PAUSE_SECONDS", 0.0)


@pytest.fixture
async def pages(
    sqlite_town: MinterTown, sqlite_url: str, redis_url: str, tmp_path: Path, eager: None
) -> AsyncIterator[Pages]:
    """Proof pages beside the town's own chain."""
    async with pages_of(
        sqlite_town, database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as made:
        yield made


@pytest.fixture
async def site(
    sqlite_town: MinterTown, sqlite_url: str, redis_url: str, tmp_path: Path
) -> AsyncIterator[WalletSite]:
    """A world whose contract is on the chain."""
    async with wallet_site(
        sqlite_town, database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as made:
        await made.begin()
        yield made
