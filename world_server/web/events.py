"""Upcoming events, as visitors see them."""

from collections.abc import Sequence

from aiohttp import web

from world_server.instances import base_of_event
from world_server.keys import CLOCK, DATABASE, REDIS
from world_server.presence import seats
from world_server.store import events
from world_server.store.tables.event import Event
from world_server.web.answers import told
from world_server.web.limits import ADDRESS_READS, limit_address
from world_server.web.shapes import EventAnswer, EventCard, EventsAnswer, event_card


async def listed(request: web.Request) -> web.Response:
    """Events one may look forward to or join now."""
    await limit_address(request, ADDRESS_READS)
    async with request.app[DATABASE].reading() as session:
        found = await events.listed(session, now=request.app[CLOCK]())
    return told(EventsAnswer(events=await cards(request, found)))


async def one(request: web.Request) -> web.Response:
    """One event by its link, ended and cancelled ones included."""
    await limit_address(request, ADDRESS_READS)
    async with request.app[DATABASE].reading() as session:
        found = await events.by_slug(session, request.match_info["slug"])
    (card,) = await cards(request, [found])
    return told(EventAnswer(event=card))


async def cards(request: web.Request, found: Sequence[Event]) -> list[EventCard]:
    """Cards of the events, with the seats taken now."""
    bases = [base_of_event(event.slug) for event in found]
    full = await seats.occupancy_each(request.app[REDIS], bases)
    return [
        event_card(event, taken=full[base].taken, waiting=full[base].waiting)
        for event, base in zip(found, bases, strict=True)
    ]
