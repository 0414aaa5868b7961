"""Work that goes on beside the answering: named, owned, and fatal to the process when it dies."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

from aiohttp import web

log = logging.getLogger(__name__)


class Failures(list[str]):
    """Names of the tasks that died; a process that has one ends with an error."""


FAILURES = web.AppKey("failures", Failures)


@asynccontextmanager
async def running(
    app: web.Application, name: str, work: Coroutine[Any, Any, object]
) -> AsyncIterator[None]:
    """Do `work` until the block ends; should it end before, stop the whole process.

    A town whose beat has died looks open and is not: a supervisor's restart repairs it in
    seconds, and visitors come back to where they stood.
    """
    loop = asyncio.get_running_loop()
    task = loop.create_task(work, name=name)

    def ended(done: asyncio.Task[object]) -> None:
        if done.cancelled():
            return
        log.critical("a task died, stopping", extra={"task": name}, exc_info=done.exception())
        app[FAILURES].append(name)
        loop.call_soon(_stop)

    task.add_done_callback(ended)
    try:
        yield
    finally:
        task.remove_done_callback(ended)
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task


def _stop() -> None:
    """What a signal does: `run_app` leaves its loop and cleans up in order."""
    raise web.GracefulExit
