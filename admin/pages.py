"""Renders pages: the template, the person's language, what they may do, words kept for them."""

from datetime import datetime
from pathlib import Path

import aiohttp_jinja2
import jinja2
from aiohttp import web
from aiohttp_session import get_session

from admin import permissions, sessions
from admin.keys import CLOCK, LANGUAGE, MEMBER, PLACES, SETTINGS
from world_server import dates
from world_server.i18n import FIRST_LANGUAGE, LANGUAGES, Value, translate
from world_server.store.clock import JST

FOLDER = Path(__file__).parent
LANGUAGE_NAMES = dict(
    zip(LANGUAGES, ("日本語", "English", "ภาษาไทย", "한국어", "繁體中文"), strict=True)
)


def set_up(app: web.Application) -> None:
    """Give the application its templates; every value is escaped, every missing one an error."""
    environment = aiohttp_jinja2.setup(
        app,
        loader=jinja2.FileSystemLoader(FOLDER / "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        default_helpers=False,
    )
    environment.globals["language_names"] = LANGUAGE_NAMES
    environment.globals["Act"] = permissions.Act


async def render(
    request: web.Request, template: str, *, status: int = 200, **context: object
) -> web.Response:
    """The page of a person who has a session."""
    session = await get_session(request)
    member = request[MEMBER]
    role = member.role if member else None
    context = {
        "here": request.rel_url.raw_path_qs,
        **context,
        "member": member,
        "may": lambda need: permissions.may(role, need),
        "token": sessions.form_token(session),
        "kept_words": sessions.take_words(session),
        "now": request.app[CLOCK](),
        "settings": request.app[SETTINGS],
        "place_name": lambda place: request.app[PLACES].name(place, language_of(request)),
    }
    return _respond(request, template, status=status, **context)


def render_refusal(request: web.Request, *, status: int, sentence: str) -> web.Response:
    """A page that says why not; needs neither session nor database."""
    return _respond(request, "refusal.html", status=status, sentence=sentence)


def go(path: str) -> web.Response:
    """Send the person on to a page of ours, after a form or to sign in."""
    return web.Response(status=303, headers={"Location": path})


def language_of(request: web.Request) -> str:
    """The language of the person behind the request; Japanese until they choose."""
    return request.get(LANGUAGE) or FIRST_LANGUAGE


def say(request: web.Request, key: str, **values: Value) -> str:
    """The sentence `key` in the person's language."""
    return translate(language_of(request), key, **values)


def clock_time(moment: datetime) -> str:
    """Time of day in Kashima, with seconds."""
    return f"{moment.astimezone(JST):%H:%M:%S}"


def clock_stamp(moment: datetime) -> str:
    """Date and time in Kashima as spreadsheets read them."""
    return f"{moment.astimezone(JST):%Y-%m-%d %H:%M}"


def wants_json(request: web.Request) -> bool:
    """Whether a script asks, which a page would not help."""
    return "application/json" in request.headers.get("Accept", "")


def _respond(
    request: web.Request, template: str, *, status: int, **context: object
) -> web.Response:
    language = language_of(request)
    context |= {
        "language": language,
        "t": lambda key, **values: translate(language, key, **values),
        "clock_time": clock_time,
        "when": lambda moment: dates.when(language, moment),
        "span": lambda start, end: dates.span(language, start, end),
        "on": lambda day: dates.day_of_week(language, day),
    }
    return aiohttp_jinja2.render_template(template, request, context, status=status)
