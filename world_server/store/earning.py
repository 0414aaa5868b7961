"""What days and stamps have earned, promised in the transaction that made them count."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store import badge_making, badge_rules, stamps
from world_server.store.badge_rules import BadgeRules, Verdict
from world_server.store.tables.award import Award, Badge, BadgeKind
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.visit import Visit
from world_server.store.tables.visitor import Visitor


@dataclass(frozen=True, slots=True, order=True)
class Came:
    """A visitor was here on `day` (JST), up to the moment `at`."""

    visitor_id: str
    day: date
    at: datetime


async def judge(session: AsyncSession, came: Iterable[Came], *, rules: BadgeRules) -> list[Award]:
    """Promise what these visitors' days of the month and stamps have earned; promised once.

    The visitors stay locked until the commit: of two transactions that bring one day each, the
    second sees both.
    """
    of_whom = sorted(came)
    ids = {one.visitor_id for one in of_whom}
    if not ids:
        return []
    found = await session.exec(
        select(Visitor)
        .where(col(Visitor.id).in_(ids))
        .order_by(col(Visitor.id))
        .with_for_update(key_share=True)
    )
    known = {visitor.id: visitor for visitor in found}
    held = await _held(session, ids)
    stamped = await stamps.places_of(session, ids)
    first = min(one.day for one in of_whom).replace(day=1)
    days = await _days(session, ids, first=first, seconds=rules.qualifying_seconds)
    awards: list[Award] = []
    for one in of_whom:
        visitor = known.get(one.visitor_id)
        if visitor is None:
            continue
        keys = held[one.visitor_id]
        verdicts: list[Verdict | None] = [
            badge_rules.came_in_month(
                days[one.visitor_id], day=one.day, remembered=visitor.remembered, rules=rules
            ),
            *badge_rules.rallied(
                stamped.get(one.visitor_id, ()), day=one.day, held=keys, rules=rules
            ),
        ]
        for verdict in verdicts:
            if verdict is not None and verdict.occasion.key not in keys:
                keys.add(verdict.occasion.key)
                awards.append(
                    await badge_making.give(session, verdict, visitor_id=one.visitor_id, now=one.at)
                )
    return awards


async def honour_hosts(
    session: AsyncSession, event: Event, hosts: Mapping[str, datetime], *, rules: BadgeRules
) -> list[Award]:
    """Promise the host's badge to those of these who held the event long enough, if it has ended.

    `hosts` are visitors, each with the moment up to which is known what they did.
    """
    if event.state is not EventState.ENDED or not hosts:
        return []
    seconds = await hosting_seconds(session, event)
    awards: list[Award] = []
    for visitor_id, at in sorted(hosts.items()):
        verdict = badge_rules.hosted(event, hosting_seconds=seconds.get(visitor_id, 0), rules=rules)
        if verdict is not None:
            awards.append(await badge_making.give(session, verdict, visitor_id=visitor_id, now=at))
    return awards


async def hosting_seconds(session: AsyncSession, event: Event) -> dict[str, int]:
    """Active seconds of everybody who was guide or staff of the event, while they were."""
    found = await session.exec(
        select(col(Visit.visitor_id), func.sum(col(Visit.active_seconds)))
        .where(col(Visit.event_id) == event.id)
        .where(col(Visit.role).is_not(None))
        .where(col(Visit.visitor_id).is_not(None))
        .group_by(col(Visit.visitor_id))
    )
    return {visitor_id: seconds for visitor_id, seconds in found if visitor_id is not None}


async def _held(session: AsyncSession, visitor_ids: Collection[str]) -> dict[str, set[str]]:
    """Keys of the badges of months and rallies these visitors have been promised."""
    found = await session.exec(
        select(Award.visitor_id, Badge.key)
        .where(col(Award.visitor_id).in_(visitor_ids))
        .where(col(Award.badge_id) == col(Badge.id))
        .where(col(Badge.kind).in_([BadgeKind.MONTHLY, BadgeKind.RALLY]))
    )
    held: defaultdict[str, set[str]] = defaultdict(set)
    for visitor_id, key in found:
        if visitor_id is not None and key is not None:
            held[visitor_id].add(key)
    return held


async def _days(
    session: AsyncSession, visitor_ids: Collection[str], *, first: date, seconds: int
) -> dict[str, list[date]]:
    """The visit days of these visitors since `first`."""
    found = await session.exec(
        select(col(Visit.visitor_id), col(Visit.day))
        .where(col(Visit.visitor_id).in_(visitor_ids))
        .where(col(Visit.day) >= first)
        .group_by(col(Visit.visitor_id), col(Visit.day))
        .having(func.sum(col(Visit.active_seconds)) >= seconds)
    )
    days: defaultdict[str, list[date]] = defaultdict(list)
    for visitor_id, day in found:
        if visitor_id is not None:
            days[visitor_id].append(day)
    return days
