"""A world with the proof pages on a real chain, every answer held to the OpenAPI document."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer
from minter_town import MinterTown
from openapi_witness import Witness

from nft_badges.proof import add_proof_pages
from nft_badges.settings import ChainReadSettings
from world_server.app import build_app
from world_server.operations import OPERATIONS
from world_server.settings import WorldSettings
from world_server.web.openapi import document

HUMAN = {"Accept": "text/html", "Accept-Language": "ja"}


@dataclass
class Pages:
    """A world with the proof pages, beside a town whose minter works."""

    town: MinterTown
    client: "TestClient[Any, Any]"
    settings: ChainReadSettings
    witness: Witness

    @property
    def url(self) -> str:
        return str(self.client.make_url("")).rstrip("/")

    async def ask(self, path: str, **how: Any) -> ClientResponse:
        """An answer as it came, read to its end."""
        raw = await self.client.get(path, allow_redirects=False, **how)
        is_json = raw.content_type == "application/json" and raw.status != 304
        self.witness.check(raw, await raw.json() if is_json else await raw.read())
        return raw

    async def get(self, path: str, *, status: int = 200, **headers: str) -> str:
        """A page as a person's browser gets it."""
        raw = await self.ask(path, headers=HUMAN | headers)
        text = await raw.text()
        assert raw.status == status, text
        return text

    async def json(self, path: str, *, status: int = 200) -> Any:
        raw = await self.ask(path, headers={"Accept": "application/json"})
        assert raw.status == status
        return await raw.json()


@asynccontextmanager
async def pages_of(
    town: MinterTown, *, database_url: str, redis_url: str, folder: Path
) -> AsyncIterator[Pages]:
    """The pages of a world of their own process, as far as they can tell."""
    read = ChainReadSettings.model_validate(
        {"database_url": database_url, "rpc_url": town.server.url}
    )
    world = WorldSettings.model_validate(
        {
            "database_url": database_url,
            "redis_url": redis_url,
            "secret": "ticket-secret-" * 3,
            "client_dir": folder,
        }
    )
    app = build_app(world, [partial(add_proof_pages, settings=read)])
    operations = app[OPERATIONS]
    async with TestClient(TestServer(app)) as client:
        yield Pages(town, client, read, Witness(document(operations)))
