"""The seats of an event and the line in front of them, as Lua that Redis runs in one piece.

Everything that gives, takes or lapses a seat goes through here, so that no two worlds can ever
give the same seat, and nobody can slip in between a seat becoming free and the first in line
having it. Nine keys, all of one base name (see `world_server.instances`):

held     sorted set   visitor → when the seat lapses (ms)
numbers  hash         visitor → "<seat number>.<instance number>"
filled   hash         instance number → seats taken there
line     sorted set   visitor → order of coming
seen     sorted set   visitor → when they fall out of the line unless they ask again (ms)
offered  set          visitors who were given a seat while they waited and have not fetched it
asked    sorted set   visitor → when they last took or fetched their seat (ms)
told     string       when a world last told who is inside (ms)
back     string       when the silence of all worlds was noticed (ms)

Seats lapse because nobody kept them. When Redis itself was away that proves nothing, so after a
silence nothing lapses until the worlds have had a moment to tell, and the line to ask again.
"""

from collections.abc import Sequence
from typing import Any

from world_server.presence.connection import Argument, Redis, run

_ALWAYS = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local micros = time[1] .. string.format('%06d', time[2])
local held, numbers, filled = KEYS[1], KEYS[2], KEYS[3]
local line, seen, offered, asked = KEYS[4], KEYS[5], KEYS[6], KEYS[7]
local told, back = KEYS[8], KEYS[9]

local function number_of(seat) return tonumber(string.match(seat, '^%d+')) end
local function place_of(seat) return string.match(seat, '%.(%d+)$') end

local function free(visitor)
  local seat = redis.call('HGET', numbers, visitor)
  redis.call('ZREM', held, visitor)
  redis.call('ZREM', asked, visitor)
  if not seat then return end
  redis.call('HDEL', numbers, visitor)
  if redis.call('HINCRBY', filled, place_of(seat), -1) < 1 then
    redis.call('HDEL', filled, place_of(seat))
  end
end

local function sit(visitor, seat)
  redis.call('HSET', numbers, visitor, seat)
  redis.call('HINCRBY', filled, place_of(seat), 1)
end

local function hold(visitor, ms) redis.call('ZADD', held, 'GT', now + ms, visitor) end

local function step_out(visitor)
  redis.call('ZREM', line, visitor)
  redis.call('ZREM', seen, visitor)
end

-- The book stays together as a whole; what stands in it lapses one by one.
local function keep_book(ms)
  for _, key in ipairs(KEYS) do
    if key ~= offered then redis.call('PEXPIRE', key, ms) end
  end
end

-- True for a moment after nobody told anything for long: Redis, or all worlds, were away.
local function is_after_silence(silence_ms, moment_ms)
  local last = tonumber(redis.call('GET', told) or now)
  if now - last <= silence_ms then return false end
  redis.call('SET', back, now, 'NX')
  return now - tonumber(redis.call('GET', back)) < moment_ms
end

local function lapse()
  for _, gone in ipairs(redis.call('ZRANGEBYSCORE', held, '-inf', now)) do free(gone) end
  for _, gone in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', now)) do step_out(gone) end
end

-- The first instance with room; when all are full, the one with the fewest.
local function emptiest(capacity, each)
  local best, fewest = 1, nil
  for place = 1, math.ceil(capacity / each) do
    local there = tonumber(redis.call('HGET', filled, place) or 0)
    if there < each then return place end
    if not fewest or there < fewest then best, fewest = place, there end
  end
  return best
end

local function call_first(capacity, each, ms)
  local first = redis.call('ZPOPMIN', line)[1]
  if not first then return false end
  redis.call('ZREM', seen, first)
  if not redis.call('HGET', numbers, first) then
    sit(first, micros .. '.' .. emptiest(capacity, each))
  end
  hold(first, ms)
  redis.call('SADD', offered, first)
  redis.call('PEXPIRE', offered, ms)
  return true
end

-- Whoever asked last for anything, the free seats go to those who have waited longest.
local function settle(capacity, each, ms, silence_ms, moment_ms)
  if not is_after_silence(silence_ms, moment_ms) then lapse() end
  while redis.call('ZCARD', held) < capacity and call_first(capacity, each, ms) do end
end
"""

TAKE = """
local visitor, mode = ARGV[1], ARGV[2]
local capacity, each = tonumber(ARGV[3]), tonumber(ARGV[4])
local reserved, offered_ms, line_ms = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local silence_ms, moment_ms, book_ms = tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10]
settle(capacity, each, offered_ms, silence_ms, moment_ms)
local seat = redis.call('HGET', numbers, visitor)
if mode == 'over' and seat and place_of(seat) ~= '1' then
  free(visitor)
  seat = false
