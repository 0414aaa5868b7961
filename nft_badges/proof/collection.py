"""What the whole collection is, as wallets read it from the contract's `contractURI` (ERC-7572)."""

from aiohttp import web

from nft_badges.proof.files import ANYBODY
from nft_badges.proof.keys import SETTINGS
from nft_badges.proof.metadata_files import collection_art_path
from nft_badges.proof.shapes import Collection
from world_server.i18n import FIRST_LANGUAGE, translate

SYMBOL = "KASHIMA"


async def collection(request: web.Request) -> web.Response:
    """Name, description, picture and the page where anybody can check."""
    base = request.app[SETTINGS].public_url
    told = Collection(
        name=translate(FIRST_LANGUAGE, "proof-town"),
        symbol=SYMBOL,
        description=translate(FIRST_LANGUAGE, "proof-lead"),
        image=base + collection_art_path(),
        external_link=f"{base}/proof",
    )
    return web.json_response(
        text=told.text(), headers={"Cache-Control": "public, max-age=3600", **ANYBODY}
    )
