"""Events in the store: planned, published, opened, ended, and what staff did in them."""

import secrets
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import Malformed, NotFound
from world_server.store import badge_making, badge_rules, earning
from world_server.store.badge_rules import DEFAULT_RULES, BadgeRules
from world_server.store.rules import EventPlan, check_plan, check_transition
from world_server.store.tables.award import Award
from world_server.store.tables.event import Announcement, Event, EventState, ModerationAct
from world_server.store.tables.visit import Attendance
from world_server.store.visitors import LANGUAGES

TEXT_LENGTH = 300
REASON_LENGTH = 200
REMOVED = "remove"


async def create(session: AsyncSession, plan: EventPlan, *, staff_id: int, now: datetime) -> Event:
    """Write down a draft; raise Malformed naming the field that cannot be right."""
    check_plan(plan, known_languages=LANGUAGES)
    event = Event(
        slug=secrets.token_hex(5),
        title=plan.title.strip(),
        place=plan.place,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        capacity=plan.capacity,
        languages=list(plan.languages),
        rule_kind=plan.rule_kind,
        rule_value=plan.rule_value,
        state=EventState.DRAFT,
        created_by=staff_id,
        created_at=now,
    )
    session.add(event)
    await session.flush()
    return event


async def replan(session: AsyncSession, event_id: int, plan: EventPlan) -> Event:
    """Change a draft's plan; an event the public has seen is not changed under them."""
    check_plan(plan, known_languages=LANGUAGES)
    event = await find(session, event_id)
    check_transition(event.state, EventState.PUBLISHED)
    event.title = plan.title.strip()
    event.place = plan.place
    event.starts_at = plan.starts_at
    event.ends_at = plan.ends_at
    event.capacity = plan.capacity
    event.languages = list(plan.languages)
    event.rule_kind = plan.rule_kind
    event.rule_value = plan.rule_value
    session.add(event)
    await session.flush()
    return event


async def find(session: AsyncSession, event_id: int) -> Event:
    """The event of that id; raise NotFound."""
    event = await session.get(Event, event_id)
    if event is None:
        raise NotFound("event")
    return event


async def held(session: AsyncSession, event_id: int) -> Event:
    """The event, which cannot change state until this transaction is over.

    Without it a checkpoint that began before the end of the event could add its last seconds
    after attendance was settled, and nobody would look at them again.
    """
    found = await session.exec(
        select(Event).where(col(Event.id) == event_id).with_for_update(read=True)
    )
    event = found.one_or_none()
    if event is None:
        raise NotFound("event")
    return event


async def by_slug(session: AsyncSession, slug: str) -> Event:
    """The event of that link, drafts excepted; raise NotFound."""
    found = await session.exec(
        select(Event).where(col(Event.slug) == slug).where(col(Event.state) != EventState.DRAFT)
    )
    event = found.one_or_none()
    if event is None:
        raise NotFound("event")
    return event


async def listed(session: AsyncSession, *, now: datetime) -> list[Event]:
    """Events a visitor may look forward to or join now, the soonest first."""
    found = await session.exec(
        select(Event)
        .where(
            (col(Event.state) == EventState.OPEN)
            | ((col(Event.state) == EventState.PUBLISHED) & (col(Event.ends_at) > now))
        )
        .order_by(col(Event.starts_at))
        .limit(50)
    )
    return list(found.all())


async def all_events(session: AsyncSession) -> list[Event]:
    """Every event, the newest first, for staff."""
    found = await session.exec(select(Event).order_by(col(Event.starts_at).desc()))
    return list(found.all())


