"""Seats on a real Redis: never one too many, never one lost, each lapsing when it should."""

import asyncio

import pytest
from patience import until

from world_server.errors import EventFull
from world_server.presence import seats
from world_server.presence.connection import Redis
from world_server.presence.seats import Room, Seat

EVENT = "event-doors"


async def take(redis: Redis, visitor_id: str, *, capacity: int = 20) -> int:
    room = Room(capacity=capacity, per_instance=1000)
    seat = await seats.take(redis, base=EVENT, visitor_id=visitor_id, room=room)
    assert seat.instance == EVENT
    return seat.number


async def confirm(redis: Redis, visitor_id: str, seat: int) -> bool:
    return await seats.confirm(redis, instance=EVENT, visitor_id=visitor_id, seat=seat)


async def test_fifty_at_once_for_twenty_seats_seat_exactly_twenty(redis: Redis) -> None:
    outcomes = await asyncio.gather(
        *(take(redis, f"v{number}") for number in range(50)), return_exceptions=True
    )
    assert sum(isinstance(one, int) for one in outcomes) == 20
    assert sum(isinstance(one, EventFull) for one in outcomes) == 30
    assert await seats.taken(redis, EVENT) == 20


async def test_a_visitor_with_a_seat_keeps_it_even_when_all_are_taken(redis: Redis) -> None:
    first = await take(redis, "aiko", capacity=1)
    assert await take(redis, "aiko", capacity=1) == first
    with pytest.raises(EventFull):
        await take(redis, "ben", capacity=1)
    assert await seats.taken(redis, EVENT) == 1


async def test_the_same_visitor_joining_fifty_times_at_once_has_one_seat(redis: Redis) -> None:
    numbers = await asyncio.gather(*(take(redis, "aiko") for _ in range(50)))
    assert len(set(numbers)) == 1
    assert await seats.taken(redis, EVENT) == 1


async def test_a_reservation_nobody_confirms_lapses_and_another_gets_the_seat(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "RESERVED_SECONDS", 0.2)
    seat = await take(redis, "aiko", capacity=1)
    await until(lambda: _is_free(redis))
    assert not await confirm(redis, "aiko", seat)
    assert await take(redis, "ben", capacity=1) > seat


async def test_a_confirmed_seat_outlives_its_reservation(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "RESERVED_SECONDS", 2)
    seat = await take(redis, "aiko", capacity=2)
    assert await confirm(redis, "aiko", seat)
    await take(redis, "ben", capacity=2)
    await until(lambda: _count_is(redis, 1))
    assert await confirm(redis, "aiko", seat)


