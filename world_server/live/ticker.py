"""A loop that keeps time: late beats are left out, never made up for in a burst."""

import asyncio
from collections.abc import Awaitable, Callable

Seconds = Callable[[], float]


async def keep_beating(
    beat: Callable[[float], None],
    *,
    period: float,
    now: Seconds,
    skipped: Callable[[int], None],
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Call `beat(now())` every `period` seconds for ever; tell `skipped` how many were left out."""
    due = now()
    while True:
        beat(now())
        due += period
        late = int(max(0.0, now() - due) / period)
        if late:
            due += late * period
            skipped(late)
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
