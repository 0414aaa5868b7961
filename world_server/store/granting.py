"""Badges that staff give by hand, with the reason they wrote; to people who were there."""

from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import GrantRefused, NotFound
from world_server.store import badge_making, badge_rules, events
from world_server.store.tables.award import Award, BadgeKind, Source
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.visit import Attendance

GRANTABLE = (BadgeKind.EVENT, BadgeKind.HOST)
"""Of an event: the badge of those who were there, and of those who held it."""


class Granted(NamedTuple):
    """The award, and whether it is new: whoever had the badge already has it unchanged."""

    award: Award
    is_new: bool


async def grant(
    session: AsyncSession,
    *,
    event_id: int,
    visitor_id: str,
    kind: BadgeKind,
    reason: str,
    now: datetime,
) -> Granted:
    """Give an event's badge to somebody on its attendance list; safe to repeat.

    Raise NotFound for an event or attendee nobody has, Malformed for a reason that is none,
    GrantRefused for a badge that cannot be given, or not now.
    """
    event = await events.held(session, event_id)
    line = events.check_sentence(reason, field="reason", limit=events.REASON_LENGTH)
    occasion = _check(event, kind, now=now)
    attendance = await _attendance(session, event_id=event_id, visitor_id=visitor_id)
    award = await badge_making.give(
        session,
        badge_making.by_hand(occasion),
        visitor_id=visitor_id,
        now=now,
        grant_reason=line,
    )
    is_new = award.source is Source.GRANT and award.grant_reason == line and award.created_at == now
    if kind is BadgeKind.EVENT and attendance.earned_at is None:
        attendance.earned_at = now
        session.add(attendance)
        await session.flush()
    return Granted(award, is_new)


def _check(event: Event, kind: BadgeKind, *, now: datetime) -> badge_rules.Occasion:
    """The occasion of a badge that may be given by hand at this moment; raise GrantRefused."""
    if kind not in GRANTABLE:
        raise GrantRefused("kind")
    if event.state not in (EventState.OPEN, EventState.ENDED):
        raise GrantRefused("not-held")
    if kind is BadgeKind.HOST and event.state is not EventState.ENDED:
        raise GrantRefused("not-over")
    make = badge_rules.event_occasion if kind is BadgeKind.EVENT else badge_rules.host_occasion
    occasion = make(event)
    if now >= occasion.closes_at:
        raise GrantRefused("too-late")
    return occasion


async def _attendance(session: AsyncSession, *, event_id: int, visitor_id: str) -> Attendance:
    found = await session.exec(
        select(Attendance)
        .where(col(Attendance.event_id) == event_id)
        .where(col(Attendance.visitor_id) == visitor_id)
        .with_for_update()
    )
    attendance = found.one_or_none()
    if attendance is None:
        raise NotFound("visitor")
    return attendance
