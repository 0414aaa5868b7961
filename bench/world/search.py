"""How many a server holds: looked for by halving."""

from collections.abc import Awaitable, Callable

from bench.world.verdict import Point

CLOSE = 0.8
"""Of the updates: what served less than this would not have held on a quiet machine either."""

LEAST_GUESS, MOST_GUESS = 0.5, 0.9
"""Of a count that failed, what is tried next."""


async def search(
    measure: Callable[[int], Awaitable[Point]], *, start: int, points: int, precision: float = 0.1
) -> tuple[Point | None, Point | None]:
    """The largest count found that holds, and the smallest that does not.

    A point that nearly holds on a noisy machine is measured once more.
    """
    best: Point | None = None
    worst: Point | None = None
    count = start
    for _ in range(points):
        point = await measure(count)
        if not point.holds and point.is_noisy and point.window.updates > CLOSE:
            point = await measure(count)
        if point.holds:
            best = point
        else:
            worst = point
        low = 0 if best is None else best.count
        if worst is None:
            count = _rounded(low * 1.25)
        elif best is None:
            count = _rounded(worst.count * _served(worst))
        else:
            count = _rounded((low + worst.count) / 2)
        if (best and worst and worst.count - low <= precision * low) or count in (
            low,
            worst and worst.count,
        ):
            break
    return best, worst


def _served(point: Point) -> float:
    """A guess at which part of so many would have been served: the part of the updates that was."""
    served = point.window.updates if point.is_measured else LEAST_GUESS
    return min(max(served, LEAST_GUESS), MOST_GUESS)


def _rounded(count: float) -> int:
    step = 5 if count < 300 else 25  # noqa: PLR2004  about a tenth of a step of the search
    return max(step, round(count / step) * step)
