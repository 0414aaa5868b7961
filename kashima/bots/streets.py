"""Where bots can walk: the town's streets, roads, paths and bridges as one net. Pure.

The client's own ground knows houses and stairs; bots keep to the lines it draws as streets, so
they never stand in a river or a wall. On slopes their height is interpolated along the path.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

WALKED = frozenset({"street", "road", "path"})
STRIDE_METRES = 4.0
"""At most so far from one point of the net to the next."""

JOIN_METRES = 9.0
"""A line that ends this close to another one opens into it."""

ASIDE_METRES = 40.0
"""A place this close to the net is reached straight from it."""

STEP_UP_METRES = 3.0
"""A place higher than this above the net lies beyond a stair, which bots leave to people."""

PIECES = 6
"""Short segments the client draws for each given one; the same curve is walked here."""


class Spot(NamedTuple):
    """A point on the ground in metres: x east, y up, z south."""

    x: float
    y: float
    z: float

    def far(self, other: "Spot") -> float:
        """Metres to the other spot along the ground."""
        return math.hypot(other.x - self.x, other.z - self.z)


@dataclass(frozen=True, slots=True)
class Streets:
    """The net, and the places that can be reached on it, by id."""

    spots: tuple[Spot, ...]
    links: Mapping[int, tuple[tuple[int, float], ...]]
    places: Mapping[str, int]

    def nearest(self, spot: Spot) -> int:
        """The point of the net that is nearest."""
        return min(range(len(self.spots)), key=lambda at: self.spots[at].far(spot))

    def way(self, start: Spot, goal: int) -> list[Spot]:
        """The shortest way from `start`, which need not be on the net, to that point of it."""
        first = self.nearest(start)
        before = {first: first}
        far = {first: 0.0}
        queue = [(0.0, first)]
        while queue:
            length, here = heapq.heappop(queue)
            if here == goal:
                break
            if length > far[here]:
                continue
            for there, stretch in self.links.get(here, ()):
                if length + stretch < far.get(there, math.inf):
                    far[there] = length + stretch
                    before[there] = here
                    heapq.heappush(queue, (length + stretch, there))
        if goal not in before:
            return []
        way = [goal]
        while way[-1] != first:
            way.append(before[way[-1]])
        return [self.spots[at] for at in reversed(way)]


def read_streets(town: Mapping[str, Any]) -> Streets:
    """The net of the town whose data (`town.json`) this is."""
    spawn = _spot(town["spawn"])
    places = {str(place["id"]): _spot(place) for place in town["places"]}
    net = _Net()
    for line in town["lines"]:
        if line["kind"] in WALKED:
            net.lay(_heights(line, spawn.y, places.values()), town["bridges"])
    net.join()
    beginning = net.nearest(spawn)
    doors = {name: net.door(place) for name, place in places.items()}
    reached = net.reached_from(beginning)
    return Streets(
        spots=tuple(net.spots),
        links={at: tuple(links) for at, links in net.links.items()},
        places={name: at for name, at in doors.items() if at in reached},
    )


def _spot(told: Mapping[str, Any]) -> Spot:
    return Spot(float(told["x"]), float(told["y"]), float(told["z"]))


def _heights(line: Mapping[str, Any], plain: float, places: Iterable[Spot]) -> list[Spot]:
    """The line as the client curves it; it climbs to a place that lies higher at its end."""
    points = [(float(x), float(z)) for x, z in line["points"]]
    curve = points if line.get("cornered") else _smooth(points)
    ends = [Spot(curve[0][0], plain, curve[0][1]), Spot(curve[-1][0], plain, curve[-1][1])]
    low, high = [
        min([place for place in places if place.far(end) <= JOIN_METRES] or [end], key=end.far).y
        for end in ends
    ]
    whole = sum(math.dist(a, b) for a, b in pairwise(curve))
    spots, walked = [], 0.0
    for at, (x, z) in enumerate(curve):
        walked += math.dist(curve[at - 1], (x, z)) if at else 0.0
        spots.append(Spot(x, low + (high - low) * walked / whole, z))
    return spots


def _smooth(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A Catmull-Rom curve through the points."""
    curve = []
    for at in range(len(points) - 1):
        a, b, c, d = (points[min(max(at + k, 0), len(points) - 1)] for k in (-1, 0, 1, 2))
        for piece in range(PIECES):
            t = piece / PIECES
            curve.append((_bend(a[0], b[0], c[0], d[0], t), _bend(a[1], b[1], c[1], d[1], t)))
    return [*curve, points[-1]]


