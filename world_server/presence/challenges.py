"""Challenges for passkeys: random, kept for five minutes, answered once."""

import secrets

from world_server.errors import PassportRefused
from world_server.presence.connection import Redis, run

GOOD_FOR_SECONDS = 300
"""Somebody may have to find their phone first."""

NOBODY = ""
"""For whom a challenge is that anybody's passkey may answer."""

_GIVE = "redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])"

_TAKE = """
local whose = redis.call('GET', KEYS[1])
redis.call('DEL', KEYS[1])
return whose
"""


async def give(redis: Redis, *, visitor_id: str) -> bytes:
    """A challenge for this visitor to make a passkey with, or for NOBODY to come in by one."""
    challenge = secrets.token_bytes(32)
    await run(redis, _GIVE, keys=[_name(challenge)], args=[visitor_id, GOOD_FOR_SECONDS])
    return challenge


async def take(redis: Redis, challenge: bytes, *, visitor_id: str) -> None:
    """Use the challenge up; raise PassportRefused unless it was given for just this and not used.

    It is used up even when it was for somebody else: it was seen where it should not be.
    """
    whose = await run(redis, _TAKE, keys=[_name(challenge)], args=[])
    told = whose.decode() if isinstance(whose, bytes) else whose
    if told != visitor_id:
        raise PassportRefused("challenge")


def _name(challenge: bytes) -> str:
    return f"kashima:passkey-challenge:{challenge[:64].hex()}"
