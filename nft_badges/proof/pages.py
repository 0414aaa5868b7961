"""The pages a person reads: what badges prove, and the badges of one holder."""

from collections.abc import Sequence
from http import HTTPStatus

import aiohttp_jinja2
from aiohttp import web

from nft_badges import abi, contract, verify_badges
from nft_badges.metadata import id_text
from nft_badges.proof.cards import Card, asked_of, card
from nft_badges.proof.holders import Known, known_of
from nft_badges.proof.keys import FOLLOWER, LOOKUPS, SETTINGS, TEMPLATES
from nft_badges.proof.standing import Standing
from world_server import dates
from world_server.i18n import LANGUAGES, pick_language, translate

OWN_NAMES = {"ja": "日本語", "en": "English", "th": "ไทย", "ko": "한국어", "zh-TW": "繁體中文"}
RETRY_SECONDS = 5

STEPS = ("preparing", "issued", "final")
PROVEN = (Standing.ISSUED, Standing.FINAL, Standing.MOVED)


async def overview(request: web.Request) -> web.Response:
    """What badges prove, what they add up to, and how to count them oneself."""
    wanted = request.query.get("holder")
    if wanted is not None:
        address = "".join(wanted.split()).lower()
        if not abi.is_address(address):
            return _page(request, "nobody.html", status=HTTPStatus.BAD_REQUEST, why="malformed")
        where = f"/proof/{address}{_spoken(request)}"
        raise web.HTTPSeeOther(where)
    view = await request.app[FOLLOWER].view()
    unknown = view.is_away and view.seen is None
    status = HTTPStatus.SERVICE_UNAVAILABLE if unknown else HTTPStatus.OK
    seen = view.seen
    language = _language(request)
    return _page(
        request,
        "overview.html",
        status=status,
        seen=seen,
        is_away=view.is_away,
        is_deployed=view.is_deployed,
        as_of=dates.unix_moment(language, seen.block.timestamp) if seen else "",
        ladder=verify_badges.WORDS[language],
    )


async def holder(request: web.Request) -> web.Response:
    """Every badge of one address, with what the chain says about each at this moment."""
    address = request.match_info["holder"].lower()
    if not abi.is_address(address):
        return _page(request, "nobody.html", status=HTTPStatus.BAD_REQUEST, why="malformed")
    known = await known_of(request, address)
    if not known.held and not known.view.is_away:
        return _page(request, "nobody.html", status=HTTPStatus.NOT_FOUND, why="unknown")
    language = _language(request)
    asked = await asked_of(request.app[LOOKUPS], known, address, known.held)
    cards = [card(one, known, asked, language) for one in known.held]
    proven = [one for one in cards if one.standing in PROVEN]
    return _page(
        request,
        "holder.html",
        status=HTTPStatus.SERVICE_UNAVAILABLE if known.view.is_away else HTTPStatus.OK,
        cards=cards,
        proven=len(proven),
        sum=_sum(proven, language, is_away=known.view.is_away),
        **_around(request, known, address),
    )


async def badge(request: web.Request) -> web.Response:
    """One badge of one address, large, and everything needed for checking it."""
    address, badge_id = request.match_info["holder"].lower(), int(request.match_info["id"])
    if not abi.is_address(address):
        return _page(request, "nobody.html", status=HTTPStatus.BAD_REQUEST, why="malformed")
    known = await known_of(request, address)
    held = [one for one in known.held if one.badge_id == badge_id]
    if not held:
        if known.view.is_away:
            return _page(
                request,
                "nobody.html",
                status=HTTPStatus.SERVICE_UNAVAILABLE,
                why="away",
            )
        return _page(request, "nobody.html", status=HTTPStatus.NOT_FOUND, why="unknown")
    language = _language(request)
    asked = await asked_of(request.app[LOOKUPS], known, address, held)
    return _page(
        request,
        "badge.html",
        status=HTTPStatus.SERVICE_UNAVAILABLE if known.view.is_away else HTTPStatus.OK,
        card=card(held[0], known, asked, language),
        question=contract.balances([(address, badge_id)]).hex(),
        meta=f"/badges/meta/{id_text(badge_id)}.{language}.json",
        **_around(request, known, address),
    )


def _sum(proven: Sequence[Card], language: str, *, is_away: bool) -> str:
    """One plain sentence: what all of this proves."""
    if is_away:
        return translate(language, "proof-lead")
    if not proven:
        return translate(language, "proof-holder-waiting")
    days = len({one.iso_day for one in proven if one.is_visit_day})
    return translate(language, "proof-holder-proves", badges=len(proven), days=days)


def _around(request: web.Request, known: Known, address: str) -> dict[str, object]:
    """What the pages about a holder have in common."""
    seen = known.view.seen
    language = _language(request)
    return {
        "address": address,
        "link": f"{request.app[SETTINGS].public_url}/proof/{address}",
        "steps": STEPS,
        "seen": seen,
        "wallet": known.wallet,
        "is_away": known.view.is_away,
        "as_of": dates.unix_moment(language, seen.block.timestamp) if seen else "",
    }


def _language(request: web.Request) -> str:
    return pick_language(request.headers.get("Accept-Language"), request.query.get("lang"))


def _spoken(request: web.Request) -> str:
    """The part of a link that keeps a language chosen by hand."""
    wanted = request.query.get("lang")
    return f"?lang={wanted}" if wanted in LANGUAGES else ""


def _page(
    request: web.Request, template: str, *, status: HTTPStatus, **values: object
) -> web.Response:
    language = _language(request)

    def say(key: str, **facts: str | int) -> str:
        return translate(language, f"proof-{key}", **facts)

    response = aiohttp_jinja2.render_template(
        template,
        request,
        {
            "say": say,
            "language": language,
            "languages": LANGUAGES,
            "names": OWN_NAMES,
            "spoken": _spoken(request),
            "public_url": request.app[SETTINGS].public_url,
            "here": request.app[SETTINGS].public_url + request.path,
            **values,
        },
        app_key=TEMPLATES,
        status=status,
    )
    response.headers["Content-Language"] = language
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Accept-Language"
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response
