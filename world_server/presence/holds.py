"""Who used a held code first: it is theirs, and a copy of it gives nobody else a badge."""

from world_server.claim_tokens import LONGEST_HOLD, Hold
from world_server.errors import ClaimRefused
from world_server.presence.connection import Redis, run
from world_server.store.claim_rules import Refusal

_TAKE = """
redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2])
return redis.call('GET', KEYS[1])
"""


async def take(redis: Redis, hold: Hold, *, visitor_id: str) -> None:
    """Tie the hold to the visitor; raise ClaimRefused when it is tied to another."""
    life = int(LONGEST_HOLD.total_seconds()) * 2
    owner = await run(
        redis, _TAKE, keys=[f"kashima:claim-hold:{hold.number}"], args=[visitor_id, life]
    )
    if (owner if isinstance(owner, str) else owner.decode()) != visitor_id:
        raise ClaimRefused(Refusal.USED)
