"""Serves one application until a signal asks to stop; every process of the town does so."""

import asyncio
import errno
from collections.abc import Sequence
from typing import Protocol

from aiohttp import web
from aiohttp.abc import AbstractAccessLogger
from aiohttp.log import access_logger
from aiohttp.web_log import AccessLogger

from world_server.tasks import FAILURES

SHUTDOWN_SECONDS = 3
"""Connections are told to close before this; waiting longer would outlast Docker's patience."""

BACKLOG = 4096
"""Connections the kernel holds for us in a storm; beyond them it drops, and each drop is a second
of somebody's life. The system's own limit (net.core.somaxconn) may be lower."""

NOT_OURS = (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL)


class Listening(Protocol):
    """The settings that say where a process listens."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...


class PortTaken(Exception):
    """The address cannot be listened at: something else is there, or it is not allowed."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"{host}:{port} cannot be listened at")
        self.host = host
        self.port = port


class TaskDied(Exception):
    """A part of the process stopped working, so the process stopped; the log says why."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


def serve(
    app: web.Application,
    settings: Listening,
    *,
    access_log: type[AbstractAccessLogger] | None = None,
    loop: asyncio.AbstractEventLoop | None = None,
) -> None:
    """Serve until a signal asks to stop; raise PortTaken, or TaskDied when a part of it died.

    Without an `access_log` answers are not logged.
    """
    try:
        web.run_app(
            app,
            host=settings.host,
            port=settings.port,
            shutdown_timeout=SHUTDOWN_SECONDS,
            backlog=BACKLOG,
            access_log_class=access_log or AccessLogger,
            access_log=access_logger if access_log else None,
            print=None,
            loop=loop,
        )
    except OSError as problem:
        if problem.errno in NOT_OURS:
            raise PortTaken(settings.host, settings.port) from problem
        raise
    died = app.get(FAILURES)
    if died:
        raise TaskDied(died)
