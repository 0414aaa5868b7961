"""The town's places by name, from the same data the town is built of."""

import json
from collections.abc import Mapping
from pathlib import Path

from world_server.i18n import FIRST_LANGUAGE


class Places:
    """Names of places by id and language; empty when the town's data is not there."""

    def __init__(self, names: Mapping[str, Mapping[str, str]]) -> None:
        self._names = names

    @classmethod
    def read(cls, town_dir: Path) -> "Places":
        """The places of `town_dir`/town.json; none when there is no such file."""
        file = town_dir / "town.json"
        if not file.is_file():
            return cls({})
        town = json.loads(file.read_text(encoding="utf-8"))
        return cls({place["id"]: place["names"] for place in town["places"]})

    def choices(self, language: str) -> list[tuple[str, str]]:
        """Every place as (id, name)."""
        return [(place, self.name(place, language)) for place in self._names]

    def name(self, place: str, language: str) -> str:
        """The place's name in the language, else in Japanese; an unknown place is its own name."""
        names = self._names.get(place, {})
        return names.get(language) or names.get(FIRST_LANGUAGE) or place
