"""Recording an event's guide: agreed to by staff, looked at afterwards, published or discarded."""

from aiohttp import web

from admin import pages, sessions
from admin.event_acts import order
from admin.event_pages import event_id, subject
from admin.guard import me
from admin.keys import CLOCK, DATABASE, SETTINGS
from world_server.presence.orders import EventChanged
from world_server.store import events, recordings, staff
from world_server.store.recordings import OVER
from world_server.store.tables.event import EventState

SHOWN_LINES = 200
"""Lines of a preview; more than that nobody reads through on a page."""


async def show_recording(request: web.Request) -> web.Response:
    """What recording means, whether it is on, and afterwards what there is of it."""
    number = event_id(request)
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, number)
        recording = await recordings.of_event(store, number)
        walk = await recordings.read(store, number)
    return await pages.render(
        request,
        "recording.html",
        event=event,
        recording=recording,
        walk=walk,
        lines=walk.lines[:SHOWN_LINES],
        is_over=event.state in OVER,
        can_publish=event.state is EventState.ENDED and bool(walk.marks),
        days=request.app[SETTINGS].recording_days,
    )


async def do_begin(request: web.Request) -> web.Response:
    """Agree to the recording: from now on the guide's walk and words are kept."""
    return await _switch(request, on=True)


async def do_stop(request: web.Request) -> web.Response:
    """Stop it; what was recorded so far is kept."""
    return await _switch(request, on=False)


async def _switch(request: web.Request, *, on: bool) -> web.Response:
    now, number = request.app[CLOCK](), event_id(request)
    async with request.app[DATABASE].transaction() as store:
        event = await events.find(store, number)
        await recordings.switch(store, number, on=on, staff_id=me(request).id, now=now)
        await staff.audit(
            store,
            staff_id=me(request).id,
            act="recording-on" if on else "recording-off",
            subject=subject(event),
            now=now,
        )
    done = "staff-recording-now-on" if on else "staff-recording-now-off"
    await order(request, EventChanged(number), done=done)
    return pages.go(f"/staff/events/{number}/recording")


async def do_publish(request: web.Request) -> web.Response:
    """Let visitors join the recorded tour."""
    now, number = request.app[CLOCK](), event_id(request)
    async with request.app[DATABASE].transaction() as store:
        event = await events.find(store, number)
        await recordings.publish(store, number, now=now)
        await staff.audit(
            store,
            staff_id=me(request).id,
            act="recording-publish",
            subject=subject(event),
            now=now,
        )
    await sessions.say_next(request, "staff-recording-published")
    return pages.go(f"/staff/events/{number}/recording")


async def do_discard(request: web.Request) -> web.Response:
    """Erase the recording, published or not."""
    now, number = request.app[CLOCK](), event_id(request)
    async with request.app[DATABASE].transaction() as store:
        event = await events.find(store, number)
        await recordings.discard(store, number)
        await staff.audit(
            store,
            staff_id=me(request).id,
            act="recording-discard",
            subject=subject(event),
            now=now,
        )
    await order(request, EventChanged(number), done="staff-recording-discarded")
    return pages.go(f"/staff/events/{number}/recording")
