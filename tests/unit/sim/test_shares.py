"""PS1: what fits into a frame of so many bytes a second."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.protocol.limits import (
    HERO_LIMIT,
    LEAST_POSE_BUDGET,
    NEAR_LIMIT,
    POSE_BUDGET,
)
from world_server.sim.shares import shares_of


@given(st.integers(LEAST_POSE_BUDGET, 200_000), st.data())
def test_ps1_the_parts_never_exceed_the_frame_and_none_is_empty(
    budget: int, data: st.DataObject
) -> None:
    shares = shares_of(budget)
    assert 12 + 10 * (shares.room + shares.news + shares.repairs) <= budget / 10
    heroes = data.draw(st.integers(0, shares.heroes))
    whole, limit = shares.near(heroes)
    assert 0 < limit <= whole <= NEAR_LIMIT
    assert heroes + whole <= shares.room
    assert heroes + limit + shares.crowd <= shares.room
    assert min(shares.heroes, shares.crowd, shares.news, shares.repairs) > 0
    assert shares.heroes <= HERO_LIMIT


def test_ps7_ps8_the_usual_shares_are_those_the_document_names() -> None:
    usual = shares_of(POSE_BUDGET)
    assert (usual.crowd, usual.news, usual.repairs, usual.heroes) == (11, 7, 5, 8)


@pytest.mark.parametrize("heroes", [0, 8])
def test_ps3_without_a_budget_the_nearest_hundred_are_listed_and_no_crowd(heroes: int) -> None:
    shares = shares_of(0)
    assert shares.near(heroes) == (NEAR_LIMIT, NEAR_LIMIT)
    assert shares.crowd == 0
