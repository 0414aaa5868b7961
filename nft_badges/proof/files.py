"""What a recount needs, over HTTP: manifest, raw logs, the script itself; and small pictures."""

import asyncio
import io
import json
from functools import lru_cache
from pathlib import Path

import segno
from aiohttp import web

from nft_badges import contract, verify_badges
from nft_badges.abi import is_address
from nft_badges.proof.follower import Seen
from nft_badges.proof.holders import known_of
from nft_badges.proof.keys import FOLLOWER, SETTINGS
from nft_badges.proof.shapes import Manifest
from world_server.errors import Malformed, NotFound, Unavailable

BLOCKS_AT_ONCE = 2_000
DENSE_BLOCKS_AT_ONCE = 200
"""On the town's own chain every block is a batch of up to 200 awards."""

STYLE = Path(__file__).parent / "static" / "style.css"
PREVIEW = Path(__file__).parent / "static" / "og.png"
SCRIPT = Path(verify_badges.__file__)

ANYBODY = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""Public facts that other sites' pages may read too."""

NO_SURPRISES = "default-src 'none'; sandbox"


async def manifest(request: web.Request) -> web.Response:
    """Everything a stranger needs for finding and adding up the logs."""
    seen = await _seen(request)
    deployment = seen.deployment
    base = request.app[SETTINGS].public_url + "/proof"
    told = Manifest(
        chain_id=deployment.chain_id,
        genesis=deployment.genesis_hash,
        contract=deployment.contract,
        codehash=deployment.code_hash,
        deploy_block=deployment.block_number,
        to_block=seen.block.number,
        to_hash=seen.block.hash,
        final_to=seen.final_to,
        topics=list(contract.TOPICS),
        abi=base + "/abi.json",
        blocks_at_once=_blocks_at_once(seen),
        logs=base + "/logs.json?from={from}&to={to}",
        script=base + "/verify_badges.py",
        digest=seen.figures.digest,
    )
    return web.json_response(text=told.text(), headers={"Cache-Control": "no-cache", **ANYBODY})


async def abi(_request: web.Request) -> web.Response:
    """The contract's interface, for asking it without us."""
    return web.json_response(
        text=_abi(), headers={"Cache-Control": "public, max-age=3600", **ANYBODY}
    )


@lru_cache(maxsize=1)
def _abi() -> str:
    return json.dumps(
        json.loads(contract.ARTIFACT.read_text(encoding="utf-8"))["abi"], separators=(",", ":")
    )


async def logs(request: web.Request) -> web.StreamResponse:
    """The raw logs of some blocks, in the order of the chain, streamed block by block."""
    first, last = _block(request, "from"), _block(request, "to")
    seen = await _seen(request)
    lowest = seen.deployment.block_number or 0
    if not lowest <= first:
        raise Malformed("from")
    if not first <= last <= min(seen.block.number, first + _blocks_at_once(seen) - 1):
        raise Malformed("to")
    response = web.StreamResponse(
        headers={"Content-Type": "application/json", "Cache-Control": "no-cache", **ANYBODY}
    )
    await response.prepare(request)
    if request.method == "HEAD":
        return response
    await response.write(f'{{"from":{first},"to":{last},"logs":['.encode())
    separator = b""
    for block in seen.fold.raw(first, last):
        await response.write(separator + block)
        separator = b","
    await response.write(b"]}")
    await response.write_eof()
    return response


async def script(_request: web.Request) -> web.FileResponse:
    """The recount as one file that needs Python and nothing else."""
    return web.FileResponse(
        SCRIPT,
        headers={
            "Content-Type": "text/x-python; charset=utf-8",
            "Content-Disposition": 'attachment; filename="verify_badges.py"',
            "Cache-Control": "no-cache",
        },
    )


async def style(_request: web.Request) -> web.FileResponse:
    """The style sheet of the proof pages."""
    return web.FileResponse(
        STYLE, headers={"Content-Type": "text/css; charset=utf-8", "Cache-Control": "no-cache"}
    )


async def preview(_request: web.Request) -> web.FileResponse:
    """The picture other sites show beside a link: drawn once, for none of them show SVG."""
    return web.FileResponse(
        PREVIEW, headers={"Content-Type": "image/png", "Cache-Control": "public, max-age=86400"}
    )


async def qr(request: web.Request) -> web.Response:
    """The address of a holder's page, or of one badge's, as a QR code."""
    holder = request.match_info["holder"].lower()
    if not is_address(holder):
        raise Malformed("holder")
    # Drawing takes long, and addresses are free to make up: only those that hold something.
    known = await known_of(request, holder)
    if not (known.sources or known.promised):
        raise NotFound("badge")
    address = f"{request.app[SETTINGS].public_url}/proof/{holder}"
    if "id" in request.match_info:
        badge_id = int(request.match_info["id"])
        if badge_id not in {one.badge_id for one in known.held}:
            raise NotFound("badge")
        address += f"/{badge_id}"
    return web.Response(
        # The world's beat runs on this thread.
        body=await asyncio.to_thread(_qr, address),
        content_type="image/svg+xml",
        headers={
            "Cache-Control": "public, max-age=86400",
            "Content-Security-Policy": NO_SURPRISES,
        },
    )


@lru_cache(maxsize=256)
def _qr(address: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", scale=4, border=4, dark="#23406b", light="#ffffff", xmldecl=False
    )
    return drawn.getvalue()


def _blocks_at_once(seen: Seen) -> int:
    return DENSE_BLOCKS_AT_ONCE if seen.deployment.embedded else BLOCKS_AT_ONCE


def _block(request: web.Request, name: str) -> int:
    text = request.query.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) <= 18):  # noqa: PLR2004  fits 64 bits
        raise Malformed(name)
    return int(text)


async def _seen(request: web.Request) -> Seen:
    """The chain as last seen; what was true as of a block stays true while the node is away."""
    view = await request.app[FOLLOWER].view()
    if view.seen is None:
        raise Unavailable
    return view.seen
