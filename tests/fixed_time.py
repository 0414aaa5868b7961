"""The moment most tests live in, and a clock that moves only when told to."""

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
"""Ten o'clock in Kashima on the day most tests live in."""


class ManualClock:
    """A clock that moves only when the test says so."""

    def __init__(self, start: datetime = MORNING) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **duration: float) -> None:
        """Move on by a timedelta's arguments."""
        self.now += timedelta(**duration)
