"""Where every avatar of one instance stands, and which moves are possible. Pure; `now` in seconds.

Moves are only noted when they arrive, and judged for everybody at once on the beat: that costs a
slice assignment a message and one pass of numpy a beat, however many visitors there are.
"""

import math
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from world_server.protocol.geometry import GAIT_BITS, SNAP_BIT, Bounds, Gait, Pose, WirePose
from world_server.protocol.limits import (
    MOVE_BYTES,
    REACH_SECONDS,
    RUN_SPEED,
    SPEED_TOLERANCE,
    UNIT_METRES,
    YAW_STEPS,
)
from world_server.protocol.moves import MOVE, Move, encode_move
from world_server.protocol.poses import RECORD, Records

FASTEST = RUN_SPEED * SPEED_TOLERANCE
"""MV5: metres a second an avatar may gain."""

FARTHEST = FASTEST * REACH_SECONDS
"""MV5: metres an avatar may ever move in one go."""

LAST_ID = 0xFFFF
LARGEST = 0x8000
"""ID1: half of the numbers, so that one that was given back lies unused for a long time."""

_SAID = slice(4, 11)
"""The bytes of a move that are the bytes `_STANDS` of a record: x, z, y, yaw."""

_STANDS = slice(2, 9)

Slots = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Body:
    """An avatar in this world: its number on the wire, and its row in the arrays."""

    id: int
    slot: int


