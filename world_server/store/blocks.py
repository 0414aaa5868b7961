"""Whom visitors do not want to meet; of who is not remembered, for the length of a stay."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NotFound, PersonRefused
from world_server.store.once import insert_once
from world_server.store.tables.people import Block
from world_server.store.tables.visitor import Visitor

MOST_BLOCKS = 200
"""More than anybody meets whom they would rather not; each is looked at when its maker comes in."""

STAY = timedelta(hours=12)
"""What is kept of somebody who is not to be remembered lasts as long as a ticket (JN7)."""


async def add(
    session: AsyncSession, *, visitor_id: str, blocked_id: str, name: str, now: datetime
) -> None:
    """Write down that one does not want to meet the other; doing so again changes nothing.

    Raise PersonRefused when there are too many of theirs.
    """
    await _drop_lapsed(session, visitor_id, now=now)
    theirs = col(Block.visitor_id) == visitor_id
    kept = await session.exec(
        select(func.count(col(Block.id))).where(theirs).where(col(Block.blocked_id) != blocked_id)
    )
    if kept.one() >= MOST_BLOCKS:
        raise PersonRefused("full")
    known = await session.exec(
        select(func.count(col(Visitor.id))).where(col(Visitor.id).in_((visitor_id, blocked_id)))
    )
    if len({visitor_id, blocked_id}) == known.one():  # else one of them was erased meanwhile
        row = Block(visitor_id=visitor_id, blocked_id=blocked_id, name=name, at=now)
        await insert_once(session, [row])


async def of_visitor(session: AsyncSession, visitor_id: str, *, now: datetime) -> Sequence[Block]:
    """The blocks of one visitor that count now, the newest first."""
    found = await session.exec(
        select(Block)
        .join(Visitor, col(Visitor.id) == col(Block.visitor_id))
        .where(col(Block.visitor_id) == visitor_id)
        .where(_counts(now))
        .order_by(col(Block.id).desc())
    )
    return found.all()


async def of_each(
    session: AsyncSession, visitor_ids: Collection[str], *, now: datetime
) -> dict[str, frozenset[str]]:
    """Whom these visitors block now; those who block nobody are left out."""
    found = await session.exec(
        select(Block.visitor_id, Block.blocked_id)
        .join(Visitor, col(Visitor.id) == col(Block.visitor_id))
        .where(col(Block.visitor_id).in_(visitor_ids))
        .where(_counts(now))
    )
    blocked: defaultdict[str, set[str]] = defaultdict(set)
    for visitor_id, blocked_id in found:
        blocked[visitor_id].add(blocked_id)
    return {visitor_id: frozenset(theirs) for visitor_id, theirs in blocked.items()}


async def remove(session: AsyncSession, *, visitor_id: str, block_id: int) -> str:
    """Take one block back; give back the visitor it was against. Raise NotFound."""
    block = await session.get(Block, block_id)
    if block is None or block.visitor_id != visitor_id:
        raise NotFound("block")
    await session.delete(block)
    await session.flush()
    return block.blocked_id


async def _drop_lapsed(session: AsyncSession, visitor_id: str, *, now: datetime) -> None:
    visitor = await session.get(Visitor, visitor_id)
    if visitor is not None and not visitor.remembered:
        await session.exec(
            delete(Block)
            .where(col(Block.visitor_id) == visitor_id)
            .where(col(Block.at) <= now - STAY)
        )


def _counts(now: datetime) -> ColumnElement[bool]:
    return or_(col(Visitor.remembered), col(Block.at) > now - STAY)
