"""How long a visitor took an active part: measured here, never believed from a client. Pure.

A moment counts as active when the visitor moved, spoke or showed an emote within the 60 s before
it, and is connected. Standing still to listen for a minute counts; a forgotten tab does not.
"""

ACTIVE_SECONDS = 60.0
"""AC1: how long one act makes a visitor count as active."""


class ActivityMeter:
    """Active seconds of one stay; every `now` is in seconds of one clock that never goes back."""

    __slots__ = ("_active_until", "_counted_until", "_paused", "_seconds")

    def __init__(self, *, now: float) -> None:
        """Entering is the first act."""
        self._counted_until = now
        self._active_until = now + ACTIVE_SECONDS
        self._paused = False
        self._seconds = 0.0

    def act(self, at: float) -> None:
        """The visitor did something at that moment."""
        self._count(at)
        self._active_until = max(self._active_until, at + ACTIVE_SECONDS)

    def pause(self, now: float) -> None:
        """The connection broke: nothing counts until `resume`."""
        self._count(now)
        self._paused = True

    def resume(self, now: float) -> None:
        """The visitor is back, which is an act; the gap does not count."""
        self._paused = False
        self._counted_until = max(self._counted_until, now)
        self.act(now)

    def total(self, now: float) -> int:
        """Whole active seconds so far; never less than an earlier answer."""
        self._count(now)
        return int(self._seconds)

    def split(self, now: float) -> int:
        """Close the account at midnight: give back its total, and begin the next day's at zero.

        The fraction of a second is carried over, so that nothing is lost by splitting.
        """
        whole = self.total(now)
        self._seconds -= whole
        return whole

    def _count(self, now: float) -> None:
        if now <= self._counted_until:
            return
        if not self._paused:
            self._seconds += max(0.0, min(now, self._active_until) - self._counted_until)
        self._counted_until = now