class World:
    """The avatars of one instance: at most `size` of them."""

    def __init__(self, bounds: Bounds, *, size: int) -> None:
        if not 0 < size <= LARGEST:
            message = f"a world holds 1 to {LARGEST} avatars"
            raise ValueError(message)
        self.bounds = bounds
        self.size = size
        self._records = np.zeros(size, RECORD)
        self._stands = self._records.view("u1").reshape(size, RECORD.itemsize)
        self._asked_bytes = bytearray(size * MOVE_BYTES)
        self._asked = np.frombuffer(self._asked_bytes, MOVE)
        self._asks = np.frombuffer(self._asked_bytes, "u1").reshape(size, MOVE_BYTES)
        self._present = np.zeros(size, np.bool_)
        self._reach = np.zeros(size)
        self._reach_at = np.zeros(size)
        self._moved_at = np.zeros(size)
        self._moved_beat = np.zeros(size, np.int64)
        self._heroes = np.zeros(size, np.bool_)
        self._free_slots = deque(range(size))
        self._ids = _Numbers()
        corner = bounds.pack(Pose(bounds.max_x, bounds.max_y, bounds.max_z, 0.0))
        self._last_x, self._last_z = corner.x, corner.z
        self._lowest, self._highest = round(bounds.min_y * 100), corner.y

    def __len__(self) -> int:
        return self.size - len(self._free_slots)

    def add(
        self,
        pose: Pose,
        *,
        now: float,
        beat: int,
        avatar_id: int | None = None,
        hero: bool = False,
    ) -> Body:
        """Put a new avatar at `pose`, under its old number if it is free; raise OverflowError.

        PS9: a hero is a guide or staff, whom everybody sees.
        """
        if not self._free_slots:
            message = "every slot of this world is taken"
            raise OverflowError(message)
        body = Body(id=self._ids.take(avatar_id), slot=self._free_slots.popleft())
        self._records["id"][body.slot] = body.id
        self._present[body.slot] = True
        self._heroes[body.slot] = hero
        self._asked["type"][body.slot] = 0
        self._moved_at[body.slot] = now
        self.put(body, pose, now=now, beat=beat)
        return body

    def remove(self, body: Body) -> None:
        """Take the avatar away; its number waits at the end of the queue (ID1)."""
        self._present[body.slot] = False
        self._asked["type"][body.slot] = 0
        self._free_slots.append(body.slot)
        self._ids.give_back(body.id)

    def hide(self, body: Body) -> None:
        """RS5: the avatar is not seen any more, but keeps its pose and number for a return."""
        self._present[body.slot] = False
        self._asked["type"][body.slot] = 0

    def show(self, body: Body, *, beat: int) -> None:
        """RS1: a hidden avatar is back where it stood."""
        self._present[body.slot] = True
        self._moved_beat[body.slot] = beat

    def set_hero(self, body: Body, *, hero: bool) -> None:
        """PS9: the avatar's visitor became a guide or staff, or is one no more."""
        self._heroes[body.slot] = hero

    def put(self, body: Body, pose: Pose, *, now: float, beat: int) -> None:
        """PO4: move the avatar without walking; others see it snap there."""
        wire = self.bounds.pack(pose)
        row = (body.id, wire.x, wire.z, wire.y, wire.yaw, int(Gait.STAND) | SNAP_BIT)
        self._records[body.slot] = row
        self._asked["type"][body.slot] = 0  # what was walked from elsewhere counts no more
        self._reach[body.slot] = FASTEST  # a second's walk, so that the first step is not refused
        self._reach_at[body.slot] = now
        self._moved_beat[body.slot] = beat

    def stance(self, body: Body) -> tuple[WirePose, int]:
        """Where the avatar stands, and its state byte (PO4), as they go over the wire."""
        _, x, z, y, yaw, state = self._records[body.slot].item()
        return WirePose(x=x, z=z, y=y, yaw=yaw), state

    def may_stand(self, pose: WirePose) -> bool:
        """MV6: whether the pose lies within the bounds and the heights."""
        return (
            0 <= pose.x <= self._last_x
            and 0 <= pose.z <= self._last_z
            and self._lowest <= pose.y <= self._highest
        )

    def follow(self, body: Body, pose: WirePose, state: int, *, beat: int) -> None:
        """MI1: take over a pose that another world has judged; one out of bounds is ignored."""
        row = (body.id, pose.x, pose.z, pose.y, pose.yaw, state)
        if self.may_stand(pose) and self._records[body.slot].item() != row:
            self._records[body.slot] = row
            self._moved_beat[body.slot] = beat

    def ask(self, slot: int, raw: bytes) -> None:
        """Note a compact move that `moves.is_move` accepted; a newer one before the beat wins."""
        self._asked_bytes[slot * MOVE_BYTES : (slot + 1) * MOVE_BYTES] = raw

    def sink(self, body: Body) -> Callable[[bytes], None]:
        """What notes this avatar's moves like `ask`, without a step of Python's: 10 a second."""
        at = body.slot * MOVE_BYTES
        return partial(self._asked_bytes.__setitem__, slice(at, at + MOVE_BYTES))

    def ask_move(self, body: Body, move: Move) -> None:
        """Note a move of the events lane."""
        self.ask(body.slot, encode_move(move))

    def settle(self, *, now: float, beat: int) -> list[tuple[int, int]]:
        """MV5, MV6: judge the noted moves; give back (slot, seq) of those that were not possible.

        A possible move becomes the avatar's pose. An impossible one changes nothing, and costs
        its sender nothing of what it may walk.
        """
        slots = np.flatnonzero(self._asked["type"])  # a noted move's type is never 0
        if not len(slots):
            return []
        wish = self._asked[slots]
        said = self._asks[slots]
        stood = self._records[slots]
        self._asked["type"][slots] = 0
        far = _metres(wish, stood)
        grown = self._reach[slots] + (now - self._reach_at[slots]) * FASTEST
        reach = np.minimum(grown, FARTHEST)
        possible = (
            (wish["x"] <= self._last_x)
            & (wish["z"] <= self._last_z)
            & (wish["y"] >= self._lowest)
            & (wish["y"] <= self._highest)
            & (far <= reach)
        )
        self._reach[slots] = reach - np.where(possible, far, 0.0)
        self._reach_at[slots] = now
        self._accept(slots[possible], said[possible], now=now, beat=beat)
        refused = ~possible
        return list(zip(slots[refused].tolist(), wish["seq"][refused].tolist(), strict=True))

    def _accept(self, slots: Slots, said: npt.NDArray[np.uint8], *, now: float, beat: int) -> None:
        stands = self._stands
        moved = (stands[slots, _STANDS] != said[:, _SAID]).any(axis=1)
        changed = moved | ((stands[slots, 9] & GAIT_BITS) != said[:, 1])
        slots, said = slots[changed], said[changed]
        stands[slots, _STANDS] = said[:, _SAID]
        stands[slots, 9] = said[:, 1]
        self._moved_beat[slots] = beat
        self._moved_at[slots] = now

    def pose(self, body: Body) -> Pose:
        """Where the avatar stands."""
        _, x, z, y, yaw, _ = self._records[body.slot].item()
        return self.bounds.unpack(WirePose(x=x, z=z, y=y, yaw=yaw))

    def positions(self, slots: Sequence[int]) -> list[tuple[float, float, float, float]]:
        """Metres (x, y, z) to the centimetre and radians of those avatars, in that order."""
        records = self._records[np.asarray(slots, np.intp)]
        return list(
            zip(
                np.round(self.bounds.min_x + records["x"] * UNIT_METRES, 2).tolist(),
                (records["y"] / 100).tolist(),
                np.round(self.bounds.min_z + records["z"] * UNIT_METRES, 2).tolist(),
                np.round(records["yaw"] * (math.tau / YAW_STEPS), 4).tolist(),
                strict=True,
            )
        )

    def metres(self, slots: Slots) -> tuple[npt.NDArray[np.float32], ...]:
        """Where those avatars stand, in metres: all x, all y, all z."""
        stands = self._records[slots]
        return (
            stands["x"] * np.float32(UNIT_METRES) + np.float32(self.bounds.min_x),
            stands["y"] * np.float32(0.01),
            stands["z"] * np.float32(UNIT_METRES) + np.float32(self.bounds.min_z),
        )

    def away_from(self, body: Body, slots: Slots) -> npt.NDArray[np.float64]:
        """How many metres those avatars are from this one."""
        stands = self._records[slots]
        return _metres(stands, self._records[np.full(len(slots), body.slot)])

    def moved_at(self, body: Body) -> float:
        """When the avatar last moved or turned, in the seconds of `now`."""
        return float(self._moved_at[body.slot])

    def here(self) -> Slots:
        """The slots of all who are present, in order."""
        return np.flatnonzero(self._present)

    def are_here(self, slots: Slots) -> npt.NDArray[np.bool_]:
        """Which of those are present."""
        return self._present[slots]

    def records(self, slots: Slots) -> Records:
        """A copy of those avatars' records."""
        return self._records[slots]

    def changed(self, slots: Slots) -> npt.NDArray[np.int64]:
        """The beat in which each of those avatars last moved, turned, stopped or came."""
        return self._moved_beat[slots]

    def heroes(self, slots: Slots) -> npt.NDArray[np.bool_]:
        """PS9: which of those avatars are guides or staff."""
        return self._heroes[slots]


