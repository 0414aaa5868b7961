"""Redis being away is a refusal to try again; a mistake of ours is not dressed up as one."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from patience import until
from redis.exceptions import ResponseError
from stoppable_redis import StoppableRedis

from world_server.errors import Unavailable
from world_server.presence import buckets, journal, leases, orders, roster, seats, stays
from world_server.presence.buckets import Bucket
from world_server.presence.connection import Redis, answering, connect, is_answering, run
from world_server.presence.orders import EventChanged

ROOM = seats.Room(capacity=1, per_instance=1)

ASKED: dict[str, Callable[[Redis], Awaitable[object]]] = {
    "take": lambda r: seats.take(r, base="i", visitor_id="v", room=ROOM),
    "take as staff": lambda r: seats.take_as_staff(r, base="i", visitor_id="v", room=ROOM),
    "wait": lambda r: seats.wait(r, base="i", visitor_id="v", room=ROOM),
    "step out": lambda r: seats.step_out(r, base="i", visitor_id="v"),
    "let in": lambda r: seats.let_in(r, base="i", count=1, room=ROOM),
    "confirm": lambda r: seats.confirm(r, instance="i", visitor_id="v", seat=1),
    "keep seats": lambda r: seats.keep(r, instance="i", seats={"v": 1}),
    "release seat": lambda r: seats.release(r, instance="i", visitor_id="v", seat=1),
    "evict": lambda r: seats.evict(r, base="i", visitor_id="v"),
    "occupancy": lambda r: seats.occupancy(r, "i"),
    "claim": lambda r: leases.claim(r, instance="i", world="w1"),
    "renew": lambda r: leases.renew(r, instances=["i"], world="w1"),
    "release lease": lambda r: leases.release(r, instance="i", world="w1"),
    "owner": lambda r: leases.owner(r, "i"),
    "tell": lambda r: roster.tell(r, instance="i", present=[]),
    "present": lambda r: roster.present(r, "i"),
    "counts": lambda r: roster.counts(r, ["i"]),
    "keep stays": lambda r: stays.keep(r, instance="i", stays={}),
    "left behind": lambda r: stays.left_behind(r, "i"),
    "forget stays": lambda r: stays.forget(r, "i"),
    "append": lambda r: journal.append(r, instance="i", world="w1", entries=[b"x"], most=1),
    "kept log": lambda r: journal.kept(r, "i"),
    "keep log alive": lambda r: journal.keep_alive(r, "i"),
    "forget log": lambda r: journal.forget(r, "i"),
    "spend": lambda r: buckets.spend(r, Bucket("b", size=1, seconds_each=1), "k"),
    "send": lambda r: orders.send(r, EventChanged(1)),
}


@pytest.mark.parametrize("what", ASKED)
async def test_without_redis_everything_is_refused_as_unavailable(what: str) -> None:
    redis = connect("redis://:none@127.0.0.1:1/0")
    with pytest.raises(Unavailable):
        await ASKED[what](redis)
    await redis.aclose()


async def test_a_redis_that_stops_midway_is_unavailable_and_then_back(
    own_redis: StoppableRedis,
) -> None:
    redis = connect(own_redis.url)
    assert await is_answering(redis)
    own_redis.stop()
    assert not await is_answering(redis)
    with pytest.raises(Unavailable):
        await seats.occupancy(redis, "i")
    own_redis.start()
    assert await is_answering(redis)
    assert (await seats.take(redis, base="i", visitor_id="v", room=ROOM)).instance == "i"
    await redis.aclose()


async def test_a_redis_that_hangs_is_unavailable_within_the_limit(
    own_redis: StoppableRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("world_server.presence.connection.ANSWER_SECONDS", 0.5)
    redis = connect(own_redis.url)
    assert await is_answering(redis)
    own_redis.freeze()
    async with asyncio.timeout(5):
        assert not await is_answering(redis)
    own_redis.thaw()
    await until(lambda: is_answering(redis))
    await redis.aclose()


async def test_a_wrong_password_is_unavailable_not_a_crash(own_redis: StoppableRedis) -> None:
    redis = connect(own_redis.url.replace("redis://:", "redis://:wrong"))
    assert not await is_answering(redis)
    await redis.aclose()


async def test_more_at_once_than_connections_wait_their_turn(redis: Redis) -> None:
    full = await asyncio.gather(*(seats.occupancy(redis, f"i{number}") for number in range(300)))
    assert [one.taken for one in full] == [0] * 300


async def test_a_mistake_in_a_script_stays_a_surprise(redis: Redis) -> None:
    with pytest.raises(ResponseError):
        await run(redis, "return nonsense(", keys=[], args=[])
    with pytest.raises(KeyError), answering():
        raise KeyError
