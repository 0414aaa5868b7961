"""Giving a badge by hand: from the attendance list, to one person, with a written reason."""

from aiohttp import web

from admin import pages, sessions
from admin.event_pages import event_id, subject
from admin.guard import me
from admin.keys import CLOCK, DATABASE
from world_server.errors import GrantRefused, Malformed, NotFound
from world_server.store import events, granting, returns, staff, visitors
from world_server.store.tables.award import BadgeKind
from world_server.store.tables.event import EventState


async def show_grant(request: web.Request) -> web.Response:
    """Ask which badge, and why."""
    return await _page(request)


async def do_grant(request: web.Request) -> web.Response:
    """Give the badge; giving it once more changes nothing."""
    form = await request.post()
    typed, reason = str(form.get("kind", "")), str(form.get("reason", ""))
    try:
        kind = BadgeKind(typed)
    except ValueError as unknown:
        raise GrantRefused("kind") from unknown
    visitor_id, now = request.match_info["visitor"], request.app[CLOCK]()
    try:
        async with request.app[DATABASE].transaction() as store:
            event = await events.find(store, event_id(request))
            visitor = await visitors.find(store, visitor_id)
            granted = await granting.grant(
                store,
                event_id=event_id(request),
                visitor_id=visitor_id,
                kind=kind,
                reason=reason,
                now=now,
            )
            if granted.is_new:
                await staff.audit(
                    store,
                    staff_id=me(request).id,
                    act=f"grant-{kind}",
                    subject=subject(event),
                    detail=f"{visitor.nickname}: {granted.award.grant_reason}",
                    now=now,
                )
    except Malformed:
        fault = pages.say(request, "staff-fault-reason", most=events.REASON_LENGTH)
        return await _page(request, kind=kind, reason=reason, fault=fault, status=422)
    done = "staff-granted" if granted.is_new else "staff-granted-before"
    await sessions.say_next(request, done, nickname=visitor.nickname)
    return pages.go(f"/staff/events/{event_id(request)}/attendance")


async def _page(
    request: web.Request,
    *,
    kind: BadgeKind | None = None,
    reason: str = "",
    fault: str | None = None,
    status: int = 200,
) -> web.Response:
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
        attended = await returns.attendees(store, event_id(request))
    mine = [one for one in attended if one.visitor_id == request.match_info["visitor"]]
    if not mine:
        raise NotFound("visitor")
    kinds = {
        BadgeKind.EVENT: mine[0].award_state,
        BadgeKind.HOST: mine[0].host_state,
    }
    free = [one for one, state in kinds.items() if state is None]
    if event.state is not EventState.ENDED:
        kinds.pop(BadgeKind.HOST)
    return await pages.render(
        request,
        "grant.html",
        event=event,
        nickname=mine[0].nickname,
        kinds=kinds,
        chosen=kind or next((one for one in free if one in kinds), None),
        reason=reason,
        fault=fault,
        most=events.REASON_LENGTH,
        status=status,
    )
