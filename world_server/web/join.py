"""Joining: a seat in an instance, and the signed ticket with which the world lets one in."""

from aiohttp import web

from world_server.errors import EventFull, EventNotOpen, Removed
from world_server.keys import CLOCK, DATABASE, METRICS, REDIS, SETTINGS
from world_server.presence import leases, seats
from world_server.store import events
from world_server.store.database import Session
from world_server.store.tables.event import Event, EventState
from world_server.tickets import Claims, issue
from world_server.web.answers import asked, told
from world_server.web.events import cards, instance_of
from world_server.web.limits import ADDRESS_JOINS, VISITOR_JOINS, limit_address, limit_visitor
from world_server.web.passport import visitor_of
from world_server.web.shapes import Admission, Wish

PUBLIC = "public"


async def join(request: web.Request) -> web.Response:
    """Reserve a seat for 15 seconds and say where to connect."""
    app = request.app
    await limit_address(request, ADDRESS_JOINS)
    wish = await asked(request, Wish)
    async with app[DATABASE].reading() as session:
        visitor = await visitor_of(session, request)
    await limit_visitor(request, VISITOR_JOINS, visitor.id)
    async with app[DATABASE].reading() as session:
        event = await _open_event(session, wish.event, visitor_id=visitor.id)
    instance = PUBLIC if event is None else instance_of(event)
    capacity = app[SETTINGS].public_capacity if event is None else event.capacity
    try:
        seat = await seats.take(
            app[REDIS], instance=instance, visitor_id=visitor.id, capacity=capacity
        )
    except EventFull:
        app[METRICS].joins.labels("full").inc()
        raise
    world = await leases.claim(app[REDIS], instance=instance, world=app[SETTINGS].world_name)
    app[METRICS].joins.labels("seated").inc()
    claims = Claims(
        visitor_id=visitor.id,
        instance=instance,
        event_id=None if event is None else event.id,
        world=world,
        seat=seat,
    )
    secret = app[SETTINGS].secret.get_secret_value()
    return told(
        Admission(
            ticket=issue(secret, claims, now=app[CLOCK]()),
            path=f"/w/{world}/socket.io",
            instance=instance,
            event=None if event is None else (await cards(request, [event]))[0],
        )
    )


async def _open_event(session: Session, slug: str | None, *, visitor_id: str) -> Event | None:
    """The event wished for, if this visitor may enter it now; None for the public town."""
    if slug is None:
        return None
    event = await events.by_slug(session, slug)
    if event.state is not EventState.OPEN or event.id is None:
        raise EventNotOpen
    reason = await events.removal_reason(session, event_id=event.id, visitor_id=visitor_id)
    if reason is not None:
        raise Removed(reason)
    return event
