"""The lossy lane outwards: on each beat, who is shown whom, one write a reader (PS1 to PS9)."""

from collections.abc import Iterable, Sequence

import numpy as np

from world_server.live.connection import Connection
from world_server.protocol.frames import PoseWrite
from world_server.protocol.limits import FRESH_BEATS, POSE_BUDGET
from world_server.protocol.poses import encode_frame, frame_of_runs
from world_server.sim.interest import View, near_views
from world_server.sim.shares import shares_of
from world_server.sim.turns import CrowdTurns, Round, TownTurns
from world_server.sim.world import World


class PosesOut:
    """Knows which slots of the world have somebody reading, and whose turn it is to be shown."""

    def __init__(self, world: World, *, budget: int = POSE_BUDGET) -> None:
        """`budget` is in bytes of pose frames a second and reader; 0 is without tiers."""
        self._world = world
        self._shares = shares_of(budget)
        self._heroes = Round(0)
        self._crowds = CrowdTurns()
        self._town = TownTurns(world.size)
        self._readers: list[Connection | None] = [None] * world.size
        self._reading = np.zeros(world.size, np.bool_)

    def seat(self, slot: int, connection: Connection | None) -> None:
        """From now on this connection reads for that avatar, or nobody does."""
        self._readers[slot] = connection
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
        """PS1: at most one frame a reader: heroes, the nearest, the crowd's turn, the town's."""
        world, shares = self._world, self._shares
        here = world.here()
        records, changed = world.records(here), world.changed(here)
        fresh = changed > beat - FRESH_BEATS
        # Friends near by will belong to this list, of each reader's own, once the town knows them.
        heroes = np.flatnonzero(world.heroes(here) & fresh)
        heroes = heroes[self._heroes.take(here[heroes], fits=shares.heroes, beat=beat)]
        town = self._town.take(here, changed=changed, fits=(shares.news, shares.repairs), beat=beat)
        first, last = records[heroes].tobytes(), records[town].tobytes()
        fresh[heroes] = False
        whole, limit = shares.near(len(heroes) + len(town))
        if shares.crowd:
            self._crowds.begin(records, slots=here, changed=changed, beat=beat)
        views = near_views(
            records,
            slots=here,
            moved=fresh,
            reading=self._reading[here],
            limit=limit,
            whole=whole,
            crowds=self._crowds.cells,
        )
        quiet: PoseWrite | None = None
        for view in views:
            others, raw = self._others(view)
            near = len(heroes) + view.count
            count = near + others + len(town)
            if not count:
                continue
            if not (view.count or others) and quiet is not None:
                self._show(view.slots, quiet)
                continue
            runs = (first, *view.runs, raw, last)
            write = PoseWrite(frame_of_runs(runs, server_ms=server_ms, near=near, count=count))
            if not (view.count or others):
                quiet = write
            self._show(view.slots, write)

    def _others(self, view: View) -> tuple[int, bytes]:
        """PS7: those of the crowd whose turn it is."""
        if view.crowd is None or not self._shares.crowd:
            return 0, b""
        return self._crowds.around(view.crowd, fits=self._shares.crowd)

    def _show(self, slots: list[int], write: PoseWrite) -> None:
        readers = self._readers
        for slot in slots:
            reader = readers[slot]
            if reader is not None:
                reader.show(write)
