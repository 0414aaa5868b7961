"""Positions as the town means them and as the wire carries them (PO1 to PO4)."""

import math
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, Any

from world_server.errors import Malformed
from world_server.protocol.limits import (
    HIGHEST_METRES,
    LOWEST_METRES,
    UNIT_METRES,
    YAW_STEPS,
)
from world_server.protocol.numbers import finite
from world_server.protocol.schema import Wire

U16_MAX = 0xFFFF
GAIT_BITS = 0x0F
SNAP_BIT = 0x10
"""PO4: the avatar did not walk here, it was put here; a client must not draw a walk between."""


class Gait(IntEnum):
    """How an avatar moves: the low nibble of the state byte (PO4)."""

    STAND = 0
    WALK = 1
    RUN = 2


@dataclass(frozen=True, slots=True)
class Pose:
    """Metres east (x), up (y), south (z); yaw in radians, 0 towards +z, growing towards +x."""

    x: float
    y: float
    z: float
    yaw: float

    def body(self) -> dict[str, float]:
        """The pose as JSON carries it, to the millimetre and the tenth of a milliradian."""
        return {
            "x": round(self.x, 3),
            "y": round(self.y, 3),
            "z": round(self.z, 3),
            "yaw": round(self.yaw, 4),
        }


@dataclass(frozen=True, slots=True)
class WirePose:
    """A pose in wire steps: x and z of 2 cm from the bounds' corner, y in cm, yaw of a turn/256."""

    x: int
    z: int
    y: int
    yaw: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """The town's edge in metres, and the heights between which an avatar may stand."""

    min_x: Annotated[float, Wire(name="minX")]
    min_z: Annotated[float, Wire(name="minZ")]
    max_x: Annotated[float, Wire(name="maxX")]
    max_z: Annotated[float, Wire(name="maxZ")]
    min_y: Annotated[float, Wire(kept=True)] = LOWEST_METRES
    max_y: Annotated[float, Wire(kept=True)] = HIGHEST_METRES

    def __post_init__(self) -> None:
        widest = U16_MAX * UNIT_METRES
        if not 0 < self.max_x - self.min_x <= widest or not 0 < self.max_z - self.min_z <= widest:
            message = f"the town must be wider than 0 and at most {widest} m each way"
            raise ValueError(message)
        if not -327 <= self.min_y < self.max_y <= 327:  # noqa: PLR2004  what an i16 of cm can say
            message = "heights must lie within 327 m of zero"
            raise ValueError(message)

    def holds(self, pose: Pose) -> bool:
        """PO1: whether all four numbers are finite and the place is inside the town."""
        return (
            math.isfinite(pose.yaw)
            and self.min_x <= pose.x <= self.max_x
            and self.min_z <= pose.z <= self.max_z
            and self.min_y <= pose.y <= self.max_y
        )

    def pack(self, pose: Pose) -> WirePose:
        """PO2, PO3: the nearest wire pose; raise Malformed for one that `holds` refuses."""
        if not self.holds(pose):
            raise Malformed("pose")
        return WirePose(
            x=round((pose.x - self.min_x) / UNIT_METRES),
            z=round((pose.z - self.min_z) / UNIT_METRES),
            y=round(pose.y * 100),
            yaw=round(math.fmod(pose.yaw, math.tau) / math.tau * YAW_STEPS) % YAW_STEPS,
        )

    def unpack(self, wire: WirePose) -> Pose:
        """PO2, PO3: the pose a wire pose stands for; yaw from 0 up to a full turn."""
        return Pose(
            x=self.min_x + wire.x * UNIT_METRES,
            y=wire.y / 100,
            z=self.min_z + wire.z * UNIT_METRES,
            yaw=wire.yaw / YAW_STEPS * math.tau,
        )

    def body(self) -> dict[str, float]:
        """The bounds as `welcome` carries them."""
        return {
            "minX": self.min_x,
            "minZ": self.min_z,
            "maxX": self.max_x,
            "maxZ": self.max_z,
        }


def pose_of(raw: dict[str, Any]) -> Pose:
    """PO1: read x, y, z, yaw of a JSON object; raise Malformed for anything but finite numbers."""
    return Pose(**{name: finite(raw, name) for name in ("x", "y", "z", "yaw")})
