"""What became of batches: mined, final, taken back, refused or replaced; never commits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, or_, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store import rebinds
from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.chain import BatchState, MintBatch

AWARDS = Award.__table__  # type: ignore[attr-defined]  # SQLModel adds it
BATCHES = MintBatch.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Settled:
    """What a block did to a batch; `succeeded` is False when the contract refused it."""

    batch_id: int
    succeeded: bool
    tx_hash: str
    block_number: int
    block_hash: str


async def settle(session: AsyncSession, settled: Sequence[Settled], *, now: datetime) -> None:
    """Transactions are in blocks: awards are tokens there, or wait again where it reverted."""
    connection = await session.connection()
    await connection.execute(
        update(BATCHES)
        .where(BATCHES.c.id == bindparam("settled_id"))
        .values(
            state=bindparam("settled_state"),
            tx_hash=bindparam("settled_tx"),
            block_number=bindparam("settled_number"),
            block_hash=bindparam("settled_hash"),
            updated_at=now,
        ),
        [
            {
                "settled_id": one.batch_id,
                "settled_state": BatchState.MINED if one.succeeded else BatchState.REVERTED,
                "settled_tx": one.tx_hash,
                "settled_number": one.block_number,
                "settled_hash": one.block_hash,
            }
            for one in settled
        ],
    )
    mined = [one for one in settled if one.succeeded]
    if mined:
        await connection.execute(
            update(AWARDS)
            .where(AWARDS.c.batch_id == bindparam("settled_id"))
            .where(or_(AWARDS.c.state == AwardState.BATCHED, AWARDS.c.state == AwardState.MINED))
            .values(
                state=AwardState.MINED,
                tx_hash=bindparam("settled_tx"),
                block_number=bindparam("settled_number"),
                updated_at=now,
            ),
            [
                {
                    "settled_id": one.batch_id,
                    "settled_tx": one.tx_hash,
                    "settled_number": one.block_number,
                }
                for one in mined
            ],
        )
    await rebinds.mined(session, [one.batch_id for one in mined], now=now)
    for one in settled:
        if not one.succeeded:
            await _queue_again(session, one.batch_id, now=now)
            await rebinds.reverted(session, [one.batch_id], now=now)


async def final(session: AsyncSession, batch_ids: Collection[int], *, now: datetime) -> None:
    """No reorganisation can take these batches back any more."""
    for passing, lasting in (
        (BatchState.MINED, BatchState.FINAL),
        (BatchState.REVERTED, BatchState.FAILED),
    ):
        await session.exec(
            update(MintBatch)
            .where(col(MintBatch.id).in_(batch_ids))
            .where(col(MintBatch.state) == passing)
            .values(state=lasting, updated_at=now)
        )
    await session.exec(
        update(Award)
        .where(col(Award.batch_id).in_(batch_ids))
        .where(col(Award.state) == AwardState.MINED)
        .values(state=AwardState.FINAL, updated_at=now)
    )
    await rebinds.final(session, batch_ids, now=now)


async def taken_back(session: AsyncSession, batch_id: int, *, now: datetime) -> None:
    """A reorganisation dropped the block: the same transaction has to be mined again."""
    await session.exec(
        update(MintBatch)
        .where(col(MintBatch.id) == batch_id)
        .values(
            state=BatchState.SIGNED,
            tx_hash=None,
            block_number=None,
            block_hash=None,
            updated_at=now,
        )
    )
    await session.exec(
        update(Award)
        .where(col(Award.batch_id) == batch_id)
        .where(col(Award.state).in_([AwardState.MINED, AwardState.FINAL]))
        .values(state=AwardState.BATCHED, block_number=None, updated_at=now)
    )
    await rebinds.taken_back(session, [batch_id], now=now)


async def replaced(session: AsyncSession, batch_id: int, *, now: datetime) -> None:
    """Another transaction used the nonce, so none of ours ever will: the awards wait again."""
    await session.exec(
        update(MintBatch)
        .where(col(MintBatch.id) == batch_id)
        .values(state=BatchState.FAILED, updated_at=now)
    )
    await _queue_again(session, batch_id, now=now)
    await rebinds.queue_again(session, [batch_id], now=now)


async def _queue_again(session: AsyncSession, batch_id: int, *, now: datetime) -> None:
    await session.exec(
        update(Award)
        .where(col(Award.batch_id) == batch_id)
        .where(col(Award.state) == AwardState.BATCHED)
        .values(
            state=AwardState.QUEUED, batch_id=None, tx_hash=None, block_number=None, updated_at=now
        )
    )
