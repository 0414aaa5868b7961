"""What strangers can see and check: the proof pages on a real world, a real chain, a real minter."""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from anvil_server import holder
from eth_utils.address import to_checksum_address
from minter_town import MinterTown

from nft_badges import verify_badges
from nft_badges.metadata import id_text
from nft_badges.proof import add_proof_pages, follower
from nft_badges.recount import recount
from nft_badges.settings import ChainReadSettings
from world_server.app import build_app
from world_server.i18n import LANGUAGES
from world_server.settings import WorldSettings
from world_server.store.tables.award import AwardState

HUMAN = {"Accept": "text/html", "Accept-Language": "ja"}
ADA, BEN = holder(1), holder(2)


@dataclass
class Pages:
    """A world with the proof pages, beside a town whose minter works."""

    town: MinterTown
    client: "TestClient[Any, Any]"
    settings: ChainReadSettings

    @property
    def url(self) -> str:
        return str(self.client.make_url("")).rstrip("/")

    async def get(self, path: str, *, status: int = 200, **headers: str) -> str:
        """A page as a person's browser gets it."""
        async with self.client.get(path, headers=HUMAN | headers, allow_redirects=False) as raw:
            text = await raw.text()
            assert raw.status == status, text
            return text

    async def json(self, path: str, *, status: int = 200) -> Any:
        async with self.client.get(path, headers={"Accept": "application/json"}) as raw:
            assert raw.status == status
            return await raw.json()


@pytest.fixture
async def pages(
    sqlite_town: MinterTown,
    sqlite_url: str,
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Pages]:
    """Proof pages that look at the chain as often as they are asked."""
    monkeypatch.setattr(follower, "PAUSE_SECONDS", 0.0)
    read = ChainReadSettings.model_validate(
        {"database_url": sqlite_url, "rpc_url": sqlite_town.server.url}
    )
    world = WorldSettings.model_validate(
        {
            "database_url": sqlite_url,
            "redis_url": redis_url,
            "secret": "ticket-secret-" * 3,
            "client_dir": tmp_path,
        }
    )
    app = build_app(world, [partial(add_proof_pages, settings=read)])
    async with TestClient(TestServer(app)) as client:
        yield Pages(sqlite_town, client, read)


async def test_a_holder_sees_every_badge_with_what_the_chain_says_of_it(pages: Pages) -> None:
    badge_id = await pages.town.badge()
    await pages.town.promise(badge_id, 1, holders=[to_checksum_address(ADA)])
    await pages.town.finish(pages.town.minter())
    award = (await pages.town.awards())[0]
    for address in (ADA, to_checksum_address(ADA), "0x" + ADA[2:].upper()):
        page = await pages.get(f"/proof/{address}")
        assert "酒蔵通りの夕べ" in page
        assert "2026年11月22日" in page
        assert "酒蔵通り</dd>" in page
        assert award.tx_hash is not None
        assert award.tx_hash in page
        block = await pages.town.chain.block(award.block_number or 0)
        assert block is not None
        assert block.hash in page
        assert 'data-standing="final"' in page
        assert 'data-balance="True"' in page
        assert f"/badges/art/{badge_id}.svg" in page