class _Numbers:
    """ID1: avatar numbers from 1; one that is given back is used again as late as possible."""

    def __init__(self) -> None:
        self._next = 1
        self._used: set[int] = set()
        self._back: deque[int] = deque()

    def take(self, wanted: int | None) -> int:
        """`wanted` if nobody has it, else the number unused for longest."""
        free = wanted is not None and 1 <= wanted <= LAST_ID and wanted not in self._used
        number = wanted if free and wanted is not None else self._longest_unused()
        self._used.add(number)
        return number

    def give_back(self, number: int) -> None:
        self._used.remove(number)
        self._back.append(number)

    def _longest_unused(self) -> int:
        while True:
            if self._next <= LAST_ID:
                number, self._next = self._next, self._next + 1
            else:
                number = self._back.popleft()
            if number not in self._used:  # a returning avatar may have taken it out of turn
                return number


def _metres(wish: npt.NDArray[np.void], stood: Records) -> npt.NDArray[np.float64]:
    east = (wish["x"].astype(np.float64) - stood["x"]) * UNIT_METRES
    south = (wish["z"].astype(np.float64) - stood["z"]) * UNIT_METRES
    up = (wish["y"].astype(np.float64) - stood["y"]) / 100
    far: npt.NDArray[np.float64] = np.sqrt(east * east + south * south + up * up)
    return far
