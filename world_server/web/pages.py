"""The few plain pages the server writes itself: a refusal, the privacy note, accessibility."""

import re
from functools import cache
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from world_server.i18n import LANGUAGES, pick_language, translate
from world_server.keys import SETTINGS
from world_server.web.accessibility import LEVELS, NARROW, TESTED, TESTED_ON, TEXT_PERCENT

TEMPLATES = Path(__file__).parent / "templates"
STYLE = TEMPLATES / "pages.css"
OWN_NAMES = {"ja": "日本語", "en": "English", "th": "ไทย", "ko": "한국어", "zh-TW": "繁體中文"}

PRIVACY = ("kept", "not-kept", "cookie", "live", "chain", "wallet", "erase", "staff")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def refusal_page(*, language: str, message: str, status: int) -> web.Response:
    """A refusal for a person, with the way back to the town."""
    return _page("refusal.html", language=language, status=status, message=message)


async def privacy(request: web.Request) -> web.Response:
    """What is kept about a visitor, and how to see and erase it."""
    return _text(request, "privacy", PRIVACY)


async def accessibility(request: web.Request) -> web.Response:
    """What the town aims at, what was tested, what is not good enough yet, and whom to tell."""
    contact = request.app[SETTINGS].accessibility_contact
    return _page(
        "statement.html",
        language=_language(request),
        status=200,
        rules=", ".join(LEVELS),
        width=NARROW,
        percent=TEXT_PERCENT,
        tested={part: len(states) for part, states in TESTED.items()},
        tested_on=TESTED_ON.isoformat(),
        contact=contact,
        contact_link=_link_to(contact),
    )


async def style(_request: web.Request) -> web.FileResponse:
    """The style sheet of these pages."""
    return web.FileResponse(
        STYLE, headers={"Content-Type": "text/css; charset=utf-8", "Cache-Control": "no-cache"}
    )


def _text(request: web.Request, page: str, parts: tuple[str, ...]) -> web.Response:
    return _page("text.html", language=_language(request), status=200, page=page, parts=parts)


def _language(request: web.Request) -> str:
    return pick_language(request.headers.get("Accept-Language"), request.query.get("lang"))


def _link_to(contact: str) -> str | None:
    """Where a contact leads: a page, a new e-mail, or a telephone call."""
    if contact.startswith("https://"):
        return contact
    if re.fullmatch(r"[^\s@]+@[^\s@]+", contact):
        return f"mailto:{contact}"
    digits = re.sub(r"[\s()-]", "", contact)
    return f"tel:{digits}" if re.fullmatch(r"\+?\d{6,15}", digits) else None


def _page(template: str, *, language: str, status: int, **values: object) -> web.Response:
    def say(key: str, **facts: str | int) -> str:
        return translate(language, f"pages-{key}", **facts)

    text = (
        _environment()
        .get_template(template)
        .render(
            say=say,
            language=language,
            languages=LANGUAGES,
            names=OWN_NAMES,
            **values,
        )
    )
    return web.Response(
        text=text,
        status=status,
        content_type="text/html",
        headers={
            "Content-Language": language,
            "Cache-Control": "no-store",
            "Vary": "Accept-Language",
        },
    )
