"""What blocks cost a beat of 1,000 visitors: `python -m bench.blocks`; CPU time, the best try."""

import time

import numpy as np

from world_server.live.connection import Connection
from world_server.live.poses_out import PosesOut
from world_server.protocol.closing import Refusal
from world_server.protocol.frames import PoseWrite, TextWrite
from world_server.protocol.geometry import Bounds, Gait, Pose
from world_server.protocol.moves import Move
from world_server.sim.world import World

VISITORS = 1000
SIDE = 100.0
BEATS = 30
TRIES = 4
BOUNDS = Bounds(min_x=-200, min_z=-200, max_x=200, max_z=200)


class Silent(Connection):
    """A reader whose line costs nothing, so that what is measured is ours."""

    def tell(self, write: TextWrite) -> None:
        """Nothing is said."""

    def show(self, write: PoseWrite) -> None:
        """Taken, and looked at no further."""

    def drop(self) -> None:
        """Nothing to hang up."""

    def _close(self, goodbye: Refusal) -> None:
        """Nobody to say it to."""


def microseconds(pairs: int) -> float:
    """CPU µs a beat in which everybody walks, with so many pairs of whom one blocked the other."""
    dice = np.random.default_rng(1)
    world = World(BOUNDS, size=VISITORS)
    poses = PosesOut(world)
    at = dice.uniform(-SIDE / 2, SIDE / 2, (VISITORS, 2))
    bodies = [world.add(Pose(x, 0, z, 0), now=0.0, beat=0) for x, z in at.tolist()]
    for number, body in enumerate(bodies):
        reader = Silent(address="", now=time.monotonic)
        if number < 2 * pairs:
            other = bodies[number ^ 1].id
            poses.seat(body.slot, reader, unseen=[other], own=body.id)
        else:
            poses.seat(body.slot, reader)
    took = 0.0
    for beat in range(1, BEATS + 1):
        for body, (x, z) in zip(bodies, (at + 0.1 * (beat % 5)).tolist(), strict=True):
            world.ask_move(body, Move(beat, BOUNDS.pack(Pose(x, 0, z, beat)), Gait.WALK))
        world.settle(now=beat / 10, beat=beat)
        began = time.process_time()
        poses.beat(beat, server_ms=beat * 100)
        took += time.process_time() - began
    return took / BEATS * 1e6


def main() -> None:
    """Measure in turns, so that a busy machine is busy for all alike."""
    counts = (0, 1, 10, 100)
    best = dict.fromkeys(counts, float("inf"))
    for _ in range(TRIES):
        for pairs in counts:
            best[pairs] = min(best[pairs], microseconds(pairs))
    for pairs, took in best.items():
        print(f"{pairs:4} pairs apart among {VISITORS}: {took:7.0f} µs a beat")


if __name__ == "__main__":
    main()
