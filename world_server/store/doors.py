"""What the tables say of somebody at the door, in one question: a storm of joins asks often."""

from dataclasses import dataclass

from sqlalchemy import ScalarSelect, and_
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NotFound
from world_server.store import visitors
from world_server.store.events import REMOVED
from world_server.store.tables.event import Event, EventState, ModerationAct
from world_server.store.tables.visit import Attendance
from world_server.store.tables.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks to come in, and where: `removed_for` is why staff put them out of that event."""

    visitor: Visitor
    event: Event | None
    removed_for: str | None


@dataclass(frozen=True, slots=True)
class Entering:
    """Who comes in with a ticket; `attended_seconds` are theirs in the ticket's event so far."""

    nickname: str
    look: int
    attended_seconds: int
    removed_for: str | None


async def asking(session: AsyncSession, *, passport: str | None, slug: str | None) -> Asking:
    """Who asks, for the event of that slug or for the public town (None).

    Raise NotSignedIn for a passport nobody has, NotFound for an event nobody has.
    """
    visitor_id = visitors.id_of(passport)
    wished = (
        select(Visitor, Event, _removed_for(visitor_id, col(Event.id)))
        .select_from(Visitor)
        .outerjoin(Event, and_(col(Event.slug) == slug, col(Event.state) != EventState.DRAFT))
        .where(col(Visitor.id) == visitor_id)
    )
    found = (await session.exec(wished)).one_or_none()
    visitor, event, removed_for = found or (None, None, None)
    known = visitors.check_passport(visitor, passport)
    if slug is not None and event is None:
        raise NotFound("event")
    return Asking(known, event, removed_for)


async def entering(session: AsyncSession, *, visitor_id: str, event_id: int | None) -> Entering:
    """Who comes in; raise NotFound when they had themselves erased meanwhile."""
    attended = (
        select(col(Attendance.active_seconds))
        .where(col(Attendance.event_id) == event_id)
        .where(col(Attendance.visitor_id) == visitor_id)
        .scalar_subquery()
    )
    known = select(
        col(Visitor.nickname), col(Visitor.look), attended, _removed_for(visitor_id, event_id)
    ).where(col(Visitor.id) == visitor_id)
    found = (await session.exec(known)).one_or_none()
    if found is None:
        raise NotFound("visitor")
    nickname, look, seconds, reason = found
    return Entering(nickname, look, seconds or 0, reason)


def _removed_for(visitor_id: str, event_id: Mapped[int | None] | int | None) -> ScalarSelect[str]:
    return (
        select(col(ModerationAct.reason))
        .where(col(ModerationAct.event_id) == event_id)
        .where(col(ModerationAct.visitor_id) == visitor_id)
        .where(col(ModerationAct.kind) == REMOVED)
        .order_by(col(ModerationAct.id).desc())
        .limit(1)
        .scalar_subquery()
    )
