"""The geometry of the chart of weeks."""

from datetime import date, timedelta

import pytest

from admin.chart import HEIGHT, LEFT, RIGHT, STUB, TOP, WIDTH, bars
from admin.publication import Cell, WeekRow

MONDAY = date(2026, 11, 23)


def row(back: int, visitors: int | None, again: int | None) -> WeekRow:
    cells = [Cell(value, str(value)) for value in (visitors, None, again, None)]
    return WeekRow(MONDAY - timedelta(weeks=back), *cells)


@pytest.mark.parametrize("highest", [0, 1, 3, 9, 10, 47, 50, 51, 999, 12345])
def test_every_bar_stays_inside_and_the_scale_is_round(highest: int) -> None:
    chart = bars([row(1, highest, 0), row(0, highest // 2, highest // 4)])
    for bar in chart.bars:
        assert bar.top >= TOP
        assert bar.top + bar.height == pytest.approx(chart.floor)
        assert bar.again_height <= bar.height
    values = [value for _, value in chart.lines]
    assert values[0] == 0
    assert values[-1] >= highest
    assert 2 <= len(values) <= 7


def test_bars_stand_side_by_side() -> None:
    chart = bars([row(back, 10, 5) for back in range(26, 0, -1)])
    for left, right in zip(chart.bars, chart.bars[1:], strict=False):
        assert left.x + left.width < right.x
    assert chart.bars[0].x >= LEFT
    assert chart.bars[-1].x + chart.bars[-1].width <= WIDTH - RIGHT
    assert chart.label_every == 2


def test_a_hidden_figure_has_a_stub_whatever_it_is() -> None:
    (hidden, partly) = bars([row(1, None, None), row(0, 400, None)]).bars
    assert hidden.is_hidden
    assert hidden.height == STUB
    assert not partly.is_hidden
    assert partly.is_again_hidden
    assert partly.again_height == STUB


def test_no_weeks_make_an_empty_chart() -> None:
    assert bars([]).bars == []
    assert bars([]).height == HEIGHT
