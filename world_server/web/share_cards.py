"""What a link shows where it is shared: title, a sentence and a picture, in the page itself.

Programs that make previews run no scripts, so the client's one page is served with these in its
head: of the town, of an event, or of a place. A person's browser replaces them as it goes on.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from pathlib import Path

from aiohttp import web
from aiohttp.helpers import ETag

from world_server import dates
from world_server.errors import NotFound, TooMany, Unavailable
from world_server.i18n import LANGUAGES, pick_language, translate
from world_server.keys import DATABASE, SETTINGS, TOWN
from world_server.sim.town import Place
from world_server.store import events
from world_server.store.tables.event import Event, EventState
from world_server.web.limits import ADDRESS_READS, limit_address

MARKED = re.compile(r"<!--card-->.*?<!--/card-->", re.DOTALL)
"""The part of the client's page that is written anew."""

PAGE_LANGUAGE = re.compile(r'<html lang="[^"]*">')
PICTURE_SIZE = (1200, 630)
"""Pixels, in the shape that previews are cut to (1.91 to 1)."""

FOLDER = "cards/"
OF_THE_TOWN = "town"

OPEN_GRAPH_LOCALES = {
    "ja": "ja_JP",
    "en": "en_GB",
    "th": "th_TH",
    "ko": "ko_KR",
    "zh-TW": "zh_TW",
}


@dataclass(frozen=True)
class Card:
    """One preview; `path` is the address it is of, `picture` the path of its picture."""

    language: str
    path: str
    title: str
    about: str
    picture: str | None


def with_card(page: str, card: Card, *, public_url: str) -> str:
    """The page with this card in its head; unchanged when it has no room for one."""
    head = _head(card, public_url=public_url)
    shown = MARKED.sub(lambda _: head, page, count=1)
    return PAGE_LANGUAGE.sub(f'<html lang="{card.language}">', shown, count=1)


def _head(card: Card, *, public_url: str) -> str:
    """Open Graph (ogp.me) and Twitter's own tags; addresses are whole, as both demand."""
    graph = {
        "og:type": "website",
        "og:site_name": translate(card.language, "card-town"),
        "og:title": card.title,
        "og:description": card.about,
        "og:url": public_url + card.path,
        "og:locale": OPEN_GRAPH_LOCALES[card.language],
    }
    lines = [
        f"<title>{escape(card.title)}</title>",
        _meta("name", "description", card.about),
        *(_meta("property", name, text) for name, text in graph.items()),
        *(
            _meta("property", "og:locale:alternate", locale)
            for language, locale in OPEN_GRAPH_LOCALES.items()
            if language != card.language
        ),
    ]
    if card.picture is not None:
        width, height = PICTURE_SIZE
        lines += [
            _meta("property", "og:image", public_url + card.picture),
            _meta("property", "og:image:width", str(width)),
            _meta("property", "og:image:height", str(height)),
            _meta("property", "og:image:alt", translate(card.language, "card-picture")),
            _meta("name", "twitter:card", "summary_large_image"),
        ]
    return "\n    ".join(lines)


def _meta(kind: str, name: str, text: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(text)}">'


def town_card(language: str, pictures: Mapping[str, str]) -> Card:
    """The card of the town itself."""
    return Card(
        language=language,
        path="/",
        title=translate(language, "card-town"),
        about=translate(language, "card-town-about"),
        picture=pictures.get(OF_THE_TOWN),
    )


def place_card(place: Place, language: str, pictures: Mapping[str, str]) -> Card:
    """The card of a place."""
    name = _in(place.names, language)
    return Card(
        language=language,
        path=f"/p/{place.id}",
        title=translate(language, "card-of", name=name, town=translate(language, "card-town")),
        about=_in(place.about, language),
        picture=pictures.get(place.id, pictures.get(OF_THE_TOWN)),
    )


def event_card(
    event: Event, place: Place | None, language: str, pictures: Mapping[str, str]
) -> Card:
    """The card of an event: its name as staff wrote it, when, where, and what became of it."""
    facts = {
        "when": dates.span(language, event.starts_at, event.ends_at),
        # A town may lose a place that an old event was at.
        "place": translate(language, "card-town") if place is None else _in(place.names, language),
    }
    become = event.state if event.state in (EventState.ENDED, EventState.CANCELLED) else "coming"
    return Card(
        language=language,
        path=f"/e/{event.slug}",
        title=translate(
            language, "card-of", name=event.title, town=translate(language, "card-town")
        ),
        about=translate(language, f"card-event-{become}", **facts),
        picture=pictures.get(event.place, pictures.get(OF_THE_TOWN)),
    )


def _in(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or names.get(LANGUAGES[0], "")


def pictures_among(names: Iterable[str]) -> dict[str, str]:
    """Of the client's files, the pictures for cards: the path of each by place, or `town`."""
    return {Path(name).stem: f"/{name}" for name in sorted(names) if name.startswith(FOLDER)}


@dataclass(frozen=True)
class SharedPage:
    """The client's page, served with the card of whatever its address is of."""

    page: str
    pictures: Mapping[str, str]

    async def of_town(self, request: web.Request) -> web.StreamResponse:
        """The first page."""
        return self._serve(request, town_card(_language(request), self.pictures))

    async def of_place(self, request: web.Request) -> web.StreamResponse:
        """A place's own address; raise NotFound for a place the town does not have."""
        place = request.app[TOWN].place(request.match_info["place"])
        if place is None:
            raise NotFound("place")
        return self._serve(request, place_card(place, _language(request), self.pictures))

    async def of_event(self, request: web.Request) -> web.StreamResponse:
        """An event's own address. The page comes whatever happens: it says itself what is wrong."""
        language = _language(request)
        try:
            await limit_address(request, ADDRESS_READS)
            async with request.app[DATABASE].reading() as session:
                event = await events.by_slug(session, request.match_info["slug"])
        except (NotFound, TooMany, Unavailable):
            return self._serve(request, town_card(language, self.pictures))
        place = request.app[TOWN].place(event.place)
        return self._serve(request, event_card(event, place, language, self.pictures))

    def _serve(self, request: web.Request, card: Card) -> web.StreamResponse:
        public_url = request.app[SETTINGS].public_url.rstrip("/")
        text = with_card(self.page, card, public_url=public_url)
        answer = web.Response(
            text=text,
            content_type="text/html",
            headers={
                "Cache-Control": "no-cache",
                "Content-Language": card.language,
                "Vary": "Accept-Language",
            },
        )
        answer.etag = ETag(value=_digest(text))
        if request.if_none_match and answer.etag in request.if_none_match:
            return web.Response(status=HTTPStatus.NOT_MODIFIED, headers=answer.headers)
        return answer


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _language(request: web.Request) -> str:
    return pick_language(request.headers.get("Accept-Language"), request.query.get("lang"))
