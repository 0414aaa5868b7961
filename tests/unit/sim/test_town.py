"""The town's data, read strictly; and where newcomers stand."""

import copy
import json
import math
from pathlib import Path
from typing import Any

import pytest

from world_server.errors import Malformed
from world_server.sim.town import ARRIVAL_METRES, parse_town

REAL = Path(__file__).parents[3] / "assets" / "town" / "town.json"

SMALL: dict[str, Any] = {
    "bounds": {"minX": -100, "minZ": -50, "maxX": 100, "maxZ": 50},
    "spawn": {"x": 1, "y": 2, "z": 3, "yaw": 0.5},
    "places": [
        {"id": "torii", "x": 0, "y": 2, "z": 0, "yaw": 0, "radius": 12, "names": {"ja": "鳥居"}},
        {"id": "stage", "x": 15, "y": 20, "z": 0, "yaw": 3.1, "radius": 8, "names": {}},
    ],
}


def changed(**parts: Any) -> dict[str, Any]:
    return {**copy.deepcopy(SMALL), **parts}


def test_the_towns_own_data_can_be_read() -> None:
    town = parse_town(json.loads(REAL.read_text("utf-8")))
    assert len(town.places) >= 10
    assert all(place.names["ja"] for place in town.places)
    assert all(town.bounds.holds(town.arrival(place.id, nth=7)) for place in town.places)


def test_the_nearest_place_that_reaches_there_is_where_one_is() -> None:
    town = parse_town(SMALL)
    spots = [(1.0, 1.0), (10.0, 0.0), (7.2, 0.0), (0.0, 13.0)]
    assert town.places_at(spots) == ["torii", "stage", "torii", ""]
    assert town.places_at([]) == []


def test_newcomers_stand_apart_around_the_arrival_and_look_the_same_way() -> None:
    town = parse_town(SMALL)
    poses = [town.arrival("stage", nth=n) for n in range(24)]
    apart = [math.dist((a.x, a.z), (b.x, b.z)) for a in poses for b in poses if a is not b]
    assert min(apart) > 0.3
    assert all(math.dist((pose.x, pose.z), (15, 0)) <= ARRIVAL_METRES for pose in poses)
    assert {(pose.y, pose.yaw) for pose in poses} == {(20, 3.1)}
    assert town.arrival("nowhere", nth=0) == town.spawn
    assert town.arrival(None, nth=24) == town.spawn


def test_nobody_arrives_outside_the_bounds() -> None:
    town = parse_town(changed(spawn={"x": -100, "y": 0, "z": 50, "yaw": 0}))
    assert all(town.bounds.holds(town.arrival(None, nth=n)) for n in range(30))


def test_heights_may_be_given() -> None:
    town = parse_town(changed(bounds={**SMALL["bounds"], "minY": -5, "maxY": 60}))
    assert (town.bounds.min_y, town.bounds.max_y) == (-5, 60)


BROKEN = [
    pytest.param([], "town", id="no object"),
    pytest.param(changed(bounds={}), "minX", id="no bounds"),
    pytest.param(changed(bounds={**SMALL["bounds"], "maxX": -100}), "bounds", id="no width"),
    pytest.param(changed(bounds={**SMALL["bounds"], "maxX": 9999}), "bounds", id="too wide"),
    pytest.param(changed(spawn={"x": 0, "y": 0, "z": 51, "yaw": 0}), "spawn", id="spawn outside"),
    pytest.param(changed(spawn={"x": 0, "y": 0, "z": math.nan, "yaw": 0}), "z", id="spawn nowhere"),
    pytest.param(changed(places={}), "places", id="places are no list"),
    pytest.param(changed(places=[1]), "places", id="a place is no object"),
    pytest.param(changed(places=[{"id": ""}]), "places", id="a place without a name"),
    pytest.param(
        changed(places=[{**SMALL["places"][0], "radius": 0}]), "places.torii", id="no radius"
    ),
    pytest.param(
        changed(places=[{**SMALL["places"][0], "y": 999}]), "places.torii", id="a place too high"
    ),
    pytest.param(changed(places=SMALL["places"] * 2), "places", id="a place twice"),
]


@pytest.mark.parametrize(("raw", "field"), BROKEN)
def test_broken_data_is_refused_by_name(raw: object, field: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse_town(raw)
    assert refused.value.field == field
