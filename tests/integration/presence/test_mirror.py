"""Glimpses over a real Redis: heard by the worlds that hold the event, for as long as they do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from patience import until
from stoppable_redis import StoppableRedis

from world_server.errors import Unavailable
from world_server.presence.connection import Redis, connect
from world_server.presence.mirror import CHANNEL, Glimpse, Hero, listen, tell
from world_server.protocol.geometry import WirePose

GUIDE = Hero("v" * 22, "ガイド", 7, "guide", WirePose(100, 200, -5, 9), 1)
ONE = Glimpse("o", "event-x.2", 5, 2, (GUIDE,))
OTHER = Glimpse("o", "event-y", 6, 2, (GUIDE,))


class Ear:
    """A world that holds instances of the events in `bases`."""

    def __init__(self, redis: Redis, *bases: str) -> None:
        self.bases = frozenset(bases)
        self.heard: list[Glimpse] = []
        self._redis = redis

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        async def hear() -> None:
            async for one in listen(self._redis, lambda: self.bases):
                self.heard.append(one)

        task = asyncio.ensure_future(hear())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def is_heard(redis: Redis, glimpse: Glimpse, *, by: int) -> None:
    """Tell it until so many worlds hear it."""

    async def told() -> bool:
        try:
            return await tell(redis, glimpse) == by
        except Unavailable:
            return False

    await until(told, seconds=20)


async def test_a_world_hears_of_the_events_it_holds_and_of_no_other(redis: Redis) -> None:
    ear = Ear(redis, "event-x")
    async with ear.listening():
        await is_heard(redis, ONE, by=1)
        assert await tell(redis, OTHER) == 0
        await until(lambda: ear.heard == [ONE])


async def test_what_it_hears_follows_the_instances_it_opens_and_closes(redis: Redis) -> None:
    ear = Ear(redis)
    async with ear.listening():
        assert await tell(redis, ONE) == 0
        ear.bases = frozenset({"event-x", "event-y"})
        await is_heard(redis, ONE, by=1)
        await is_heard(redis, OTHER, by=1)
        ear.bases = frozenset({"event-y"})
        await is_heard(redis, ONE, by=0)
        await is_heard(redis, OTHER, by=1)
        await until(lambda: ear.heard[-1:] == [OTHER])
        ear.bases = frozenset()
        await is_heard(redis, OTHER, by=0)
        ear.bases = frozenset({"event-x"})
        await is_heard(redis, ONE, by=1)
        await until(lambda: ear.heard[-1] == ONE)


async def test_what_is_no_glimpse_or_of_another_event_is_skipped(redis: Redis) -> None:
    ear = Ear(redis, "event-x")
    async with ear.listening():
        await is_heard(redis, ONE, by=1)
        await until(lambda: len(ear.heard) == 1)
        for rubbish in (b"", b"\xff", b"[]", b"{}", b"[" * 5000, b" " * 70_000):
            await redis.publish(CHANNEL + "event-x", rubbish)
        await redis.publish(CHANNEL + "event-x", b'{"origin":"o","instance":"event-x"}')
        await tell(redis, ONE)
        await until(lambda: len(ear.heard) == 2)
    assert ear.heard == [ONE, ONE]


async def test_after_redis_was_away_it_is_heard_again(own_redis: StoppableRedis) -> None:
    redis = connect(own_redis.url)
    ear = Ear(redis, "event-x")
    async with ear.listening():
        await is_heard(redis, ONE, by=1)
        own_redis.stop()
        own_redis.start()
        ear.heard.clear()
        await is_heard(redis, ONE, by=1)
        await until(lambda: ONE in ear.heard)
    await redis.aclose()


async def test_an_event_opened_while_redis_is_away_is_heard_once_it_is_there(
    own_redis: StoppableRedis,
) -> None:
    own_redis.stop()
    redis = connect(own_redis.url)
    ear = Ear(redis, "event-x")
    async with ear.listening():
        own_redis.start()
        await is_heard(redis, ONE, by=1)
        await until(lambda: ONE in ear.heard)
    await redis.aclose()
