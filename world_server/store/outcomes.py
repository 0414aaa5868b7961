"""What was promised and what became of it, for whoever compares it with the chain; read only."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.chain_batches import stored_id
from world_server.store.moves import moves
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
    """Every badge that was promised, not parked and not revoked, with its kind and its day.

    Who moved to a wallet is that wallet; what both had is one badge. While a signed transaction
    moves it, it may be at either, so both are told, and neither as final.
    """
    found = await session.exec(
        select(col(Award.holder), col(Award.state), col(Award.block_number), Badge)
        .where(col(Award.badge_id) == col(Badge.id))
        .where(col(Award.state).not_in([AwardState.PARKED, AwardState.REVOKED]))
    )
    done = await moves(session)
    told: dict[tuple[str, int], Promised] = {}
    for holder, state, block, badge in found.all():
        badge_id = stored_id(badge.id)
        now = done.holder_now(holder, badge_id, block=block)
        next_holder = done.heading_for(holder, badge_id)
        places = [now] if next_holder in (None, now) else [now, next_holder]
        for place in places:
            before = told.get((place, badge_id))
            told[place, badge_id] = Promised(
                holder=place,
                badge_id=badge_id,
                kind=badge.kind,
                day=badge.occurred_on,
                is_final=(state is AwardState.FINAL and len(places) == 1)
                or (before is not None and before.is_final),
            )
    return list(told.values())
