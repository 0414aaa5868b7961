"""The lossy lane outwards: on each beat, who is shown whom, one write a reader (PS1 to PS6)."""

import numpy as np

from world_server.live.connection import Connection
from world_server.protocol.frames import PoseWrite
from world_server.protocol.limits import ALL_EVERY, FRESH_BEATS
from world_server.protocol.poses import FrameType, encode_frame, frame_of_runs
from world_server.sim.interest import near_views
from world_server.sim.world import World


class PosesOut:
    """Knows which slots of the world have somebody reading."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._readers: list[Connection | None] = [None] * world.size
        self._reading = np.zeros(world.size, np.bool_)

    def seat(self, slot: int, connection: Connection | None) -> None:
        """From now on this connection reads for that avatar, or nobody does."""
        self._readers[slot] = connection
        self._reading[slot] = connection is not None

    def show_all(self, connection: Connection, *, server_ms: int) -> None:
        """PS4: the frame of everybody, right after `welcome`."""
        records = self._world.records(self._world.here())
        connection.show(
            PoseWrite(encode_frame(FrameType.ALL, server_ms=server_ms, records=records))
        )

    def beat(self, beat: int, *, server_ms: int) -> None:
        """At most one frame a reader: in turns of ten beats that of all, else the near one."""
        here = self._world.here()
        if not len(here):
            return
        records = self._world.records(here)
        reading = self._reading[here]
        turn = here % ALL_EVERY == beat % ALL_EVERY
        full = here[reading & turn].tolist()
        if full:
            write = PoseWrite(encode_frame(FrameType.ALL, server_ms=server_ms, records=records))
            self._show(full, write)
        moved = self._world.moved_since(here, beat=beat - FRESH_BEATS + 1)
        for view in near_views(records, slots=here, moved=moved, reading=reading & ~turn):
            poses = frame_of_runs(
                FrameType.NEAR, server_ms=server_ms, count=view.count, runs=view.runs
            )
            self._show(view.slots, PoseWrite(poses))

    def _show(self, slots: list[int], write: PoseWrite) -> None:
        readers = self._readers
        for slot in slots:
            reader = readers[slot]
            if reader is not None:
                reader.show(write)
