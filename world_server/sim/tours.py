"""Tours as data: stops with words in every language, and the way from each stop to the next. Pure.

`assets/town/tours/<id>.json` is written by people, `assets/town/ways/<id>.json` by
`npm run ways`, because only the client has a path finder.
"""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from world_server.protocol.geometry import Bounds, Pose
from world_server.sim.town import Place, Town
from world_server.store.visitors import LANGUAGES

FARTHEST_END = 1.5
"""Metres between the end of a way and the pose of the place it leads to."""

LONGEST_PIECE = 60.0
"""Metres between two points of a way; with more, the heights between them would be guesses."""

STEP_UP = 0.5
STEEPEST = 1.6
"""Metres up at once, and for each metre along: a little more than the steepest stairs."""

Point = tuple[float, float, float]
"""Metres: x east, y up, z south."""


class BadTour(ValueError):
    """The data of a tour cannot be used; says in words which part, and why."""


@dataclass(frozen=True, slots=True)
class TourStop:
    """A place of a tour, and for how many seconds its words are listened to there."""

    place: Place
    seconds: float


@dataclass(frozen=True, slots=True)
class Tour:
    """What the server needs of a tour: `legs[k]` leads from stop `k` to stop `k + 1`."""

    id: str
    names: Mapping[str, str]
    stops: tuple[TourStop, ...]
    legs: tuple[tuple[Point, ...], ...]


def _in_every_language(texts: dict[str, str]) -> dict[str, str]:
    missing = [language for language in LANGUAGES if not texts.get(language, "").strip()]
    unknown = sorted(set(texts) - set(LANGUAGES))
    if missing or unknown:
        message = f"nothing in {', '.join(missing)}" if missing else f"no language {unknown[0]}"
        raise ValueError(message)
    return texts


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Name = Annotated[
    dict[str, Annotated[str, Field(max_length=80)]], AfterValidator(_in_every_language)
]
Short = Annotated[
    dict[str, Annotated[str, Field(max_length=240)]], AfterValidator(_in_every_language)
]
Long = Annotated[
    dict[str, Annotated[str, Field(max_length=700)]], AfterValidator(_in_every_language)
]


class _Choice(_Told):
    words: Name
    answer: Short


class _Question(_Told):
    ask: Short
    choices: Annotated[tuple[_Choice, ...], Field(min_length=2, max_length=4)]
    right: Annotated[int, Field(ge=0)]


class _Fact(_Told):
    says: Annotated[str, Field(min_length=3, max_length=200)]
    source: Annotated[str, Field(pattern=r"^[0-9]{1,3}b?$")]


class _Stop(_Told):
    place: str
    seconds: Annotated[float, Field(ge=10, le=180)]
    words: Long
    facts: Annotated[tuple[_Fact, ...], Field(min_length=1)]
    question: _Question | None = None


class _File(_Told):
    version: Literal[1]
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    names: Name
    about: Short
    stops: Annotated[tuple[_Stop, ...], Field(min_length=2, max_length=20)]


class _Ways(_Told):
    version: Literal[1]
    tour: str
    legs: tuple[Annotated[tuple[Point, ...], Field(min_length=2)], ...]


def parse_tour(text: str, ways: str, *, town: Town, sources: Collection[str]) -> Tour:
    """Read a tour and its ways as their files have them; raise BadTour.

    `sources` are the tags that a fact may name.
    """
    told = _read(_File, text, "the tour")
    paved = _read(_Ways, ways, f"the ways of {told.id}")
    places = {place.id: place for place in town.places}
    for fault in (*_wrong_stops(told, places, sources), *_wrong_ways(told, paved, places, town)):
        raise BadTour(fault)
    stops = tuple(TourStop(places[stop.place], stop.seconds) for stop in told.stops)
    return Tour(id=told.id, names=told.names, stops=stops, legs=paved.legs)


Shape = TypeVar("Shape", bound=_Told)


def _read(shape: type[Shape], text: str, what: str) -> Shape:
    try:
        return shape.model_validate_json(text)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        fault = f"{what}, {'.'.join(map(str, first['loc'])) or 'the file'}: {first['msg']}"
        raise BadTour(fault) from wrong


def _wrong_stops(
    told: _File, places: Mapping[str, Place], sources: Collection[str]
) -> Iterator[str]:
    for number, stop in enumerate(told.stops, start=1):
        where = f"{told.id}, stop {number}"
        if stop.place not in places:
            yield f"{where}: the town has no place {stop.place}"
        for fact in stop.facts:
            if fact.source not in sources:
                yield f"{where}: no source is tagged {fact.source}"
        if stop.question is not None and stop.question.right >= len(stop.question.choices):
            yield f"{where}: the right answer is none of the choices"


def _wrong_ways(
    told: _File, paved: _Ways, places: Mapping[str, Place], town: Town
) -> Iterator[str]:
    if paved.tour != told.id:
        yield f"{told.id}: these are the ways of {paved.tour}"
    elif len(paved.legs) != len(told.stops) - 1:
        yield f"{told.id}: {len(paved.legs)} ways between {len(told.stops)} stops"
    elif all(stop.place in places for stop in told.stops):
        ends = pairwise(places[stop.place] for stop in told.stops)
        for number, (leg, (start, end)) in enumerate(zip(paved.legs, ends, strict=True), start=1):
            for fault in _astray(leg, start, end, town.bounds):
                yield f"{told.id}, way {number}: {fault}; run npm run ways"


def _astray(leg: tuple[Point, ...], start: Place, end: Place, bounds: Bounds) -> Iterator[str]:
    for (x, _, z), place in ((leg[0], start), (leg[-1], end)):
        off = math.hypot(x - place.pose.x, z - place.pose.z)
        if off > FARTHEST_END:
            yield f"{off:.1f} m beside {place.id}"
    for (x, y, z), (next_x, next_y, next_z) in pairwise(leg):
        along, up = math.hypot(next_x - x, next_z - z), abs(next_y - y)
        if along > LONGEST_PIECE:
            yield f"{along:.0f} m without a point"
        if up > STEP_UP + STEEPEST * along:
            yield f"{up:.1f} m up or down within {along:.1f} m"
        if not bounds.holds(Pose(next_x, next_y, next_z, 0.0)):
            yield "out of the town"
