"""Where a beat's microseconds go, without sockets: `python -m bench wire`.

The transports only count bytes, so what is left out is the operating system's part: about one
`send` a visitor and beat. Processor time is measured, so a busy machine disturbs little.
"""

import asyncio
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from world_server.live.attendance import Ledger
from world_server.live.connection import RawConnection
from world_server.live.inheritance import Inheritance
from world_server.live.instance import Instance
from world_server.live.log import Log
from world_server.live.stay import Guest
from world_server.live.tap import MoveTap
from world_server.metrics import Metrics
from world_server.protocol.frames import PoseWrite
from world_server.protocol.geometry import Bounds, Pose
from world_server.protocol.limits import BEAT_MS, POSE_BUDGET
from world_server.protocol.messages import Said, encode_numbered
from world_server.protocol.moves import decode_move
from world_server.protocol.poses import RECORD, decode_frame, encode_frame
from world_server.protocol.requests import Lane
from world_server.sim.town import Town
from world_server.store.clock import system_clock
from world_server.store.database import Database

BOUNDS = Bounds(min_x=-500, min_z=-500, max_x=500, max_z=500)
MOVE = struct.Struct("<BBHHHhBB")
SQUARES = {"plaza": 200.0, "crowd": 30.0}
VISITORS = 1000
BEATS = 60
WARM_UP = 40
SWEEP_EVERY = 5


class Counting(asyncio.Transport):
    """Takes everything at once and counts it."""

    def __init__(self) -> None:
        super().__init__()
        self.bytes = 0
        self.writes = 0

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.bytes += len(data)
        self.writes += 1

    def get_write_buffer_size(self) -> int:
        return 0

    def is_closing(self) -> bool:
        return False

    def abort(self) -> None:
        raise RuntimeError("nobody is let go in a benchmark")


class Nothing:
    """The reader behind a tap, when every frame is a move."""

    def feed_data(self, data: bytes, /) -> tuple[bool, bytes]:
        raise RuntimeError(data)

    def feed_eof(self) -> None:
        raise RuntimeError


class Square:
    """So many visitors who walk in a square, each with a connection and a tap."""

    def __init__(self, count: int, side: float, *, budget: int) -> None:
        self.dice = np.random.default_rng(1)
        self.side = side
        self.now = 0.0
        self.instance = Instance(
            "public",
            town=Town(bounds=BOUNDS, spawn=Pose(0, 0, 0, 0), places=()),
            capacity=count,
            happening=None,
            ledger=Ledger(Database("sqlite+aiosqlite://")),
            log=Log(first=1),
            inheritance=Inheritance({}, now=0.0),
            said=lambda: None,
            pose_budget=budget,
            clock=system_clock(),
            metrics=Metrics(),
            now=0.0,
        )
        self.at = self.dice.uniform(-side / 2, side / 2, (count, 2))
        self.heading = self.dice.uniform(0, 2 * np.pi, count)
        self.wires = [Counting() for _ in range(count)]
        self.taps = [self._enter(number, wire) for number, wire in enumerate(self.wires)]

    def _enter(self, number: int, wire: Counting) -> MoveTap:
        connection = RawConnection(wire, address="here", loop=asyncio.get_running_loop())
        connection.lane = Lane.COMPACT
        guest = Guest(visitor_id=str(number), nickname="歩く人", look=1, seat=1, attended_before=0)
        stay = self.instance.attach(str(number), connection, guest=guest, after=None, now=0.0)
        x, z = self.at[number]
        self.instance.world.put(stay.body, Pose(x, 0, z, 0), now=0.0, beat=0)
        return MoveTap(Nothing(), connection)

    def walk(self) -> list[bytes]:
        """Everybody takes a step; the frames their clients send, masked."""
        self.heading += self.dice.normal(0, 0.2, len(self.heading))
        step = np.stack((np.sin(self.heading), np.cos(self.heading)), axis=1) * 0.25
        self.at = np.clip(self.at + step, -self.side / 2, self.side / 2)
        steps = np.round((self.at + 500) / 0.02).astype(int)
        return [b"\x82\x8c\0\0\0\0" + MOVE.pack(1, 1, 0, x, z, 0, 0, 0) for x, z in steps.tolist()]


