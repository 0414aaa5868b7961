"""What the marketer's figures and the attendance list are made of, read from the store."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store import badge_rules
from world_server.store.moves import moves
from world_server.store.tables.award import Award, AwardState, Badge, BadgeKind
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.visit import Attendance, Visit
from world_server.store.tables.visitor import Visitor

VISIT_KINDS = frozenset({BadgeKind.EVENT, BadgeKind.REAL, BadgeKind.HOST})
"""Kinds of badge that stand for a day somebody was there; the same visits earn the other kinds."""


class Stay(NamedTuple):
    """What one visitor was active in one day, in one event (or in none); `day` is JST."""

    visitor: str
    day: date
    event_id: int | None
    active_seconds: int
    remembered: bool


@dataclass(frozen=True)
class Attendee:
    """One line of an attendance list; `visitor_id` and `nickname` are None once erased.

    `award_state` is of the event's badge, `host_state` of the badge of those who held it.
    """

    visitor_id: str | None
    nickname: str | None
    first_seen_at: datetime
    active_seconds: int
    has_earned: bool
    award_state: AwardState | None
    host_state: AwardState | None


@dataclass(frozen=True)
class ChainFigures:
    """What anybody can recount from the chain, as the database knows it.

    `holders` are addresses with at least one final badge, `repeat_holders` those whose final
    badges are of two or more visit days, `waiting` awards that are promised but not final.
    """

    badges: int
    holders: int
    repeat_holders: int
    waiting: int


async def stays(session: AsyncSession) -> list[Stay]:
    """All stays of visitors who have not been erased, summed by visitor, day, event, consent."""
    rows: list[Stay] = []
    for remembered in (True, False):
        found = await session.exec(
            select(
                col(Visit.visitor_id),
                col(Visit.day),
                col(Visit.event_id),
                func.sum(col(Visit.active_seconds)),
            )
            .where(col(Visit.visitor_id).is_not(None))
            .where(col(Visit.remembered).is_(remembered))
            .group_by(col(Visit.visitor_id), col(Visit.day), col(Visit.event_id))
        )
        rows += [
            Stay(visitor, day, event_id, int(seconds), remembered)
            for visitor, day, event_id, seconds in found.all()
            if visitor is not None
        ]
    return rows


async def erased_stays(session: AsyncSession, *, qualifying_seconds: int) -> int:
    """Stays of people who were since erased, each active long enough for a visit day."""
    found = await session.exec(
        select(func.count())
        .select_from(Visit)
        .where(col(Visit.visitor_id).is_(None))
        .where(col(Visit.active_seconds) >= qualifying_seconds)
    )
    return found.one()


async def ended_events(session: AsyncSession) -> list[Event]:
    """Events that took place and are over, the newest first."""
    found = await session.exec(
        select(Event)
        .where(col(Event.state) == EventState.ENDED)
        .order_by(col(Event.starts_at).desc(), col(Event.id).desc())
    )
    return list(found.all())


async def attendees(session: AsyncSession, event_id: int) -> list[Attendee]:
    """Everybody who was active in the event, the longest first, with the state of their badge."""
    found = await session.exec(
        select(Attendance, col(Visitor.nickname), col(Award.state))
        .join(Visitor, col(Visitor.id) == col(Attendance.visitor_id), isouter=True)
        .join(Badge, col(Badge.event_id) == col(Attendance.event_id), isouter=True)
        .join(
            Award,
            (col(Award.badge_id) == col(Badge.id))
            & (col(Award.visitor_id) == col(Attendance.visitor_id)),
            isouter=True,
        )
        .where(col(Attendance.event_id) == event_id)
        .order_by(col(Attendance.active_seconds).desc(), col(Attendance.id))
    )
    hosts = await session.exec(
        select(col(Award.visitor_id), col(Award.state))
        .where(col(Award.badge_id) == col(Badge.id))
        .where(col(Badge.key) == badge_rules.host_key(event_id))
    )
    host_states = dict(hosts.all())
    return [
        Attendee(
            visitor_id=attendance.visitor_id,
            nickname=nickname,
            first_seen_at=attendance.first_seen_at,
            active_seconds=attendance.active_seconds,
            has_earned=attendance.earned_at is not None,
            award_state=state,
            host_state=host_states.get(attendance.visitor_id) if attendance.visitor_id else None,
        )
        for attendance, nickname, state in found.all()
    ]


async def chain_figures(session: AsyncSession) -> ChainFigures:
    """Holders and repeat holders by final awards, erased visitors' included as on the chain.

    Who moved to a wallet is that wallet, and what both had is one badge.
    """
    found = await session.exec(
        select(col(Award.holder), col(Award.badge_id), col(Award.block_number), Badge)
        .where(col(Award.state) == AwardState.FINAL)
        .where(col(Award.badge_id) == col(Badge.id))
    )
    done = await moves(session)
    badges: dict[str, set[int]] = defaultdict(set)
    days: dict[str, set[date]] = defaultdict(set)
    for address, badge_id, block, badge in found.all():
        holder = done.holder_now(address, badge_id, block=block)
        badges[holder].add(badge_id)
        if badge.kind in VISIT_KINDS:
            days[holder].add(badge.occurred_on)
    waiting = await session.exec(
        select(func.count())
        .select_from(Award)
        .where(col(Award.state).not_in([AwardState.FINAL, AwardState.REVOKED]))
    )
    return ChainFigures(
        badges=sum(map(len, badges.values())),
        holders=len(badges),
        repeat_holders=sum(len(mine) > 1 for mine in days.values()),
        waiting=waiting.one(),
    )
