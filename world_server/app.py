"""The composition root of a world process: what it opens, in which order, and what it serves."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence

from aiohttp import web

from world_server import logs
from world_server.collector import tame
from world_server.doors import Doors
from world_server.i18n import words
from world_server.keys import CLOCK, DATABASE, DOORS, METRICS, REDIS, SETTINGS, TOWN
from world_server.live.mount import Callers, add_live
from world_server.metrics import Metrics
from world_server.presence.connection import connect
from world_server.serving import serve
from world_server.settings import WorldSettings
from world_server.store.clock import Clock
from world_server.store.database import Database
from world_server.tasks import FAILURES, Failures
from world_server.town_folder import read_town
from world_server.web.answers import LARGEST_BODY
from world_server.web.limits import caller_key
from world_server.web.observed import AccessLog
from world_server.web.origin import is_foreign_request
from world_server.web.routes import MIDDLEWARES, add_web

log = logging.getLogger(__name__)

Extension = Callable[[web.Application], None]


def build_app(
    settings: WorldSettings, extensions: Sequence[Extension] = (), *, clock: Clock | None = None
) -> web.Application:
    """The world as an application; `clock` is given by tests that travel in time.

    `extensions` add pages of other packages, which may use everything the world has opened.
    """
    app = web.Application(middlewares=MIDDLEWARES, client_max_size=LARGEST_BODY)
    app[SETTINGS] = settings
    app[CLOCK] = clock or settings.clock
    app[TOWN] = read_town(settings.town_dir)
    app[METRICS] = Metrics()
    app[FAILURES] = Failures()
    words()  # a translation file that cannot be read stops the start, not the first visitor
    app.cleanup_ctx.extend([_with_database, _with_redis])
    add_web(app, settings)
    add_live(app, settings, Callers(address_of=caller_key, is_foreign=is_foreign_request))
    for extend in extensions:
        extend(app)
    return app


def run(settings: WorldSettings, extensions: Sequence[Extension] = ()) -> None:
    """Serve until a signal asks to stop; raise PortTaken, or TaskDied when a part of it died."""
    logs.configure(level=settings.log_level, hidden=logs.secrets_in(settings))
    app = build_app(settings, extensions)
    app.on_startup.append(tame)
    serve(app, settings, access_log=AccessLog, loop=_fast_loop())


def _fast_loop() -> asyncio.AbstractEventLoop | None:
    """Uvloop's loop where it exists (not on Windows), else None for Python's own."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop()


async def _with_database(app: web.Application) -> AsyncIterator[None]:
    app[DATABASE] = Database(app[SETTINGS].database_url.get_secret_value())
    app[DOORS] = Doors(app[DATABASE], app[CLOCK])
    yield
    await app[DATABASE].close()


async def _with_redis(app: web.Application) -> AsyncIterator[None]:
    app[REDIS] = connect(app[SETTINGS].redis_url.get_secret_value())
    yield
    await app[REDIS].aclose()