def _bend(a: float, b: float, c: float, d: float, t: float) -> float:
    square = 2 * a - 5 * b + 4 * c - d
    cube = 3 * b - a - 3 * c + d
    return 0.5 * (2 * b + (c - a) * t + square * t * t + cube * t**3)


class _Net:
    """The net while it is knotted."""

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self.links: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._line: list[int] = []
        self._ends: list[int] = []

    def lay(self, line: list[Spot], bridges: list[Mapping[str, Any]]) -> None:
        """Lay a line of the town, in strides."""
        first = len(self.spots)
        for a, b in pairwise(line):
            strides = max(1, math.ceil(a.far(b) / STRIDE_METRES))
            for stride in range(strides):
                self._add(_over(_between(a, b, stride / strides), bridges), number=first)
        self._add(_over(line[-1], bridges), number=first)
        for here in range(first, len(self.spots) - 1):
            self._link(here, here + 1)
        self._ends += [first, len(self.spots) - 1]

    def _add(self, spot: Spot, *, number: int) -> None:
        self.spots.append(spot)
        self._line.append(number)

    def join(self) -> None:
        """Where a line ends close to another, one can turn from one into the other."""
        for end in self._ends:
            others = [at for at in range(len(self.spots)) if self._line[at] != self._line[end]]
            near = min(others, key=lambda at: self.spots[at].far(self.spots[end]), default=end)
            if near != end and self.spots[near].far(self.spots[end]) <= JOIN_METRES:
                self._link(end, near)

    def door(self, place: Spot) -> int | None:
        """The point that stands for a place; None when it is too far, or too high, to reach."""
        near = self.nearest(place)
        aside, up = self.spots[near].far(place), abs(self.spots[near].y - place.y)
        if aside > ASIDE_METRES or up > STEP_UP_METRES:
            return None
        self._add(place, number=-1)
        self._link(near, len(self.spots) - 1)
        return len(self.spots) - 1

    def nearest(self, spot: Spot) -> int:
        return min(range(len(self.spots)), key=lambda at: self.spots[at].far(spot))

    def reached_from(self, beginning: int) -> set[int]:
        """Every point there is a way to."""
        reached, queue = {beginning}, [beginning]
        while queue:
            for there, _ in self.links[queue.pop()]:
                if there not in reached:
                    reached.add(there)
                    queue.append(there)
        return reached

    def _link(self, here: int, there: int) -> None:
        far = self.spots[here].far(self.spots[there])
        self.links[here].append((there, far))
        self.links[there].append((here, far))


def _between(a: Spot, b: Spot, share: float) -> Spot:
    return Spot(*(here + (there - here) * share for here, there in zip(a, b, strict=True)))


def _over(spot: Spot, bridges: list[Mapping[str, Any]]) -> Spot:
    """The same spot, on the deck of the bridge it lies on, if it lies on one."""
    for bridge in bridges:
        east, south = spot.x - bridge["x"], spot.z - bridge["z"]
        ahead = east * math.sin(bridge["yaw"]) + south * math.cos(bridge["yaw"])
        aside = east * math.cos(bridge["yaw"]) - south * math.sin(bridge["yaw"])
        if abs(ahead) <= bridge["length"] / 2 and abs(aside) <= bridge["width"] / 2:
            arch = 1 - (2 * ahead / bridge["length"]) ** 2
            return spot._replace(y=spot.y + bridge["rise"] * arch)
    return spot
