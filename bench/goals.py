"""A goal: a figure, the most or the least it may be, and by how much it is reached or missed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.record import Record, plain


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure, the most or the least it may be, and what a reader should know it as."""

    what: str
    name: str
    limit: float
    unit: str
    at_least: bool = False
    per: str | None = None
    """The name of the figure it is divided by."""

    def verdict(self, value: float) -> str:
        """Reached, or by how much it is not."""
        missing = self.limit - value if self.at_least else value - self.limit
        reached = missing <= 0 and value >= 0
        return "reached" if reached else f"short by {plain(abs(missing))} {self.unit}"


def judged(record: Record, goals: Iterable[Goal]) -> Iterator[tuple[str, str, str, str]]:
    """What, the goal, what was measured, the verdict; only what was measured."""
    for goal in goals:
        value = record.value(goal.name)
        part = record.value(goal.per) if goal.per else 1.0
        if value is None or not part:
            continue
        value /= part
        sign = "≥" if goal.at_least else "≤"
        yield (
            goal.what,
            f"{sign} {plain(goal.limit)} {goal.unit}",
            f"{plain(value)} {goal.unit}",
            goal.verdict(value),
        )
