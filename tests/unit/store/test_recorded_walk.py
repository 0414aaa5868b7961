"""A recorded walk: few marks, near to what was walked, without the times nobody guided."""

import math
from bisect import bisect_right
from datetime import timedelta

from fixed_time import MORNING
from hypothesis import given
from hypothesis import strategies as st

from world_server.store.recorded_walk import (
    LONGEST_SILENCE,
    SLACK_METRES,
    Part,
    Recorded,
    RecordedLine,
    RecordedMark,
    Track,
    joined,
)

Spot = tuple[float, float, float, float]
BEAT = 0.5


def at(recorded: Recorded, ms: float) -> tuple[float, float, float]:
    """Where a player would stand at that millisecond."""
    marks = recorded.marks
    after = bisect_right(marks, ms, key=lambda mark: mark.at)
    if after in (0, len(marks)):
        mark = marks[max(0, after - 1)]
        return mark.x, mark.y, mark.z
    a, b = marks[after - 1], marks[after]
    share = (ms - a.at) / (b.at - a.at)
    return (a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share)


def track_of(walk: list[Spot], *, begun: float = 0) -> Track:
    track = Track(MORNING + timedelta(seconds=begun))
    for number, spot in enumerate(walk):
        track.see(spot, at=MORNING + timedelta(seconds=begun + number * BEAT))
    return track


def part_of(walk: list[Spot], *, begun: float = 0) -> Part:
    part = track_of(walk, begun=begun).take()
    assert part is not None
    return part


STEPS = st.lists(
    st.tuples(st.floats(-2.6, 2.6), st.floats(-0.4, 0.4), st.floats(-2.6, 2.6), st.floats(-3, 3)),
    min_size=2,
    max_size=80,
)


@given(steps=STEPS, cuts=st.sets(st.integers(1, 79), max_size=4))
def test_the_played_walk_is_near_to_the_walked_one(
    steps: list[tuple[float, float, float, float]], cuts: set[int]
) -> None:
    x = y = z = 0.0
    walk: list[Spot] = []
    for dx, dy, dz, yaw in steps:
        x, y, z = x + dx, y + dy, z + dz
        walk.append((x, y, z, yaw))
    track, parts = Track(MORNING), []
    for number, spot in enumerate(walk):
        track.see(spot, at=MORNING + timedelta(seconds=number * BEAT))
        if number in cuts:
            parts.append(track.take())
    parts.append(track.take())
    whole = joined(part for part in parts if part is not None)
    if not whole.marks:
        assert len(walk) == 1
        return
    for number, spot in enumerate(walk):
        played = at(whole, number * BEAT * 1000)
        assert math.dist(played, spot[:3]) <= SLACK_METRES + 0.02


@given(steps=STEPS)
def test_times_never_go_back(steps: list[tuple[float, float, float, float]]) -> None:
    walk: list[Spot] = [(dx * 20, dy, dz * 20, yaw) for dx, dy, dz, yaw in steps]
    marks = joined([part_of(walk), part_of(walk, begun=500)]).marks
    assert [mark.at for mark in marks] == sorted(mark.at for mark in marks)


def test_a_straight_walk_is_two_marks_and_standing_is_one_a_minute() -> None:
    straight: list[Spot] = [(number * 1.1, 0, 0, 1.57) for number in range(100)]
    assert len(part_of(straight).marks) == 2
    standing: list[Spot] = [(0, 0, 0, 0)] * 1200
    assert len(part_of(standing).marks) <= 2 + 600 / LONGEST_SILENCE


def test_who_turns_on_the_spot_is_seen_turning() -> None:
    turning: list[Spot] = [(0, 0, 0, 0)] * 10 + [(0, 0, 0, 2.0)] * 10
    assert {mark.yaw for mark in part_of(turning).marks} == {0, 2.0}


def test_who_was_put_elsewhere_does_not_run_there() -> None:
    put: list[Spot] = [(0.0, 0.0, 0.0, 0.0)] * 4 + [(300.0, 0.0, 0.0, 0.0)] * 4
    whole = joined([part_of(put)])
    assert at(whole, 1999) == (0, 0, 0)
    assert at(whole, 2000) == (300, 0, 0)


def test_the_time_a_guide_was_away_is_not_waited_for() -> None:
    first: list[Spot] = [(number, 0, 0, 0) for number in range(10)]
    later: list[Spot] = [(50 + number, 0, 0, 0) for number in range(10)]
    track = track_of(later, begun=600)
    track.hear("guide", at=MORNING + timedelta(seconds=602), text="もどりました")
    second = track.take()
    assert second is not None
    whole = joined([part_of(first), second])
    assert whole.seconds == 10
    assert at(whole, 4500)[0] == 9
    assert at(whole, 5500)[0] == 50
    assert [(line.at, line.text) for line in whole.lines] == [(7500, "もどりました")]


def test_parts_that_follow_each_other_are_one_walk() -> None:
    walk: list[Spot] = [(number, 0, 0, 0) for number in range(10)]
    track = track_of(walk)
    first = track.take()
    for number in range(10, 20):
        track.see((number, 0, 0, 0), at=MORNING + timedelta(seconds=number * BEAT))
    second = track.take()
    assert first is not None
    assert second is not None
    assert first.marks[-1] == second.marks[0]
    assert track.take() is None, "nothing new, nothing to write"
    whole = joined([first, second])
    assert whole.seconds == 9
    assert [mark.x for mark in whole.marks] == [0, 9, 19]


def test_of_nothing_nothing_is_played() -> None:
    assert joined([]) == Recorded()
    assert Recorded().seconds == 0
    silent = Part(MORNING, (), (RecordedLine(0, "staff", "だれもいない"),))
    assert joined([silent]).lines == ()
    assert RecordedMark(0, 1, 2, 3, 4).x == 1
