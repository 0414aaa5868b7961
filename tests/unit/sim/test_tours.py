"""A tour's files are read whole, or refused in words that name the part and the reason."""

import copy
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from world_server.sim.tours import BadTour, Tour, parse_tour
from world_server.sim.town import Town, parse_town

DATA = Path(__file__).parents[3] / "assets" / "town"
TOURS = sorted(path.stem for path in (DATA / "tours").glob("*.json"))
SOURCES = frozenset(json.loads((DATA / "sources.json").read_text("utf-8"))["sources"])


def texts(word: str) -> dict[str, str]:
    return {language: f"{word} {language}" for language in ("ja", "en", "th", "ko", "zh-TW")}


def stop(place: str) -> dict[str, Any]:
    return {
        "place": place,
        "seconds": 20,
        "words": texts("here"),
        "facts": [{"says": "It is so.", "source": "4"}],
    }


def tour(**other: Any) -> dict[str, Any]:
    return {
        "version": 1,
        "id": "way",
        "names": texts("way"),
        "about": texts("about"),
        "stops": [stop("a"), stop("b")],
        **other,
    }


def ways(*legs: Any, tour: str = "way") -> dict[str, Any]:
    return {"version": 1, "tour": tour, "legs": legs or [[[0, 1, 0], [30, 2, 0]]]}


@pytest.fixture
def town() -> Town:
    return parse_town(
        {
            "bounds": {"minX": -50, "minZ": -50, "maxX": 50, "maxZ": 50},
            "spawn": {"x": 0, "y": 0, "z": 0, "yaw": 0},
            "places": [
                {"id": "a", "x": 0, "y": 1, "z": 0, "yaw": 0, "radius": 5},
                {"id": "b", "x": 30, "y": 2, "z": 0, "yaw": 0, "radius": 5},
            ],
        }
    )


def read(town: Town, told: object, paved: object) -> Tour:
    return parse_tour(json.dumps(told), json.dumps(paved), town=town, sources={"4"})


def test_a_tour_is_read_with_the_places_it_stops_at(town: Town) -> None:
    found = read(town, tour(), ways())
    assert (found.id, found.names["ja"]) == ("way", "way ja")
    assert [(one.place.id, one.seconds) for one in found.stops] == [("a", 20), ("b", 20)]
    assert found.legs == (((0, 1, 0), (30, 2, 0)),)


def spoilt(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """A good tour with the one thing at `path` set to `value`, or left out."""
    told = copy.deepcopy(tour())
    question = {
        "ask": texts("?"),
        "choices": [{"words": texts("x"), "answer": texts("y")} for _ in range(2)],
        "right": 0,
    }
    told["stops"][1]["question"] = question
    part: Any = told
    for step in path[:-1]:
        part = part[step]
    if value is None:
        del part[path[-1]]
    else:
        part[path[-1]] = value
    return told


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (("version",), 2, "version"),
        (("id",), "Way", "id"),
        (("names", "th"), None, "nothing in th"),
        (("names", "fr"), "voie", "no language fr"),
        (("about", "ko"), " ", "nothing in ko"),
        (("about", "en"), "x" * 241, "240 characters"),
        (("stops",), [stop("a")], "at least 2"),
        (("stops", 0, "place"), "moon", "stop 1: the town has no place moon"),
        (("stops", 0, "seconds"), 5, "greater than or equal to 10"),
        (("stops", 1, "words", "zh-TW"), None, "nothing in zh-TW"),
        (("stops", 1, "facts"), [], "at least 1"),
        (("stops", 1, "facts", 0, "source"), "99", "stop 2: no source is tagged 99"),
        (("stops", 1, "facts", 0, "source"), None, "source"),
        (("stops", 1, "question", "right"), 2, "the right answer is none of the choices"),
        (("stops", 1, "question", "choices", 0, "answer", "ja"), None, "nothing in ja"),
        (("stops", 1, "question", "choices"), [], "at least 2"),
        (("stops", 1, "price"), 300, "Extra inputs"),
    ],
)
def test_a_bad_tour_is_refused_in_words(
    town: Town, path: tuple[str | int, ...], value: object, why: str
) -> None:
    with pytest.raises(BadTour, match=why):
        read(town, spoilt(path, value), ways())


@pytest.mark.parametrize(
    ("paved", "why"),
    [
        (ways(tour="other"), "these are the ways of other"),
        ({"version": 1, "tour": "way", "legs": []}, "0 ways between 2 stops"),
        (ways([[0, 1, 0]]), "at least 2"),
        (ways([[0, 1, 0], ["x", 1, 0]]), "valid number"),
        (ways([[0, 1, 0], [27, 2, 0]]), "3.0 m beside b; run npm run ways"),
        (ways([[0, 1, 0], [2, 9, 0], [30, 2, 0]]), "8.0 m up or down within 2.0 m"),
        (ways([[0, 1, 0], [0, 1, 51], [30, 2, 0]]), "out of the town"),
        (ways([[0, 1, 0], [-45, 1, 0], [45, 1, 0], [30, 2, 0]]), "90 m without a point"),
    ],
)
def test_ways_that_lead_nowhere_are_refused_in_words(town: Town, paved: object, why: str) -> None:
    with pytest.raises(BadTour, match=why):
        read(town, tour(), paved)


def test_what_is_no_json_is_refused_in_words(town: Town) -> None:
    with pytest.raises(BadTour, match="the tour"):
        parse_tour("{", "{}", town=town, sources=())


def test_the_town_has_its_tours() -> None:
    assert {"shrine-walk", "hama-walk", "follow-the-water"} <= set(TOURS)


@pytest.mark.parametrize("name", TOURS)
def test_each_tour_of_the_town_can_be_walked(name: str) -> None:
    town = parse_town(json.loads((DATA / "town.json").read_text("utf-8")))
    text, paved = ((DATA / kind / f"{name}.json").read_text("utf-8") for kind in ("tours", "ways"))
    found = parse_tour(text, paved, town=town, sources=SOURCES)
    assert found.id == name
    for before, after in pairwise(found.legs):
        assert before[-1] == after[0]


def test_every_fact_names_a_source() -> None:
    files = [json.loads((DATA / "tours" / f"{name}.json").read_text("utf-8")) for name in TOURS]
    named = {fact["source"] for one in files for at in one["stops"] for fact in at["facts"]}
    assert named <= SOURCES
    assert len(named) > 20
