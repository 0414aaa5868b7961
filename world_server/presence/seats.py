"""Who may be in an event or in the public town: so many seats, each lapsing unless kept alive.

take (15 s to arrive) → confirm (arrived) → keep (every few seconds while inside) → release
A visitor who has a seat keeps it whatever happens: joining again never needs a second one. Seats
are counted for the whole event, and each names the instance it is in: one instance is filled,
then the next.

A seat's number is the microsecond at which it was given, so the same visitor never gets the same
one twice; a ticket names it, and dies with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from world_server.errors import EventFull
from world_server.instances import base_of, nth_instance, number_of
from world_server.presence import seat_book
from world_server.presence.connection import Redis

RESERVED_SECONDS = 15
"""From the answer to a join until the connection must be there."""

HELD_SECONDS = 45
"""From one sign of life to the next: the 30 s of a resume, and a world's time to restart."""

OFFERED_SECONDS = 30
"""How long a seat waits for somebody from the line: several times their longest pause."""

IN_LINE_SECONDS = 20
"""Who has not asked for so long has gone away, and the next moves up."""

SILENCE_SECONDS = 20
"""Worlds tell every second or two; nobody telling for so long means that nobody could."""

MOMENT_SECONDS = 10
"""After a silence: enough for every world to tell, and for everybody in line to ask once."""

BOOK_SECONDS = 600
"""How long the book outlives whoever wrote in it last: longer than an outage worth bridging."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many seats there are, and how many of them in one instance."""

    capacity: int
    per_instance: int


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat's number, and the instance it is in."""

    number: int
    instance: str


@dataclass(frozen=True, slots=True)
class InLine:
    """A place in the line, the first being 1, and how many wait in it altogether."""

    place: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Seats taken or reserved, people in line, and the instances in which seats are taken.

    The first instance is always named.
    """

    taken: int
    waiting: int
    instances: tuple[str, ...]


async def take(redis: Redis, *, base: str, visitor_id: str, room: Room) -> Seat:
    """Reserve a seat for 15 s, or find the one the visitor has.

    Raise EventFull when all seats are taken by others or promised to the line, Unavailable
    without Redis.
    """
    given = await _ask(redis, "join", base=base, visitor_id=visitor_id, room=room)
    if isinstance(given, InLine):
        raise EventFull(given.waiting)
    return given


async def take_as_staff(redis: Redis, *, base: str, visitor_id: str, room: Room) -> Seat:
    """A seat in the first instance, whether or not there is room; it counts like any other."""
    given = await _ask(redis, "over", base=base, visitor_id=visitor_id, room=room)
    if isinstance(given, InLine):
        message = "staff do not wait"
        raise TypeError(message)
    return given


async def wait(redis: Redis, *, base: str, visitor_id: str, room: Room) -> Seat | InLine:
    """A seat if it is this visitor's turn, else their place in line, good for another 20 s."""
    return await _ask(redis, "wait", base=base, visitor_id=visitor_id, room=room)


async def _ask(redis: Redis, mode: str, *, base: str, visitor_id: str, room: Room) -> Seat | InLine:
    told = await seat_book.turn(
        redis,
        seat_book.TAKE,
        base,
        *(visitor_id, mode, room.capacity, room.per_instance),
        *(_ms(RESERVED_SECONDS), _ms(OFFERED_SECONDS), _ms(IN_LINE_SECONDS)),
        *_patience(),
    )
    seat, place, waiting = told
    if not seat:
        return InLine(place=int(place), waiting=int(waiting))
    number, _, instance = (seat if isinstance(seat, str) else seat.decode()).partition(".")
    return Seat(number=int(number), instance=nth_instance(base, int(instance)))


async def step_out(redis: Redis, *, base: str, visitor_id: str) -> None:
    """Leave the line, and give back a seat that came up meanwhile; who is inside stays inside."""
    await seat_book.turn(redis, seat_book.STEP_OUT, base, visitor_id)


async def let_in(redis: Redis, *, base: str, count: int, room: Room) -> int:
    """Give seats to the first `count` in line though all are taken; give back how many got one.

    Only up to an eighth over the capacity (see `most_seats`).
    """
    args = (count, most_seats(room.capacity), room.capacity, room.per_instance)
    lives = (_ms(OFFERED_SECONDS), *_patience())
    return int(await seat_book.turn(redis, seat_book.LET_IN, base, *args, *lives))


def most_seats(capacity: int) -> int:
    """How many seats staff may fill: worlds keep a little more room than seats, and no more."""
    return capacity + capacity // 8 + 8


async def confirm(redis: Redis, *, instance: str, visitor_id: str, seat: int) -> bool:
    """The visitor arrived: hold the seat. False when it lapsed, was released, or is another's."""
    args = (visitor_id, _written(instance, seat), _ms(HELD_SECONDS), _ms(BOOK_SECONDS))
    return bool(await seat_book.turn(redis, seat_book.CONFIRM, base_of(instance), *args))


async def keep(redis: Redis, *, instance: str, seats: Mapping[str, int]) -> None:
    """Hold the seats (visitor id → seat number) of all who are inside, for another 45 s.

    Also writes them anew if Redis lost them: the world knows best who is inside it.
    """
    if seats:
        args: list[str | int] = [_ms(HELD_SECONDS), _ms(BOOK_SECONDS)]
        for visitor_id, seat in seats.items():
            args += [visitor_id, _written(instance, seat)]
        await seat_book.turn(redis, seat_book.KEEP, base_of(instance), *args)


async def release(
    redis: Redis, *, instance: str, visitor_id: str, seat: int, left_ago: float = 0.0
) -> bool:
    """Give the seat back at once; one the visitor asked for since they left stays theirs.

    `left_ago` is in seconds: a world frees seats in rounds, and people are quicker than that.
    """
    args = (visitor_id, _written(instance, seat), _ms(left_ago))
    return bool(await seat_book.turn(redis, seat_book.RELEASE, base_of(instance), *args))


async def evict(redis: Redis, *, base: str, visitor_id: str) -> None:
    """Take the visitor's seat and place in line, whatever they are: staff removed them."""
    await seat_book.turn(redis, seat_book.EVICT, base, visitor_id)


async def occupancy(redis: Redis, base: str) -> Occupancy:
    """How full it is now."""
    return (await occupancy_each(redis, [base]))[base]


async def taken(redis: Redis, base: str) -> int:
    """How many seats are taken or reserved now."""
    return (await occupancy(redis, base)).taken


async def occupancy_each(redis: Redis, bases: Iterable[str]) -> dict[str, Occupancy]:
    """How full each of `bases` is now, in one round trip."""
    wanted = list(bases)
    if not wanted:
        return {}
    told = await seat_book.look(redis, wanted)
    return {
        base: Occupancy(
            taken=taken,
            waiting=waiting,
            instances=tuple(nth_instance(base, number) for number in sorted({1, *used})),
        )
        for base, (taken, waiting, used) in zip(wanted, told, strict=True)
    }


def _written(instance: str, seat: int) -> str:
    return f"{seat}.{number_of(instance)}"


def _patience() -> tuple[int, int, int]:
    return _ms(SILENCE_SECONDS), _ms(MOMENT_SECONDS), _ms(BOOK_SECONDS)


def _ms(seconds: float) -> int:
    return int(seconds * 1000)