def per_call(work: Callable[[], object], *, seconds: float = 0.4) -> float:
    """Microseconds a call takes, the best of three rounds."""
    best = float("inf")
    for _ in range(3):
        calls, began = 0, time.thread_time()
        while (spent := time.thread_time() - began) < seconds / 3:
            work()
            calls += 1
        best = min(best, spent / calls)
    return best * 1e6


def row(name: str, microseconds: float, remark: str = "") -> None:
    """One line of a table."""
    print(f"| {name:<58} | {microseconds:>10.2f} | {remark} |")


def small_things() -> None:
    """What one message costs."""
    records = np.zeros(100, RECORD)
    frame = encode_frame(records, server_ms=1)
    move = MOVE.pack(1, 1, 7, 100, 200, 5, 9, 0)
    said = Said(speaker=1, nickname="あいこ", at=system_clock()(), text="こんにちは" * 5)
    print("\n| one message | µs | |\n|---|---|---|")
    row(
        "encode a frame of 100",
        per_call(lambda: encode_frame(records, server_ms=1)),
    )
    row("decode a frame of 100", per_call(lambda: decode_frame(frame)))
    row("the same as a WebSocket frame", per_call(lambda: PoseWrite(frame).compact))
    row("decode a move, the careful way", per_call(lambda: decode_move(move)))
    row("encode a line of chat, once for all", per_call(lambda: encode_numbered(said, 1)))


@dataclass(frozen=True, slots=True)
class Spent:
    """Microseconds of one beat, and kilobytes a second and visitor."""

    moves_in: float
    judging: float
    showing: float
    sweeping: float
    down: float

    @property
    def all(self) -> float:
        """Everything together."""
        return self.moves_in + self.judging + self.showing + self.sweeping


def beats(count: int, side: float, *, budget: int) -> Spent:
    """What a beat costs when everybody walks."""
    square = Square(count, side, budget=budget)
    period = BEAT_MS / 1000
    moves_in = judging = showing = sweeping = 0.0
    before = 0
    for beat in range(BEATS + WARM_UP):
        frames = square.walk()
        square.now += period
        marks = [time.thread_time()]
        for tap, frame in zip(square.taps, frames, strict=True):
            tap.feed_data(frame)
        marks.append(time.thread_time())
        square.instance.judge(square.now)
        marks.append(time.thread_time())
        square.instance.display(square.now)
        marks.append(time.thread_time())
        if beat % SWEEP_EVERY == 0:
            square.instance.sweep(square.now)
        marks.append(time.thread_time())
        if beat < WARM_UP:
            before = sum(wire.bytes for wire in square.wires)
            continue
        moves_in += marks[1] - marks[0]
        judging += marks[2] - marks[1]
        showing += marks[3] - marks[2]
        sweeping += marks[4] - marks[3]
    sent = sum(wire.bytes for wire in square.wires) - before
    to_microseconds = 1e6 / BEATS
    return Spent(
        moves_in=moves_in * to_microseconds,
        judging=judging * to_microseconds,
        showing=showing * to_microseconds,
        sweeping=sweeping * to_microseconds,
        down=sent / (BEATS * period) / count / 1000,
    )


def a_beat(name: str, count: int, side: float, *, budget: int) -> None:
    """Print what a beat costs, part by part."""
    spent = beats(count, side, budget=budget)
    what = f"{name}: {count} walk in {side:g} m, budget {budget}, one beat"
    print(f"\n| {what} | µs | µs a visitor |\n|---|---|---|")
    for part, microseconds in {
        "moves in: tap, check, store": spent.moves_in,
        "judge all moves at once": spent.judging,
        "choose, encode, write": spent.showing,
        "sweep (twice a second)": spent.sweeping,
    }.items():
        row(part, microseconds, f"{microseconds / count:.2f}")
    share = spent.all / BEAT_MS / 1000
    row(
        "all of it, a second",
        spent.all * 1000 / BEAT_MS,
        f"{share:.1%} of a core; {spent.down:.1f} kB/s each",
    )


async def _run() -> None:
    small_things()
    for name, side in SQUARES.items():
        for budget in (POSE_BUDGET, 0):
            a_beat(name, VISITORS, side, budget=budget)


def main(_options: list[str]) -> int:
    """Print the tables."""
    asyncio.run(_run())
    return 0
