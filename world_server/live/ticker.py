"""A loop that keeps time: late beats are left out, never made up for in a burst."""

import asyncio
from collections.abc import Awaitable, Callable

Seconds = Callable[[], float]


def _nothing(_seconds: float) -> None:
    """For a loop whose lateness nobody reads."""


async def keep_beating(
    beat: Callable[[float], None],
    *,
    period: float,
    now: Seconds,
    skipped: Callable[[int], None],
    late: Callable[[float], None] = _nothing,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Call `beat(now())` every `period` seconds for ever.

    `skipped` is told how many were left out, `late` by how many seconds each beat began after its
    time: that is how long the event loop kept everybody waiting.
    """
    due = now()
    while True:
        began = now()
        late(max(0.0, began - due))
        beat(began)
        due += period
        missed = int(max(0.0, now() - due) / period)
        if missed:
            due += missed * period
            skipped(missed)
        await sleep(max(0.0, due - now()))


async def keep_doing(
    work: Callable[[], Awaitable[object]],
    *,
    period: float,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Do `work` for ever, with `period` seconds of rest in between."""
    while True:
        await work()
        await sleep(period)
