"""What a visitor's client says about its own avatar: one move, in either lane (MV1 to MV3)."""

import struct
from dataclasses import dataclass

from world_server.errors import Malformed
from world_server.protocol.geometry import U16_MAX, Bounds, Gait, WirePose, pose_of
from world_server.protocol.limits import MOVE_BYTES
from world_server.protocol.numbers import an_object, whole

MOVE_TYPE = 1
_MOVE = struct.Struct("<BBHHHhBB")
_GAITS = frozenset(int(gait) for gait in Gait)


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
    state = whole(told, "state", most=max(_GAITS))
    return Move(seq=seq, pose=bounds.pack(pose_of(told)), gait=Gait(state))
