"""The pose frame: where avatars stand, encoded once for all who see the same (PS1, PS2)."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from world_server.errors import Malformed
from world_server.protocol.limits import POSE_HEADER_BYTES, POSE_RECORD_BYTES

RECORD = np.dtype(
    [
        ("id", "<u2"),
        ("x", "<u2"),
        ("z", "<u2"),
        ("y", "<i2"),
        ("yaw", "u1"),
        ("state", "u1"),
    ]
)
"""PS2: one avatar in a frame; ten bytes without padding, little endian."""

HEADER = np.dtype([("type", "u1"), ("flags", "u1"), ("count", "<u2"), ("server_ms", "<u4")])
"""PS2: what a frame starts with."""

Records = npt.NDArray[np.void]
"""A run of RECORD."""

MS_MASK = 0xFFFF_FFFF


class FrameType(IntEnum):
    """NEAR lists those close by who moved; ALL lists everybody in the instance (PS3, PS4)."""

    NEAR = 1
    ALL = 2


@dataclass(frozen=True, slots=True, eq=False)
class PoseFrame:
    """A decoded frame; `server_ms` counts the instance's milliseconds and wraps at 2^32."""

    type: FrameType
    server_ms: int
    records: Records


def encode_frame(kind: FrameType, *, server_ms: int, records: Records) -> bytes:
    """PS2: the bytes of a frame; `records` is copied as it lies in memory."""
    return frame_of_runs(kind, server_ms=server_ms, count=len(records), runs=(records.tobytes(),))


def frame_of_runs(kind: FrameType, *, server_ms: int, count: int, runs: tuple[bytes, ...]) -> bytes:
    """PS2: a frame of records that are already bytes, `count` in all."""
    head = (
        int(kind)
        | count << 16  # the flags between them are 0 in this version
        | (server_ms & MS_MASK) << 32
    )
    return b"".join((head.to_bytes(POSE_HEADER_BYTES, "little"), *runs))


def decode_frame(raw: bytes) -> PoseFrame:
    """PS2: read a frame; raise Malformed for an unknown type or a length that does not fit.

    Flags are for later versions: a reader ignores the ones it does not know.
    """
    if len(raw) < POSE_HEADER_BYTES:
        raise Malformed("length")
    head = np.frombuffer(raw, HEADER, count=1)[0]
    if len(raw) != POSE_HEADER_BYTES + int(head["count"]) * POSE_RECORD_BYTES:
        raise Malformed("length")
    try:
        kind = FrameType(int(head["type"]))
    except ValueError as unknown:
        raise Malformed("type") from unknown
    records = np.frombuffer(raw, RECORD, offset=POSE_HEADER_BYTES)
    return PoseFrame(type=kind, server_ms=int(head["server_ms"]), records=records)
