"""A visitor's own visits, day by day, as they are shown and exported; never commits."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.tables.event import Event
from world_server.store.tables.visit import Visit


@dataclass(frozen=True, slots=True)
class VisitedDay:
    """A calendar day in Kashima on which somebody came: for how long, and to which events."""

    day: date
    active_seconds: int
    events: tuple[str, ...]


async def days(session: AsyncSession, visitor_id: str) -> list[VisitedDay]:
    """The visitor's days, the latest first; an event's title stands once in each."""
    found = await session.exec(
        select(Visit, col(Event.title))
        .join(Event, col(Event.id) == col(Visit.event_id), isouter=True)
        .where(col(Visit.visitor_id) == visitor_id)
        .order_by(col(Visit.day).desc(), col(Visit.id))
    )
    seconds: dict[date, int] = {}
    events: dict[date, dict[str, None]] = {}
    for visit, title in found:
        seconds[visit.day] = seconds.get(visit.day, 0) + visit.active_seconds
        titles = events.setdefault(visit.day, {})
        if title is not None:
            titles[title] = None
    return [VisitedDay(day, seconds[day], tuple(events[day])) for day in seconds]


async def events(session: AsyncSession, visitor_id: str) -> list[Event]:
    """The events the visitor came to, the first first."""
    came = select(Visit.event_id).where(col(Visit.visitor_id) == visitor_id)
    found = await session.exec(
        select(Event).where(col(Event.id).in_(came)).order_by(col(Event.starts_at), col(Event.id))
    )
    return list(found.all())
