"""A held code belongs to whoever used it first, however many come with a copy at once."""

import asyncio

import pytest
from fixed_time import MORNING

from world_server.claim_tokens import new_hold
from world_server.errors import ClaimRefused
from world_server.presence import holds
from world_server.presence.connection import Redis


async def test_of_fifty_with_one_hold_one_has_it(redis: Redis) -> None:
    hold = new_hold(7, now=MORNING)
    told = await asyncio.gather(
        *(holds.take(redis, hold, visitor_id=f"v{number}") for number in range(50)),
        return_exceptions=True,
    )
    assert sum(one is None for one in told) == 1
    others = {str(one) for one in told if one is not None}
    assert others == {"claim-refused (rule=used)"}


async def test_whoever_has_it_may_come_again_and_nobody_else(redis: Redis) -> None:
    hold, other = new_hold(7, now=MORNING), new_hold(7, now=MORNING)
    for _ in range(3):
        await holds.take(redis, hold, visitor_id="aiko")
    with pytest.raises(ClaimRefused, match="used"):
        await holds.take(redis, hold, visitor_id="ben")
    await holds.take(redis, other, visitor_id="ben")


async def test_redis_forgets_it_after_it_is_worth_nothing(redis: Redis) -> None:
    hold = new_hold(7, now=MORNING)
    await holds.take(redis, hold, visitor_id="aiko")
    (key,) = await redis.keys("kashima:claim-hold:*")
    assert 600 < await redis.ttl(key) <= 1200
