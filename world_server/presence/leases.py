"""Which world process an instance lives in: a lease that lapses when its world dies."""

from collections.abc import Iterable

from world_server.presence.connection import Redis, answering, run

LEASE_SECONDS = 8
RENEW_SECONDS = 2
"""How often a world renews: three misses in a row still keep the lease."""

_CLAIM = """
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return owner end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
"""

_RELEASE = """
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
"""


def key(instance: str) -> str:
    """Where the lease of an instance is kept."""
    return f"kashima:lease:{instance}"


async def claim(redis: Redis, *, instance: str, world: str) -> str:
    """Take or renew the lease for `world` unless another world has it; give back the owner."""
    owner = await run(redis, _CLAIM, keys=[key(instance)], args=[world, LEASE_SECONDS * 1000])
    return _name(owner)


async def renew(redis: Redis, *, instances: Iterable[str], world: str) -> frozenset[str]:
    """Renew all leases of `world`; give back the instances that belong to another world now.

    A lease that vanished (Redis restarted) is simply taken again.
    """
    lost = set()
    for instance in instances:
        if await claim(redis, instance=instance, world=world) != world:
            lost.add(instance)
    return frozenset(lost)


async def release(redis: Redis, *, instance: str, world: str) -> None:
    """Let another world have the instance at once."""
    await run(redis, _RELEASE, keys=[key(instance)], args=[world])


async def owner(redis: Redis, instance: str) -> str | None:
    """The world the instance lives in, or None."""
    with answering():
        world = await redis.get(key(instance))
    return None if world is None else _name(world)


def _name(answer: bytes | str) -> str:
    return answer if isinstance(answer, str) else answer.decode()
