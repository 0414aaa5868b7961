"""Pages about events: the list, one event, and the form that plans it."""

from collections import defaultdict
from collections.abc import Sequence

from aiohttp import web

from admin import pages, sessions, venue
from admin.event_form import EventForm, Faults
from admin.guard import me
from admin.keys import CLOCK, DATABASE, PLACES, REDIS, SETTINGS
from world_server import qr
from world_server.errors import BadTransition, Unavailable
from world_server.store import badge_rules, events, staff
from world_server.store.rules import MAX_CAPACITY
from world_server.store.tables.event import Event, EventState

SECTIONS = (
    ("now", {EventState.OPEN}),
    ("soon", {EventState.PUBLISHED}),
    ("drafts", {EventState.DRAFT}),
    ("past", {EventState.ENDED, EventState.CANCELLED}),
)


def event_id(request: web.Request) -> int:
    """The number in the address."""
    return int(request.match_info["event"])


def event_link(request: web.Request, event: Event) -> str:
    """The address visitors join by."""
    return f"{request.app[SETTINGS].public_url}/e/{event.slug}"


async def show_events(request: web.Request) -> web.Response:
    """Every event: those to act on first, the past last."""
    async with request.app[DATABASE].reading() as store:
        found = await events.all_events(store)
    by_section = {
        name: [event for event in found if event.state in states] for name, states in SECTIONS
    }
    for name in ("now", "soon", "drafts"):
        by_section[name].reverse()
    return await pages.render(
        request,
        "events.html",
        sections=by_section,
        present=await _counts(request, by_section["now"]),
    )


async def _counts(request: web.Request, open_events: Sequence[Event]) -> dict[int | None, int]:
    try:
        return await venue.counts(request.app[REDIS], open_events)
    except Unavailable:
        return {}


async def show_event(request: web.Request) -> web.Response:
    """One event: its plan, its link, and what may be done with it now."""
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
        said = await events.announcements(store, event_id(request))
    link = event_link(request, event)
    return await pages.render(
        request,
        "event.html",
        event=event,
        said=said,
        link=link,
        code=qr.svg(link),
        needed=badge_rules.seconds_needed(event),
    )


async def show_code(request: web.Request) -> web.Response:
    """The event's link as a QR code, for a poster."""
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
    return web.Response(
        text=qr.svg(event_link(request, event)),
        content_type="image/svg+xml",
        headers={"Content-Disposition": f'attachment; filename="kashima-{event.slug}.svg"'},
    )


async def show_new(request: web.Request) -> web.Response:
    """An empty plan with a first proposal."""
    return await _form_page(request, EventForm.suggested(now=request.app[CLOCK]()))


async def do_create(request: web.Request) -> web.Response:
    """Write down a draft."""
    form = await _typed(request)
    now = request.app[CLOCK]()
    plan, faults = form.plan(now=now)
    faults |= _place_fault(request, form)
    if faults:
        return await _form_page(request, form, faults=faults, status=422)
    async with request.app[DATABASE].transaction() as store:
        event = await events.create(store, plan, staff_id=me(request).id, now=now)
        await staff.audit(
            store,
            staff_id=me(request).id,
            act="event-create",
            subject=subject(event),
            now=now,
        )
    await sessions.say_next(request, "staff-event-created", title=event.title)
    return pages.go(f"/staff/events/{event.id}")


async def show_edit(request: web.Request) -> web.Response:
    """The plan of a draft, to be changed."""
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
    if event.state is not EventState.DRAFT:
        raise BadTransition(event.state)
    return await _form_page(request, EventForm.of(event), event=event)


async def do_edit(request: web.Request) -> web.Response:
    """Change a draft's plan."""
    form = await _typed(request)
    now = request.app[CLOCK]()
    plan, faults = form.plan(now=now)
    faults |= _place_fault(request, form)
    if faults:
        async with request.app[DATABASE].reading() as store:
            event = await events.find(store, event_id(request))
        return await _form_page(request, form, faults=faults, event=event, status=422)
    async with request.app[DATABASE].transaction() as store:
        event = await events.replan(store, event_id(request), plan)
        await staff.audit(
            store, staff_id=me(request).id, act="event-edit", subject=subject(event), now=now
        )
    await sessions.say_next(request, "staff-event-saved")
    return pages.go(f"/staff/events/{event.id}")


def subject(event: Event) -> str:
    """The event as an audit line names it."""
    return f"#{event.id} {event.title}"


async def _typed(request: web.Request) -> EventForm:
    fields: dict[str, list[str]] = defaultdict(list)
    for name, value in (await request.post()).items():
        if isinstance(value, str):
            fields[name].append(value)
    return EventForm.typed(fields)


def _place_fault(request: web.Request, form: EventForm) -> Faults:
    known = {place for place, _ in request.app[PLACES].choices("ja")}
    return {"place": "place"} if known and form.place not in known else {}


async def _form_page(
    request: web.Request,
    form: EventForm,
    *,
    faults: Faults | None = None,
    event: Event | None = None,
    status: int = 200,
) -> web.Response:
    return await pages.render(
        request,
        "event_form.html",
        form=form,
        faults=faults or {},
        event=event,
        places=request.app[PLACES].choices(pages.language_of(request)),
        most=MAX_CAPACITY,
        status=status,
    )
