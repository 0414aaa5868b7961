"""Where a visitor stood last in an instance, so that returning within 30 s means standing there.

It outlives the world process: whichever world owns the instance next puts the avatar back.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import orjson

from world_server.presence.connection import Redis, answering

KEPT_SECONDS = 30


@dataclass(frozen=True, slots=True)
class KeptPose:
    """An avatar's number and pose: metres (x east, y up, z south) and radians."""

    avatar: int
    x: float
    y: float
    z: float
    yaw: float


def _key(instance: str, visitor_id: str) -> str:
    return f"kashima:pose:{instance}:{visitor_id}"


async def keep(redis: Redis, *, instance: str, poses: Mapping[str, KeptPose]) -> None:
    """Remember the poses (visitor id → pose) for 30 s, all in one round trip."""
    if not poses:
        return
    with answering():
        async with redis.pipeline(transaction=False) as batch:
            for visitor_id, pose in poses.items():
                told = orjson.dumps(asdict(pose))
                batch.set(_key(instance, visitor_id), told, ex=KEPT_SECONDS)
            await batch.execute()


async def last(redis: Redis, *, instance: str, visitor_id: str) -> KeptPose | None:
    """The pose kept less than 30 s ago, or None."""
    with answering():
        told = await redis.get(_key(instance, visitor_id))
    return None if told is None else KeptPose(**orjson.loads(told))


async def forget(redis: Redis, *, instance: str, visitor_id: str) -> None:
    """The visitor left on purpose, or was removed: next time they start afresh."""
    with answering():
        await redis.delete(_key(instance, visitor_id))
