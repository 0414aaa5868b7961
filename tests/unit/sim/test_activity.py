"""AC1: what counts as taking part, told as tables of acts and totals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.sim.activity import ACTIVE_SECONDS, ActivityMeter

TABLE = [
    pytest.param([], 30, 30, id="entering counts as an act"),
    pytest.param([], 300, 60, id="a forgotten tab counts for a minute"),
    pytest.param([50], 100, 100, id="acts within a minute join up"),
    pytest.param([50], 300, 110, id="and end a minute after the last"),
    pytest.param([200], 230, 90, id="a pause does not count, the return does"),
    pytest.param([200], 500, 120, id="two minutes of two acts"),
    pytest.param([10, 20, 30, 40], 45, 45, id="many acts count once"),
    pytest.param([60], 120, 120, id="the sixtieth second is still active"),
    pytest.param([59.5, 119.25], 600, 179, id="fractions are cut off at the end only"),
]


@pytest.mark.parametrize(("acts", "until", "total"), TABLE)
def test_ac1_active_seconds(acts: list[float], until: float, total: int) -> None:
    meter = ActivityMeter(now=0)
    for at in acts:
        meter.act(at)
    assert meter.total(until) == total


def test_ac1_nothing_counts_while_the_connection_is_lost() -> None:
    meter = ActivityMeter(now=0)
    meter.pause(10)
    assert meter.total(25) == 10
    meter.resume(30)
    assert meter.total(50) == 30
    assert meter.total(500) == 70


def test_ac1_midnight_splits_without_losing_a_fraction() -> None:
    meter = ActivityMeter(now=0.0)
    meter.act(10.4)
    assert meter.split(10.7) == 10
    assert meter.total(11.0) == 1
    assert meter.total(11.7) == 1
    assert meter.total(12.0) == 2


@given(
    st.lists(st.floats(0, 1000, allow_nan=False), max_size=30),
    st.lists(st.floats(0, 1000, allow_nan=False), max_size=10),
)
def test_ac1_asking_in_between_changes_nothing(acts: list[float], asks: list[float]) -> None:
    quiet, asked = ActivityMeter(now=0), ActivityMeter(now=0)
    for at in sorted(acts):
        quiet.act(at)
    totals = []
    for at, act in sorted([(at, True) for at in acts] + [(at, False) for at in asks]):
        if act:
            asked.act(at)
        else:
            totals.append(asked.total(at))
    assert asked.total(2000) == pytest.approx(quiet.total(2000), abs=1)
    assert totals == sorted(totals)


@given(st.lists(st.floats(0, 1000, allow_nan=False), min_size=1, max_size=30))
def test_ac1_never_more_than_the_time_nor_than_a_minute_an_act(acts: list[float]) -> None:
    meter = ActivityMeter(now=0)
    for at in sorted(acts):
        meter.act(at)
    assert meter.total(1000) <= min(1000, ACTIVE_SECONDS * (len(acts) + 1))
