"""Pure: the geometry of the bar chart of weeks, which the page draws above its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from admin.publication import WeekRow

WIDTH, HEIGHT = 720, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 12, 34
MOST_LABELS = 14
STUB = 10
"""Height of the hatched bar that stands for a hidden figure."""


@dataclass(frozen=True)
class Bar:
    """One week's bar in SVG units; a hidden figure has a stub and no value."""

    label: str
    x: float
    width: float
    top: float
    height: float
    again_top: float
    again_height: float
    is_hidden: bool
    is_again_hidden: bool


@dataclass(frozen=True)
class Chart:
    """All bars, and the lines of the scale as (height on the page, value)."""

    bars: list[Bar]
    lines: list[tuple[float, int]]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    floor: int = HEIGHT - BOTTOM

    @property
    def label_every(self) -> int:
        """Bars from one label to the next, so that labels do not run into each other."""
        return -(-len(self.bars) // MOST_LABELS)


def bars(weeks: Sequence[WeekRow]) -> Chart:
    """Bars of visitors, the lower part those who were back, in the order given."""
    highest = max((week.visitors.value or 0 for week in weeks), default=0)
    step = _step(highest)
    top_value = max(step, -(-highest // step) * step)
    room = HEIGHT - TOP - BOTTOM
    floor = HEIGHT - BOTTOM
    slot = (WIDTH - LEFT - RIGHT) / max(len(weeks), 1)
    width = min(slot * 0.72, 48)

    def scaled(value: int) -> float:
        return round(room * value / top_value, 1)

    drawn = []
    for place, week in enumerate(weeks):
        value = week.visitors.value
        height = STUB if value is None else scaled(value)
        is_again_hidden = week.again.value is None and value is not None
        back = min(STUB, height) if is_again_hidden else scaled(week.again.value or 0)
        drawn.append(
            Bar(
                label=f"{week.monday.month}/{week.monday.day}",
                x=round(LEFT + slot * place + (slot - width) / 2, 1),
                width=round(width, 1),
                top=round(floor - height, 1),
                height=height,
                again_top=round(floor - back, 1),
                again_height=back,
                is_hidden=value is None,
                is_again_hidden=is_again_hidden,
            )
        )
    lines = [(round(floor - scaled(value), 1), value) for value in range(0, top_value + 1, step)]
    return Chart(bars=drawn, lines=lines)


def _step(highest: int) -> int:
    """A round distance that makes four or five lines."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if highest <= 5 * factor * size:
                return factor * size
        size *= 10
