"""What was promised and what became of it, for whoever compares it with the chain; read only."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.chain_batches import stored_id
from world_server.store.tables.award import Award, AwardState, Badge, BadgeKind


@dataclass(frozen=True)
class Promised:
    """One award as a recount sees it: no visitor, only the address."""

    holder: str
    badge_id: int
    kind: BadgeKind
    day: date
    is_final: bool


async def promised(session: AsyncSession) -> list[Promised]:
    """Every award that was not parked, with the kind of its badge and the day it stands for."""
    found = await session.exec(
        select(col(Award.holder), col(Award.state), Badge)
        .where(col(Award.badge_id) == col(Badge.id))
        .where(col(Award.state) != AwardState.PARKED)
    )
    return [
        Promised(
            holder=holder.lower(),
            badge_id=stored_id(badge.id),
            kind=badge.kind,
            day=badge.occurred_on,
            is_final=state is AwardState.FINAL,
        )
        for holder, state, badge in found.all()
    ]
