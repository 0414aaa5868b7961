"""The floor under the gas of a badge, and how the badges' figures are laid out."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.badges import floor, report
from bench.badges.goals import GOALS
from bench.goals import judged
from bench.record import Figure, Record

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def record_of(tmp_path: Path, *figures: Figure) -> Record:
    record = Record(tmp_path / "results.json")
    record.keep("gas", figures, bench="badges", machine={}, now=NOW)
    return record


@pytest.mark.parametrize(
    ("count", "fresh", "again", "held"),
    [(1, 45_807, 28_707, 23_420), (100, 25_017, 7_917, 2_630)],
)
def test_the_floor_is_the_one_worked_out_by_hand(
    count: int, fresh: int, again: int, held: int
) -> None:
    assert floor.fresh(count) == fresh
    assert floor.again(count) == again
    assert floor.held(count) == held


def test_a_layout_is_compared_with_the_floor_and_with_ours(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        Figure("gas.floor.fresh.100", 25_000, "gas"),
        Figure("gas.kashima.fresh.100", 25_500, "gas"),
        Figure("gas.poap-like.fresh.100", 140_000, "gas"),
    )
    told = list(report.lines(record))
    poap = next(line for line in told if line.startswith("| as POAP"))
    assert poap.endswith("| – | – | 140,000 | – | 5.600 | 5.490 |")
    assert not any(line.startswith("| OpenZeppelin") for line in told)


def test_where_nothing_was_measured_nothing_is_said(tmp_path: Path) -> None:
    assert list(report.lines(Record(tmp_path / "results.json"))) == []


def test_the_command_of_a_figure_is_the_one_that_makes_it(tmp_path: Path) -> None:
    record = record_of(tmp_path, Figure("gas.kashima.fresh.100", 26_000, "gas"))
    assert record.figures[0].command == "python -m bench badges --stage gas"
    verdicts = list(judged(record, GOALS))
    assert verdicts == [
        ("gas a badge, 100 fresh holders", "≤ 25,800 gas", "26,000 gas", "short by 200 gas")
    ]