async def test_joining_again_does_not_shorten_a_held_seat(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = await take(redis, "aiko")
    await confirm(redis, "aiko", seat)
    monkeypatch.setattr(seats, "RESERVED_SECONDS", 0.1)
    await take(redis, "aiko")
    await take(redis, "ben")
    await until(lambda: _count_is(redis, 1))
    assert await confirm(redis, "aiko", seat)


async def test_a_seat_is_confirmed_by_its_own_number_and_visitor_only(redis: Redis) -> None:
    seat = await take(redis, "aiko")
    assert not await confirm(redis, "aiko", seat + 1)
    assert not await confirm(redis, "ben", seat)
    assert await confirm(redis, "aiko", seat)


async def test_a_released_seat_is_free_at_once_and_its_ticket_dead(redis: Redis) -> None:
    seat = await take(redis, "aiko", capacity=1)
    assert await seats.release(redis, instance=EVENT, visitor_id="aiko", seat=seat)
    assert not await confirm(redis, "aiko", seat)
    again = await take(redis, "aiko", capacity=1)
    assert again != seat
    assert not await confirm(redis, "aiko", seat)


async def test_an_old_connection_cannot_release_the_seat_of_a_newer_one(redis: Redis) -> None:
    old = await take(redis, "aiko")
    await seats.release(redis, instance=EVENT, visitor_id="aiko", seat=old)
    new = await take(redis, "aiko")
    assert not await seats.release(redis, instance=EVENT, visitor_id="aiko", seat=old)
    assert await confirm(redis, "aiko", new)


async def test_who_left_and_asked_again_keeps_the_seat_though_it_is_released_late(
    redis: Redis,
) -> None:
    """A world frees seats in rounds: by then the visitor may be on the way back to the same."""
    seat = await take(redis, "aiko", capacity=1)
    assert await confirm(redis, "aiko", seat)
    assert await take(redis, "aiko", capacity=1) == seat, "back within the same round"
    late = {"instance": EVENT, "visitor_id": "aiko", "seat": seat}
    assert not await seats.release(redis, **late, left_ago=2.0)  # type: ignore[arg-type]
    assert await confirm(redis, "aiko", seat)
    assert not await seats.release(redis, **late, left_ago=2.0)  # type: ignore[arg-type]
    assert await seats.taken(redis, EVENT) == 1
    assert await seats.release(redis, **late)  # type: ignore[arg-type]
    assert await seats.taken(redis, EVENT) == 0


async def test_keeping_holds_every_seat_named_and_lets_the_others_lapse(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "RESERVED_SECONDS", 0.2)
    kept = {name: await take(redis, name) for name in ("aiko", "ben")}
    await take(redis, "chai")
    await seats.keep(redis, instance=EVENT, seats=kept)
    await until(lambda: _count_is(redis, 2))
    assert await confirm(redis, "aiko", kept["aiko"])
    assert await confirm(redis, "ben", kept["ben"])


async def test_keeping_brings_seats_back_after_redis_lost_everything(redis: Redis) -> None:
    seat = await take(redis, "aiko", capacity=1)
    await redis.flushdb()
    await seats.keep(redis, instance=EVENT, seats={"aiko": seat})
    with pytest.raises(EventFull):
        await take(redis, "ben", capacity=1)
    assert await confirm(redis, "aiko", seat)


async def test_keeping_nobody_is_nothing(redis: Redis) -> None:
    await seats.keep(redis, instance=EVENT, seats={})
    assert await redis.keys("*") == []


async def test_an_evicted_visitor_has_no_seat_whatever_its_number(redis: Redis) -> None:
    seat = await take(redis, "aiko")
    await seats.evict(redis, base=EVENT, visitor_id="aiko")
    assert not await confirm(redis, "aiko", seat)
    assert await seats.taken(redis, EVENT) == 0


async def test_an_event_and_the_town_do_not_share_seats(redis: Redis) -> None:
    await take(redis, "aiko", capacity=1)
    room = Room(capacity=1, per_instance=1000)
    await seats.take(redis, base="public", visitor_id="aiko", room=room)
    each = await seats.occupancy_each(redis, [EVENT, "public", "event-empty"])
    assert {base: one.taken for base, one in each.items()} == {
        EVENT: 1,
        "public": 1,
        "event-empty": 0,
    }
    assert await seats.occupancy_each(redis, []) == {}


async def test_everything_about_seats_expires(redis: Redis) -> None:
    seat = await take(redis, "aiko")
    await confirm(redis, "aiko", seat)
    await seats.keep(redis, instance=EVENT, seats={"aiko": seat})
    for key in await redis.keys("*"):
        assert 0 < await redis.ttl(key) <= seats.BOOK_SECONDS


async def sit(redis: Redis, visitor_id: str, *, capacity: int, per_instance: int) -> Seat:
    room = Room(capacity=capacity, per_instance=per_instance)
    return await seats.take(redis, base=EVENT, visitor_id=visitor_id, room=room)


async def test_one_instance_is_filled_and_then_the_next(redis: Redis) -> None:
    at = [await sit(redis, f"v{number}", capacity=5, per_instance=2) for number in range(5)]
    assert [seat.instance for seat in at] == [
        EVENT,
        EVENT,
        f"{EVENT}.2",
        f"{EVENT}.2",
        f"{EVENT}.3",
    ]
    with pytest.raises(EventFull):
        await sit(redis, "late", capacity=5, per_instance=2)
    full = await seats.occupancy(redis, EVENT)
    assert full.taken == 5
    assert full.instances == (EVENT, f"{EVENT}.2", f"{EVENT}.3")


async def test_a_seat_that_comes_free_is_filled_where_it_is(redis: Redis) -> None:
    at = {name: await sit(redis, name, capacity=4, per_instance=2) for name in "abcd"}
    await seats.release(redis, instance=EVENT, visitor_id="a", seat=at["a"].number)
    assert (await sit(redis, "e", capacity=4, per_instance=2)).instance == EVENT
    assert await sit(redis, "d", capacity=4, per_instance=2) == at["d"]


async def test_a_seat_is_confirmed_and_released_in_its_own_instance_only(redis: Redis) -> None:
    await sit(redis, "a", capacity=2, per_instance=1)
    seat = await sit(redis, "b", capacity=2, per_instance=1)
    assert seat.instance == f"{EVENT}.2"
    assert not await confirm(redis, "b", seat.number)
    assert not await seats.release(redis, instance=EVENT, visitor_id="b", seat=seat.number)
    assert await seats.confirm(redis, instance=seat.instance, visitor_id="b", seat=seat.number)
    assert await seats.release(redis, instance=seat.instance, visitor_id="b", seat=seat.number)
    assert (await seats.occupancy(redis, EVENT)).instances == (EVENT,)


async def test_after_redis_lost_everything_each_instance_brings_back_its_own(
    redis: Redis,
) -> None:
    at = {name: await sit(redis, name, capacity=3, per_instance=1) for name in "abc"}
    await redis.flushdb()
    for name, seat in at.items():
        await seats.keep(redis, instance=seat.instance, seats={name: seat.number})
    again = await seats.occupancy(redis, EVENT)
    assert (again.taken, again.instances) == (3, (EVENT, f"{EVENT}.2", f"{EVENT}.3"))
    for name, seat in at.items():
        assert await sit(redis, name, capacity=3, per_instance=1) == seat
    with pytest.raises(EventFull):
        await sit(redis, "late", capacity=3, per_instance=1)


async def test_an_instance_that_is_left_does_not_pull_back_who_moved_on(redis: Redis) -> None:
    await sit(redis, "a", capacity=2, per_instance=1)
    old = await sit(redis, "b", capacity=2, per_instance=1)
    room = Room(capacity=2, per_instance=1)
    new = await seats.take_as_staff(redis, base=EVENT, visitor_id="b", room=room)
    assert (old.instance, new.instance) == (f"{EVENT}.2", EVENT)
    await seats.keep(redis, instance=old.instance, seats={"b": old.number})
    assert await confirm(redis, "b", new.number)
    assert not await seats.release(redis, instance=old.instance, visitor_id="b", seat=old.number)


async def test_staff_sit_down_in_a_full_event_and_are_counted(redis: Redis) -> None:
    await take(redis, "aiko", capacity=1)
    room = Room(capacity=1, per_instance=1)
    guide = await seats.take_as_staff(redis, base=EVENT, visitor_id="guide", room=room)
    assert guide.instance == EVENT
    assert await seats.taken(redis, EVENT) == 2
    again = await seats.take_as_staff(redis, base=EVENT, visitor_id="guide", room=room)
    assert again == guide
    with pytest.raises(EventFull):
        await take(redis, "ben", capacity=2)


async def _is_free(redis: Redis) -> bool:
    return await _count_is(redis, 0)


async def _count_is(redis: Redis, count: int) -> bool:
    return await seats.taken(redis, EVENT) == count
