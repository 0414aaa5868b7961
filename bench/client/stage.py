"""What a stage of the client bench is given, and what it is."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.record import Figure


class Failed(Exception):
    """A stage could not be measured; the text says why."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder that is empty at first, how much of the work to do, and where to say how it goes."""

    folder: Path
    scale: float
    say: Callable[[str], None]

    def share(self, count: int, *, least: int = 1) -> int:
        """That many, or less in a rehearsal."""
        return max(least, round(count * self.scale))


Stage = Callable[[Bench], Awaitable[Sequence[Figure]]]
