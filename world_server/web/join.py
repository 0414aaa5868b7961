"""Joining: a seat in an instance, and the signed ticket with which the world lets one in.

Where every seat is taken a visitor may stand in line: they ask again and again, and find either
their place in it or, when it is their turn, the same admission as anybody else.
"""

from aiohttp import web

from world_server import entries
from world_server.errors import EntryRefused, EventFull, EventNotOpen, NotFound, Removed
from world_server.instances import PUBLIC, base_of_event
from world_server.keys import CLOCK, DATABASE, DOORS, METRICS, REDIS, SETTINGS
from world_server.presence import entries as used_entries
from world_server.presence import leases, seats
from world_server.presence.seats import InLine, Room, Seat
from world_server.store import staff
from world_server.store.doors import Wish as Asked
from world_server.store.tables.event import Event, EventState
from world_server.tickets import Claims, issue
from world_server.web.answers import asked, told
from world_server.web.events import cards
from world_server.web.limits import (
    ADDRESS_JOINS,
    ADDRESS_LINE,
    VISITOR_JOINS,
    VISITOR_LINE,
    limit_address,
    limit_visitor,
)
from world_server.web.passport import COOKIE, visitor_of
from world_server.web.shapes import Admission, Departure, Waiting, Wish

VISITOR = "visitor"

FIRST_POLL_SECONDS = 3
LAST_POLL_SECONDS = 8
"""Half of what a place in line lasts, so that one lost answer costs nobody their place."""

PLACES_PER_SECOND = 20
"""Who stands far back need not look so often: a long line must not be a storm of questions."""


async def join(request: web.Request) -> web.Response:
    """Reserve a seat for 15 seconds and say where to connect, or give a place in line."""
    app = request.app
    wish = await asked(request, Wish)
    await limit_address(request, ADDRESS_LINE if wish.wait else ADDRESS_JOINS)
    asks = await app[DOORS].asking.ask(Asked(request.cookies.get(COOKIE), wish.event))
    entry = await _entry(request, wish.entry, event=asks.event)
    visitor, event = asks.visitor, asks.event
    await limit_visitor(request, VISITOR_LINE if wish.wait else VISITOR_JOINS, visitor.id)
    if event is not None and event.state is not EventState.OPEN:
        raise EventNotOpen
    if asks.removed_for is not None:
        await seats.evict(app[REDIS], base=_base(wish.event), visitor_id=visitor.id)
        raise Removed(asks.removed_for)
    if entry is not None:
        await used_entries.claim(app[REDIS], entry, visitor_id=visitor.id)
    given = await _sit(
        request, wish, event=event, visitor_id=visitor.id, is_staff=entry is not None
    )
    app[METRICS].joins.labels("waiting" if isinstance(given, InLine) else "seated").inc()
    if isinstance(given, InLine):
        return told(_waiting(given), status=202)
    role = VISITOR if entry is None else entry.role
    return await _admit(request, given, event=event, visitor_id=visitor.id, role=role)


async def leave(request: web.Request) -> web.Response:
    """Step out of the line, and give back a seat that came up meanwhile."""
    departure = await asked(request, Departure)
    await limit_address(request, ADDRESS_LINE)
    async with request.app[DATABASE].reading() as session:
        visitor = await visitor_of(session, request)
    await limit_visitor(request, VISITOR_LINE, visitor.id)
    base = _base(departure.event)
    await seats.step_out(request.app[REDIS], base=base, visitor_id=visitor.id)
    return web.Response(status=204)


async def _sit(
    request: web.Request, wish: Wish, *, event: Event | None, visitor_id: str, is_staff: bool
) -> Seat | InLine:
    settings = request.app[SETTINGS]
    redis = request.app[REDIS]
    capacity = settings.public_capacity if event is None else event.capacity
    room = Room(capacity=capacity, per_instance=settings.instance_capacity)
    ask = seats.take_as_staff if is_staff else seats.wait if wish.wait else seats.take
    try:
        return await ask(redis, base=_base(wish.event), visitor_id=visitor_id, room=room)
    except EventFull:
        request.app[METRICS].joins.labels("full").inc()
        raise


async def _admit(
    request: web.Request, seat: Seat, *, event: Event | None, visitor_id: str, role: str
) -> web.Response:
    app = request.app
    world = await leases.claim(app[REDIS], instance=seat.instance, world=app[SETTINGS].world_name)
    claims = Claims(
        visitor_id=visitor_id,
        instance=seat.instance,
        event_id=None if event is None else event.id,
        world=world,
        seat=seat.number,
        role=role,
    )
    secret = app[SETTINGS].secret.get_secret_value()
    return told(
        Admission(
            ticket=issue(secret, claims, now=app[CLOCK]()),
            path=f"/w/{world}/socket.io",
            instance=seat.instance,
            role=role,
            event=None if event is None else (await cards(request, [event]))[0],
        )
    )


async def _entry(
    request: web.Request, token: str | None, *, event: Event | None
) -> entries.Entry | None:
    """What a staff link says; its maker must still be on the staff. Raise EntryRefused."""
    if token is None:
        return None
    secret = request.app[SETTINGS].secret.get_secret_value()
    event_id = None if event is None else event.id
    entry = entries.read(secret, token, event_id=event_id, now=request.app[CLOCK]())
    try:
        async with request.app[DATABASE].reading() as session:
            maker = await staff.find(session, entry.staff_id)
    except NotFound as unknown:
        raise EntryRefused("withdrawn") from unknown
    if maker.disabled_at is not None:
        raise EntryRefused("withdrawn")
    return entry


def _base(slug: str | None) -> str:
    return PUBLIC if slug is None else base_of_event(slug)


def _waiting(place: InLine) -> Waiting:
    seconds = FIRST_POLL_SECONDS + place.place // PLACES_PER_SECOND
    return Waiting(
        place_in_line=place.place,
        waiting=place.waiting,
        poll_seconds=min(seconds, LAST_POLL_SECONDS),
    )
