"""Mounts the proof pages into the world: what they open, and every address they answer at."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp_jinja2
from aiohttp import web
from jinja2 import FileSystemLoader, StrictUndefined

from nft_badges.nodes import chain_of
from nft_badges.proof import files, metadata_files, pages
from nft_badges.proof.collection import collection
from nft_badges.proof.follower import Follower
from nft_badges.proof.keys import CHAIN, DATABASE, FOLLOWER, LOOKUPS, SETTINGS, TEMPLATES
from nft_badges.proof.lookups import Lookups
from nft_badges.proof.own_operations import OWN_OPERATIONS
from nft_badges.settings import ChainReadSettings
from world_server.i18n import LANGUAGES
from world_server.operations import add_operations
from world_server.store.database import Database
from world_server.tasks import running

HERE = Path(__file__).parent


def add_proof_pages(app: web.Application, settings: ChainReadSettings) -> None:
    """Add the proof pages, badge metadata and badge art to the world's application."""
    app[SETTINGS] = settings
    aiohttp_jinja2.setup(
        app,
        app_key=TEMPLATES,
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    app.cleanup_ctx.extend([_with_database, _with_chain, _with_follower])
    add_operations(app, OWN_OPERATIONS)
    locale = "|".join(LANGUAGES)
    app.add_routes(
        [
            web.get("/proof", pages.overview),
            web.get("/verify/manifest.json", files.manifest),
            web.get("/proof/manifest.json", files.manifest),
            web.get("/proof/abi.json", files.abi),
            web.get("/proof/logs.json", files.logs),
            web.get("/proof/verify_badges.py", files.script),
            web.get("/proof/style.css", files.style),
            web.get("/proof/og.png", files.preview),
            web.get("/proof/{holder:[^/]+}", pages.holder),
            web.get("/proof/{holder:[^/]+}/qr.svg", files.qr),
            web.get("/proof/{holder:[^/]+}/{id:[0-9]{1,18}}", pages.badge),
            web.get("/proof/{holder:[^/]+}/{id:[0-9]{1,18}}/qr.svg", files.qr),
            web.get("/badges/meta/contract.json", collection),
            web.get("/badges/meta/{id:[0-9a-f]{64}}.json", metadata_files.metadata),
            web.get(
                f"/badges/meta/{{id:[0-9a-f]{{64}}}}.{{locale:{locale}}}.json",
                metadata_files.metadata,
            ),
            web.get("/badges/art/{id:[0-9]{1,18}}.svg", metadata_files.art),
            web.get(
                f"/badges/art/{{id:[0-9]{{1,18}}}}/{{locale:{locale}}}/{{sha256:[0-9a-f]{{64}}}}.svg",
                metadata_files.drawn_art,
            ),
            web.get("/badges/art/collection.svg", metadata_files.collection_art),
            web.get(
                "/badges/art/collection/{sha256:[0-9a-f]{64}}.svg", metadata_files.collection_art
            ),
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


async def _with_follower(app: web.Application) -> AsyncIterator[None]:
    app[LOOKUPS] = Lookups(app[CHAIN])
    app[FOLLOWER] = follower = Follower(app[DATABASE], app[CHAIN])
    async with running(app, "proof-follower", follower.run()):
        yield
