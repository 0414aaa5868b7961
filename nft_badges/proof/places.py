"""Names of the town's places, and to which island each belongs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from world_server.i18n import FIRST_LANGUAGE

TOWN = Path(__file__).parent.parent.parent / "assets" / "town" / "town.json"


@dataclass(frozen=True)
class Place:
    """One place of the town."""

    island: str
    names: Mapping[str, str]


@cache
def places() -> dict[str, Place]:
    """Every place by id: constant data beside the code, so reading it once is enough."""
    town = json.loads(TOWN.read_text(encoding="utf-8"))
    islands = {one["id"]: Place(one["id"], one["names"]) for one in town["islands"]}
    return islands | {one["id"]: Place(one["island"], one["names"]) for one in town["places"]}


def is_place(place: str) -> bool:
    """Whether the town has a place of that id."""
    return place in places()


def place_name(place: str, language: str) -> str:
    """The place's name in the language, else in Japanese; an unknown place is its own name."""
    known = places().get(place)
    if known is None:
        return place
    return known.names.get(language) or known.names.get(FIRST_LANGUAGE) or place
