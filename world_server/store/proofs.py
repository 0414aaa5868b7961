"""What the public proof pages read: badges by id, and awards by address, never a visitor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from world_server.store.database import Session
from world_server.store.tables.award import Award, AwardState, Badge

LARGEST_ID = 2**31 - 1
"""The largest id a badge can have; PostgreSQL refuses even the question about a larger one."""


@dataclass(frozen=True)
class Promise:
    """One award as anybody may see it."""

    badge_id: int
    state: AwardState
    block_number: int | None


async def badges(session: Session, badge_ids: Iterable[int]) -> dict[int, Badge]:
    """Those of the badges that exist, by id."""
    possible = [badge_id for badge_id in badge_ids if 0 < badge_id <= LARGEST_ID]
    found = await session.exec(select(Badge).where(col(Badge.id).in_(possible)))
    return {badge.id: badge for badge in found.all() if badge.id is not None}


async def promises(session: Session, holders: Sequence[str]) -> list[Promise]:
    """What was promised to an address, given in every spelling it may be stored in."""
    found = await session.exec(
        select(Award.badge_id, Award.state, Award.block_number)
        .where(col(Award.holder).in_(holders))
        .order_by(col(Award.id))
    )
    return [
        Promise(badge_id=badge_id, state=AwardState(state), block_number=block_number)
        for badge_id, state, block_number in found.all()
    ]
