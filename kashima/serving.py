"""Serves an application until a signal asks it to stop: how world, admin and minter run."""

import sys
from typing import Protocol

from aiohttp import web

from world_server import logs

SHUTDOWN_SECONDS = 3.0
"""aiohttp's own default of 60 s would outlast the supervisor's and Docker's patience."""


class Listening(Protocol):
    """What is needed of any process's settings."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def log_level(self) -> str: ...


def serve(app: web.Application, settings: Listening) -> int:
    """Listen, serve, stop on SIGTERM or SIGINT; 0 is the exit code of a process asked to stop."""
    logs.configure(level=settings.log_level, hidden=logs.secrets_in(settings))
    loop = None
    if sys.platform != "win32":
        import uvloop

        loop = uvloop.new_event_loop()
    web.run_app(
        app,
        host=settings.host,
        port=settings.port,
        shutdown_timeout=SHUTDOWN_SECONDS,
        access_log=None,  # it would keep visitors' addresses
        print=None,
        loop=loop,
    )
    return 0
