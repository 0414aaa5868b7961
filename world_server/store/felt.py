"""What is felt of others' stamps: how many places were reached lately, too blurred to tell who."""

from bisect import bisect_right
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.clock import visit_day
from world_server.store.tables.stamp import Stamp

FELT_HOURS = 24
"""Long enough that a town is never quite empty, short enough to be about today."""

STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Counts are told as "at least" one of these: true, and nobody can be counted in or out of them."""


def at_least(count: int) -> int:
    """The highest step that is not above the count; 0 for none."""
    reached = bisect_right(STEPS, count)
    return STEPS[reached - 1] if reached else 0


async def felt(
    session: AsyncSession, *, places: Collection[str], now: datetime
) -> Mapping[str, int]:
    """At least how many people reached each of these places in the last hours; others left out."""
    since = now - timedelta(hours=FELT_HOURS)
    # The day is indexed, so that a year of stamps is not read for the sake of one day.
    query = (
        select(Stamp.place, func.count())
        .where(col(Stamp.day) >= visit_day(since), col(Stamp.at) >= since, col(Stamp.at) <= now)
        .group_by(col(Stamp.place))
    )
    found = {place: at_least(count) for place, count in await session.exec(query)}
    return {place: found[place] for place in sorted(found) if place in places}
