"""The town as the server needs it: its edge, where one arrives, and its named places. Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from world_server.errors import Malformed
from world_server.protocol.geometry import Bounds, Pose, pose_of
from world_server.protocol.numbers import an_object, finite

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
"""Turning by it puts each newcomer into the widest gap left by those before."""

ARRIVAL_SPREAD = 24
"""Newcomers share the arrival circle in turns of so many."""

ARRIVAL_METRES = 2.0


@dataclass(frozen=True, slots=True)
class Place:
    """A named spot: the pose to stand at, and how near one must be to be there, in metres."""

    id: str
    pose: Pose
    radius: float
    names: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Town:
    """What `assets/town/town.json` says, as far as the server decides by it."""

    bounds: Bounds
    spawn: Pose
    places: tuple[Place, ...]

    def place(self, place_id: str) -> Place | None:
        """The place with that id, if the town has it."""
        return next((place for place in self.places if place.id == place_id), None)

    def places_at(self, spots: Sequence[tuple[float, float]]) -> list[str]:
        """For each spot (x, z) the id of the nearest place within its own radius, or ""."""
        if not spots or not self.places:
            return [""] * len(spots)
        stands = np.array([(place.pose.x, place.pose.z) for place in self.places])
        radii = np.array([place.radius for place in self.places])
        ids = np.array([*(place.id for place in self.places), ""])
        away = np.linalg.norm(np.asarray(spots)[:, None] - stands, axis=2)
        away[away > radii] = np.inf
        nearest = away.argmin(axis=1)
        nearest[np.isinf(away.min(axis=1))] = len(self.places)
        return list(map(str, ids[nearest]))

    def arrival(self, place_id: str | None, *, nth: int) -> Pose:
        """Where the `nth` newcomer stands: around the place's pose, or the spawn's when unknown."""
        known = {place.id: place.pose for place in self.places}
        middle = known.get(place_id or "", self.spawn)
        turn = nth % ARRIVAL_SPREAD
        away = ARRIVAL_METRES * math.sqrt(turn / ARRIVAL_SPREAD)
        x = middle.x + away * math.sin(turn * GOLDEN_ANGLE)
        z = middle.z + away * math.cos(turn * GOLDEN_ANGLE)
        return Pose(
            x=min(max(x, self.bounds.min_x), self.bounds.max_x),
            y=middle.y,
            z=min(max(z, self.bounds.min_z), self.bounds.max_z),
            yaw=middle.yaw,
        )


def parse_town(raw: object) -> Town:
    """Read the town's data; raise Malformed naming the part that is wrong or outside the bounds."""
    told = an_object(raw, "town")
    bounds = _bounds(an_object(told.get("bounds"), "bounds"))
    town = Town(
        bounds=bounds,
        spawn=pose_of(an_object(told.get("spawn"), "spawn")),
        places=tuple(_place(one) for one in _list(told, "places")),
    )
    if not bounds.holds(town.spawn):
        raise Malformed("spawn")
    for place in town.places:
        if not bounds.holds(place.pose):
            raise Malformed("places." + place.id)
    if len({place.id for place in town.places}) != len(town.places):
        raise Malformed("places")
    return town


def _bounds(raw: dict[str, Any]) -> Bounds:
    heights = {
        name: finite(raw, wire)
        for name, wire in (("min_y", "minY"), ("max_y", "maxY"))
        if wire in raw
    }
    try:
        return Bounds(
            min_x=finite(raw, "minX"),
            min_z=finite(raw, "minZ"),
            max_x=finite(raw, "maxX"),
            max_z=finite(raw, "maxZ"),
            **heights,
        )
    except ValueError as impossible:
        raise Malformed("bounds") from impossible


def _place(raw: object) -> Place:
    told = an_object(raw, "places")
    name, names, about = told.get("id"), told.get("names", {}), told.get("about", {})
    if not isinstance(name, str) or not name:
        raise Malformed("places")
    if not isinstance(names, dict) or not isinstance(about, dict):
        raise Malformed("places." + name)
    radius = finite(told, "radius")
    if radius <= 0:
        raise Malformed("places." + name)
    return Place(id=name, pose=pose_of(told), radius=radius, names=names, about=about)


def _list(raw: dict[str, Any], name: str) -> list[Any]:
    value = raw.get(name)
    if not isinstance(value, list):
        raise Malformed(name)
    return value
