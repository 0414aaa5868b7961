"""What a world leaves behind of the stays in an instance, so that another world can go on.

One value per instance, told every second or two by the world that owns it: a joiner of a living
instance needs none of it, and who takes an instance over reads it once.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import orjson

from world_server.presence.connection import Redis, answering

KEPT_SECONDS = 30
"""RS1: as long as a visitor may take to come back."""


class KeptStay(NamedTuple):
    """Where an avatar stood and what was measured of its visit; thousands are made each second.

    Metres (x east, y up, z south) and radians; `active_seconds` is the total of the visit
    `visit_id` at `measured_at`, both None while the visit has no row yet. `reached` are places that
    are to be written down with them.
    """

    avatar: int
    x: float
    y: float
    z: float
    yaw: float
    visit_id: int | None
    active_seconds: int
    measured_at: datetime
    reached: tuple[str, ...] = ()


def _key(instance: str) -> str:
    return f"kashima:stays:{instance}"


async def keep(redis: Redis, *, instance: str, stays: Mapping[str, KeptStay]) -> None:
    """Replace what is kept of the instance (visitor id → stay), for 30 s."""
    told = {
        # A world of an older version, which may take over, knows nothing of places reached.
        visitor_id: tuple(stay) if stay.reached else tuple(stay)[:-1]
        for visitor_id, stay in stays.items()
    }
    with answering():
        await redis.set(_key(instance), orjson.dumps(told), ex=KEPT_SECONDS)


async def left_behind(redis: Redis, instance: str) -> dict[str, KeptStay]:
    """What was told of the instance less than 30 s ago; empty when there was nothing."""
    with answering():
        told = await redis.get(_key(instance))
    if told is None:
        return {}
    return {
        visitor_id: KeptStay(
            avatar, x, y, z, yaw, visit_id, active, datetime.fromisoformat(at), *map(tuple, reached)
        )
        for visitor_id, (avatar, x, y, z, yaw, visit_id, active, at, *reached) in orjson.loads(
            told
        ).items()
    }


async def forget(redis: Redis, instance: str) -> None:
    """Everybody left on purpose: who comes next starts afresh."""
    with answering():
        await redis.delete(_key(instance))
