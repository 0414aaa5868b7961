"""Stays: begun, measured in active seconds, ended; attendance grows in the same transaction."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NotFound
from world_server.store import earning, events, stamps
from world_server.store.badge_rules import DEFAULT_RULES, BadgeRules
from world_server.store.clock import visit_day
from world_server.store.earning import Came
from world_server.store.stamps import Reached
from world_server.store.tables.award import Award
from world_server.store.tables.event import EventState
from world_server.store.tables.visit import Attendance, Visit
from world_server.store.tables.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Beginning:
    """A stay that begins: who, where, when, and as `guide` or `staff` if they hold the event."""

    visitor_id: str
    instance: str
    event_id: int | None
    at: datetime
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How many active seconds a stay has so far, at a moment; `ended_at` when that was its end.

    A total, not a difference, so that writing again after a lost reply changes nothing. `reached`
    are the places reached since the last checkpoint that was surely written.
    """

    visit_id: int
    total_active_seconds: int
    at: datetime
    ended_at: datetime | None = None
    reached: tuple[Reached, ...] = ()


async def begin(
    session: AsyncSession,
    *,
    visitor_id: str,
    instance: str,
    event_id: int | None,
    now: datetime,
) -> Visit:
    """Open one stay; raise NotFound when there is no such visitor."""
    (visit,) = await begin_all(session, [Beginning(visitor_id, instance, event_id, now)])
    if visit is None:
        raise NotFound("visitor")
    return visit


async def begin_all(session: AsyncSession, beginnings: Sequence[Beginning]) -> list[Visit | None]:
    """Open a stay for each, in order; None for a visitor who is not known any more."""
    found = await session.exec(
        select(Visitor)
        .where(col(Visitor.id).in_({one.visitor_id for one in beginnings}))
        .order_by(col(Visitor.id))
        .with_for_update()
    )
    known = {visitor.id: visitor for visitor in found}
    opened: list[Visit | None] = []
    for one in beginnings:
        visitor = known.get(one.visitor_id)
        if visitor is None:
            opened.append(None)
            continue
        visitor.last_seen_at = one.at
        visit = Visit(
            visitor_id=one.visitor_id,
            instance=one.instance,
            event_id=one.event_id,
            day=visit_day(one.at),
            started_at=one.at,
            last_seen_at=one.at,
            remembered=visitor.remembered,
            role=one.role,
        )
        session.add_all([visitor, visit])
        opened.append(visit)
    await session.flush()
    return opened


async def checkpoint(
    session: AsyncSession,
    *,
    visit_id: int,
    total_active_seconds: int,
    now: datetime,
    rules: BadgeRules = DEFAULT_RULES,
) -> Award | None:
    """Write one stay's active seconds so far; raise NotFound when there is no such stay."""
    if await session.get(Visit, visit_id) is None:
        raise NotFound("visit")
    one = Checkpoint(visit_id, total_active_seconds, now)
    awards = await checkpoint_all(session, [one], rules=rules)
    return awards[0] if awards else None


async def checkpoint_all(
    session: AsyncSession, checkpoints: Sequence[Checkpoint], *, rules: BadgeRules = DEFAULT_RULES
) -> list[Award]:
    """Write what stays have so far: seconds, attendance of events, places reached.

    Awards are promised in this same transaction as soon as a rule is met, and given back.
    Rows are locked in the order of their numbers, so that two worlds never wait for each other.
    """
    told = {one.visit_id: one for one in checkpoints}
    found = await session.exec(
        select(Visit).where(col(Visit.id).in_(told)).order_by(col(Visit.id)).with_for_update()
    )
    attending: dict[int, list[_Growth]] = defaultdict(list)
    came: set[Came] = set()
    reached: list[tuple[str, Reached]] = []
    for visit in found:
        one = told[visit.id or 0]
        before = visit.active_seconds
        more = max(0, one.total_active_seconds - before)
        visit.active_seconds += more
        visit.last_seen_at = max(visit.last_seen_at, one.at)
        visit.ended_at = visit.ended_at or one.ended_at
        session.add(visit)
        if visit.visitor_id is None:
            continue
        if visit.event_id is not None:
            is_host = visit.role is not None
            growth = _Growth(visit.visitor_id, more, visit.started_at, one.at, is_host)
            attending[visit.event_id].append(growth)
        reached += [(visit.visitor_id, place) for place in one.reached]
        if one.reached or (more and before < rules.qualifying_seconds):
            came.add(Came(visit.visitor_id, visit.day, one.at))
    await session.flush()
    awards: list[Award] = []
    for event_id, growths in sorted(attending.items()):
        awards += await _attend(session, event_id, growths, rules=rules)
    await session.flush()
    await stamps.keep(session, reached)
    return awards + await earning.judge(session, came, rules=rules)


class _Growth(NamedTuple):
    """What one stay adds to its visitor's attendance of an event."""

    visitor_id: str
    seconds: int
    since: datetime
    at: datetime
    is_host: bool


async def _attend(
    session: AsyncSession, event_id: int, growths: list[_Growth], *, rules: BadgeRules
) -> list[Award]:
    """Let attendance of an event grow, and promise its badge to whoever has enough of it now."""
    event = await events.held(session, event_id)
    if event.state not in (EventState.OPEN, EventState.ENDED):
        return []
    seconds: Counter[str] = Counter()
    since: dict[str, datetime] = {}
    moment: dict[str, datetime] = {}
    for one in growths:
        seconds[one.visitor_id] += one.seconds
        since.setdefault(one.visitor_id, one.since)
        moment[one.visitor_id] = one.at
    awards: list[Award] = []
    for attendance in await _attendances(session, event_id=event_id, since=since, of=seconds):
        visitor_id = attendance.visitor_id or ""
        attendance.active_seconds += seconds[visitor_id]
        session.add(attendance)
        award = await events.promise_if_earned(
            session, event=event, attendance=attendance, now=moment[visitor_id]
        )
        awards += [award] if award is not None else []
    hosts = {one.visitor_id: one.at for one in growths if one.is_host}
    return awards + await earning.honour_hosts(session, event, hosts, rules=rules)


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


async def _attendances(
    session: AsyncSession, *, event_id: int, since: Mapping[str, datetime], of: Iterable[str]
) -> list[Attendance]:
    """The rows of these visitors, new ones among them, locked in the order of their numbers."""
    wanted = set(of)
    rows = (
        select(Attendance)
        .where(col(Attendance.event_id) == event_id)
        .where(col(Attendance.visitor_id).in_(wanted))
        .order_by(col(Attendance.id))
        .with_for_update()
    )
    known = list(await session.exec(rows))
    missing = wanted - {attendance.visitor_id for attendance in known}
    for visitor_id in sorted(missing):
        new = Attendance(event_id=event_id, visitor_id=visitor_id, first_seen_at=since[visitor_id])
        session.add(new)
        known.append(new)
    await session.flush()
    return known
