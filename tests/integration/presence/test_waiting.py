"""The line in front of a full event, on a real Redis: it moves up by itself, and in order."""

import asyncio
import random

import pytest
from patience import until
from stoppable_redis import StoppableRedis

from world_server.errors import EventFull, Unavailable
from world_server.presence import seats
from world_server.presence.connection import Redis, connect
from world_server.presence.seats import InLine, Room, Seat

EVENT = "event-doors"
ONE = Room(capacity=1, per_instance=1000)


async def wait(redis: Redis, visitor_id: str, *, room: Room = ONE) -> Seat | InLine:
    return await seats.wait(redis, base=EVENT, visitor_id=visitor_id, room=room)


async def seated(redis: Redis, visitor_id: str, *, room: Room = ONE) -> Seat:
    """Somebody who is inside."""
    seat = await seats.take(redis, base=EVENT, visitor_id=visitor_id, room=room)
    assert await seats.confirm(
        redis, instance=seat.instance, visitor_id=visitor_id, seat=seat.number
    )
    return seat


async def leave(redis: Redis, visitor_id: str, seat: Seat) -> None:
    assert await seats.release(
        redis, instance=seat.instance, visitor_id=visitor_id, seat=seat.number
    )


async def test_who_waits_where_there_is_room_has_a_seat_at_once(redis: Redis) -> None:
    assert isinstance(await wait(redis, "aiko"), Seat)


async def test_each_stands_in_line_once_and_where_they_came(redis: Redis) -> None:
    await seated(redis, "aiko")
    for _ in range(3):
        assert await wait(redis, "ben") == InLine(place=1, waiting=1)
    assert await wait(redis, "chai") == InLine(place=2, waiting=2)
    assert await wait(redis, "ben") == InLine(place=1, waiting=2)


async def test_who_does_not_want_to_wait_is_told_how_many_do(redis: Redis) -> None:
    await seated(redis, "aiko")
    await wait(redis, "ben")
    with pytest.raises(EventFull) as full:
        await seats.take(redis, base=EVENT, visitor_id="chai", room=ONE)
    assert full.value.waiting == 1
    assert (await seats.occupancy(redis, EVENT)).waiting == 1


async def test_the_first_in_line_has_the_next_free_seat_whoever_asks(redis: Redis) -> None:
    inside = await seated(redis, "aiko")
    for name in ("ben", "chai"):
        await wait(redis, name)
    await leave(redis, "aiko", inside)
    with pytest.raises(EventFull):
        await seats.take(redis, base=EVENT, visitor_id="eve", room=ONE)
    assert await wait(redis, "chai") == InLine(place=1, waiting=1)
    assert isinstance(await wait(redis, "ben"), Seat)


