"""The rules a town's data keeps: what the server, the flat town and the 3D town rely on. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from kashima.bots.streets import WALKED, read_streets
from kashima.town_check.reading import Reader
from kashima.town_check.sentences import Fault
from world_server.store.rallies import NAME_LENGTH

WIDEST_METRES = 1310
"""The wire carries x and z in two centimetres as sixteen bits."""

ABOUT_LENGTH = 160
"""What a place's panel says of it fits on a phone without scrolling."""

KINDS = WALKED | {"river", "moat", "pond", "coast", "rail"}


@dataclass(frozen=True, slots=True)
class _Bounds:
    min_x: float
    min_z: float
    max_x: float
    max_z: float

    def hold(self, x: float, z: float) -> bool:
        return self.min_x <= x <= self.max_x and self.min_z <= z <= self.max_z


def check_town(files: Mapping[str, str | None]) -> list[Fault]:
    """Everything that is wrong with a town, whose files are given by their names in its folder.

    `town.json` has to be there; `rallies.json` and `tours/*.json` are looked at when they are.
    """
    reader = Reader("town.json")
    town = reader.parsed(files.get("town.json"))
    places = _town(reader, town) if town else frozenset()
    faults = reader.faults
    for name, text in sorted(files.items()):
        if name == "rallies.json":
            faults = [*faults, *_rallies(name, text, places)]
        elif name.startswith("tours/"):
            faults = [*faults, *_tour(name, text, places)]
    return faults


def _town(reader: Reader, town: dict[str, Any]) -> frozenset[str]:
    """Note what is wrong with the town itself; the ids of its places come back."""
    reader.words(town, "names", "")
    bounds = _bounds(reader, town.get("bounds"))
    _pose(reader, town.get("spawn"), "spawn", bounds)
    islands = set()
    for where, island in reader.objects(town, "islands"):
        reader.words(island, "names", where)
        reader.positive(island, "radius", where)
        islands.add(island.get("id"))
    places = set()
    for where, place in reader.objects(town, "places"):
        reader.words(place, "names", where)
        reader.words(place, "about", where, limit=ABOUT_LENGTH)
        reader.positive(place, "radius", where)
        _pose(reader, place, where, bounds)
        if place.get("island") not in islands:
            reader.note("island-unknown", where=where, island=place.get("island"))
        places.add(str(place.get("id")))
    _lines(reader, town, bounds)
    for where, bridge in reader.objects(town, "bridges"):
        _pose(reader, bridge, where, bounds)
        for size in ("length", "width"):
            reader.positive(bridge, size, where)
        reader.number(bridge, "rise", where)
    # Ways can be followed only where everything has its right shape.
    if not reader.faults:
        _reached(reader, town)
    return frozenset(places)


def _bounds(reader: Reader, raw: object) -> _Bounds | None:
    if not isinstance(raw, dict):
        reader.note("wrong-shape", where="bounds")
        return None
    sides = [reader.number(raw, name, "bounds") for name in ("minX", "minZ", "maxX", "maxZ")]
    told = [side for side in sides if side is not None]
    if len(told) < len(sides):
        return None
    bounds = _Bounds(*told)
    for span in (bounds.max_x - bounds.min_x, bounds.max_z - bounds.min_z):
        if span <= 0:
            reader.note("bounds-wrong")
        elif span > WIDEST_METRES:
            reader.note("bounds-wide", limit=WIDEST_METRES, metres=round(span))
    return bounds


def _pose(reader: Reader, raw: object, where: str, bounds: _Bounds | None) -> None:
    if not isinstance(raw, dict):
        reader.note("wrong-shape", where=where)
        return
    x, _, z, _ = (reader.number(raw, name, where) for name in ("x", "y", "z", "yaw"))
    if x is not None and z is not None and bounds is not None and not bounds.hold(x, z):
        reader.note("outside", where=where)


def _lines(reader: Reader, town: dict[str, Any], bounds: _Bounds | None) -> None:
    for where, line in reader.objects(town, "lines"):
        if line.get("kind") not in KINDS:
            reader.note("kind-unknown", where=where, kind=line.get("kind"))
        width = reader.number(line, "width", where)
        if line.get("kind") in WALKED and width is not None and width <= 0:
            reader.note("not-positive", where=f"{where}.width")
        points = line.get("points")
        if not isinstance(points, list) or not all(_is_point(point) for point in points):
            reader.note("wrong-shape", where=f"{where}.points")
            continue
        if len(points) == 1 or not points:
            reader.note("line-short", where=where)
        if any(a == b for a, b in pairwise(points)):
            reader.note("line-still", where=where)
        if bounds is not None and not all(bounds.hold(*point) for point in points):
            reader.note("outside", where=where)
    if not any(
        isinstance(one, dict) and one.get("kind") in WALKED for one in town.get("lines", ())
    ):
        reader.note("no-ways")


def _is_point(raw: object) -> bool:
    return (
        isinstance(raw, list)
        and len(raw) == len("xz")
        and all(isinstance(side, int | float) and not isinstance(side, bool) for side in raw)
    )


def _reached(reader: Reader, town: dict[str, Any]) -> None:
    """Note the places to which no way leads from the spawn."""
    streets = read_streets(town)
    for place in town["places"]:
        if place["id"] not in streets.places and place.get("steps") is not True:
            reader.note("unreachable", where=f"places.{place['id']}")


def _rallies(file: str, text: str | None, places: frozenset[str]) -> list[Fault]:
    reader = Reader(file)
    told = reader.parsed(text)
    for where, rally in reader.objects(told, "rallies") if told else ():
        reader.words(rally, "names", where, limit=NAME_LENGTH)
        _known(reader, rally.get("places"), where, places)
        first, last = _day(rally.get("first_day")), _day(rally.get("last_day"))
        is_open = rally.get("last_day") is None
        if first is None or (not is_open and (last is None or last < first)):
            reader.note("days-wrong", where=where)
    return reader.faults


def _known(reader: Reader, raw: object, where: str, places: frozenset[str]) -> None:
    if not isinstance(raw, list) or not raw:
        reader.note("wrong-shape", where=f"{where}.places")
        return
    for place in dict.fromkeys(map(str, raw)):
        if place not in places:
            reader.note("place-unknown", where=where, place=place)
        if raw.count(place) > 1:
            reader.note("place-twice", where=where, place=place)


def _day(raw: object) -> date | None:
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        return None


def _tour(file: str, text: str | None, places: frozenset[str]) -> list[Fault]:
    reader = Reader(file)
    tour = reader.parsed(text)
    if not tour:
        return reader.faults
    if tour.get("id") != file.removeprefix("tours/").removesuffix(".json"):
        reader.note("name-differs", id=tour.get("id"))
    reader.words(tour, "names", "")
    stops = tour.get("stops")
    if not isinstance(stops, list) or not stops:
        reader.note("wrong-shape", where="stops")
        return reader.faults
    for number, stop in enumerate(stops):
        where = f"stops[{number}]"
        if not isinstance(stop, dict):
            reader.note("wrong-shape", where=where)
            continue
        if stop.get("place") not in places:
            reader.note("place-unknown", where=where, place=stop.get("place"))
        reader.positive(stop, "seconds", where)
        reader.words(stop, "words", where)
    return reader.faults
