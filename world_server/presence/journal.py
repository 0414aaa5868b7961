"""What was said in an instance, kept so that another world can tell it when this one has died."""

from collections.abc import Sequence

from world_server.presence.connection import Redis, answering, run
from world_server.presence.leases import key as lease_key

KEPT_SECONDS = 60
"""Twice the time of a resume; renewed for as long as the world tells that it lives."""

_APPEND = """
local owner = redis.call('GET', KEYS[2])
if owner and owner ~= ARGV[1] then return 0 end
if ARGV[4] == '1' then redis.call('DEL', KEYS[1]) end
for i = 5, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[i]) end
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[2]), -1)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
"""


def _key(instance: str) -> str:
    return f"kashima:log:{instance}"


async def append(
    redis: Redis,
    *,
    instance: str,
    world: str,
    entries: Sequence[bytes],
    most: int,
    anew: bool = False,
) -> bool:
    """Keep these entries after the others, or `anew` instead of them: the last `most` of all.

    False when the instance belongs to another world: nothing may be told here any more.
    """
    args: list[str | bytes | int | float] = [world, most, KEPT_SECONDS * 1000, int(anew), *entries]
    return bool(await run(redis, _APPEND, keys=[_key(instance), lease_key(instance)], args=args))


async def kept(redis: Redis, instance: str) -> list[bytes]:
    """The entries of the instance in order; empty when no world told of it for a minute."""
    with answering():
        told = await redis.lrange(_key(instance), 0, -1)
    return [one if isinstance(one, bytes) else one.encode() for one in told]


async def keep_alive(redis: Redis, instance: str) -> bool:
    """The instance lives: its entries are kept for another minute. False when there are none."""
    with answering():
        return bool(await redis.expire(_key(instance), KEPT_SECONDS))


async def forget(redis: Redis, instance: str) -> None:
    """The instance is empty: nobody will come back to what was said in it."""
    with answering():
        await redis.delete(_key(instance))
