"""What was said, kept on a real Redis: in order, bounded, and only by the world that owns it."""

from world_server.presence import journal, leases
from world_server.presence.connection import Redis


async def append(
    redis: Redis, *entries: bytes, world: str = "w1", most: int = 5, anew: bool = False
) -> bool:
    return await journal.append(
        redis, instance="public", world=world, entries=entries, most=most, anew=anew
    )


async def test_nu5_entries_are_kept_in_order_and_the_oldest_make_room(redis: Redis) -> None:
    assert await append(redis, b"1", b"2", b"3")
    assert await append(redis, b"4")
    assert await journal.kept(redis, "public") == [b"1", b"2", b"3", b"4"]
    assert await append(redis, b"5", b"6", b"7")
    assert await journal.kept(redis, "public") == [b"3", b"4", b"5", b"6", b"7"]
    assert await journal.kept(redis, "event-a") == []


async def test_nu5_a_log_with_gaps_is_written_anew(redis: Redis) -> None:
    await append(redis, b"1", b"2")
    await append(redis, b"2", b"3", anew=True)
    assert await journal.kept(redis, "public") == [b"2", b"3"]


async def test_nu5_a_world_that_lost_the_instance_keeps_nothing_and_is_told_so(
    redis: Redis,
) -> None:
    await leases.claim(redis, instance="public", world="w2")
    assert not await append(redis, b"late", world="w1")
    assert await append(redis, b"first", world="w2")
    assert await journal.kept(redis, "public") == [b"first"]


async def test_what_was_said_outlives_its_world_by_a_minute(redis: Redis) -> None:
    await append(redis, b"1")
    await redis.expire("kashima:log:public", 5)
    assert await journal.keep_alive(redis, "public")
    assert 59 <= await redis.ttl("kashima:log:public") <= 60
    await journal.forget(redis, "public")
    assert not await journal.keep_alive(redis, "public")
    assert await journal.kept(redis, "public") == []
