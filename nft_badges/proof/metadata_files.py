"""ERC-1155 metadata and the picture of each badge."""

import hashlib
import json

from aiohttp import web

from nft_badges.metadata import Facts, facts_of, id_text
from nft_badges.proof.art import draw
from nft_badges.proof.files import ANYBODY, NO_SURPRISES
from nft_badges.proof.keys import DATABASE, SETTINGS
from nft_badges.proof.places import place_name
from nft_badges.proof.wording import said_day
from world_server.errors import NotFound
from world_server.i18n import FIRST_LANGUAGE, LANGUAGES, translate
from world_server.store import proofs

CACHING = "public, max-age=300"


async def metadata(request: web.Request) -> web.StreamResponse:
    """What a badge is, as wallets and galleries read it."""
    facts = await _facts(request, int(request.match_info["id"], 16))
    language = request.match_info.get("locale", FIRST_LANGUAGE)
    told = described(facts, language=language, public_url=request.app[SETTINGS].public_url)
    body = json.dumps(told, ensure_ascii=False, indent=1).encode()
    return _cached(request, body, content_type="application/json")


async def art(request: web.Request) -> web.StreamResponse:
    """A badge's picture."""
    facts = await _facts(request, int(request.match_info["id"]))
    response = _cached(request, draw(facts), content_type="image/svg+xml")
    response.headers["Content-Security-Policy"] = NO_SURPRISES
    return response


def described(facts: Facts, *, language: str, public_url: str) -> dict[str, object]:
    """The metadata of a badge in one language."""
    meta = f"{public_url}/badges/meta/{id_text(facts.id)}"
    return {
        "name": facts.title,
        "description": translate(
            language,
            "proof-meta-description",
            day=said_day(language, facts.occurred_on),
            place=place_name(facts.place, language),
        ),
        "image": f"{public_url}/badges/art/{facts.id}.svg",
        "external_url": f"{public_url}/proof",
        "properties": {
            "occurredOn": facts.occurred_on.isoformat(),
            "place": facts.place,
            "kind": facts.kind,
            "imageSha256": hashlib.sha256(draw(facts)).hexdigest(),
            "factsSha256": facts.digest.hex(),
        },
        "localization": {
            "uri": meta + ".{locale}.json",
            "default": FIRST_LANGUAGE,
            "locales": list(LANGUAGES),
        },
    }


async def _facts(request: web.Request, badge_id: int) -> Facts:
    async with request.app[DATABASE].reading() as session:
        badge = (await proofs.badges(session, [badge_id])).get(badge_id)
    if badge is None:
        raise NotFound("badge")
    return facts_of(badge)


def _cached(request: web.Request, body: bytes, *, content_type: str) -> web.Response:
    tag = hashlib.sha256(body).hexdigest()[:32]
    known = {one.value for one in request.if_none_match or ()}
    response = web.Response(headers={"Cache-Control": CACHING, **ANYBODY})
    response.etag = tag
    if known & {tag, "*"}:
        response.set_status(304)
        return response
    response.body = body
    response.content_type = content_type
    return response
