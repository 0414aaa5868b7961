"""The lossy lane outwards: on each beat one write a reader of what there is to see (PS1 to PS9)."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

import numpy as np

from world_server.live.connection import Connection
from world_server.protocol.frames import PoseWrite
from world_server.protocol.limits import POSE_BUDGET
from world_server.protocol.poses import Numbers, encode_frame, frame_of, without
from world_server.sim.sights import Sights
from world_server.sim.world import World


def _nobody(_write: PoseWrite) -> None:
    """Who reads where nobody does."""


def _sieved(connection: Connection, unseen: Numbers, own: int, write: PoseWrite) -> None:
    """BL2: what everybody near is shown, without those whom this reader is not to see."""
    poses = without(write.poses, unseen, own=own)
    if poses is not None:
        connection.show(write if poses is write.poses else PoseWrite(poses))


class PosesOut:
    """Knows which slots of the world have somebody reading."""

    def __init__(self, world: World, *, budget: int = POSE_BUDGET) -> None:
        """`budget` is in bytes of pose frames a second and reader; 0 is without tiers."""
        self._world = world
        self._sights = Sights(world, budget=budget)
        self._shows: list[Callable[[PoseWrite], None]] = [_nobody] * world.size
        self._reading = np.zeros(world.size, np.bool_)
        self._sieves: dict[Connection, tuple[Callable[[PoseWrite], None], frozenset[int]]] = {}
        self._sieved: dict[int, Connection] = {}
        self._server_ms = 0

    def seat(
        self,
        slot: int,
        connection: Connection | None,
        *,
        unseen: Collection[int] = (),
        own: int = 0,
    ) -> None:
        """From now on this connection reads for that avatar, or nobody does.

        BL2: it reads nothing of the avatars `unseen`, nor of `own` where only that would be left.
        """
        show = _nobody if connection is None else connection.show
        before = self._sieved.pop(slot, None)
        if before is not None:
            del self._sieves[before]
        if connection is not None and unseen:
            numbers = np.fromiter(unseen, np.uint16, len(unseen))
            show = partial(_sieved, connection, numbers, own)
            self._sieves[connection] = show, frozenset(unseen)
            self._sieved[slot] = connection
        self._shows[slot] = show
        self._reading[slot] = connection is not None

    def unseen(self, connection: Connection) -> frozenset[int]:
        """BL2: the avatars of which this connection must not be told."""
        return self._sieves[connection][1] if connection in self._sieves else frozenset()

    def show_these(
        self, connections: Iterable[Connection], slots: Sequence[int], *, server_ms: int
    ) -> None:
        """PS4: where the avatars of one page of the roster stand, right after the page."""
        records = self._world.records(np.array(slots, np.intp))
        write = PoseWrite(encode_frame(records, server_ms=server_ms))
        for connection in connections:
            sieve = self._sieves.get(connection)
            (connection.show if sieve is None else sieve[0])(write)

    def show_now(self, connection: Connection, slots: Sequence[int]) -> None:
        """PS4: the same between two beats, to somebody who is told of those avatars alone."""
        self.show_these([connection], slots, server_ms=self._server_ms)

    def beat(self, beat: int, *, server_ms: int) -> None:
        """PS1, PS5: at most one frame a reader, encoded once for all who see the same."""
        self._server_ms = server_ms
        shows = self._shows
        for sight in self._sights.on(beat, reading=self._reading):
            poses = frame_of(sight.records, server_ms=server_ms, near=sight.near)
            write = PoseWrite(poses)
            for slot in sight.slots:
                shows[slot](write)
