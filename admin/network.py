"""Pure: sums as a network of flows, and how far one flow can move while all sums stay right."""

import heapq
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

Name = Hashable
Place = int
OUTSIDE: Place = -1
"""Where a figure that stands in one sum only comes from or goes to."""


class Bounds(NamedTuple):
    """The values a figure can have, both ends included."""

    low: int
    high: int


class Closed(NamedTuple):
    """A figure that cannot move but could be opened: what that costs, its bounds afterwards."""

    cost: int
    bounds: Bounds


class Step(NamedTuple):
    """Moving a figure up (+1) or down (-1) on the way to another place."""

    name: Name
    sign: int
    to: Place


@dataclass
class Push:
    """How far a figure went, and by how much every other one moved to let it."""

    reached: int
    moved: dict[Name, int]


class Network:
    """Sums as (total, parts), and values that fulfil them.

    A sum is a place that as much flows into as out of; a figure is a flow from place to place.
    """

    def __init__(
        self, sums: Sequence[tuple[Name, tuple[Name, ...]]], values: Mapping[Name, int]
    ) -> None:
        """Raise ValueError when a figure stands in three sums, or flows against itself."""
        self._values = values
        self._ends = _ends(sums, values)
        self._steps: dict[Place, list[Step]] = defaultdict(list)
        for name, (tail, head) in self._ends.items():
            self._steps[tail].append(Step(name, 1, head))
            self._steps[head].append(Step(name, -1, tail))

    def reach(self, name: Name, bounds: Mapping[Name, Bounds]) -> Bounds:
        """The smallest and the largest value of the figure, given the bounds of all."""
        value = self._values[name]
        up, down = (self._push(name, sign, bounds).reached for sign in (1, -1))
        return Bounds(value - down, value + up)

    def cheapest_opening(
        self, name: Name, bounds: Mapping[Name, Bounds], closed: Mapping[Name, Closed]
    ) -> list[Name]:
        """Which of the closed figures to open so that this one can move further; empty if none."""
        ways = []
        for sign in (1, -1):
            push = self._push(name, sign, bounds)
            if push.reached == _left(self._values[name], bounds[name], sign):
                continue

            def price(step: Step, moved: Mapping[Name, int] = push.moved) -> int | None:
                if step.name == name:
                    return None
                cost, known = closed.get(step.name, Closed(0, bounds[step.name]))
                value = self._values[step.name] + moved.get(step.name, 0)
                return cost if _left(value, known, step.sign) > 0 else None

            way = self._cheapest(*self._way_round(name, sign), price)
            ways += [] if way is None else [way]
        if not ways:
            return []
        _, steps = min(ways, key=lambda way: way[0])
        return [step.name for step in steps if step.name in closed]

    def _way_round(self, name: Name, sign: int) -> tuple[Place, Place]:
        """From where to where the others must carry what this figure moves."""
        tail, head = self._ends[name]
        return (head, tail) if sign > 0 else (tail, head)

    def _push(self, name: Name, sign: int, bounds: Mapping[Name, Bounds]) -> Push:
        """Move the figure as far as its own bounds and the room of all others allow."""
        wanted = _left(self._values[name], bounds[name], sign)
        moved: dict[Name, int] = defaultdict(int)
        start, goal = self._way_round(name, sign)
        if start == goal:
            return Push(wanted, moved)

        def room(step: Step) -> int:
            if step.name == name:
                return 0
            return _left(self._values[step.name] + moved[step.name], bounds[step.name], step.sign)

        reached = 0
        while reached < wanted and (path := self._shortest(start, goal, room)) is not None:
            amount = min(wanted - reached, *map(room, path))
            for step in path:
                moved[step.name] += step.sign * amount
            reached += amount
        return Push(reached, moved)

    def _shortest(
        self, start: Place, goal: Place, room: Callable[[Step], int]
    ) -> list[Step] | None:
        """The way with the fewest steps over figures that still have room."""
        came: dict[Place, tuple[Place, Step]] = {}
        queue = deque([start])
        while queue and goal not in came:
            place = queue.popleft()
            for step in self._steps[place]:
                if step.to != start and step.to not in came and room(step) > 0:
                    came[step.to] = (place, step)
                    queue.append(step.to)
        return list(_back(came, start, goal)) if goal in came else None

    def _cheapest(
        self, start: Place, goal: Place, price: Callable[[Step], int | None]
    ) -> tuple[int, list[Step]] | None:
        """The way whose steps cost least together, with that cost."""
        order = count()
        queue: list[tuple[int, int, Place, Place, Step | None]] = [(0, 0, start, start, None)]
        came: dict[Place, tuple[Place, Step]] = {}
        settled: set[Place] = set()
        while queue:
            cost, _, place, before, last = heapq.heappop(queue)
            if place in settled:
                continue
            settled.add(place)
            if last is not None:
                came[place] = (before, last)
            if place == goal:
                return cost, list(_back(came, start, goal))
            for step in self._steps[place]:
                more = None if step.to in settled else price(step)
                if more is not None:
                    heapq.heappush(queue, (cost + more, next(order), step.to, place, step))
        return None


def _left(value: int, bounds: Bounds, sign: int) -> int:
    """How far a value can still go up (+1) or down (-1)."""
    return bounds.high - value if sign > 0 else value - bounds.low


def _back(came: Mapping[Place, tuple[Place, Step]], start: Place, goal: Place) -> Iterator[Step]:
    place = goal
    while place != start:
        place, step = came[place]
        yield step


def _ends(
    sums: Sequence[tuple[Name, tuple[Name, ...]]], values: Mapping[Name, int]
) -> dict[Name, tuple[Place, Place]]:
    """From which place to which each figure flows."""
    stands: dict[Name, list[tuple[Place, int]]] = {name: [] for name in values}
    for place, (total, parts) in enumerate(sums):
        stands[total].append((place, 1))
        for part in parts:
            stands[part].append((place, -1))
    turned = _turned(len(sums), stands)
    ends = {}
    for name, places in stands.items():
        tail = head = OUTSIDE
        for place, sign in places:
            if sign * turned[place] > 0:
                head = place
            else:
                tail = place
        ends[name] = (tail, head)
    return ends


def _turned(sums: int, stands: Mapping[Name, Sequence[tuple[Place, int]]]) -> list[int]:
    """Which sums to read from right to left (-1), so that no figure flows into both its sums."""
    tied: dict[Place, list[tuple[Place, int]]] = defaultdict(list)
    for name, places in stands.items():
        if len(places) > 2:  # noqa: PLR2004  a flow has two ends
            raise ValueError(name)
        if len(places) == 2:  # noqa: PLR2004  likewise
            (one, sign), (other, other_sign) = places
            tied[one].append((other, -sign * other_sign))
            tied[other].append((one, -sign * other_sign))
    turned = [0] * sums
    for first in range(sums):
        queue = [] if turned[first] else [first]
        turned[first] = turned[first] or 1
        while queue:
            place = queue.pop()
            for other, same in tied[place]:
                if not turned[other]:
                    turned[other] = turned[place] * same
                    queue.append(other)
                elif turned[other] != turned[place] * same:
                    raise ValueError((place, other))
    return turned
