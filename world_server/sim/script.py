"""A recorded guide's walk: where it stands and what it says at each second. Pure.

The client plays recordings of events by the same rule (`src/guide/script.ts`); both are held to
`tests/vectors/scripts.json`.
"""

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from world_server.protocol.geometry import Gait, Pose
from world_server.sim.tours import Tour

GUIDE_SPEED = 2.2
"""Metres a second: a little slower than visitors walk (2.6), so that whoever lags catches up."""

FASTEST_WALK = 3.9
"""Metres a second beyond which it runs; half way between the visitors' two gaits."""

GATHER_SECONDS = 6.0
"""At each stop it stands so long before it speaks, until those behind it are there."""

FAREWELL_SECONDS = 8.0
"""After its last words it stands so long before it goes."""

SMALLEST_STEP = 0.01
"""Metres between two marks below which it only stands and turns."""


@dataclass(frozen=True, slots=True)
class Mark:
    """At that second of the script the guide stands at that pose."""

    at: float
    pose: Pose


@dataclass(frozen=True, slots=True)
class Cue:
    """At that second the guide says the words of that stop of its tour."""

    at: float
    stop: int


@dataclass(frozen=True, slots=True)
class Script:
    """Marks and cues in the order of their seconds; there is at least one mark."""

    marks: tuple[Mark, ...]
    cues: tuple[Cue, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return self.marks[-1].at

    def stance(self, at: float) -> tuple[Pose, Gait]:
        """Where the guide is at that second, and how it moves; before and after it stands."""
        after = bisect_right(self.marks, at, key=lambda mark: mark.at)
        if after == 0:
            return self.marks[0].pose, Gait.STAND
        if after == len(self.marks):
            return self.marks[-1].pose, Gait.STAND
        return _between(self.marks[after - 1], self.marks[after], at)

    def cue(self, at: float) -> Cue | None:
        """The last words begun at or before that second."""
        after = bisect_right(self.cues, at, key=lambda cue: cue.at)
        return self.cues[after - 1] if after else None


def _between(start: Mark, end: Mark, at: float) -> tuple[Pose, Gait]:
    share = (at - start.at) / (end.at - start.at)
    a, b = start.pose, end.pose
    away = math.hypot(b.x - a.x, b.z - a.z)
    if away <= SMALLEST_STEP:
        yaw, gait = a.yaw + _turn(a.yaw, b.yaw) * share, Gait.STAND
    else:
        yaw = math.atan2(b.x - a.x, b.z - a.z)
        is_fast = away > FASTEST_WALK * (end.at - start.at)
        gait = Gait.RUN if is_fast else Gait.WALK
    pose = Pose(
        x=a.x + (b.x - a.x) * share,
        y=a.y + (b.y - a.y) * share,
        z=a.z + (b.z - a.z) * share,
        yaw=yaw,
    )
    return pose, gait


def _turn(start: float, end: float) -> float:
    """The smallest signed angle from one heading to the other."""
    angle = (end - start) % math.tau
    return angle - math.tau if angle > math.pi else angle


def script_of(tour: Tour) -> Script:
    """The tour as it is walked: stand, speak, walk to the next stop, and so on to the last."""
    marks: list[Mark] = []
    cues: list[Cue] = []
    at = 0.0
    for number, stop in enumerate(tour.stops):
        here = stop.place.pose
        marks.append(Mark(at, here))
        cues.append(Cue(at + GATHER_SECONDS, number))
        at += GATHER_SECONDS + stop.seconds
        marks.append(Mark(at, here))
        if number < len(tour.legs):
            at = _walk(marks, tour.legs[number], at)
    at += FAREWELL_SECONDS
    marks.append(Mark(at, marks[-1].pose))
    return Script(tuple(marks), tuple(cues))


def _walk(marks: list[Mark], leg: tuple[tuple[float, float, float], ...], at: float) -> float:
    """Add the marks of a way from where the last mark stands; give back when it ends."""
    for (x, y, z), (next_x, next_y, next_z) in pairwise(leg):
        along = math.dist((x, y, z), (next_x, next_y, next_z))
        if along > SMALLEST_STEP:
            at += along / GUIDE_SPEED
            yaw = math.atan2(next_x - x, next_z - z)
            marks.append(Mark(at, Pose(x=next_x, y=next_y, z=next_z, yaw=yaw)))
    return at
