"""A recorded guide's walk: never a jump, the right words at the right place, by the clock alone."""

import json
import math
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.protocol.geometry import Gait, Pose
from world_server.sim.programme import NOTHING, Programme, Walked
from world_server.sim.script import (
    FAREWELL_SECONDS,
    GATHER_SECONDS,
    GUIDE_SPEED,
    Mark,
    Script,
    script_of,
)
from world_server.sim.tours import Tour, TourStop
from world_server.sim.town import Place


def place(name: str, x: float, z: float, y: float = 0.0, yaw: float = 0.0) -> Place:
    return Place(id=name, pose=Pose(x, y, z, yaw), radius=8)


GATE, HALL, HILL = place("gate", 0, 0), place("hall", 22, 0, yaw=1.0), place("hill", 22, 11, 5)
TOUR = Tour(
    id="shrine",
    names={},
    stops=(TourStop(GATE, 20), TourStop(HALL, 30), TourStop(HILL, 10)),
    legs=(((0, 0, 0), (11, 0, 0), (22, 0, 0)), ((22, 0, 0), (22, 5, 11))),
)
SCRIPT = script_of(TOUR)
TO_HALL = GATHER_SECONDS + 20
AT_HALL = TO_HALL + 22 / GUIDE_SPEED


def test_it_stands_at_a_stop_gathers_and_then_speaks() -> None:
    assert SCRIPT.stance(3) == (GATE.pose, Gait.STAND)
    assert SCRIPT.cue(GATHER_SECONDS - 0.1) is None
    for at, stop in ((GATHER_SECONDS, 0), (AT_HALL + GATHER_SECONDS, 1)):
        cue = SCRIPT.cue(at)
        assert cue is not None
        assert cue.stop == stop


def test_it_walks_at_its_pace_and_looks_where_it_goes() -> None:
    pose, gait = SCRIPT.stance(TO_HALL + 5)
    assert (pose.z, gait) == (0, Gait.WALK)
    assert pose.x == pytest.approx(5 * GUIDE_SPEED)
    assert pose.yaw == pytest.approx(math.pi / 2)
    assert SCRIPT.stance(AT_HALL + 1) == (HALL.pose, Gait.STAND)


def test_it_stands_before_its_begin_and_after_its_end() -> None:
    assert SCRIPT.stance(-5) == (GATE.pose, Gait.STAND)
    assert SCRIPT.stance(SCRIPT.seconds + 100) == (HILL.pose, Gait.STAND)
    last = SCRIPT.cues[-1]
    assert SCRIPT.seconds == pytest.approx(last.at + 10 + FAREWELL_SECONDS)


MARKS = st.lists(
    st.tuples(
        st.floats(0.2, 20),
        st.floats(-500, 500),
        st.floats(-3, 40),
        st.floats(-500, 500),
        st.floats(-7, 7),
    ),
    min_size=1,
    max_size=12,
)


@given(steps=MARKS, share=st.floats(0, 1))
def test_it_is_always_between_its_marks_and_never_jumps(
    steps: list[tuple[float, ...]], share: float
) -> None:
    at, marks = 0.0, []
    for span, x, y, z, yaw in steps:
        marks.append(Mark(at, Pose(x, y, z, yaw)))
        at += span
    script = Script(tuple(marks))
    moment = share * script.seconds
    pose, gait = script.stance(moment)
    before = max((mark for mark in marks if mark.at <= moment), key=lambda mark: mark.at)
    after = min((mark for mark in marks if mark.at >= moment), key=lambda mark: mark.at)
    for name in ("x", "y", "z"):
        low, high = sorted((getattr(before.pose, name), getattr(after.pose, name)))
        assert low - 1e-6 <= getattr(pose, name) <= high + 1e-6
    soon, _ = script.stance(moment + 0.01)
    fastest = max(
        (
            math.dist((a.pose.x, a.pose.y, a.pose.z), (b.pose.x, b.pose.y, b.pose.z))
            / (b.at - a.at)
            for a, b in pairwise(marks)
        ),
        default=0.0,
    )
    jump = math.dist((pose.x, pose.y, pose.z), (soon.x, soon.y, soon.z))
    assert jump <= fastest * 0.01 + 1e-6
    assert gait in set(Gait)


VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "scripts.json").read_text("utf-8"))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: str(case["name"]))
def test_rg2_it_is_played_as_the_browser_plays_recordings(case: dict[str, Any]) -> None:
    script = Script(tuple(Mark(at / 1000, Pose(*pose)) for at, *pose in case["marks"]))
    for moment in case["moments"]:
        pose, gait = script.stance(moment["at"] / 1000)
        assert gait == moment["gait"]
        for axis, value in moment["pose"].items():
            assert getattr(pose, axis) == pytest.approx(value, abs=1e-6)


HOUR = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
OTHER = Walked("brewery", Script((Mark(0, GATE.pose), Mark(50, GATE.pose))))
HOURLY = Programme((Walked("shrine", SCRIPT), OTHER))


def test_rg2_a_tour_sets_out_on_the_hour_in_kashima_and_the_next_one_an_hour_later() -> None:
    first, second = HOURLY.at(HOUR), HOURLY.at(HOUR + timedelta(hours=1, seconds=20))
    assert first is not None
    assert second is not None
    assert (first.seconds, first.begun) == (0, HOUR)
    assert (second.seconds, second.begun) == (20, HOUR + timedelta(hours=1))
    assert {first.walked.tour, second.walked.tour} == {"shrine", "brewery"}


def test_rg2_nobody_walks_after_the_end_nor_without_tours() -> None:
    assert HOURLY.at(HOUR + timedelta(minutes=30)) is None
    assert NOTHING.at(HOUR) is None


def test_rg2_the_turns_are_counted_from_midnight_in_kashima() -> None:
    midnight = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
    thrice_a_day = Programme((OTHER,), period=8 * 3600)
    runs = [thrice_a_day.at(midnight + timedelta(hours=hour, seconds=1)) for hour in range(24)]
    assert [hour for hour, run in enumerate(runs) if run is not None] == [0, 8, 16]


def test_rg2_a_tour_longer_than_the_time_between_two_is_refused() -> None:
    with pytest.raises(ValueError, match="brewery takes 50 s of 40"):
        Programme((OTHER,), period=40)


@given(since=st.integers(0, 10**8))
def test_rg2_whoever_asks_at_a_moment_is_told_the_same(since: int) -> None:
    moment = HOUR + timedelta(seconds=since)
    run = HOURLY.at(moment)
    if run is not None:
        assert moment - run.begun == timedelta(seconds=run.seconds)
        assert run.begun.minute == 0
