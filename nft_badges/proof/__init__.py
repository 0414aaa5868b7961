"""Public pages that prove badges from the chain; an extension mounted into the world's pages."""

from aiohttp import web

from nft_badges.settings import ChainReadSettings


def add_proof_pages(app: web.Application, settings: ChainReadSettings) -> None:
    """Add /proof, /badges and what they need to `app`; read-only, without any key."""
    raise NotImplementedError
