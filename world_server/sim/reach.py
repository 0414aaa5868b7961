"""Who has reached which place: looked at for everybody at once, twice a second. Pure.

One row an avatar, one column a place. Nobody's client is asked; what counts is where the world
has them stand.
"""

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

from world_server.protocol.limits import STAMP_METRES_UP, STAMP_SECONDS
from world_server.sim.town import Place
from world_server.sim.world import World

LONGEST_LOOK = 1.0
"""Seconds that one look may count for, so that a stalled world does not give stamps away."""


class Reach:
    """The places that the avatars of one instance have been at for long enough, each told once."""

    def __init__(self, places: Sequence[Place], world: World) -> None:
        self._ids = [place.id for place in places]
        self._column = {place.id: at for at, place in enumerate(places)}
        shape = (len(places), 1)
        self._x, self._y, self._z, self._radius = (
            np.array(values, np.float32).reshape(shape)
            for values in (
                [place.pose.x for place in places],
                [place.pose.y for place in places],
                [place.pose.z for place in places],
                [place.radius for place in places],
            )
        )
        self._world = world
        self._is_watched = np.zeros(world.size, np.bool_)
        self._has = np.zeros((len(places), world.size), np.bool_)
        self._been = np.zeros((len(places), world.size), np.float32)
        self._looked_at: float | None = None

    def begin(self, slot: int, *, had: Collection[str]) -> None:
        """Somebody came in who has the stamps of these places already."""
        self._has[:, slot] = False
        self._been[:, slot] = 0
        for place in had:
            column = self._column.get(place)  # a place may be gone from the town
            if column is not None:
                self._has[column, slot] = True

    def watch(self, slot: int, *, is_here: bool) -> None:
        """Whose connection is lost reaches nothing until they are back."""
        self._is_watched[slot] = is_here
        self._been[:, slot] = 0

    def look(self, now: float) -> list[tuple[int, str]]:
        """The slots and places that were reached since the last look; `now` in seconds."""
        elapsed = 0.0 if self._looked_at is None else min(now - self._looked_at, LONGEST_LOOK)
        self._looked_at = now
        slots = np.flatnonzero(self._is_watched)
        if not len(slots) or not self._ids:
            return []
        x, y, z = self._world.metres(slots)
        east, south = x - self._x, z - self._z
        is_at: npt.NDArray[np.bool_] = east * east + south * south <= self._radius**2
        is_at &= np.abs(y - self._y) <= STAMP_METRES_UP
        is_at &= ~self._has[:, slots]
        # Counted from the look that first saw them there, so never sooner than the rule says.
        been = self._been[:, slots]
        been = np.where(is_at, np.where(been > 0, been + elapsed, np.float32(1e-3)), 0)
        self._been[:, slots] = been
        won = [(column, slots[row]) for column, row in np.argwhere(been > STAMP_SECONDS)]
        for column, slot in won:
            self._has[column, slot] = True
        return [(int(slot), self._ids[column]) for column, slot in won]
