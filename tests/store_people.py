"""Visitors, events and stays as rows, for tests of the store."""

import secrets
from datetime import timedelta

from fixed_time import MORNING
from sqlmodel import func, select

from world_server.store import events, visitors, visits
from world_server.store.badge_rules import DEFAULT_RULES, BadgeRules
from world_server.store.database import Database
from world_server.store.rules import EventPlan
from world_server.store.tables.award import Award
from world_server.store.tables.event import Event, EventState, RuleKind
from world_server.store.tables.staff import Staff, StaffRole


async def a_visitor(database: Database, *, remembered: bool = True) -> str:
    passport = visitors.new_passport()
    async with database.transaction() as session:
        await visitors.register(
            session,
            passport=passport,
            nickname="あいこ",
            look=7,
            language="ja",
            remembered=remembered,
            now=MORNING,
        )
    return passport.visitor_id


async def an_open_event(
    database: Database, *, rule_kind: RuleKind = RuleKind.SHARE, rule_value: int = 60
) -> Event:
    async with database.transaction() as session:
        staff = Staff(
            login=f"host-{secrets.token_hex(4)}",
            name="Host",
            password_hash="x",
            role=StaffRole.HOST,
            created_at=MORNING,
        )
        session.add(staff)
        await session.flush()
        plan = EventPlan(
            title="酒蔵通りを歩く",
            place="sakagura",
            starts_at=MORNING,
            ends_at=MORNING + timedelta(hours=1),
            capacity=20,
            languages=("ja",),
            rule_kind=rule_kind,
            rule_value=rule_value,
        )
        assert staff.id is not None
        event = await events.create(session, plan, staff_id=staff.id, now=MORNING)
        assert event.id is not None
        await events.move(session, event.id, to=EventState.PUBLISHED, now=MORNING)
        return await events.move(session, event.id, to=EventState.OPEN, now=MORNING)


async def a_stay(
    database: Database, visitor_id: str, event: Event, *, role: str | None = None
) -> int:
    """A stay in the event; `role` is guide or staff for those who hold it."""
    told = visits.Beginning(visitor_id, f"event-{event.slug}", event.id, MORNING, role)
    async with database.transaction() as session:
        (visit,) = await visits.begin_all(session, [told])
        assert visit is not None
        assert visit.id is not None
        return visit.id


async def ended(
    database: Database, event: Event, *, minutes: float = 60, rules: BadgeRules = DEFAULT_RULES
) -> None:
    """Staff end the event so long after it began."""
    now = MORNING + timedelta(minutes=minutes)
    async with database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.ENDED, now=now, rules=rules)


async def stay_until(database: Database, visit_id: int, seconds: int) -> Award | None:
    async with database.transaction() as session:
        return await visits.checkpoint(
            session,
            visit_id=visit_id,
            total_active_seconds=seconds,
            now=MORNING + timedelta(seconds=seconds),
        )


async def count(database: Database, table: type) -> int:
    async with database.reading() as session:
        return (await session.exec(select(func.count()).select_from(table))).one()
