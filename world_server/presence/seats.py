"""Who may be in an instance: so many seats, taken atomically, each lapsing unless kept alive.

take (15 s to arrive) → confirm (arrived) → keep (every few seconds while inside) → release
A visitor who has a seat keeps it whatever happens: joining again never needs a second one.

A seat's number is the microsecond at which it was taken, so it is never given out twice; a ticket
names it, and dies with it.
"""

from collections.abc import Iterable, Mapping

from world_server.errors import EventFull
from world_server.presence.connection import Redis, answering, run

RESERVED_SECONDS = 15
"""From the answer to a join until the connection must be there."""

HELD_SECONDS = 45
"""From one sign of life to the next: the 30 s of a resume, and a world's time to restart."""

_TAKE = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now)) do
  redis.call('ZREM', KEYS[1], gone)
  redis.call('HDEL', KEYS[2], gone)
end
local visitor, capacity, reserved = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local seat = redis.call('HGET', KEYS[2], visitor)
if not seat then
  if redis.call('ZCARD', KEYS[1]) >= capacity then return false end
  seat = time[1] .. string.format('%06d', time[2])
  redis.call('HSET', KEYS[2], visitor, seat)
end
redis.call('ZADD', KEYS[1], 'GT', now + reserved, visitor)
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[4]) end
return seat
"""

_CONFIRM = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local visitor, seat, held = ARGV[1], ARGV[2], tonumber(ARGV[3])
local until_then = redis.call('ZSCORE', KEYS[1], visitor)
if not until_then or tonumber(until_then) <= now then return 0 end
if redis.call('HGET', KEYS[2], visitor) ~= seat then return 0 end
redis.call('ZADD', KEYS[1], 'GT', now + held, visitor)
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, held) end
return 1
"""

_KEEP = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local held = tonumber(ARGV[1])
for i = 2, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], 'GT', now + held, ARGV[i])
  redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, held) end
return 0
"""

_RELEASE = """
if redis.call('HGET', KEYS[2], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 1
"""

_TAKEN = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local taken = {}
for i, key in ipairs(KEYS) do taken[i] = redis.call('ZCOUNT', key, '(' .. now, '+inf') end
return taken
"""


def _keys(instance: str) -> list[str]:
    return [f"kashima:seats:{instance}", f"kashima:seats:{instance}:numbers"]


async def take(redis: Redis, *, instance: str, visitor_id: str, capacity: int) -> int:
    """Reserve a seat for 15 s, or find the one the visitor has; give back its number.

    Raise EventFull when all `capacity` seats are taken by others, Unavailable without Redis.
    """
    reserved, held = RESERVED_SECONDS * 1000, HELD_SECONDS * 1000
    seat = await run(
        redis, _TAKE, keys=_keys(instance), args=[visitor_id, capacity, reserved, held]
    )
    if seat is None:
        raise EventFull
    return int(seat)


async def confirm(redis: Redis, *, instance: str, visitor_id: str, seat: int) -> bool:
    """The visitor arrived: hold the seat. False when it lapsed, was released, or is another's."""
    args = (visitor_id, seat, HELD_SECONDS * 1000)
    return bool(await run(redis, _CONFIRM, keys=_keys(instance), args=args))


async def keep(redis: Redis, *, instance: str, seats: Mapping[str, int]) -> None:
    """Hold the seats (visitor id → seat number) of all who are inside, for another 45 s.

    Also writes them anew if Redis lost them: the world knows best who is inside it.
    """
    if seats:
        args: list[str | int] = [HELD_SECONDS * 1000]
        for visitor_id, seat in seats.items():
            args += [visitor_id, seat]
        await run(redis, _KEEP, keys=_keys(instance), args=args)


async def release(redis: Redis, *, instance: str, visitor_id: str, seat: int) -> bool:
    """Give the seat back at once; a seat the visitor took since then stays theirs."""
    return bool(await run(redis, _RELEASE, keys=_keys(instance), args=[visitor_id, seat]))


async def evict(redis: Redis, *, instance: str, visitor_id: str) -> None:
    """Take whatever seat the visitor has there, number unknown: staff removed them."""
    held, numbers = _keys(instance)
    with answering():
        async with redis.pipeline(transaction=True) as both:
            both.zrem(held, visitor_id)
            both.hdel(numbers, visitor_id)
            await both.execute()


async def taken(redis: Redis, instance: str) -> int:
    """How many seats are taken or reserved now."""
    return (await taken_each(redis, [instance]))[instance]


async def taken_each(redis: Redis, instances: Iterable[str]) -> dict[str, int]:
    """How many seats are taken or reserved now in each of `instances`, in one round trip."""
    wanted = list(instances)
    if not wanted:
        return {}
    counts = await run(redis, _TAKEN, keys=[_keys(instance)[0] for instance in wanted], args=[])
    return dict(zip(wanted, map(int, counts), strict=True))
