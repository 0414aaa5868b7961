"""The search for how many hold, and what becomes of figures."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bench.goals import judged
from bench.record import Figure, Record
from bench.report import write_report
from bench.world.generator import Report, Times, Usage, Window
from bench.world.goals import GOALS
from bench.world.search import search
from bench.world.verdict import Point

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
NEVER = Times(count=0, p50=-1, p95=-1, p99=-1, max=-1)
QUICK = Times(count=100, p50=50, p95=90, p99=100, max=120)


def window(**other: Any) -> Window:
    calm: dict[str, Any] = {
        "name": "steady",
        "seconds": 6.0,
        "people": 10,
        "lost": 0,
        "expected": 1000.0,
        "due_seen": 990,
        "seen": 990,
        "fresh": 980,
        "unmatched": 0,
        "expected_each": 90.0,
        "seen_each": 90.0,
        "corrections": 0,
        "recalls": 1,
        "recall": 1.0,
        "recall_of_ten": 1.0,
        "reach": 20.0,
        "down": 5000.0,
        "up": 190.0,
        "frames_least": 10.0,
        "frames_middle": 10.0,
        "server": Usage(run=0.5, waited=0.0),
        "generator": Usage(run=0.3, waited=0.0),
        "stolen": 0.0,
        "ages": QUICK,
        "near_ages": QUICK,
        "late": Times(count=100, p50=0.1, p95=1, p99=2, max=3),
        "joins": NEVER,
        "chats": NEVER,
    }
    return Window(**{**calm, **other})


def point(count: int, *, gone: int = 0, **other: Any) -> Point:
    report = Report(
        count=count,
        arrived=count,
        gone=gone,
        connect_seconds=1.0,
        reasons={},
        connects=NEVER,
        windows=(window(**other),),
        problem=None,
    )
    return Point("kashima", "plaza", count, report)


LATE = replace(QUICK, p99=260, max=300)


def test_a_point_holds_when_all_are_served_in_time_and_nobody_is_lost() -> None:
    assert point(10).holds
    assert not point(10, gone=1).holds
    assert not point(10, ages=LATE).holds
    assert not point(10, due_seen=940).holds
    assert not point(10, ages=NEVER).holds
    assert not Point("kashima", "plaza", 10, None, why="it broke").holds


def test_a_point_says_when_it_proves_nothing() -> None:
    assert not point(10).is_noisy
    assert point(10, server=Usage(run=0.5, waited=0.1)).is_noisy
    assert point(10, stolen=0.05).is_noisy
    assert not replace(point(10, server=Usage(run=0.5, waited=0.1)), server="colyseus").is_noisy
    assert not point(10).is_limited_by_load
    assert point(10, generator=Usage(run=0.95, waited=0)).is_limited_by_load


@pytest.mark.parametrize("limit", [90, 1000, 3100, 4000, 4700, 9000])
async def test_the_search_ends_close_to_the_limit(limit: int) -> None:
    async def measure(count: int) -> Point:
        return point(count) if count <= limit else point(count, due_seen=940 * limit // count)

    best, worst = await search(measure, start=3000, points=20)
    assert best is not None
    assert worst is not None
    assert best.count <= limit < worst.count
    assert worst.count - best.count <= max(5, 0.1 * best.count)


async def test_a_noisy_failure_is_looked_at_again() -> None:
    asked: list[int] = []

    async def measure(count: int) -> Point:
        asked.append(count)
        return point(count, ages=LATE, stolen=0.1) if len(asked) == 1 else point(count)

    best, worst = await search(measure, start=100, points=1)
    assert asked == [100, 100]
    assert best is not None
    assert worst is None


async def test_nothing_holds_is_an_answer() -> None:
    async def measure(count: int) -> Point:
        return Point("kashima", "plaza", count, None, why="it broke")

    best, worst = await search(measure, start=100, points=3)
    assert best is None
    assert worst is not None


def test_a_stage_that_runs_again_replaces_its_own_figures_only(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    machine = {"processor": "a quick one", "cores": "2"}
    record = Record(path)
    record.keep(
        "memory", [Figure("memory.each", 48, "kB")], bench="world", machine=machine, now=NOW
    )
    record.keep(
        "storm", [Figure("storm.join_p99", 1500, "ms")], bench="world", machine=machine, now=NOW
    )
    record.keep(
        "memory",
        [Figure("memory.each", 50, "kB", "again")],
        bench="world",
        machine=machine,
        now=NOW,
    )
    told = json.loads(path.read_text())
    assert told["machine"] == machine
    assert told["figures"] == [
        {
            "stage": "storm",
            "name": "storm.join_p99",
            "value": 1500,
            "unit": "ms",
            "note": "",
            "command": "python -m bench world --stage storm",
            "date": "2026-11-23T02:00:00Z",
        },
        {
            "stage": "memory",
            "name": "memory.each",
            "value": 50,
            "unit": "kB",
            "note": "again",
            "command": "python -m bench world --stage memory",
            "date": "2026-11-23T02:00:00Z",
        },
    ]
    assert Record(path).stages() == {"memory", "storm"}


def test_a_goal_says_by_how_much_it_is_missed(tmp_path: Path) -> None:
    record = Record(tmp_path / "results.json")
    figures = [
        Figure("hold.plaza.kashima", 4500, "visitors"),
        Figure("hold.plaza.colyseus-view", 1000, "visitors"),
        Figure("hold.crowd.kashima", 3900, "visitors"),
        Figure("memory.each", 75, "kB"),
    ]
    record.keep("all", figures, bench="world", machine={}, now=NOW)
    assert list(judged(record, GOALS)) == [
        ("held in the plaza", "≥ 4,000 visitors", "4,500 visitors", "reached"),
        ("held in the plaza, to Colyseus with StateView", "≥ 4 times", "4.5 times", "reached"),
        ("held in the crowd", "≥ 4,000 visitors", "3,900 visitors", "short by 100 visitors"),
        ("memory per visitor", "≤ 60 kB", "75 kB", "short by 15 kB"),
    ]
    write_report(record, tmp_path / "RESULTS.md")
    text = (tmp_path / "RESULTS.md").read_text()
    assert "short by 100 visitors" in text
    assert "ours holds 4.5 x" in text
    assert len({goal.what for goal in GOALS}) == len(GOALS)
