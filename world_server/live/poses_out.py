"""The lossy lane outwards: on each beat one write a reader of what there is to see (PS1 to PS9)."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from world_server.live.connection import Connection
from world_server.protocol.frames import PoseWrite
from world_server.protocol.limits import POSE_BUDGET
from world_server.protocol.poses import encode_frame, frame_of
from world_server.sim.sights import Sights
from world_server.sim.world import World


def _nobody(_write: PoseWrite) -> None:
    """Who reads where nobody does."""


class PosesOut:
    """Knows which slots of the world have somebody reading."""

    def __init__(self, world: World, *, budget: int = POSE_BUDGET) -> None:
        """`budget` is in bytes of pose frames a second and reader; 0 is without tiers."""
        self._world = world
        self._sights = Sights(world, budget=budget)
        self._shows: list[Callable[[PoseWrite], None]] = [_nobody] * world.size
        self._reading = np.zeros(world.size, np.bool_)

    def seat(self, slot: int, connection: Connection | None) -> None:
        """From now on this connection reads for that avatar, or nobody does."""
        self._shows[slot] = _nobody if connection is None else connection.show
        self._reading[slot] = connection is not None

    def show_these(
        self, connections: Iterable[Connection], slots: Sequence[int], *, server_ms: int
    ) -> None:
        """PS4: where the avatars of one page of the roster stand, right after the page."""
        records = self._world.records(np.array(slots, np.intp))
        write = PoseWrite(encode_frame(records, server_ms=server_ms))
        for connection in connections:
            connection.show(write)

    def beat(self, beat: int, *, server_ms: int) -> None:
        """PS1, PS5: at most one frame a reader, encoded once for all who see the same."""
        shows = self._shows
        for sight in self._sights.on(beat, reading=self._reading):
            poses = frame_of(sight.records, server_ms=server_ms, near=sight.near)
            write = PoseWrite(poses)
            for slot in sight.slots:
                shows[slot](write)
