"""The pages a person reads: what badges prove, and the badges of one holder."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import aiohttp_jinja2
from aiohttp import web

from nft_badges import contract
from nft_badges.metadata import facts_of
from nft_badges.proof.fold import Source
from nft_badges.proof.follower import View
from nft_badges.proof.holders import known_of
from nft_badges.proof.keys import FOLLOWER, LOOKUPS, SETTINGS, TEMPLATES
from nft_badges.proof.places import place_name
from nft_badges.proof.standing import Held, Reach, of_holder
from nft_badges.proof.wording import said_day, said_moment
from world_server.i18n import LANGUAGES, pick_language, translate

OWN_NAMES = {"ja": "日本語", "en": "English", "th": "ไทย", "ko": "한국어", "zh-TW": "繁體中文"}
RETRY_SECONDS = 5

STEPS = ("preparing", "issued", "final")


async def overview(request: web.Request) -> web.Response:
    """What badges prove, what they add up to, and how to count them oneself."""
    wanted = request.query.get("holder")
    if wanted is not None:
        address = "".join(wanted.split()).lower()
        if not contract.is_address(address):
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
        as_of=said_moment(language, seen.block.timestamp) if seen else "",
    )


async def holder(request: web.Request) -> web.Response:
    """Every badge of one address, with what the chain says about each at this moment."""
    address = request.match_info["holder"].lower()
    if not contract.is_address(address):
        return _page(request, "nobody.html", status=HTTPStatus.BAD_REQUEST, why="malformed")
    known = await known_of(request, address)
    view = known.view
    held = of_holder(known.sources, known.promised, reach=_reach(view))
    if not held and not view.is_away:
        return _page(request, "nobody.html", status=HTTPStatus.NOT_FOUND, why="unknown")
    asked = await _asked(request, view, address, held)
    language = _language(request)
    facts = {badge_id: facts_of(badge) for badge_id, badge in known.badges.items()}
    return _page(
        request,
        "holder.html",
        status=HTTPStatus.SERVICE_UNAVAILABLE if view.is_away else HTTPStatus.OK,
        address=address,
        link=f"{request.app[SETTINGS].public_url}/proof/{address}",
        cards=[_card(one, facts.get(one.badge_id), asked, language) for one in held],
        days=len({facts[one.badge_id].occurred_on for one in held if one.badge_id in facts}),
        steps=STEPS,
        seen=view.seen,
        is_away=view.is_away,
        as_of=said_moment(language, view.seen.block.timestamp) if view.seen else "",
    )


def _reach(view: View) -> Reach:
    if view.seen is None:
        return Reach(read_to=-1, final_to=-1, is_away=view.is_away)
    return Reach(read_to=view.seen.block.number, final_to=view.seen.final_to, is_away=view.is_away)


class _Asked:
    """What the chain answered about one holder just now."""

    def __init__(self, balances: Mapping[int, bool], times: Mapping[str, int]) -> None:
        self.balances = balances
        self.times = times


async def _asked(request: web.Request, view: View, address: str, held: list[Held]) -> _Asked:
    if view.seen is None or view.is_away:
        return _Asked({}, {})
    sources = [one.source for one in held if one.source is not None]
    ids = [one.badge_id for one in held if one.source is not None]
    lookups = request.app[LOOKUPS]
    balances = await lookups.balances(view.seen.deployment.contract, address, ids) if ids else {}
    return _Asked(balances or {}, await lookups.times(sources))


def _card(one: Held, facts: Any, asked: _Asked, language: str) -> dict[str, Any]:  # noqa: ANN401
    return {
        "id": one.badge_id,
        "title": facts.title if facts else translate(language, "proof-badge-unknown"),
        "place": place_name(facts.place, language) if facts else "",
        "day": said_day(language, facts.occurred_on) if facts else "",
        "iso_day": facts.occurred_on.isoformat() if facts else "",
        "has_art": facts is not None,
        "standing": one.standing.value,
        "source": one.source,
        "time": _time(one.source, asked, language),
        "balance": asked.balances.get(one.badge_id),
    }


def _time(source: Source | None, asked: _Asked, language: str) -> str:
    second = asked.times.get(source.block_hash) if source else None
    return said_moment(language, second) if second is not None else ""


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
