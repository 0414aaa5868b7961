"""The contract's own metadata address answers, and says where anybody can check."""

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from nft_badges import metadata
from nft_badges.proof import add_proof_pages
from nft_badges.proof.collection import collection
from nft_badges.proof.keys import SETTINGS
from nft_badges.settings import ChainReadSettings

TOWN = "https://kashima.example"
PATH = metadata.base_uri("") + "contract.json"
"""What the contract answers to `contractURI`, without the town's address."""


async def test_the_address_the_contract_gives_is_answered() -> None:
    app = web.Application()
    app[SETTINGS] = ChainReadSettings(public_url=TOWN)
    app.router.add_get(PATH, collection)
    async with TestClient(TestServer(app)) as client, client.get(PATH) as answer:
        told = await answer.json()
    assert told["external_link"] == f"{TOWN}/proof"
    assert told["name"] == "バーチャル鹿島"
    assert told["description"]


def test_it_is_among_the_mounted_pages() -> None:
    app = web.Application()
    add_proof_pages(app, ChainReadSettings(public_url=TOWN))
    mounted = {resource.canonical for resource in app.router.resources()}
    assert {PATH, "/proof", "/proof/manifest.json", "/proof/verify_badges.py"} <= mounted
