"""Rate limits shared by all worlds: a bucket per key fills steadily, and an empty one refuses."""

import math
from dataclasses import dataclass

from world_server.errors import TooMany
from world_server.presence.connection import Redis, run

_SPEND = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local size, per_second = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(kept[1]) or size
local passed = math.max(0, now - (tonumber(kept[2]) or now))
tokens = math.min(size, tokens + passed * per_second / 1000)
local wait = 0
if tokens >= 1 then tokens = tokens - 1 else wait = math.ceil((1 - tokens) / per_second * 1000) end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', now)
redis.call('PEXPIRE', KEYS[1], math.ceil(size / per_second * 1000) + 1000)
return wait
"""

_GIVE_BACK = """
local tokens = tonumber(redis.call('HGET', KEYS[1], 'tokens'))
if tokens then
  redis.call('HSET', KEYS[1], 'tokens', tostring(math.min(tonumber(ARGV[1]), tokens + 1)))
end
"""


@dataclass(frozen=True, slots=True)
class Bucket:
    """`size` goes at once, then one every `seconds_each` seconds."""

    name: str
    size: int
    seconds_each: float


async def spend(redis: Redis, bucket: Bucket, key: str) -> None:
    """Take one from the bucket of `key`; raise TooMany (with seconds to wait) when it is empty."""
    wait = await run(
        redis,
        _SPEND,
        keys=[_name(bucket, key)],
        args=[bucket.size, 1 / bucket.seconds_each],
    )
    if wait:
        raise TooMany(math.ceil(wait / 1000))


async def give_back(redis: Redis, bucket: Bucket, key: str) -> None:
    """Put back what was spent on something that, as it turned out, is not to be limited."""
    await run(redis, _GIVE_BACK, keys=[_name(bucket, key)], args=[bucket.size])


def _name(bucket: Bucket, key: str) -> str:
    return f"kashima:bucket:{bucket.name}:{key}"
