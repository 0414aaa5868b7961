"""Who is in an instance, as the world that owns it last told; gone 15 s after it stops telling."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import orjson

from world_server.presence.connection import Redis, answering

TOLD_SECONDS = 15
TELL_SECONDS = 2
"""How often a world tells: staff see people come and go within about two seconds."""


@dataclass(frozen=True, slots=True)
class Present:
    """One visitor inside an instance; `x` and `z` in metres, `place` a place's id or empty."""

    visitor_id: str
    avatar: int
    nickname: str
    place: str
    active_seconds: int
    x: float
    z: float


def _key(instance: str) -> str:
    return f"kashima:roster:{instance}"


async def tell(redis: Redis, *, instance: str, present: Sequence[Present]) -> None:
    """Replace what is known about who is in `instance`; only its owner may call this.

    One value per instance, since one world owns it: readers never see half an update.
    """
    told = orjson.dumps(present)
    with answering():
        await redis.set(_key(instance), told, ex=TOLD_SECONDS)


async def present(redis: Redis, instance: str) -> list[Present]:
    """Who is in `instance`, in the world's order; empty when nobody is or no world tells."""
    with answering():
        told = await redis.get(_key(instance))
    return [] if told is None else [Present(**one) for one in orjson.loads(told)]


async def counts(redis: Redis, instances: Iterable[str]) -> dict[str, int]:
    """How many are in each of `instances`, in one round trip."""
    wanted = list(instances)
    if not wanted:
        return {}
    with answering():
        told = await redis.mget([_key(instance) for instance in wanted])
    return {
        instance: 0 if one is None else len(orjson.loads(one))
        for instance, one in zip(wanted, told, strict=True)
    }