end
if not seat then
  if mode == 'over' then
    seat = micros .. '.1'
  elseif redis.call('ZCARD', held) < capacity then
    seat = micros .. '.' .. emptiest(capacity, each)
  elseif mode == 'wait' then
    if not redis.call('ZSCORE', line, visitor) then
      -- One more than the last even if this machine's clock was set back meanwhile.
      local last = redis.call('ZRANGE', line, -1, -1, 'WITHSCORES')[2]
      local order = math.max(tonumber(micros), tonumber(last or 0) + 1)
      redis.call('ZADD', line, string.format('%.0f', order), visitor)
    end
    redis.call('ZADD', seen, now + line_ms, visitor)
    keep_book(book_ms)
    return {'', redis.call('ZRANK', line, visitor) + 1, redis.call('ZCARD', line)}
  else
    keep_book(book_ms)
    return {'', 0, redis.call('ZCARD', line)}
  end
  sit(visitor, seat)
end
step_out(visitor)
redis.call('SREM', offered, visitor)
redis.call('ZADD', asked, now, visitor)
hold(visitor, reserved)
keep_book(book_ms)
return {seat, 0, 0}
"""

CONFIRM = """
local visitor, seat, held_ms = ARGV[1], ARGV[2], tonumber(ARGV[3])
local until_then = redis.call('ZSCORE', held, visitor)
if not until_then or tonumber(until_then) <= now then return 0 end
if redis.call('HGET', numbers, visitor) ~= seat then return 0 end
hold(visitor, held_ms)
redis.call('SREM', offered, visitor)
redis.call('ZADD', asked, now, visitor)
keep_book(ARGV[4])
return 1
"""

KEEP = """
local held_ms = tonumber(ARGV[1])
for i = 3, #ARGV, 2 do
  local visitor, seat = ARGV[i], ARGV[i + 1]
  local had = redis.call('HGET', numbers, visitor)
  -- A newer seat, in a sibling or after Redis was emptied, is where the visitor is going.
  local is_newer = had and number_of(had) > number_of(seat)
  if not is_newer then
    if had ~= seat then
      free(visitor)
      sit(visitor, seat)
    end
    hold(visitor, held_ms)
  end
end
redis.call('SET', told, now)
redis.call('DEL', back)
keep_book(ARGV[2])
return 0
"""

RELEASE = """
if redis.call('HGET', numbers, ARGV[1]) ~= ARGV[2] then return 0 end
-- Who left and asked again meanwhile is on the way back, and holds the very same seat.
local asked_at = redis.call('ZSCORE', asked, ARGV[1])
if asked_at and tonumber(asked_at) > now - tonumber(ARGV[3]) then return 0 end
free(ARGV[1])
return 1
"""

EVICT = """
free(ARGV[1])
step_out(ARGV[1])
redis.call('SREM', offered, ARGV[1])
return 0
"""

STEP_OUT = """
step_out(ARGV[1])
if redis.call('SREM', offered, ARGV[1]) == 1 then free(ARGV[1]) end
return 0
"""

LET_IN = """
local count, most = tonumber(ARGV[1]), tonumber(ARGV[2])
local capacity, each = tonumber(ARGV[3]), tonumber(ARGV[4])
local offered_ms, silence_ms, moment_ms = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
settle(capacity, each, offered_ms, silence_ms, moment_ms)
local let_in = 0
while let_in < count and redis.call('ZCARD', held) < most do
  if not call_first(capacity, each, offered_ms) then break end
  let_in = let_in + 1
end
keep_book(ARGV[8])
return let_in
"""

_OCCUPANCY = """
local time = redis.call('TIME')
local later = '(' .. time[1] * 1000 + math.floor(time[2] / 1000)
local told = {}
for i = 1, #KEYS, 3 do
  told[#told + 1] = redis.call('ZCOUNT', KEYS[i], later, '+inf')
  told[#told + 1] = redis.call('ZCOUNT', KEYS[i + 1], later, '+inf')
  local places = redis.call('HKEYS', KEYS[i + 2])
  told[#told + 1] = table.concat(places, ' ')
end
return told
"""


def _keys(base: str) -> list[str]:
    of_base = f"kashima:seats:{base}"
    parts = ("numbers", "filled", "line", "seen", "offered", "asked", "told", "back")
    return [of_base, *(f"{of_base}:{part}" for part in parts)]


async def turn(redis: Redis, script: str, base: str, *args: Argument) -> Any:  # noqa: ANN401  each script has its own answer
    """Run one of the scripts above on the book of `base`; raise Unavailable."""
    return await run(redis, _ALWAYS + script, keys=_keys(base), args=args)


async def look(redis: Redis, bases: Sequence[str]) -> list[tuple[int, int, tuple[int, ...]]]:
    """Of each base: seats taken, people in line, numbers of the instances with seats taken."""
    keys = []
    for base in bases:
        held, _, filled, _, seen, *_ = _keys(base)
        keys += [held, seen, filled]
    told = await run(redis, _OCCUPANCY, keys=keys, args=[])
    return [
        (int(told[at]), int(told[at + 1]), tuple(sorted(map(int, told[at + 2].split()))))
        for at in range(0, len(told), 3)
    ]
