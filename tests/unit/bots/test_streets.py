"""The net of streets that bots walk on, made from the town's own data."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kashima.bots.streets import STRIDE_METRES, Spot, Streets, read_streets
from world_server.settings import ASSETS

FILE = ASSETS / "town" / "town.json"


@pytest.fixture(scope="module")
def town() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(Path(FILE).read_text("utf-8"))
    return raw


@pytest.fixture(scope="module")
def streets(town: dict[str, Any]) -> Streets:
    return read_streets(town)


def test_every_place_without_a_stair_can_be_walked_to(
    streets: Streets, town: dict[str, Any]
) -> None:
    beyond_a_stair = {"honden", "torii-path", "okunoin"}
    assert set(streets.places) == {place["id"] for place in town["places"]} - beyond_a_stair


def test_from_every_place_there_is_a_way_to_every_other(streets: Streets) -> None:
    for start in streets.places.values():
        for goal in streets.places.values():
            way = streets.way(streets.spots[start], goal)
            assert way[0] == streets.spots[start]
            assert way[-1] == streets.spots[goal]


def test_ways_are_walked_in_strides_and_never_steeply(streets: Streets) -> None:
    on_net = streets.way(streets.spots[streets.places["garyugaoka"]], streets.places["higashiyama"])
    for here, there in pairwise(on_net[1:-1]):
        assert here.far(there) <= 2.5 * STRIDE_METRES  # where one line opens into another
        assert abs(here.y - there.y) <= 0.4 * here.far(there) + 0.05


def test_the_river_is_crossed_on_a_bridge(streets: Streets) -> None:
    """From the shrine to the town there is water between; the way goes over a deck above it."""
    way = streets.way(streets.spots[streets.places["romon"]], streets.places["hama-station"])
    assert any(spot.y > 2.3 for spot in way)


def test_from_beside_the_net_one_first_comes_to_it(streets: Streets) -> None:
    street = streets.spots[streets.places["sakagura-dori"]]
    beside = Spot(street.x + 10, street.y, street.z + 14)
    way = streets.way(beside, streets.places["hama-station"])
    assert way[0] == min(streets.spots, key=beside.far)
