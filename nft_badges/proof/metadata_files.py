"""ERC-1155 metadata and the picture of each badge."""

import hashlib

from aiohttp import web

from nft_badges.metadata import CANONICAL_VERSION, Facts, facts_of, id_text
from nft_badges.proof.art import Drawn, draw, draw_collection
from nft_badges.proof.drawing.seasons import season_of
from nft_badges.proof.files import ANYBODY, NO_SURPRISES
from nft_badges.proof.keys import DATABASE, FOLLOWER, SETTINGS
from nft_badges.proof.naming import described, is_of_one_day, name_of, where_of
from nft_badges.proof.shapes import BadgeMetadata, Localization, Properties, Trait
from world_server import dates
from world_server.errors import NotFound
from world_server.i18n import FIRST_LANGUAGE, LANGUAGES, translate
from world_server.store import proofs

SHORT = "public, max-age=300"
FOR_EVER = "public, max-age=31536000, immutable"
"""An address with the picture's own hash in it never means anything else."""


async def metadata(request: web.Request) -> web.StreamResponse:
    """What a badge is, as wallets and galleries read it."""
    facts = await _facts(request, int(request.match_info["id"], 16))
    language = request.match_info.get("locale", FIRST_LANGUAGE)
    told = metadata_of(
        facts,
        language=language,
        public_url=request.app[SETTINGS].public_url,
        version=await _version(request, facts),
    )
    return _cached(request, told.text().encode(), content_type="application/json")


async def art(request: web.Request) -> web.StreamResponse:
    """Leads to a badge's picture as it is drawn now; `lang` chooses the language on it."""
    facts = await _facts(request, int(request.match_info["id"]))
    asked = request.query.get("lang", "")
    return _moved(art_path(facts, asked if asked in LANGUAGES else FIRST_LANGUAGE))


async def drawn_art(request: web.Request) -> web.StreamResponse:
    """A badge's picture at the address that names its bytes.

    Whoever still knows an older drawing is led to the present one.
    """
    facts = await _facts(request, int(request.match_info["id"]))
    language = request.match_info["locale"]
    drawn = draw(facts, language)
    if request.match_info["sha256"] != drawn.sha256:
        return _moved(art_path(facts, language))
    return _picture(request, drawn)


async def collection_art(request: web.Request) -> web.StreamResponse:
    """The picture of all badges together."""
    drawn = draw_collection()
    if request.match_info.get("sha256") != drawn.sha256:
        return _moved(collection_art_path())
    return _picture(request, drawn)


def art_path(facts: Facts, language: str) -> str:
    """The address of a badge's picture, its SHA-256 included."""
    return f"/badges/art/{facts.id}/{language}/{draw(facts, language).sha256}.svg"


def collection_art_path() -> str:
    """The address of the collection's picture, its SHA-256 included."""
    return f"/badges/art/collection/{draw_collection().sha256}.svg"


def metadata_of(
    facts: Facts, *, language: str, public_url: str, version: int = CANONICAL_VERSION
) -> BadgeMetadata:
    """The metadata of a badge in one language; `version` is the form hashed on the chain."""
    season = translate(language, f"proof-season-{season_of(facts.occurred_on).name}")
    traits = {
        "kind": translate(language, f"proof-kind-{facts.kind}"),
        "place": where_of(facts, language),
        "day": dates.day(language, facts.occurred_on),
        "season": season,
    }
    return BadgeMetadata(
        name=name_of(facts, language),
        description=described(facts, language),
        image=public_url + art_path(facts, language),
        external_url=f"{public_url}/proof",
        attributes=[
            Trait(trait_type=translate(language, f"proof-trait-{trait}"), value=value)
            for trait, value in traits.items()
        ],
        properties=Properties(
            occurred_on=facts.occurred_on.isoformat(),
            place=facts.place,
            place_name=where_of(facts, language),
            kind=facts.kind,
            key=facts.key,
            is_visit_day=is_of_one_day(facts.kind),
            image_sha256=draw(facts, language).sha256,
            facts=facts.canonical(version).decode(),
            facts_version=version,
            facts_sha256=facts.digest_in(version).hex(),
        ),
        localization=Localization(
            uri=f"{public_url}/badges/meta/{id_text(facts.id)}.{{locale}}.json",
            default=FIRST_LANGUAGE,
            locales=list(LANGUAGES),
        ),
    )


async def _facts(request: web.Request, badge_id: int) -> Facts:
    async with request.app[DATABASE].reading() as session:
        badge = (await proofs.badges(session, [badge_id])).get(badge_id)
    if badge is None:
        raise NotFound("badge")
    return facts_of(badge)


async def _version(request: web.Request, facts: Facts) -> int:
    """The form in which the chain holds the facts' hash; the newest where it holds none yet."""
    view = await request.app[FOLLOWER].view()
    digest = view.seen.fold.ledger.digests.get(facts.id) if view.seen else None
    return (facts.version_of(digest) if digest else None) or CANONICAL_VERSION


def _moved(path: str) -> web.Response:
    headers = {"Location": path, "Cache-Control": SHORT, **ANYBODY}
    return web.Response(status=302, headers=headers)


def _picture(request: web.Request, drawn: Drawn) -> web.Response:
    response = _cached(request, drawn.svg, content_type="image/svg+xml")
    response.headers["Cache-Control"] = FOR_EVER
    response.headers["Content-Security-Policy"] = NO_SURPRISES
    return response


def _cached(request: web.Request, body: bytes, *, content_type: str) -> web.Response:
    tag = hashlib.sha256(body).hexdigest()[:32]
    known = {one.value for one in request.if_none_match or ()}
    response = web.Response(headers={"Cache-Control": SHORT, **ANYBODY})
    response.etag = tag
    if known & {tag, "*"}:
        response.set_status(304)
        return response
    response.body = body
    response.content_type = content_type
    return response
