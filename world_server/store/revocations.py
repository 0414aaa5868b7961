"""Awards whose badge the registrar took back on the chain; never commits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.chain_batches import stored_id
from world_server.store.moves import moves
from world_server.store.tables.award import Award, AwardState


@dataclass(frozen=True)
class Suspect:
    """A final award of which the chain's logs say that its badge was burned at its holder's."""

    award_id: int
    holder: str
    """Who would hold it now, lower case."""

    badge_id: int


async def suspects(session: AsyncSession, burned: Collection[tuple[str, int]]) -> list[Suspect]:
    """Final awards whose badge was burned at the address where it last was."""
    done = await moves(session)
    addresses = {holder for holder, _ in burned}
    addresses |= {holder for holder, wallet in done.wallets.items() if wallet in addresses}
    found = await session.exec(
        select(Award)
        .where(col(Award.badge_id).in_({badge_id for _, badge_id in burned}))
        .where(col(Award.holder).in_(addresses))
        .where(col(Award.state) == AwardState.FINAL)
    )
    told = []
    for award in found.all():
        now = done.holder_now(award.holder, award.badge_id, block=award.block_number)
        told.append(Suspect(stored_id(award.id), now, award.badge_id))
    return told


async def revoke(session: AsyncSession, award_ids: Sequence[int], *, now: datetime) -> None:
    """Let these count no more."""
    await session.exec(
        update(Award)
        .where(col(Award.id).in_(award_ids))
        .where(col(Award.state) == AwardState.FINAL)
        .values(state=AwardState.REVOKED, updated_at=now)
    )
