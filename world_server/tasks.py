"""Work that goes on beside the answering: named, owned, and fatal to the process when it dies."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

log = logging.getLogger(__name__)

AGAIN_SECONDS = 1.0
"""Sooner, a second cancellation could meet a task that is still tidying up after the first."""


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
        await _end(task)


async def _end(task: asyncio.Task[object]) -> None:
    # Asked more than once: before Python 3.12 `asyncio.wait_for`, which redis and others use,
    # may swallow a cancellation that comes in the very moment its own work is done.
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=AGAIN_SECONDS)
    if not task.cancelled() and task.exception() is not None:
        log.error(
            "a task did not end well", extra={"task": task.get_name()}, exc_info=task.exception()
        )


def _stop() -> None:
    """What a signal does: `run_app` leaves its loop and cleans up in order."""
    raise web.GracefulExit