async def move(
    session: AsyncSession,
    event_id: int,
    *,
    to: EventState,
    now: datetime,
    rules: BadgeRules = DEFAULT_RULES,
) -> Event:
    """Bring the event into the state `to`; raise BadTransition.

    Publishing defines its badge. Ending settles attendance: whoever has enough active seconds
    by the event's real length is promised the badge in this same transaction, and so are those
    who held it.
    """
    found = await session.exec(select(Event).where(col(Event.id) == event_id).with_for_update())
    event = found.one_or_none()
    if event is None:
        raise NotFound("event")
    check_transition(event.state, to)
    event.state = to
    if to is EventState.PUBLISHED:
        await badge_making.made(session, badge_rules.event_occasion(event))
    if to is EventState.OPEN:
        event.opened_at = now
    if to in (EventState.ENDED, EventState.CANCELLED):
        event.ended_at = now
    session.add(event)
    await session.flush()
    if to is EventState.ENDED:
        await _settle(session, event, now=now)
        hosts = await earning.hosting_seconds(session, event)
        await earning.honour_hosts(session, event, dict.fromkeys(hosts, now), rules=rules)
    return event


async def _settle(session: AsyncSession, event: Event, *, now: datetime) -> None:
    found = await session.exec(
        select(Attendance)
        .where(col(Attendance.event_id) == event.id)
        .where(col(Attendance.earned_at).is_(None))
        .where(col(Attendance.visitor_id).is_not(None))
        .with_for_update()
    )
    for attendance in found.all():
        await promise_if_earned(session, event=event, attendance=attendance, now=now)


async def promise_if_earned(
    session: AsyncSession, *, event: Event, attendance: Attendance, now: datetime
) -> Award | None:
    """Promise the event's badge for this attendance when its rule is met, once."""
    if attendance.visitor_id is None or attendance.earned_at is not None:
        return None
    verdict = badge_rules.attended(event, active_seconds=attendance.active_seconds)
    if verdict is None:
        return None
    attendance.earned_at = now
    session.add(attendance)
    return await badge_making.give(session, verdict, visitor_id=attendance.visitor_id, now=now)


def check_sentence(raw: str, *, field: str, limit: int) -> str:
    """One printable line of at most `limit` characters; raise Malformed naming `field`."""
    text = " ".join(raw.split())
    if not 0 < len(text) <= limit or not text.isprintable():
        raise Malformed(field)
    return text


async def announce(
    session: AsyncSession, *, event_id: int, staff_id: int, text: str, now: datetime
) -> Announcement:
    """Keep one announcement to everybody in the event."""
    line = Announcement(
        event_id=event_id,
        staff_id=staff_id,
        text=check_sentence(text, field="text", limit=TEXT_LENGTH),
        at=now,
    )
    session.add(line)
    await session.flush()
    return line


async def announcements(session: AsyncSession, event_id: int) -> list[Announcement]:
    """Everything announced in the event, in order."""
    found = await session.exec(
        select(Announcement)
        .where(col(Announcement.event_id) == event_id)
        .order_by(col(Announcement.id))
    )
    return list(found.all())


async def remove_visitor(
    session: AsyncSession,
    *,
    event_id: int,
    visitor_id: str,
    staff_id: int,
    reason: str,
    now: datetime,
) -> ModerationAct:
    """Ask one visitor to leave the event for good, with the reason they will be told."""
    act = ModerationAct(
        event_id=event_id,
        visitor_id=visitor_id,
        staff_id=staff_id,
        kind=REMOVED,
        reason=check_sentence(reason, field="reason", limit=REASON_LENGTH),
        at=now,
    )
    session.add(act)
    await session.flush()
    return act


async def removal_reason(session: AsyncSession, *, event_id: int, visitor_id: str) -> str | None:
    """Why this visitor may not come back to the event, or None when they may."""
    found = await session.exec(
        select(col(ModerationAct.reason))
        .where(col(ModerationAct.event_id) == event_id)
        .where(col(ModerationAct.visitor_id) == visitor_id)
        .where(col(ModerationAct.kind) == REMOVED)
        .order_by(col(ModerationAct.id).desc())
        .limit(1)
    )
    return found.one_or_none()
