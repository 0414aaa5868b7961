"""The pose frame: where avatars stand, encoded once for all who see the same (PS1, PS2)."""

from dataclasses import dataclass

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

HEADER = np.dtype([("type", "u1"), ("near", "u1"), ("count", "<u2"), ("server_ms", "<u4")])
"""PS2: what a frame starts with."""

FRAME_TYPE = 1
"""PS2: the only type so far."""

Records = npt.NDArray[np.void]
"""A run of RECORD."""

Numbers = npt.NDArray[np.uint16]
"""Avatar numbers (ID1)."""

MS_MASK = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True, eq=False)
class PoseFrame:
    """A decoded frame; `server_ms` counts the instance's milliseconds and wraps at 2^32.

    The first `near` records are of those who are shown at every beat they move in (PS3, PS9).
    """

    near: int
    server_ms: int
    records: Records


def encode_frame(records: Records, *, server_ms: int, near: int = 0) -> bytes:
    """PS2: the bytes of a frame; `records` is copied as it lies in memory."""
    return frame_of(records.tobytes(), server_ms=server_ms, near=near)


def frame_of(records: bytes, *, server_ms: int, near: int) -> bytes:
    """PS2: a frame of records that are already bytes."""
    count = len(records) // POSE_RECORD_BYTES
    head = FRAME_TYPE | near << 8 | count << 16 | (server_ms & MS_MASK) << 32
    return head.to_bytes(POSE_HEADER_BYTES, "little") + records


def without(raw: bytes, unseen: Numbers, *, own: int) -> bytes | None:
    """BL2: the frame without those avatars; `raw` itself when none of them is in it.

    None when nobody is left but `own`, the reader: who walks alone is not told so (PS5).
    """
    records = np.frombuffer(raw, RECORD, offset=POSE_HEADER_BYTES)
    ids = records["id"]
    stay = (ids[:, None] != unseen).all(axis=1)
    if stay.all():
        return raw
    if not (ids[stay] != own).any():
        return None
    head = np.frombuffer(raw, HEADER, count=1)[0]
    near = int(stay[: head["near"]].sum())
    return frame_of(records[stay].tobytes(), server_ms=int(head["server_ms"]), near=near)


def decode_frame(raw: bytes) -> PoseFrame:
    """PS2: read a frame; raise Malformed for an unknown type or a length that does not fit."""
    if len(raw) < POSE_HEADER_BYTES:
        raise Malformed("length")
    head = np.frombuffer(raw, HEADER, count=1)[0]
    if len(raw) != POSE_HEADER_BYTES + int(head["count"]) * POSE_RECORD_BYTES:
        raise Malformed("length")
    if head["type"] != FRAME_TYPE:
        raise Malformed("type")
    if head["near"] > head["count"]:
        raise Malformed("near")
    records = np.frombuffer(raw, RECORD, offset=POSE_HEADER_BYTES)
    return PoseFrame(near=int(head["near"]), server_ms=int(head["server_ms"]), records=records)
