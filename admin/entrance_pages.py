"""Coming into an event past a full line: staff themselves, and whom they let in."""

from aiohttp import web

from admin import pages, sessions
from admin.event_pages import event_id, event_link, subject
from admin.guard import me
from admin.keys import CLOCK, DATABASE, REDIS, SETTINGS
from world_server import entries
from world_server.errors import BadTransition, Malformed
from world_server.instances import base_of_event
from world_server.presence import seats
from world_server.presence.seats import Room
from world_server.store import events, staff
from world_server.store.tables.event import Event, EventState

MOST_AT_ONCE = 50
"""Enough for a school class; a slip of the finger must not empty the line into the event."""


async def do_enter_as_guide(request: web.Request) -> web.Response:
    """Give this member of staff an entrance as the guide of the event."""
    return await _entrance(request, entries.GUIDE)


async def do_enter_as_staff(request: web.Request) -> web.Response:
    """Give this member of staff an entrance as a helper."""
    return await _entrance(request, entries.STAFF)


async def do_let_in(request: web.Request) -> web.Response:
    """Give seats to the first in line though all are taken."""
    count = _count(str((await request.post()).get("count", "")))
    now = request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        event = await events.find(store, event_id(request))
        _require(event, {EventState.OPEN})
        room = Room(event.capacity, per_instance=request.app[SETTINGS].instance_capacity)
        base = base_of_event(event.slug)
        let_in = await seats.let_in(request.app[REDIS], base=base, count=count, room=room)
        if let_in:
            await staff.audit(
                store,
                staff_id=me(request).id,
                act="let-in",
                subject=subject(event),
                detail=str(let_in),
                now=now,
            )
    if let_in:
        await sessions.say_next(request, "staff-let-in-done", count=let_in)
    else:
        await sessions.say_next(request, "staff-let-in-none", care=True)
    return pages.go(f"/staff/events/{event_id(request)}/live")


async def _entrance(request: web.Request, role: str) -> web.Response:
    """A page with the signed link: it is not kept anywhere, and each asking makes another."""
    member, now = me(request), request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        event = await events.find(store, event_id(request))
        _require(event, {EventState.PUBLISHED, EventState.OPEN})
        await staff.audit(
            store, staff_id=member.id, act=f"enter-{role}", subject=subject(event), now=now
        )
    entry = entries.new_entry(staff_id=member.id, event_id=event_id(request), role=role)
    token = entries.issue(request.app[SETTINGS].secret.get_secret_value(), entry, now=now)
    return await pages.render(
        request,
        "entrance.html",
        event=event,
        role=role,
        # Behind the #: browsers send it to no server, so that it stands in no log.
        link=f"{event_link(request, event)}#{role}={token}",
        hours=int(entries.LONGEST_ENTRY.total_seconds() // 3600),
        here=f"/staff/events/{event.id}",
    )


def _count(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or not 1 <= int(typed[:9]) <= MOST_AT_ONCE:
        raise Malformed("count")
    return int(typed)


def _require(event: Event, states: set[EventState]) -> None:
    if event.state not in states:
        raise BadTransition(event.state)