async def test_the_seat_of_the_first_is_held_for_their_next_question(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seats.OFFERED_SECONDS >= 30
    monkeypatch.setattr(seats, "OFFERED_SECONDS", 0.3)
    inside = await seated(redis, "aiko")
    await wait(redis, "ben")
    await wait(redis, "chai")
    await leave(redis, "aiko", inside)
    # Ben never asks again: his offer lapses, and the next is called.
    await until(lambda: _sits(redis, "chai"))
    assert isinstance(await wait(redis, "ben"), InLine)


async def test_an_offered_seat_becomes_a_reserved_one(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "OFFERED_SECONDS", 0.3)
    inside = await seated(redis, "aiko")
    await wait(redis, "ben")
    await leave(redis, "aiko", inside)
    seat = await wait(redis, "ben")
    assert isinstance(seat, Seat)
    await wait(redis, "chai")
    await until(lambda: _is_empty(redis, "offered"))
    assert await seats.confirm(redis, instance=EVENT, visitor_id="ben", seat=seat.number)
    assert await wait(redis, "chai") == InLine(place=1, waiting=1)


async def test_who_stops_asking_falls_out_and_the_others_move_up(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = await seated(redis, "aiko")
    monkeypatch.setattr(seats, "IN_LINE_SECONDS", 0.3)
    await wait(redis, "ben")
    monkeypatch.setattr(seats, "IN_LINE_SECONDS", 20)
    await wait(redis, "chai")
    await until(lambda: _is_at(redis, "chai", 1))
    await leave(redis, "aiko", inside)
    assert isinstance(await wait(redis, "chai"), Seat)
    assert await wait(redis, "ben") == InLine(place=1, waiting=1)


async def test_who_leaves_the_line_is_not_called(redis: Redis) -> None:
    inside = await seated(redis, "aiko")
    await wait(redis, "ben")
    await wait(redis, "chai")
    await seats.step_out(redis, base=EVENT, visitor_id="ben")
    await seats.step_out(redis, base=EVENT, visitor_id="nobody")
    await leave(redis, "aiko", inside)
    assert isinstance(await wait(redis, "chai"), Seat)


async def test_who_leaves_just_when_called_gives_the_seat_to_the_next(redis: Redis) -> None:
    inside = await seated(redis, "aiko")
    await wait(redis, "ben")
    await wait(redis, "chai")
    await leave(redis, "aiko", inside)
    assert await wait(redis, "chai") == InLine(place=1, waiting=1)  # Ben has been called
    await seats.step_out(redis, base=EVENT, visitor_id="ben")
    assert isinstance(await wait(redis, "chai"), Seat)


async def test_leaving_a_line_puts_nobody_out_who_is_inside(redis: Redis) -> None:
    inside = await seated(redis, "aiko")
    await seats.step_out(redis, base=EVENT, visitor_id="aiko")
    assert await seats.confirm(redis, instance=EVENT, visitor_id="aiko", seat=inside.number)


async def test_who_is_removed_stands_in_no_line(redis: Redis) -> None:
    await seated(redis, "aiko")
    await wait(redis, "ben")
    await wait(redis, "chai")
    await seats.evict(redis, base=EVENT, visitor_id="ben")
    assert await wait(redis, "chai") == InLine(place=1, waiting=1)


async def test_staff_let_in_the_first_of_the_line_over_the_capacity(redis: Redis) -> None:
    await seated(redis, "aiko")
    for name in ("ben", "chai", "dao"):
        await wait(redis, name)
    assert await seats.let_in(redis, base=EVENT, count=2, room=ONE) == 2
    assert isinstance(await wait(redis, "ben"), Seat)
    assert isinstance(await wait(redis, "chai"), Seat)
    assert await wait(redis, "dao") == InLine(place=1, waiting=1)
    assert (await seats.occupancy(redis, EVENT)).taken == 3
    assert await seats.let_in(redis, base=EVENT, count=5, room=ONE) == 1
    assert await seats.let_in(redis, base=EVENT, count=5, room=ONE) == 0


async def test_staff_cannot_let_in_more_than_a_world_has_room_for(redis: Redis) -> None:
    await seated(redis, "aiko")
    for number in range(20):
        await wait(redis, f"v{number}")
    assert await seats.let_in(redis, base=EVENT, count=50, room=ONE) == seats.most_seats(1) - 1
    assert (await seats.occupancy(redis, EVENT)).taken == seats.most_seats(1)


async def test_everything_about_a_line_expires(redis: Redis) -> None:
    inside = await seated(redis, "aiko")
    await wait(redis, "ben")
    await wait(redis, "chai")
    await leave(redis, "aiko", inside)
    await wait(redis, "chai")
    await seats.keep(redis, instance=EVENT, seats={"dao": 1})
    keys = await redis.keys("*")
    assert len(keys) == 7, keys
    for key in keys:
        assert 0 < await redis.ttl(key) <= seats.BOOK_SECONDS


async def test_when_redis_is_emptied_those_inside_stay_and_the_line_forms_anew(
    redis: Redis,
) -> None:
    inside = await seated(redis, "aiko")
    await wait(redis, "ben")
    await redis.flushdb()
    await seats.keep(redis, instance=EVENT, seats={"aiko": inside.number})
    assert await wait(redis, "ben") == InLine(place=1, waiting=1)
    await leave(redis, "aiko", inside)
    assert isinstance(await wait(redis, "ben"), Seat)


@pytest.fixture
def long_outage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lives so short that Redis seems to have been away for longer than any of them."""
    monkeypatch.setattr(seats, "HELD_SECONDS", 0.3)
    monkeypatch.setattr(seats, "IN_LINE_SECONDS", 0.3)
    monkeypatch.setattr(seats, "RESERVED_SECONDS", 0.3)
    monkeypatch.setattr(seats, "SILENCE_SECONDS", 0.25)


async def _are_all_lapsed(redis: Redis) -> bool:
    return await seats.occupancy(redis, EVENT) == seats.Occupancy(0, 0, (EVENT,))


@pytest.mark.usefixtures("long_outage")
async def test_after_a_long_outage_neither_seats_nor_places_are_lost(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = await seated(redis, "aiko")
    await wait(redis, "ben")
    await wait(redis, "chai")
    await seats.keep(redis, instance=EVENT, seats={"aiko": inside.number})
    await until(lambda: _are_all_lapsed(redis))
    monkeypatch.setattr(seats, "HELD_SECONDS", 45)
    monkeypatch.setattr(seats, "IN_LINE_SECONDS", 20)
    assert await wait(redis, "chai") == InLine(place=2, waiting=2)
    assert await wait(redis, "ben") == InLine(place=1, waiting=2)
    with pytest.raises(EventFull):
        await seats.take(redis, base=EVENT, visitor_id="eve", room=ONE)
    await seats.keep(redis, instance=EVENT, seats={"aiko": inside.number})
    assert await wait(redis, "ben") == InLine(place=1, waiting=2)
    await leave(redis, "aiko", inside)
    assert isinstance(await wait(redis, "ben"), Seat)


@pytest.mark.usefixtures("long_outage")
async def test_a_world_that_never_comes_back_keeps_no_seats_for_ever(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = await seated(redis, "aiko")
    await seats.keep(redis, instance=EVENT, seats={"aiko": inside.number})
    await until(lambda: _are_all_lapsed(redis))
    monkeypatch.setattr(seats, "IN_LINE_SECONDS", 20)
    monkeypatch.setattr(seats, "MOMENT_SECONDS", 1)
    assert await wait(redis, "ben") == InLine(place=1, waiting=1)
    await until(lambda: _sits(redis, "ben"))


@pytest.mark.parametrize("seed", range(3))
async def test_in_a_storm_exactly_the_capacity_is_seated_and_the_line_keeps_its_order(
    redis: Redis, seed: int
) -> None:
    """Many ask at once, some twice, some leave; who sits and who follows is never in doubt."""
    chance = random.Random(seed)
    room = Room(capacity=20, per_instance=7)
    names = [f"v{number}" for number in range(120)]
    storm = names + chance.sample(names, 40)
    chance.shuffle(storm)
    answers = await asyncio.gather(*(wait(redis, name, room=room) for name in storm))
    seats_of = {
        name: one for name, one in zip(storm, answers, strict=True) if isinstance(one, Seat)
    }
    assert len(seats_of) == 20
    assert _spread(seats_of) == {EVENT: 7, f"{EVENT}.2": 7, f"{EVENT}.3": 6}
    assert await seats.occupancy(redis, EVENT) == seats.Occupancy(
        taken=20, waiting=100, instances=(EVENT, f"{EVENT}.2", f"{EVENT}.3")
    )
    line = await _line(redis, [name for name in names if name not in seats_of], room)

    while line:
        await _check_confirmed(redis, seats_of)
        going = chance.sample(sorted(seats_of), chance.randint(1, 6))
        for name in going:
            await leave(redis, name, seats_of.pop(name))
        gone = chance.sample(line, min(len(line), chance.randint(0, 2)))
        for name in gone:
            await seats.step_out(redis, base=EVENT, visitor_id=name)
            line.remove(name)
        asked = chance.sample(line, len(line))
        told = await asyncio.gather(
            *(wait(redis, name, room=room) for name in asked),
            *(_is_refused(redis, room) for _ in going if len(line) > len(going)),
        )
        assert False not in told
        called = {
            name: one for name, one in zip(asked, told, strict=False) if isinstance(one, Seat)
        }
        free = 20 - len(seats_of)
        assert set(called) == set(line[:free])
        line = line[free:]
        seats_of |= called
        assert max(_spread(seats_of).values()) <= 7


async def test_many_worlds_and_a_plain_storm_seat_exactly_the_capacity(
    redis_url: str,
) -> None:
    worlds = [connect(redis_url) for _ in range(3)]
    room = Room(capacity=100, per_instance=1000)
    told = await asyncio.gather(
        *(
            seats.take(worlds[number % 3], base=EVENT, visitor_id=f"v{number}", room=room)
            for number in range(500)
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(one, Seat) for one in told) == 100
    assert sum(isinstance(one, EventFull) for one in told) == 400
    for world in worlds:
        await world.aclose()


async def test_a_redis_that_comes_back_empty_lets_the_line_form_anew(
    own_redis: StoppableRedis,
) -> None:
    redis = connect(own_redis.url)
    inside = await seated(redis, "aiko")
    await wait(redis, "ben")
    own_redis.stop()
    with pytest.raises(Unavailable):
        await wait(redis, "ben")
    own_redis.start()
    await seats.keep(redis, instance=EVENT, seats={"aiko": inside.number})
    assert await wait(redis, "ben") == InLine(place=1, waiting=1)
    await redis.aclose()


async def _line(redis: Redis, names: list[str], room: Room) -> list[str]:
    places = {name: await wait(redis, name, room=room) for name in names}
    in_line = {name: one for name, one in places.items() if isinstance(one, InLine)}
    assert sorted(one.place for one in in_line.values()) == list(range(1, len(names) + 1))
    return sorted(in_line, key=lambda name: in_line[name].place)


async def _is_refused(redis: Redis, room: Room) -> bool:
    try:
        await seats.take(redis, base=EVENT, visitor_id="eve", room=room)
    except EventFull:
        return True
    return False


async def _check_confirmed(redis: Redis, seats_of: dict[str, Seat]) -> None:
    for name, seat in seats_of.items():
        assert await seats.confirm(redis, instance=seat.instance, visitor_id=name, seat=seat.number)


def _spread(seats_of: dict[str, Seat]) -> dict[str, int]:
    found: dict[str, int] = {}
    for seat in seats_of.values():
        found[seat.instance] = found.get(seat.instance, 0) + 1
    return found


async def _sits(redis: Redis, visitor_id: str) -> bool:
    return isinstance(await wait(redis, visitor_id), Seat)


async def _is_at(redis: Redis, visitor_id: str, place: int) -> bool:
    told = await wait(redis, visitor_id)
    return isinstance(told, InLine) and told.place == place


async def _is_empty(redis: Redis, part: str) -> bool:
    return not await redis.exists(f"kashima:seats:{EVENT}:{part}")
