"""What a visitor's client says about its own avatar: one move, in either lane (MV1 to MV3)."""

import struct
from dataclasses import dataclass

import numpy as np

from world_server.errors import Malformed
from world_server.protocol.geometry import U16_MAX, Bounds, Gait, WirePose, pose_of
from world_server.protocol.limits import MOVE_BYTES
from world_server.protocol.numbers import an_object, whole

MOVE_TYPE = 1
MOVE = np.dtype(
    [
        ("type", "u1"),
        ("state", "u1"),
        ("seq", "<u2"),
        ("x", "<u2"),
        ("z", "<u2"),
        ("y", "<i2"),
        ("yaw", "u1"),
        ("tail", "u1"),
    ]
)
"""MV1: a compact move; twelve bytes without padding, little endian."""

_MOVE = struct.Struct("<BBHHHhBB")
_GAITS = frozenset(int(gait) for gait in Gait)
_LAST_GAIT = max(_GAITS)


@dataclass(frozen=True, slots=True)
class Move:
    """A wish to stand at `pose`; `seq` names it in a correction."""

    seq: int
    pose: WirePose
    gait: Gait


def encode_move(move: Move) -> bytes:
    """MV1: the twelve bytes of a compact move."""
    pose = move.pose
    return _MOVE.pack(MOVE_TYPE, move.gait, move.seq, pose.x, pose.z, pose.y, pose.yaw, 0)


def is_move(raw: bytes) -> bool:
    """MV2: whether `decode_move` would accept; every x, z, y and yaw of the wire is a number."""
    return len(raw) == MOVE_BYTES and raw[0] == MOVE_TYPE and raw[1] <= _LAST_GAIT and not raw[11]


def decode_move(raw: bytes) -> Move:
    """MV1, MV2: read a compact move; raise Malformed for any other length, type, gait or tail."""
    if len(raw) != MOVE_BYTES:
        raise Malformed("length")
    kind, state, seq, x, z, y, yaw, tail = _MOVE.unpack(raw)
    if kind != MOVE_TYPE:
        raise Malformed("type")
    if state not in _GAITS:
        raise Malformed("state")
    if tail:
        raise Malformed("tail")
    return Move(seq=seq, pose=WirePose(x=x, z=z, y=y, yaw=yaw), gait=Gait(state))


def decode_move_event(raw: object, bounds: Bounds) -> Move:
    """MV3: read the `move` event of the events lane; raise Malformed naming the field."""
    told = an_object(raw, "move")
    seq = whole(told, "seq", most=U16_MAX)
    state = whole(told, "state", most=_LAST_GAIT)
    return Move(seq=seq, pose=bounds.pack(pose_of(told)), gait=Gait(state))
