"""The rallies of the town as its data file tells them (`assets/town/rallies.json`)."""

from collections.abc import Collection
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from world_server.errors import Malformed
from world_server.store.badge_rules import Rally
from world_server.store.visitors import LANGUAGES

NAME_LENGTH = 80
"""A badge's title has no more room."""

Name = Annotated[str, Field(min_length=1, max_length=NAME_LENGTH)]


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Rally(_Told):
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    names: dict[str, Name]
    places: Annotated[tuple[str, ...], Field(min_length=1)]
    first_day: date
    last_day: date | None


class _File(_Told):
    version: Literal[1]
    rallies: tuple[_Rally, ...]


def parse_rallies(text: str, *, places: Collection[str]) -> tuple[Rally, ...]:
    """Read the rallies; raise Malformed naming what is wrong, or the rally that cannot be walked.

    A rally has a name in every language, and only places of the town, each once.
    """
    try:
        file = _File.model_validate_json(text)
    except ValidationError as wrong:
        where = ".".join(map(str, wrong.errors()[0]["loc"])) or "rallies"
        raise Malformed(where) from wrong
    if len({rally.id for rally in file.rallies}) != len(file.rallies):
        raise Malformed("rallies")
    for rally in file.rallies:
        faults = (
            set(rally.names) != set(LANGUAGES),
            not set(rally.places) <= set(places),
            len(set(rally.places)) != len(rally.places),
            rally.last_day is not None and rally.last_day < rally.first_day,
        )
        if any(faults):
            raise Malformed("rallies." + rally.id)
    return tuple(
        Rally(
            id=rally.id,
            name=rally.names["ja"],
            places=rally.places,
            first_day=rally.first_day,
            last_day=rally.last_day,
        )
        for rally in file.rallies
    )
