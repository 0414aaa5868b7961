"""Who came with a signed entry first: it is theirs, and nobody else gets in with a copy of it."""

from world_server.entries import LONGEST_ENTRY, Entry
from world_server.errors import EntryRefused
from world_server.presence.connection import Redis, run

_CLAIM = """
redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2])
return redis.call('GET', KEYS[1])
"""


async def claim(redis: Redis, entry: Entry, *, visitor_id: str) -> None:
    """Tie the entry to the visitor; raise EntryRefused when it is tied to another."""
    life = int(LONGEST_ENTRY.total_seconds())
    owner = await run(
        redis, _CLAIM, keys=[f"kashima:entry:{entry.number}"], args=[visitor_id, life]
    )
    if (owner if isinstance(owner, str) else owner.decode()) != visitor_id:
        raise EntryRefused("other-visitor")
