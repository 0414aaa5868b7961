"""Decides, purely, whether and when a part that died is started again."""

from collections.abc import Sequence

WINDOW = 60.0
"""Seconds within which deaths count together: a part that lived longer than this is healthy."""

PAUSES = (0.2, 1.0, 2.0, 4.0)
"""Seconds before each new start within the window; one death more and the part is given up."""


def pause_before_restart(deaths: Sequence[float], *, now: float) -> float | None:
    """Seconds to wait after the last of `deaths` (monotonic moments), or None to give up."""
    recent = sum(1 for moment in deaths if now - moment < WINDOW)
    return PAUSES[recent - 1] if 0 < recent <= len(PAUSES) else None
