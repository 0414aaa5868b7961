"""Moving an event from state to state: act and audit line in one transaction, then the order.

The order only wakes the worlds up; the fact is in the tables. When Redis is away the act still
holds, and the person is told that the town will notice a little later.
"""

from aiohttp import web

from admin import pages, sessions
from admin.event_pages import event_id, subject
from admin.guard import me
from admin.keys import CLOCK, DATABASE, REDIS, SETTINGS
from world_server.errors import Unavailable
from world_server.presence import orders
from world_server.presence.orders import EventChanged, Order
from world_server.store import badge_rules, events, staff
from world_server.store.rules import check_transition
from world_server.store.tables.event import Event, EventState


async def do_publish(request: web.Request) -> web.Response:
    """Show the event to visitors, unless its time has passed while it was a draft."""
    event = await _event(request)
    if event.ends_at <= request.app[CLOCK]():
        await sessions.say_next(request, "staff-fault-ends-past", care=True)
        return pages.go(f"/staff/events/{event.id}")
    return await _move(request, EventState.PUBLISHED)


async def do_open(request: web.Request) -> web.Response:
    """Open the doors, and go where the event is hosted from.

    Not earlier than badges may be issued, or somebody would earn one the chain refuses.
    """
    event = await _event(request)
    if request.app[CLOCK]() < event.starts_at - badge_rules.DOORS_BEFORE:
        hours = int(badge_rules.DOORS_BEFORE.total_seconds() // 3600)
        await sessions.say_next(request, "staff-event-too-early", care=True, hours=hours)
        return pages.go(f"/staff/events/{event.id}")
    await _move(request, EventState.OPEN)
    return pages.go(f"/staff/events/{event_id(request)}/live")


async def show_end(request: web.Request) -> web.Response:
    """What ending the event will do."""
    return await _confirm(request, EventState.ENDED, "end")


async def do_end(request: web.Request) -> web.Response:
    """Close the event; whoever was there long enough is promised the badge."""
    await _move(request, EventState.ENDED)
    return pages.go(f"/staff/events/{event_id(request)}/attendance")


async def show_cancel(request: web.Request) -> web.Response:
    """What calling the event off will do."""
    return await _confirm(request, EventState.CANCELLED, "cancel")


async def do_cancel(request: web.Request) -> web.Response:
    """Call the event off."""
    return await _move(request, EventState.CANCELLED)


async def order(request: web.Request, told: Order, *, done: str) -> None:
    """Wake the worlds up, and say on the next page that it is done."""
    try:
        await orders.send(request.app[REDIS], told)
    except Unavailable:
        await sessions.say_next(request, "staff-done-untold", care=True)
    else:
        await sessions.say_next(request, done)


async def _event(request: web.Request) -> Event:
    async with request.app[DATABASE].reading() as store:
        return await events.find(store, event_id(request))


async def _confirm(request: web.Request, to: EventState, act: str) -> web.Response:
    event = await _event(request)
    check_transition(event.state, to)
    return await pages.render(request, "confirm.html", event=event, act=act)


async def _move(request: web.Request, to: EventState) -> web.Response:
    now = request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        rules = request.app[SETTINGS].badge_rules()
        event = await events.move(store, event_id(request), to=to, now=now, rules=rules)
        await staff.audit(
            store, staff_id=me(request).id, act=f"event-{to}", subject=subject(event), now=now
        )
    await order(request, EventChanged(event_id(request)), done=f"staff-event-now-{to}")
    return pages.go(f"/staff/events/{event_id(request)}")
