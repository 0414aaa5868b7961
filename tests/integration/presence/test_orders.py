"""Orders over a real Redis: heard by every world, and a gap is never silent."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fixed_time import MORNING
from stoppable_redis import StoppableRedis

from world_server.errors import Unavailable
from world_server.presence.connection import Redis, connect
from world_server.presence.orders import (
    CHANNEL,
    Announce,
    EventChanged,
    Hearing,
    Order,
    RemoveVisitor,
    listen,
    send,
)

ORDERS: list[Order] = [
    Announce(7, "五分後に始まります <b>", "案内の田中", MORNING),
    RemoveVisitor(7, "a" * 22, "shouting"),
    EventChanged(7),
]


@asynccontextmanager
async def ear(redis: Redis) -> AsyncIterator[asyncio.Queue[Order | Hearing]]:
    """What a world hears, for a test to take out one by one."""
    heard: asyncio.Queue[Order | Hearing] = asyncio.Queue()

    async def listening() -> None:
        async for one in listen(redis):
            heard.put_nowait(one)

    task = asyncio.ensure_future(listening())
    try:
        yield heard
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def next_of(heard: asyncio.Queue[Order | Hearing]) -> Order | Hearing:
    return await asyncio.wait_for(heard.get(), 20)


async def test_every_world_hears_every_order_in_order(redis: Redis) -> None:
    async with ear(redis) as one, ear(redis) as other:
        assert await next_of(one) == await next_of(other) == Hearing()
        for order in ORDERS:
            assert await send(redis, order) == 2
        assert [await next_of(one) for _ in ORDERS] == ORDERS
        assert [await next_of(other) for _ in ORDERS] == ORDERS


async def test_what_is_no_order_is_skipped_and_the_next_is_heard(redis: Redis) -> None:
    async with ear(redis) as heard:
        await next_of(heard)
        for rubbish in (b"", b"\xff", b"[]", b'{"order":"announce"}', b'{"order":"dance"}'):
            await redis.publish(CHANNEL, rubbish)
        await send(redis, ORDERS[2])
        assert await next_of(heard) == ORDERS[2]


async def test_after_redis_was_away_a_world_hears_again_and_knows_it_missed_some(
    own_redis: StoppableRedis,
) -> None:
    redis = connect(own_redis.url)
    async with ear(redis) as heard:
        assert await next_of(heard) == Hearing()
        own_redis.stop()
        try:
            await send(redis, ORDERS[2])
        except Unavailable:
            pass
        else:
            raise AssertionError("an order was sent through a Redis that is away")
        own_redis.start()
        assert await next_of(heard) == Hearing()
        assert await send(redis, ORDERS[0]) == 1
        assert await next_of(heard) == ORDERS[0]
    await redis.aclose()


async def test_a_world_started_before_redis_hears_once_it_is_there(
    own_redis: StoppableRedis,
) -> None:
    own_redis.stop()
    redis = connect(own_redis.url)
    async with ear(redis) as heard:
        own_redis.start()
        assert await next_of(heard) == Hearing()
    await redis.aclose()
