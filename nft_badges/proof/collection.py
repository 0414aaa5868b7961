"""What the whole collection is, as wallets read it from the contract's `contractURI` (ERC-7572)."""

from aiohttp import web

from nft_badges.proof.files import ANYBODY
from nft_badges.proof.keys import SETTINGS
from world_server.i18n import FIRST_LANGUAGE, translate


async def collection(request: web.Request) -> web.Response:
    """Name, description and the page where anybody can check."""
    told = {
        "name": translate(FIRST_LANGUAGE, "proof-town"),
        "description": translate(FIRST_LANGUAGE, "proof-lead"),
        "external_link": f"{request.app[SETTINGS].public_url}/proof",
    }
    return web.json_response(told, headers={"Cache-Control": "public, max-age=3600", **ANYBODY})
