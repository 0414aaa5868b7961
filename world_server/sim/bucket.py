"""A limit on how often: so many at once, then one every so many seconds. Pure; `now` in seconds."""

ROUNDING = 1e-9
"""Who waited exactly as long as they were told must not be refused for a rounding."""


class Bucket:
    """Starts full with `size`; one comes back every `seconds_each` seconds."""

    __slots__ = ("_at", "_left", "_seconds_each", "_size")

    def __init__(self, *, size: float, seconds_each: float, now: float) -> None:
        self._size = size
        self._seconds_each = seconds_each
        self._left = float(size)
        self._at = now

    def spend(self, now: float, amount: float = 1.0) -> float:
        """Take `amount` and give back 0, or take nothing and give back the seconds to wait."""
        self._left = min(self._size, self._left + max(0.0, now - self._at) / self._seconds_each)
        self._at = max(self._at, now)
        if self._left > amount - ROUNDING:
            self._left = max(0.0, self._left - amount)
            return 0.0
        return (amount - self._left) * self._seconds_each
