"""Awards: badges promised once, in the transaction that earned them; the minter's outbox."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.once import insert_once
from world_server.store.tables.award import Award, AwardState, Badge, Source
from world_server.store.tables.wallet import Rebind, WalletLink
from world_server.store.visitors import holder_address


async def promise(
    session: AsyncSession,
    *,
    badge: Badge,
    visitor_id: str,
    reason: str,
    source: Source,
    now: datetime,
    grant_reason: str | None = None,
) -> Award:
    """Promise `badge` to the visitor; promising again, even at once, returns the first award."""
    if badge.id is None:
        message = "a badge must be stored before it can be promised"
        raise ValueError(message)
    holder = await holder_address(session, visitor_id, now=now)
    # Either may find it: a visitor who moved to a wallet holds older awards under another address.
    of_theirs = (
        select(Award)
        .where(col(Award.badge_id) == badge.id)
        .where(
            (col(Award.holder) == holder)
            | (col(Award.visitor_id) == visitor_id)
            | col(Award.holder).in_(select(Rebind.holder).where(col(Rebind.wallet) == holder))
        )
        .order_by(col(Award.id))
        .limit(1)
    )
    award = (await session.exec(of_theirs)).one_or_none()
    if award is None:
        await insert_once(
            session,
            [
                Award(
                    badge_id=badge.id,
                    visitor_id=visitor_id,
                    holder=holder,
                    reason=f"{reason}:{holder}",
                    source=source,
                    grant_reason=grant_reason,
                    state=AwardState.QUEUED,
                    created_at=now,
                    updated_at=now,
                )
            ],
        )
        award = (await session.exec(of_theirs)).one()
    return award


async def of_visitor(session: AsyncSession, visitor_id: str) -> list[tuple[Award, Badge]]:
    """The visitor's awards with their badges, the newest first; each badge once.

    Who moved to a wallet sees all it holds, also what they earned on another device of theirs.
    """
    wallet = (
        select(WalletLink.wallet)
        .where(col(WalletLink.visitor_id) == visitor_id)
        .where(col(WalletLink.moves))
    )
    moved = select(Rebind.holder).where(col(Rebind.wallet).in_(wallet))
    found = await session.exec(
        select(Award, Badge)
        .where(
            (col(Award.visitor_id) == visitor_id)
            | col(Award.holder).in_(wallet)
            | col(Award.holder).in_(moved)
        )
        .where(col(Award.badge_id) == col(Badge.id))
        .order_by(col(Award.id).desc())
    )
    first: dict[int | None, tuple[Award, Badge]] = {}
    for award, badge in found.all():
        first[badge.id] = (award, badge)  # the oldest award of a badge is the furthest
    return list(first.values())


async def changed_after(
    session: AsyncSession, *, moment: datetime, visitor_ids: Sequence[str]
) -> list[tuple[Award, Badge]]:
    """Awards of these visitors that changed at `moment` or later, the oldest change first.

    `moment` itself is included, since two changes may fall on the same instant; the caller drops
    what it has already told.
    """
    found = await session.exec(
        select(Award, Badge)
        .where(col(Award.updated_at) >= moment)
        .where(col(Award.visitor_id).in_(visitor_ids))
        .where(col(Award.badge_id) == col(Badge.id))
        .order_by(col(Award.updated_at), col(Award.id))
    )
    return list(found.all())
