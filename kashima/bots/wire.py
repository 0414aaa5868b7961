"""The wire as a client reads and writes it: text packets of Socket.IO, and bare binary. Pure."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kashima.bots.streets import Spot
from world_server.protocol.geometry import Bounds, Gait, Pose, WirePose
from world_server.protocol.limits import PROTOCOL_VERSION
from world_server.protocol.moves import Move, encode_move
from world_server.protocol.poses import decode_frame

PING, PONG = "2", "3"


@dataclass(frozen=True, slots=True)
class Refused:
    """What `connect_error`, `bye`, a refused request and a refused join carry."""

    code: str
    retryable: bool
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """How long the town asks one to wait; 0 when it does not say."""
        seconds = self.details.get("seconds", 0)
        return float(seconds) if isinstance(seconds, int | float) else 0.0


LOST = Refused("lost", retryable=True)
"""The line ended without a word."""

UNREACHABLE = Refused("unreachable", retryable=True)
"""Nothing answers at that address, or not as a town does."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its one argument."""

    name: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ping:
    """To be answered with PONG, or the town takes us for a ghost."""


Heard = Told | Ping | Refused
"""What a text packet can mean to a bot; of everything else it needs to know nothing."""


def hear(text: str) -> Heard | None:
    """What this text packet means; ValueError when it is not one."""
    if text == PING:
        return Ping()
    if text.startswith("42"):
        name, *bodies = json.loads(text[2:])
        return Told(str(name), bodies[0] if bodies and isinstance(bodies[0], dict) else {})
    if text.startswith("44"):
        told = json.loads(text[2:])
        return refused(told.get("data") if isinstance(told, dict) else None)
    return None


def refused(told: object) -> Refused:
    """A refusal as it travels; what is not one is `unreachable`."""
    if not isinstance(told, Mapping) or not isinstance(told.get("code"), str):
        return UNREACHABLE
    details = told.get("details")
    return Refused(
        str(told["code"]),
        retryable=told.get("retryable") is True,
        details=details if isinstance(details, Mapping) else {},
    )


def hello(ticket: str, *, after: int | None) -> str:
    """CONNECT in the compact lane, as somebody who comes back when `after` is a number."""
    auth = {"ticket": ticket, "protocol": PROTOCOL_VERSION, "lane": "compact"}
    return "40" + json.dumps(auth | ({} if after is None else {"after": after}))


def ask(name: str, body: Mapping[str, object]) -> str:
    """A request nobody waits for an answer to."""
    return "42" + json.dumps([name, body], ensure_ascii=False)


def bounds_of(told: Mapping[str, Any]) -> Bounds:
    """The bounds in a `welcome`."""
    return Bounds(
        min_x=float(told["minX"]),
        min_z=float(told["minZ"]),
        max_x=float(told["maxX"]),
        max_z=float(told["maxZ"]),
    )


def pose_of(told: Mapping[str, Any]) -> Pose:
    """A pose in a `welcome` or `correct`."""
    return Pose(*(float(told[name]) for name in ("x", "y", "z", "yaw")))


def move(seq: int, pose: Pose, gait: Gait, bounds: Bounds) -> bytes:
    """A move to that pose, or to the nearest point of the town."""
    inside = Pose(
        x=min(max(pose.x, bounds.min_x), bounds.max_x),
        y=min(max(pose.y, bounds.min_y), bounds.max_y),
        z=min(max(pose.z, bounds.min_z), bounds.max_z),
        yaw=math.remainder(pose.yaw, math.tau),
    )
    return encode_move(Move(seq=seq & 0xFFFF, pose=bounds.pack(inside), gait=gait))


def seen(frame: bytes, bounds: Bounds) -> Iterator[tuple[int, Spot]]:
    """The avatars in a pose frame and where they stand; raise Malformed."""
    for avatar, x, z, y, yaw, _ in decode_frame(frame).records.tolist():
        pose = bounds.unpack(WirePose(x=x, z=z, y=y, yaw=yaw))
        yield avatar, Spot(pose.x, pose.y, pose.z)
