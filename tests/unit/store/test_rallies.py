"""The rallies' data file: read, or refused by the name of what is wrong."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from world_server.errors import Malformed
from world_server.store.rallies import parse_rallies

TOWN = Path(__file__).parents[3] / "assets" / "town"
NAMES = {"ja": "道", "en": "way", "th": "ทาง", "ko": "길", "zh-TW": "路"}
PLACES = ("a", "b")


def told(**other: object) -> str:
    rally: dict[str, Any] = {
        "id": "way",
        "names": NAMES,
        "places": ["a", "b"],
        "first_day": "2026-04-01",
        "last_day": None,
    }
    return json.dumps({"version": 1, "rallies": [rally | other]})


def test_a_rally_is_read() -> None:
    (rally,) = parse_rallies(told(last_day="2026-04-01"), places=PLACES)
    assert (rally.id, rally.name, rally.places) == ("way", "道", ("a", "b"))
    assert (rally.first_day, rally.last_day) == (date(2026, 4, 1), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"id": "Way"}, "rallies.0.id"),
        ({"id": "a:b"}, "rallies.0.id"),
        ({"places": []}, "rallies.0.places"),
        ({"places": ["a", "nowhere"]}, "rallies.way"),
        ({"places": ["a", "a"]}, "rallies.way"),
        ({"names": {"ja": "道"}}, "rallies.way"),
        ({"names": NAMES | {"fr": "voie"}}, "rallies.way"),
        ({"names": NAMES | {"ja": ""}}, "rallies.0.names.ja"),
        ({"names": NAMES | {"ja": "道" * 81}}, "rallies.0.names.ja"),
        ({"first_day": "soon"}, "rallies.0.first_day"),
        ({"last_day": "2026-03-31"}, "rallies.way"),
        ({"prize": "sake"}, "rallies.0.prize"),
    ],
)
def test_a_rally_that_cannot_be_walked_is_refused(other: dict[str, object], field: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse_rallies(told(**other), places=PLACES)
    assert refused.value.details == {"field": field}


def test_two_rallies_of_one_name_are_refused() -> None:
    one = json.loads(told())
    with pytest.raises(Malformed):
        parse_rallies(json.dumps(one | {"rallies": one["rallies"] * 2}), places=PLACES)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "rallies": []}'])
def test_what_is_no_file_of_rallies_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        parse_rallies(text, places=PLACES)


def test_the_town_s_rallies_lead_to_its_places_and_one_to_every_island() -> None:
    town = json.loads((TOWN / "town.json").read_text("utf-8"))
    island = {place["id"]: place["island"] for place in town["places"]}
    rallies = parse_rallies((TOWN / "rallies.json").read_text("utf-8"), places=island.keys())
    around = next(rally for rally in rallies if rally.id == "four-islands")
    assert {island[place] for place in around.places} == set(island.values())
    assert len(around.places) == 4
    assert all(rally.first_day <= date(2026, 11, 1) for rally in rallies)
