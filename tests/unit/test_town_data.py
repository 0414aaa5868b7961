"""The town's data holds what the server, the flat map and the 3D town rely on."""

import json
import math
import struct
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
    assert abs((seen - true_bearing + 180) % 360 - 180) < 16


def test_the_river_ties_the_shrine_to_the_sea(town: dict[str, Any]) -> None:
    lines = {line["id"]: line["points"] for line in town["lines"]}
    river = lines["hama-gawa"]
    torii = place(town, "torii")
    assert min(math.dist(p, (torii["x"], torii["z"])) for p in river) < 45
    assert min(math.dist(p, q) for p in river for q in lines["sakagura-dori"]) < 60
    assert min(math.dist(river[-1], q) for q in lines["coast"]) < 70


def test_lines_that_matter_for_walking_are_there(town: dict[str, Any]) -> None:
    kinds = {line["kind"] for line in town["lines"]}
    assert kinds == {"river", "moat", "coast", "rail", "street", "road", "path"}
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
