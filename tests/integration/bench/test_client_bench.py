"""The client's bench in its short form: a real visit of each kind, and a crowd."""

from pathlib import Path

import pytest

from bench.client import arrival, crowd
from bench.client.goals import GOALS
from bench.client.stage import Bench

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

SCALE = 0.01


async def test_a_visit_to_the_flat_town_is_watched_to_its_end(tmp_path: Path) -> None:
    figures = {one.name: one.value for one in await arrival.flat(Bench(tmp_path, SCALE, print))}
    assert figures["flat.painted"] > 0
    assert 0 < figures["flat.welcome"] < figures["flat.usable"]
    assert figures["flat.bytes"] > 20
    assert figures["flat.files"] > 5


async def test_a_visit_in_three_dimensions_ends_with_a_step_the_world_took(tmp_path: Path) -> None:
    figures = {one.name: one.value for one in await arrival.solid(Bench(tmp_path, SCALE, print))}
    assert 0 < figures["solid.welcome"] < figures["solid.usable"]
    assert figures["solid.welcome"] < figures["solid.drawn"]
    assert figures["solid.usable"] < figures["solid.walking"]
    assert figures["solid.calls"] > 10
    assert figures["solid.triangles"] > 10_000


async def test_a_crowd_is_drawn_and_leaves_nothing_behind(tmp_path: Path) -> None:
    figures = {one.name: one.value for one in await crowd.crowd(Bench(tmp_path, SCALE, print))}
    assert figures["crowd.1000.triangles"] > figures["crowd.1.triangles"] > 0
    assert figures["crowd.1000.calls"] == figures["crowd.100.calls"], "one draw call for all"
    assert figures["crowd.left_behind"] <= 0
    named = {goal.name for goal in GOALS if goal.name.startswith("crowd.")}
    assert named <= set(figures)
