"""Mounts the wallet addresses into the world: what they open, and every address."""

from collections.abc import AsyncIterator

from aiohttp import web

from nft_badges.nodes import chain_of
from nft_badges.settings import ChainReadSettings
from nft_badges.wallet import endpoints
from nft_badges.wallet.door import Door
from nft_badges.wallet.keys import CHAIN, DATABASE, DOOR, SETTINGS
from nft_badges.wallet.own_operations import OWN_OPERATIONS
from world_server.operations import add_operations
from world_server.store.database import Database


def add_wallet(app: web.Application, settings: ChainReadSettings, door: Door) -> None:
    """Add the wallet addresses to the world's application, which says through `door` who asks."""
    app[SETTINGS] = settings
    app[DOOR] = door
    app.cleanup_ctx.extend([_with_database, _with_chain])
    add_operations(app, OWN_OPERATIONS)
    app.add_routes(
        [
            web.get("/api/wallet", endpoints.show),
            web.delete("/api/wallet", endpoints.unlink),
            web.post("/api/wallet/nonce", endpoints.ask),
            web.post("/api/wallet/link", endpoints.link),
            web.post("/api/wallet/binding", endpoints.binding),
            web.post("/api/wallet/move", endpoints.move),
        ]
    )


async def _with_database(app: web.Application) -> AsyncIterator[None]:
    app[DATABASE] = Database(app[SETTINGS].database_url.get_secret_value())
    yield
    await app[DATABASE].close()


async def _with_chain(app: web.Application) -> AsyncIterator[None]:
    app[CHAIN] = chain_of(app[SETTINGS])
    yield
    await app[CHAIN].close()
