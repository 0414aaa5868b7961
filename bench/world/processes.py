"""Cores and processes: where a program runs, and that none of ours is left."""

import asyncio
import os
import random
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

from kashima import facts
from kashima.leash import leashed
from kashima.parts import LOOPBACK

STOP_SECONDS = 8.0
START_SECONDS = 30.0
LOOK_SECONDS = 0.05
FAVOURED = -10
PORTS = range(20_000, 30_000)
LAST_BYTES = 600


class DidNotStart(Exception):
    """A program ended before it was ready; the message is the last it said."""


@contextmanager
def on_core(core: int | None) -> Iterator[None]:
    """Whatever is started within this block runs on that core only; None: on any."""
    before = os.sched_getaffinity(0)
    if core is not None:
        os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def favoured(process: int) -> None:
    """Let it go before the machine's other work, where that is allowed; all that is measured is.

    Linux may weigh whole sessions before it weighs processes, so both are told.
    """
    with suppress(PermissionError, ProcessLookupError):
        os.setpriority(os.PRIO_PROCESS, process, FAVOURED)
    with suppress(OSError):
        Path(f"/proc/{process}/autogroup").write_text(str(FAVOURED))


@asynccontextmanager
async def running(
    command: Sequence[str],
    *,
    core: int | None,
    log: Path,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> AsyncIterator[subprocess.Popen[bytes]]:
    """A program on one core (None: any), on a leash; at the end asked to stop, then made to."""
    with log.open("wb") as said, on_core(core):
        process = subprocess.Popen(  # noqa: ASYNC220  nothing else is going on
            leashed(command),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
    favoured(process.pid)
    try:
        yield process
    finally:
        process.terminate()
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                while process.poll() is None:  # noqa: ASYNC110  its end is no event of the loop
                    await asyncio.sleep(LOOK_SECONDS)
        with suppress(ProcessLookupError):  # a child of it may be left, it itself may be
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    """A port below those the kernel gives to outgoing connections, of which there are thousands."""
    return next(
        port
        for port in random.SystemRandom().sample(PORTS, len(PORTS))
        if not facts.port(port, setting="", host=LOOPBACK).is_taken
    )


def last_words(log: Path) -> str:
    """The end of what a program said."""
    return log.read_bytes()[-LAST_BYTES:].decode(errors="replace")


async def said(log: Path, word: str, *, process: subprocess.Popen[bytes]) -> None:
    """Return when the program has said the word; raise DidNotStart."""
    try:
        async with asyncio.timeout(START_SECONDS):
            while word not in last_words(log):
                if process.poll() is not None:
                    raise DidNotStart(last_words(log))
                await asyncio.sleep(LOOK_SECONDS)
    except TimeoutError:
        raise DidNotStart(last_words(log)) from None
