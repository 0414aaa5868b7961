"""Stays: begun, measured in active seconds, ended; attendance grows in the same transaction."""

from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NotFound
from world_server.store import events, visitors
from world_server.store.clock import visit_day
from world_server.store.tables.award import Award
from world_server.store.tables.event import EventState
from world_server.store.tables.visit import Attendance, Visit


async def begin(
    session: AsyncSession,
    *,
    visitor_id: str,
    instance: str,
    event_id: int | None,
    now: datetime,
) -> Visit:
    """Open a stay of the visitor in the instance."""
    visitor = await visitors.find(session, visitor_id)
    visitor.last_seen_at = now
    session.add(visitor)
    visit = Visit(
        visitor_id=visitor_id,
        instance=instance,
        event_id=event_id,
        day=visit_day(now),
        started_at=now,
        last_seen_at=now,
        remembered=visitor.remembered,
    )
    session.add(visit)
    await session.flush()
    return visit


async def checkpoint(
    session: AsyncSession, *, visit_id: int, total_active_seconds: int, now: datetime
) -> Award | None:
    """Write the stay's active seconds so far, and let an event's attendance grow by the difference.

    A total, not a difference, so that writing again after a lost reply changes nothing. The award
    is promised in this same transaction as soon as the event's rule is met.
    """
    found = await session.exec(select(Visit).where(col(Visit.id) == visit_id).with_for_update())
    visit = found.one_or_none()
    if visit is None:
        raise NotFound("visit")
    grown = max(0, total_active_seconds - visit.active_seconds)
    visit.active_seconds += grown
    visit.last_seen_at = now
    session.add(visit)
    await session.flush()
    if visit.event_id is None or visit.visitor_id is None:
        return None
    event = await events.held(session, visit.event_id)
    if event.state not in (EventState.OPEN, EventState.ENDED):
        return None
    attendance = await _attendance(
        session, event_id=visit.event_id, visitor_id=visit.visitor_id, since=visit.started_at
    )
    attendance.active_seconds += grown
    session.add(attendance)
    await session.flush()
    return await events.promise_if_earned(session, event=event, attendance=attendance, now=now)


async def end(session: AsyncSession, *, visit_id: int, now: datetime) -> None:
    """Close the stay."""
    visit = await session.get(Visit, visit_id)
    if visit is not None and visit.ended_at is None:
        visit.ended_at = now
        session.add(visit)
        await session.flush()


async def attended_seconds(session: AsyncSession, *, event_id: int, visitor_id: str) -> int:
    """Active seconds of the visitor in the event so far."""
    found = await session.exec(
        select(col(Attendance.active_seconds))
        .where(col(Attendance.event_id) == event_id)
        .where(col(Attendance.visitor_id) == visitor_id)
    )
    return found.one_or_none() or 0


async def days_of(session: AsyncSession, visitor_id: str, *, qualifying_seconds: int) -> list[date]:
    """The visitor's visit days: days on which their stays add up to enough active seconds."""
    found = await session.exec(
        select(col(Visit.day))
        .where(col(Visit.visitor_id) == visitor_id)
        .group_by(col(Visit.day))
        .having(func.sum(col(Visit.active_seconds)) >= qualifying_seconds)
        .order_by(col(Visit.day))
    )
    return list(found.all())


async def _attendance(
    session: AsyncSession, *, event_id: int, visitor_id: str, since: datetime
) -> Attendance:
    found = await session.exec(
        select(Attendance)
        .where(col(Attendance.event_id) == event_id)
        .where(col(Attendance.visitor_id) == visitor_id)
        .with_for_update()
    )
    attendance = found.one_or_none()
    if attendance is None:
        attendance = Attendance(event_id=event_id, visitor_id=visitor_id, first_seen_at=since)
        session.add(attendance)
        await session.flush()
    return attendance
