"""The town's data holds what the server, the flat map and the 3D town rely on."""

import json
import math
import struct
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

TOWN_DIR = Path(__file__).resolve().parents[2] / "assets" / "town"
LANGUAGES = {"ja", "en", "th", "ko", "zh-TW"}
WIRE_UNIT = 0.02  # metres; the wire carries x and z as u16 in this unit


@pytest.fixture(scope="module")
def town() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((TOWN_DIR / "town.json").read_text(encoding="utf-8"))
    return data


def place(town: dict[str, Any], place_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(p for p in town["places"] if p["id"] == place_id)
    return found


def bearing(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Compass degrees from a to b; x is east and z is south."""
    return math.degrees(math.atan2(b[0] - a[0], a[1] - b[1])) % 360


def test_every_position_in_bounds_fits_the_wire(town: dict[str, Any]) -> None:
    bounds = town["bounds"]
    for low, high in (("minX", "maxX"), ("minZ", "maxZ")):
        span = bounds[high] - bounds[low]
        assert 0 < span <= 1310
        struct.pack("<H", round(span / WIRE_UNIT))


def test_places_have_unique_ids_and_lie_inside_the_bounds(town: dict[str, Any]) -> None:
    bounds = town["bounds"]
    ids = [p["id"] for p in town["places"]]
    assert len(set(ids)) == len(ids) >= 16
    for p in [*town["places"], town["spawn"]]:
        assert bounds["minX"] + 4 <= p["x"] <= bounds["maxX"] - 4
        assert bounds["minZ"] + 4 <= p["z"] <= bounds["maxZ"] - 4
        assert abs(p["yaw"]) <= math.pi + 1e-3
        assert -5 < p["y"] < 100


def test_every_name_and_text_exists_in_all_five_languages(town: dict[str, Any]) -> None:
    for named in [town, *town["islands"], *town["places"]]:
        assert set(named["names"]) == LANGUAGES
        assert all(text.strip() for text in named["names"].values())
    for p in town["places"]:
        assert set(p["about"]) == LANGUAGES
        assert all(0 < len(text) <= 160 for text in p["about"].values())


def test_every_place_belongs_to_one_of_the_four_islands(town: dict[str, Any]) -> None:
    islands = {i["id"] for i in town["islands"]}
    assert islands == {"shrine", "hama", "castle", "shore"}
    assert {p["island"] for p in town["places"]} == islands


@pytest.mark.parametrize(
    ("place_id", "true_bearing"),
    [
        ("torii", 199),
        ("akamon", 291),
        ("mudflat", 34),
        ("michinoeki", 130),
        ("tsugiba", 157),
        ("thatch", 128),
    ],
)
def test_compressed_roads_keep_the_true_bearing_from_hama_station(
    town: dict[str, Any], place_id: str, true_bearing: float
) -> None:
    station, there = place(town, "hama-station"), place(town, place_id)
    seen = bearing((station["x"], station["z"]), (there["x"], there["z"]))
    assert abs((seen - true_bearing + 180) % 360 - 180) < 9


def metres(line: dict[str, Any]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(line["points"]))


@pytest.mark.parametrize(
    ("line_id", "true_metres"),
    [("sakagura-dori", 600), ("monzen", 400)],
)
def test_streets_are_as_long_as_the_real_ones(
    town: dict[str, Any], line_id: str, true_metres: float
) -> None:
    (street,) = [line for line in town["lines"] if line["id"] == line_id]
    assert metres(street) == pytest.approx(true_metres, rel=0.03)


@pytest.mark.parametrize(
    ("place_id", "east", "south"),
    [("tsugiba", 180, 430), ("thatch", 645, 510)],
)
def test_hamashuku_lies_round_its_station_as_it_really_does(
    town: dict[str, Any], place_id: str, east: float, south: float
) -> None:
    station, there = place(town, "hama-station"), place(town, place_id)
    true_distance = math.hypot(east, south)
    seen = (there["x"] - station["x"], there["z"] - station["z"])
    assert math.hypot(*seen) == pytest.approx(true_distance, rel=0.05)
    assert math.dist(seen, (east, south)) < 0.06 * true_distance


@pytest.mark.parametrize(
    ("island_id", "east_west", "north_south"),
    [("shrine", 350, 300), ("castle", 370, 650), ("shore", 300, 300)],
)
def test_islands_are_as_large_as_the_real_ones_and_filled(
    town: dict[str, Any], island_id: str, east_west: float, north_south: float
) -> None:
    (island,) = [one for one in town["islands"] if one["id"] == island_id]
    assert island["width"] == pytest.approx(east_west, rel=0.05)
    assert island["depth"] == pytest.approx(north_south, rel=0.05)
    half = (island["width"] / 2, island["depth"] / 2)
    inside = [
        (x, z)
        for line in town["lines"]
        for x, z in line["points"]
        if abs(x - island["x"]) <= half[0] and abs(z - island["z"]) <= half[1]
    ] + [(p["x"], p["z"]) for p in town["places"] if p["island"] == island_id]
    spans = [max(axis) - min(axis) for axis in zip(*inside, strict=True)]
    assert spans[0] > 0.55 * island["width"]
    assert spans[1] > 0.55 * island["depth"]


def test_the_ways_between_the_islands_are_short(town: dict[str, Any]) -> None:
    lines = {line["id"]: line for line in town["lines"]}
    for line_id in ("river-road", "castle-road"):
        assert 60 <= metres(lines[line_id]) <= 160


def test_the_river_ties_the_shrine_to_the_sea(town: dict[str, Any]) -> None:
    lines = {line["id"]: line["points"] for line in town["lines"]}
    river = lines["hama-gawa"]
    torii = place(town, "torii")
    assert min(math.dist(p, (torii["x"], torii["z"])) for p in river) < 45
    assert min(math.dist(p, q) for p in river for q in lines["sakagura-dori"]) < 60
    assert min(math.dist(river[-1], q) for q in lines["coast"]) < 70


def test_lines_that_matter_for_walking_are_there(town: dict[str, Any]) -> None:
    kinds = {line["kind"] for line in town["lines"]}
    assert kinds == {"river", "moat", "pond", "coast", "rail", "street", "road", "path"}
    for line in town["lines"]:
        assert len(line["points"]) >= 2
        assert line["width"] >= 0
    assert {b["id"] for b in town["bridges"]} >= {"shinkyo", "red-bridge"}


def test_the_boundary_is_kashima_and_its_source_is_credited(town: dict[str, Any]) -> None:
    boundary = json.loads((TOWN_DIR / town["boundary"]["file"]).read_text(encoding="utf-8"))
    (ring,) = boundary["features"][0]["geometry"]["coordinates"]
    longitudes, latitudes = zip(*ring, strict=True)
    assert 130.03 < min(longitudes) < max(longitudes) < 130.18
    assert 32.98 < min(latitudes) < max(latitudes) < 33.14
    assert town["boundary"]["credit"] in town["credits"]
    assert town["boundary"]["credit"] in json.dumps(boundary, ensure_ascii=False)
