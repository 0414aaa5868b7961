"""Rate limits on a real Redis: so many at once, then steadily, each key for itself."""

import asyncio

import pytest
from patience import until

from world_server.errors import TooMany
from world_server.presence.buckets import Bucket, give_back, spend
from world_server.presence.connection import Redis

SLOW = Bucket("slow", size=3, seconds_each=3600)


async def test_a_storm_gets_exactly_what_the_bucket_holds(redis: Redis) -> None:
    outcomes = await asyncio.gather(
        *(spend(redis, SLOW, "here") for _ in range(30)), return_exceptions=True
    )
    assert sum(one is None for one in outcomes) == 3
    assert sum(isinstance(one, TooMany) for one in outcomes) == 27


async def test_a_refusal_says_how_long_to_wait(redis: Redis) -> None:
    for _ in range(3):
        await spend(redis, SLOW, "here")
    with pytest.raises(TooMany) as refused:
        await spend(redis, SLOW, "here")
    assert 3590 < refused.value.seconds <= 3600


async def test_keys_and_buckets_do_not_share(redis: Redis) -> None:
    for _ in range(3):
        await spend(redis, SLOW, "here")
    await spend(redis, SLOW, "there")
    await spend(redis, Bucket("other", size=1, seconds_each=3600), "here")


async def test_an_empty_bucket_fills_again(redis: Redis) -> None:
    quick = Bucket("quick", size=1, seconds_each=2)
    await spend(redis, quick, "here")
    with pytest.raises(TooMany):
        await spend(redis, quick, "here")

    async def is_let_in() -> bool:
        try:
            await spend(redis, quick, "here")
        except TooMany:
            return False
        return True

    await until(is_let_in)


async def test_a_bucket_is_forgotten_once_it_would_be_full(redis: Redis) -> None:
    await spend(redis, Bucket("short", size=2, seconds_each=5), "here")
    assert 0 < await redis.pttl("kashima:bucket:short:here") <= 11_000


async def test_what_is_given_back_may_be_spent_again_and_never_overflows(redis: Redis) -> None:
    await give_back(redis, SLOW, "here")  # nothing was spent, so nothing is kept
    assert await redis.keys("kashima:bucket:*") == []
    for _ in range(3):
        await spend(redis, SLOW, "here")
    await give_back(redis, SLOW, "here")
    await spend(redis, SLOW, "here")
    for _ in range(10):
        await give_back(redis, SLOW, "here")
    for _ in range(3):
        await spend(redis, SLOW, "here")
    with pytest.raises(TooMany):
        await spend(redis, SLOW, "here")
