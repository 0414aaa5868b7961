"""The minter's side of the award table: its lease, what waits, and taking it up; never commits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.chain_batches import stored_id
from world_server.store.tables.award import Award, AwardState, Badge
from world_server.store.tables.chain import MintLease

REASON_LENGTH = 200


class LeaseLost(Exception):
    """Another minter works now; whatever was about to be written must not be."""


@dataclass(frozen=True)
class Lease:
    """The right to work, until another minter's epoch begins."""

    owner: str
    epoch: int


@dataclass(frozen=True)
class Waiting:
    """Awards of one badge that wait for a batch."""

    badge: Badge
    count: int
    oldest: datetime


class Queued(NamedTuple):
    """One award that waits; light, since thousands are looked at in a second."""

    id: int
    holder: str
    created_at: datetime


@dataclass(frozen=True)
class Queue:
    """What the outbox holds, for health and metrics."""

    counts: dict[AwardState, int]
    oldest_queued: datetime | None
    parked: dict[str, int]


async def take_lease(
    session: AsyncSession, *, owner: str, now: datetime, seconds: float
) -> Lease | None:
    """Become the working minter, or go on being it; None while another one is."""
    row = await _lease(session)
    if row.owner != owner:
        if row.owner and row.expires_at > now:
            return None
        row.owner = owner
        row.epoch += 1
    row.expires_at = now + timedelta(seconds=seconds)
    session.add(row)
    await session.flush()
    return Lease(owner=owner, epoch=row.epoch)


async def hold_lease(session: AsyncSession, lease: Lease, *, now: datetime, seconds: float) -> None:
    """Keep the lease for this transaction and renew it; raise LeaseLost when it is not ours.

    Every write of the minter begins with this: the row stays locked until the commit, so nobody
    can take over between the check and the write.
    """
    held = await session.exec(
        update(MintLease)
        .where(col(MintLease.id) == 1)
        .where(col(MintLease.owner) == lease.owner)
        .where(col(MintLease.epoch) == lease.epoch)
        .values(expires_at=now + timedelta(seconds=seconds))
    )
    if held.rowcount != 1:
        raise LeaseLost


async def release_lease(session: AsyncSession, lease: Lease) -> None:
    """Let the next minter start at once."""
    row = await _lease(session)
    if row.owner == lease.owner and row.epoch == lease.epoch:
        row.owner = ""
        session.add(row)
        await session.flush()


async def _lease(session: AsyncSession) -> MintLease:
    found = await session.exec(select(MintLease).where(col(MintLease.id) == 1).with_for_update())
    return found.one()


async def waiting(session: AsyncSession, *, now: datetime) -> list[Waiting]:
    """Badges with awards that may be issued by now, the longest waiting first."""
    found = await session.exec(
        select(col(Award.badge_id), func.count(), func.min(col(Award.created_at)))
        .where(col(Award.state) == AwardState.QUEUED)
        .group_by(col(Award.badge_id))
    )
    counted = {badge_id: (count, oldest) for badge_id, count, oldest in found.all()}
    if not counted:
        return []
    badges = await session.exec(
        select(Badge).where(col(Badge.id).in_(counted)).where(col(Badge.opens_at) <= now)
    )
    listed = [Waiting(badge, *counted[stored_id(badge.id)]) for badge in badges.all()]
    return sorted(listed, key=lambda one: (one.oldest, one.badge.id))


async def queued(session: AsyncSession, badge_id: int, *, limit: int) -> list[Queued]:
    """The longest waiting awards of a badge; a look, not yet a claim."""
    found = await session.exec(
        select(col(Award.id), col(Award.holder), col(Award.created_at))
        .where(col(Award.badge_id) == badge_id)
        .where(col(Award.state) == AwardState.QUEUED)
        .order_by(col(Award.created_at), col(Award.id))
        .limit(limit)
    )
    return [Queued(stored_id(row_id), holder, since) for row_id, holder, since in found.all()]


async def claim(session: AsyncSession, promised: Mapping[int, str]) -> set[int]:
    """Those of the awards (id → holder) still queued for that holder and held by nobody, locked.

    An award erased, held or promised to another address since the look is left out: the rest goes
    on without it.
    """
    found = await session.exec(
        select(col(Award.id), col(Award.holder))
        .where(col(Award.id).in_(promised))
        .where(col(Award.state) == AwardState.QUEUED)
        .with_for_update(skip_locked=True)
    )
    locked = {stored_id(row_id): holder for row_id, holder in found.all()}
    return {award_id for award_id, holder in locked.items() if promised[award_id] == holder}


async def park(
    session: AsyncSession, award_ids: Sequence[int], *, reason: str, now: datetime
) -> None:
    """Set awards aside for a person to look at; health and metrics name the reason."""
    await session.exec(
        update(Award)
        .where(col(Award.id).in_(award_ids))
        .where(col(Award.state) != AwardState.FINAL)
        .values(
            state=AwardState.PARKED,
            parked_reason=reason[:REASON_LENGTH],
            batch_id=None,
            tx_hash=None,
            block_number=None,
            updated_at=now,
        )
    )


async def queue(session: AsyncSession) -> Queue:
    """What waits, and why what is parked is parked."""
    counts = await session.exec(
        select(col(Award.state), func.count(col(Award.id))).group_by(col(Award.state))
    )
    oldest = await session.exec(
        select(func.min(col(Award.created_at))).where(col(Award.state) == AwardState.QUEUED)
    )
    parked = await session.exec(
        select(col(Award.parked_reason), func.count(col(Award.id)))
        .where(col(Award.state) == AwardState.PARKED)
        .group_by(col(Award.parked_reason))
    )
    return Queue(
        counts=dict.fromkeys(AwardState, 0) | dict(counts.all()),
        oldest_queued=oldest.one(),
        parked={reason or "": count for reason, count in parked.all()},
    )
