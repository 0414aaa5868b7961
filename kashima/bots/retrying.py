"""How long a bot waits before it tries again, as the browser client does. Pure."""

FIRST_DELAY = 0.3
LONGEST_DELAY = 15.0
"""Seconds; delays double up to this."""


def delay(failures: int, *, chance: float, at_least: float = 0.0) -> float:
    """Seconds until the next try after so many failures; `chance` (0 to 1) spreads a crowd.

    What the town asked for is waited in any case, and spread as well.
    """
    grown = min(FIRST_DELAY * 2.0 ** min(failures, 10), LONGEST_DELAY)
    return max(grown * (0.5 + chance), at_least * (1 + chance / 2))
