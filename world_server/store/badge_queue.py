"""What staff see of badges on their way, and trying again what was set aside; never commits."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store import chain_journal, minting, rebinds
from world_server.store.minting import Queue
from world_server.store.tables.award import Award, AwardState, Badge
from world_server.store.tables.chain import MintLease
from world_server.store.tables.wallet import RebindState

UNDER_WAY = (AwardState.QUEUED, AwardState.BATCHED)
MOVES_SHOWN = (RebindState.QUEUED, RebindState.BATCHED, RebindState.REFUSED)
"""Moves to wallets that are not done."""


@dataclass(frozen=True)
class Line:
    """Awards of one badge that wait; `opens_at` is when the contract takes the first of them."""

    title: str
    count: int
    oldest: datetime
    opens_at: datetime


@dataclass(frozen=True)
class Parked:
    """One award set aside for a person, as staff see it: an address, and nobody's name."""

    award_id: int
    holder: str
    title: str
    reason: str
    since: datetime


@dataclass(frozen=True)
class Standing:
    """Everything the badge page says that the database knows by itself."""

    queue: Queue
    lines: tuple[Line, ...]
    parked: tuple[Parked, ...]
    moves: dict[RebindState, int]
    refusals: dict[str, int]
    is_own_chain: bool
    is_minter_working: bool


async def standing(session: AsyncSession, *, now: datetime, most: int) -> Standing:
    """What waits, what is parked (the `most` longest so), and whether anybody works at it."""
    lease = await session.get(MintLease, 1)
    moves = await rebinds.underway(session)
    deployment = await chain_journal.deployment(session)
    return Standing(
        queue=await minting.queue(session),
        lines=await _lines(session),
        parked=await _parked(session, most=most),
        moves={state: moves.counts[state] for state in MOVES_SHOWN if moves.counts[state]},
        refusals=moves.refused,
        is_own_chain=deployment is None or deployment.embedded,
        is_minter_working=lease is not None and bool(lease.owner) and lease.expires_at > now,
    )


async def _lines(session: AsyncSession) -> tuple[Line, ...]:
    """Badges with awards that are not on the chain yet, the longest waiting first."""
    found = await session.exec(
        select(col(Award.badge_id), func.count(col(Award.id)), func.min(col(Award.created_at)))
        .where(col(Award.state).in_(UNDER_WAY))
        .group_by(col(Award.badge_id))
    )
    counted = {badge_id: (count, oldest) for badge_id, count, oldest in found.all()}
    badges = await session.exec(select(Badge).where(col(Badge.id).in_(counted)))
    lines = [
        Line(badge.title, *counted[badge.id or 0], opens_at=badge.opens_at) for badge in badges
    ]
    return tuple(sorted(lines, key=lambda line: (line.oldest, line.title)))


async def _parked(session: AsyncSession, *, most: int) -> tuple[Parked, ...]:
    found = await session.exec(
        select(Award, col(Badge.title))
        .where(col(Award.badge_id) == col(Badge.id))
        .where(col(Award.state) == AwardState.PARKED)
        .order_by(col(Award.updated_at), col(Award.id))
        .limit(most)
    )
    return tuple(
        Parked(
            award_id=award.id or 0,
            holder=award.holder,
            title=title,
            reason=award.parked_reason or "",
            since=award.updated_at,
        )
        for award, title in found.all()
    )


async def try_again(session: AsyncSession, *, reason: str, now: datetime) -> int:
    """Put every award parked for `reason` back into the queue; how many there were.

    Nothing can be doubled by it: the contract gives nobody a badge twice.
    """
    found = await session.exec(
        update(Award)
        .where(col(Award.state) == AwardState.PARKED)
        .where(func.coalesce(col(Award.parked_reason), "") == reason)
        .values(state=AwardState.QUEUED, parked_reason=None, updated_at=now)
        .returning(col(Award.id))
    )
    return len(found.all())


async def try_one_again(session: AsyncSession, award_id: int, *, now: datetime) -> int:
    """Put one parked award back into the queue; 0 when it is not parked any more, else 1."""
    found = await session.exec(
        update(Award)
        .where(col(Award.id) == award_id)
        .where(col(Award.state) == AwardState.PARKED)
        .values(state=AwardState.QUEUED, parked_reason=None, updated_at=now)
        .returning(col(Award.id))
    )
    return len(found.all())
