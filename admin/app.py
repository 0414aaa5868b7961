"""Composition of the admin process: what it opens, in which order, and what it serves."""

import logging
import warnings
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp_session
from aiohttp import web
from aiohttp.abc import AbstractAccessLogger

from admin import pages
from admin.guard import Guarded
from admin.headers import STATIC_PATH, add_headers
from admin.keys import CLOCK, DATABASE, PASSWORDS, PLACES, REDIS, SETTINGS
from admin.minter_news import with_asking
from admin.passwords import Passwords
from admin.places import Places
from admin.refusals import explain, route_name
from admin.routes import ROUTES
from admin.sessions import SESSIONS, StaffSessions
from admin.settings import AdminSettings
from world_server import logs
from world_server.errors import Unavailable
from world_server.i18n import words
from world_server.presence.connection import connect, is_answering
from world_server.serving import serve
from world_server.store import staff
from world_server.store.clock import Clock
from world_server.store.database import Database

log = logging.getLogger(__name__)

LARGEST_FORM = 64 * 1024
STATIC = Path(__file__).parent / "static"


def build_app(settings: AdminSettings, *, clock: Clock | None = None) -> web.Application:
    """The staff pages as an application; `clock` is given by tests that travel in time."""
    redis = connect(settings.redis_url.get_secret_value())
    app = web.Application(client_max_size=LARGEST_FORM, middlewares=[explain])
    app[SETTINGS] = settings
    app[CLOCK] = clock or settings.clock
    app[REDIS] = redis
    app[SESSIONS] = StaffSessions(redis, settings)
    app[PASSWORDS] = Passwords()
    app[PLACES] = Places.read(settings.town_dir)
    words()  # a translation file that cannot be read stops the start, not the first page
    add_headers(app, settings)
    pages.set_up(app)
    # The library keeps its own things under plain names, which aiohttp warns of.
    warnings.filterwarnings(
        "ignore", category=web.NotAppKeyWarning, module=r"aiohttp_session|aiohttp_jinja2"
    )
    aiohttp_session.setup(app, app[SESSIONS])
    Guarded(app, ROUTES)
    app.router.add_get("/", _to_staff)
    app.router.add_get("/healthz", _health)
    app.router.add_static(STATIC_PATH, STATIC)
    app.cleanup_ctx.extend([_with_redis, _with_database, with_asking])
    return app


def run(settings: AdminSettings) -> None:
    """Serve the staff pages until a signal asks to stop; raise PortTaken."""
    logs.configure(level=settings.log_level, hidden=logs.secrets_in(settings))
    serve(build_app(settings), settings, access_log=AccessLog)


class AccessLog(AbstractAccessLogger):
    """One DEBUG line an answer, by the route's pattern: an invitation's token is a key."""

    @property
    def enabled(self) -> bool:
        """False unless somebody is looking for a fault."""
        return log.isEnabledFor(logging.DEBUG)

    def log(self, request: web.BaseRequest, response: web.StreamResponse, time: float) -> None:
        """Write the line."""
        log.debug(
            "answered",
            extra={
                "method": request.method,
                "route": route_name(request),
                "status": response.status,
                "ms": round(time * 1000),
            },
        )


async def _with_redis(app: web.Application) -> AsyncIterator[None]:
    yield
    await app[REDIS].aclose()


async def _with_database(app: web.Application) -> AsyncIterator[None]:
    app[DATABASE] = Database(app[SETTINGS].database_url.get_secret_value())
    yield
    await app[DATABASE].close()


async def _to_staff(request: web.Request) -> web.Response:
    del request
    return pages.go("/staff")


async def _health(request: web.Request) -> web.Response:
    """Plain facts for whoever watches the process."""
    redis = await is_answering(request.app[REDIS])
    try:
        async with request.app[DATABASE].reading() as store:
            await staff.has_owner(store)
    except Unavailable:
        database = False
    else:
        database = True
    status = 200 if redis and database else 503
    return web.json_response({"database": database, "redis": redis}, status=status)
