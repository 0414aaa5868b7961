"""Hosting an open event: who is here, saying something to all, asking somebody to leave."""

from aiohttp import web

from admin import pages
from admin.entrance_pages import MOST_AT_ONCE
from admin.event_acts import order
from admin.event_pages import event_id, event_link, subject
from admin.guard import me
from admin.keys import CLOCK, DATABASE, PLACES, REDIS
from admin.venue import Here, Venue, venue_of
from world_server import qr
from world_server.errors import BadTransition, Malformed, Unavailable
from world_server.presence.orders import Announce, RemoveVisitor
from world_server.store import badge_rules, events, returns, staff, visitors
from world_server.store.tables.event import Event, EventState

REFRESH_SECONDS = 3


async def show_live(request: web.Request) -> web.Response:
    """The page an open event is hosted from."""
    return await _live_page(request)


async def show_present(request: web.Request) -> web.Response:
    """Who is here now, for the page's script."""
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
    venue = await venue_of(request.app[REDIS], event)
    return web.json_response(
        {
            "open": event.state is EventState.OPEN,
            "as_of": pages.say(
                request, "staff-live-as-of", time=pages.clock_time(request.app[CLOCK]())
            ),
            "present": [_line(request, event, one) for one in venue.here],
            "waiting": pages.say(request, "staff-live-waiting", count=venue.waiting),
        }
    )


def _line(request: web.Request, event: Event, here: Here) -> dict[str, str]:
    one = here.who
    place = request.app[PLACES].name(one.place, pages.language_of(request))
    place = place or pages.say(request, "staff-live-on-the-way")
    if here.instance:
        place = pages.say(request, "staff-live-nth", number=here.instance, place=place)
    return {
        "nickname": one.nickname,
        "place": place,
        "minutes": pages.say(request, "staff-minutes", minutes=one.active_seconds // 60),
        "remove": f"/staff/events/{event.id}/remove/{one.visitor_id}",
        "remove_label": pages.say(request, "staff-live-remove-who", nickname=one.nickname),
    }


async def do_announce(request: web.Request) -> web.Response:
    """Say one sentence to everybody in the event."""
    text = str((await request.post()).get("text", ""))
    member, now = me(request), request.app[CLOCK]()
    try:
        async with request.app[DATABASE].transaction() as store:
            event = await events.find(store, event_id(request))
            _require_open(event)
            said = await events.announce(
                store, event_id=event_id(request), staff_id=member.id, text=text, now=now
            )
            await staff.audit(
                store,
                staff_id=member.id,
                act="announce",
                subject=subject(event),
                detail=said.text,
                now=now,
            )
    except Malformed:
        fault = pages.say(request, "staff-fault-text", most=events.TEXT_LENGTH)
        return await _live_page(request, text=text, fault=fault, status=422)
    told = Announce(event_id=event_id(request), text=said.text, by=member.name, at=now)
    await order(request, told, done="staff-announced")
    return pages.go(f"/staff/events/{event_id(request)}/live")


async def show_remove(request: web.Request) -> web.Response:
    """Ask for the reason, which the visitor will be told."""
    return await _remove_page(request)


async def do_remove(request: web.Request) -> web.Response:
    """Ask one visitor to leave this event for good."""
    reason = str((await request.post()).get("reason", ""))
    visitor_id = request.match_info["visitor"]
    member, now = me(request), request.app[CLOCK]()
    try:
        async with request.app[DATABASE].transaction() as store:
            event = await events.find(store, event_id(request))
            _require_open(event)
            visitor = await visitors.find(store, visitor_id)
            act = await events.remove_visitor(
                store,
                event_id=event_id(request),
                visitor_id=visitor_id,
                staff_id=member.id,
                reason=reason,
                now=now,
            )
            await staff.audit(
                store,
                staff_id=member.id,
                act="remove",
                subject=subject(event),
                detail=f"{visitor.nickname}: {act.reason}",
                now=now,
            )
    except Malformed:
        fault = pages.say(request, "staff-fault-reason", most=events.REASON_LENGTH)
        return await _remove_page(request, reason=reason, fault=fault, status=422)
    told = RemoveVisitor(event_id=event_id(request), visitor_id=visitor_id, reason=act.reason)
    await order(request, told, done="staff-removed")
    return pages.go(f"/staff/events/{event_id(request)}/live")


async def show_attendance(request: web.Request) -> web.Response:
    """Who was there how long, and how far their badges are."""
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
        attended = await returns.attendees(store, event_id(request))
    return await pages.render(
        request,
        "attendance.html",
        event=event,
        attended=attended,
        needed=badge_rules.seconds_needed(event),
    )


def _require_open(event: Event) -> None:
    if event.state is not EventState.OPEN:
        raise BadTransition(event.state)


async def _live_page(
    request: web.Request, *, text: str = "", fault: str | None = None, status: int = 200
) -> web.Response:
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
        said = await events.announcements(store, event_id(request))
    try:
        venue = await venue_of(request.app[REDIS], event)
    except Unavailable:
        venue = Venue()
    link = event_link(request, event)
    return await pages.render(
        request,
        "live.html",
        event=event,
        present=[_line(request, event, one) for one in venue.here],
        waiting=venue.waiting,
        most_at_once=MOST_AT_ONCE,
        said=said,
        link=link,
        code=qr.svg(link),
        text=text,
        fault=fault,
        most=events.TEXT_LENGTH,
        refresh=REFRESH_SECONDS,
        here=f"/staff/events/{event.id}/live",
        status=status,
    )


async def _remove_page(
    request: web.Request, *, reason: str = "", fault: str | None = None, status: int = 200
) -> web.Response:
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
        visitor = await visitors.find(store, request.match_info["visitor"])
    _require_open(event)
    return await pages.render(
        request,
        "remove.html",
        event=event,
        nickname=visitor.nickname,
        reason=reason,
        fault=fault,
        most=events.REASON_LENGTH,
        status=status,
    )
