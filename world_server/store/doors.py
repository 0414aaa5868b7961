"""What the tables say of those at the door, of all who ask at once in one go: a storm of joins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NotFound, NotSignedIn
from world_server.store import blocks, devices, stamps, visitors
from world_server.store.events import REMOVED
from world_server.store.tables.event import Event, EventState, ModerationAct
from world_server.store.tables.visit import Attendance
from world_server.store.tables.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Wish:
    """A passport as a browser sent it, and the event its holder wishes to enter; None: the town."""

    passport: str | None
    slug: str | None


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks to come in, and where: `removed_for` is why staff put them out of that event."""

    visitor: Visitor
    event: Event | None
    removed_for: str | None


@dataclass(frozen=True, slots=True)
class Ticketed:
    """A visitor with a ticket, and the event it is for; None: the public town."""

    visitor_id: str
    event_id: int | None


@dataclass(frozen=True, slots=True)
class Entering:
    """Who comes in with a ticket; `attended_seconds` are theirs in the ticket's event so far.

    `stamped` are the places they have stamps of, `blocks` the visitors they do not want to meet.
    """

    nickname: str
    look: int
    attended_seconds: int
    removed_for: str | None
    stamped: frozenset[str]
    blocks: frozenset[str]


async def asking(
    session: AsyncSession, wishes: Sequence[Wish]
) -> list[Asking | NotSignedIn | NotFound]:
    """Who asks, for each wish; NotSignedIn or NotFound for a passport or an event nobody has."""
    held = {wish.passport: visitors.held_by(wish.passport) for wish in wishes}
    ids = {visitor_id for visitor_id, _ in held.values()}
    known = await session.exec(select(Visitor).where(col(Visitor.id).in_(ids)))
    by_id = {visitor.id: visitor for visitor in known}
    # Most come with the device they first came with: only the others cost a look-up.
    others = [one for one in held.values() if not visitors.is_first(by_id.get(one[0]), one)]
    further = await devices.known(session, others) if others else frozenset()
    theirs: dict[str | None, Visitor | None] = {
        passport: _holder(by_id.get(one[0]), one, further) for passport, one in held.items()
    }
    slugs = {wish.slug for wish in wishes} - {None}
    by_slug: dict[str, Event] = {}
    if slugs:
        found = await session.exec(
            select(Event)
            .where(col(Event.slug).in_(slugs))
            .where(col(Event.state) != EventState.DRAFT)
        )
        by_slug = {event.slug: event for event in found}
    removed = await _removed(session, by_id, [event.id for event in by_slug.values()])
    return [_asks(wish, theirs[wish.passport], by_slug, removed) for wish in wishes]


async def entering(
    session: AsyncSession, ticketed: Sequence[Ticketed], *, now: datetime
) -> list[Entering | NotFound]:
    """Who comes in, for each ticket: NotFound when they had themselves erased meanwhile."""
    ids = {one.visitor_id for one in ticketed}
    known = await session.exec(
        select(Visitor.id, Visitor.nickname, Visitor.look).where(col(Visitor.id).in_(ids))
    )
    by_id = {visitor_id: (nickname, look) for visitor_id, nickname, look in known}
    event_ids = {one.event_id for one in ticketed} - {None}
    attended: dict[tuple[str | None, int], int] = {}
    if event_ids:
        rows = await session.exec(
            select(Attendance.visitor_id, Attendance.event_id, Attendance.active_seconds)
            .where(col(Attendance.event_id).in_(event_ids))
            .where(col(Attendance.visitor_id).in_(ids))
        )
        attended = {(visitor_id, event_id): seconds for visitor_id, event_id, seconds in rows}
    removed = await _removed(session, ids, event_ids)
    stamped = await stamps.places_of(session, ids)
    blocked = await blocks.of_each(session, ids, now=now)
    return [
        Entering(
            *by_id[one.visitor_id],
            attended.get((one.visitor_id, one.event_id or 0), 0),
            removed.get((one.visitor_id, one.event_id)),
            stamped.get(one.visitor_id, frozenset()),
            blocked.get(one.visitor_id, frozenset()),
        )
        if one.visitor_id in by_id
        else NotFound("visitor")
        for one in ticketed
    ]


def _holder(
    visitor: Visitor | None, held: devices.Held, further: frozenset[devices.Held]
) -> Visitor | None:
    try:
        return visitors.check_passport(visitor, held, further=further)
    except NotSignedIn:
        return None


def _asks(
    wish: Wish,
    visitor: Visitor | None,
    by_slug: dict[str, Event],
    removed: dict[tuple[str, int | None], str],
) -> Asking | NotSignedIn | NotFound:
    if visitor is None:
        return NotSignedIn()
    if wish.slug is None:
        return Asking(visitor, None, None)
    event = by_slug.get(wish.slug)
    if event is None:
        return NotFound("event")
    return Asking(visitor, event, removed.get((visitor.id, event.id)))


async def _removed(
    session: AsyncSession, visitor_ids: Iterable[str], event_ids: Iterable[int | None]
) -> dict[tuple[str, int | None], str]:
    """Why staff put these visitors out of these events, the last reason of each."""
    wanted = set(event_ids)
    if not wanted:
        return {}
    acts = await session.exec(
        select(ModerationAct.visitor_id, ModerationAct.event_id, ModerationAct.reason)
        .where(col(ModerationAct.event_id).in_(wanted))
        .where(col(ModerationAct.visitor_id).in_(set(visitor_ids)))
        .where(col(ModerationAct.kind) == REMOVED)
        .order_by(col(ModerationAct.id))
    )
    return {(visitor_id, event_id): reason for visitor_id, event_id, reason in acts if visitor_id}
