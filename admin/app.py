"""Composition of the admin process: what it opens, in which order, and what it serves."""

from collections.abc import AsyncIterator

from aiohttp import web

from admin.keys import CLOCK, DATABASE, SETTINGS
from admin.settings import AdminSettings
from world_server.store.clock import Clock
from world_server.store.database import Database

SHUTDOWN_SECONDS = 3
LARGEST_FORM = 64 * 1024


def build_app(settings: AdminSettings, *, clock: Clock | None = None) -> web.Application:
    """The staff pages as an application; `clock` is given by tests that travel in time."""
    app = web.Application(client_max_size=LARGEST_FORM)
    app[SETTINGS] = settings
    app[CLOCK] = clock or settings.clock
    app.cleanup_ctx.append(_with_database)
    return app


def run(settings: AdminSettings) -> None:
    """Serve the staff pages until a signal asks to stop."""
    web.run_app(
        build_app(settings),
        host=settings.host,
        port=settings.port,
        shutdown_timeout=SHUTDOWN_SECONDS,
        print=None,
    )


async def _with_database(app: web.Application) -> AsyncIterator[None]:
    app[DATABASE] = Database(app[SETTINGS].database_url.get_secret_value())
    yield
    await app[DATABASE].close()
