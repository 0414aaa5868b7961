"""Batches on their way to the chain: signed before they are sent, settled by receipts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.chain import (
    BatchKind,
    BatchState,
    ChainJournal,
    Deployment,
    MintBatch,
    TxAttempt,
)


@dataclass(frozen=True)
class Signature:
    """One signed transaction and what it offers, in wei per gas."""

    raw: bytes
    tx_hash: str
    max_fee: int
    tip: int


@dataclass(frozen=True)
class Plan:
    """What a batch is to do, before it exists."""

    kind: BatchKind
    badge_id: int | None
    sender: str
    nonce: int


@dataclass(frozen=True)
class Underway:
    """A batch that is not settled, with every attempt to send it, the newest last."""

    batch: MintBatch
    attempts: tuple[TxAttempt, ...]

    @property
    def newest(self) -> TxAttempt:
        """The attempt with the highest fees."""
        return self.attempts[-1]


def stored_id(row_id: int | None) -> int:
    """The id of a row that was stored; only one that never was has none."""
    if row_id is None:
        message = "the row has not been stored"
        raise ValueError(message)
    return row_id


async def next_nonce(session: AsyncSession, *, chain_key: str, sender: str) -> int:
    """The nonce after the last one a batch was given; 0 before the first."""
    found = await session.exec(
        select(func.max(col(MintBatch.nonce)))
        .where(col(MintBatch.chain_key) == chain_key)
        .where(col(MintBatch.sender) == sender)
    )
    last = found.one()
    return 0 if last is None else last + 1


async def begin(
    session: AsyncSession,
    deployment: Deployment,
    plan: Plan,
    *,
    signature: Signature,
    awards: Sequence[Award],
    journal_time: int | None,
    now: datetime,
) -> MintBatch:
    """Write down everything about a transaction before anyone hears of it.

    With a `journal_time` (Unix seconds) the transaction also becomes the journal's next line.
    """
    batch = MintBatch(
        chain_key=deployment.chain_key,
        kind=plan.kind,
        badge_id=plan.badge_id,
        sender=plan.sender,
        nonce=plan.nonce,
        size=len(awards),
        state=BatchState.SIGNED,
        created_at=now,
        updated_at=now,
    )
    session.add(batch)
    await session.flush()
    attempt = await add_attempt(session, batch, signature=signature, number=1, now=now)
    if journal_time is not None:
        await _write_line(session, deployment, attempt, timestamp=journal_time)
    for award in awards:
        award.state = AwardState.BATCHED
        award.batch_id = batch.id
        award.tx_hash = signature.tx_hash
        award.updated_at = now
        session.add(award)
    await session.flush()
    return batch


async def _write_line(
    session: AsyncSession, deployment: Deployment, attempt: TxAttempt, *, timestamp: int
) -> None:
    found = await session.exec(
        select(func.max(col(ChainJournal.number))).where(
            col(ChainJournal.chain_key) == deployment.chain_key
        )
    )
    session.add(
        ChainJournal(
            chain_key=deployment.chain_key,
            number=(found.one() or 0) + 1,
            attempt_id=stored_id(attempt.id),
            timestamp=timestamp,
        )
    )


async def add_attempt(
    session: AsyncSession, batch: MintBatch, *, signature: Signature, number: int, now: datetime
) -> TxAttempt:
    """Write down one more transaction of a batch, before it is sent."""
    attempt = TxAttempt(
        batch_id=stored_id(batch.id),
        number=number,
        tx_hash=signature.tx_hash,
        raw=signature.raw,
        max_fee=signature.max_fee,
        tip=signature.tip,
        created_at=now,
    )
    session.add(attempt)
    await session.flush()
    return attempt


async def unmined(session: AsyncSession, chain_key: str) -> list[Underway]:
    """Signed batches in the order of their nonces, which is the order they must be mined in."""
    found = await session.exec(
        select(MintBatch)
        .where(col(MintBatch.chain_key) == chain_key)
        .where(col(MintBatch.state) == BatchState.SIGNED)
        .order_by(col(MintBatch.nonce))
    )
    return [await _underway(session, batch) for batch in found.all()]


async def _underway(session: AsyncSession, batch: MintBatch) -> Underway:
    found = await session.exec(
        select(TxAttempt).where(col(TxAttempt.batch_id) == batch.id).order_by(col(TxAttempt.number))
    )
    return Underway(batch=batch, attempts=tuple(found.all()))


async def unfinal(session: AsyncSession, chain_key: str) -> list[MintBatch]:
    """Batches in blocks that a reorganisation could still take back, the oldest first."""
    found = await session.exec(
        select(MintBatch)
        .where(col(MintBatch.chain_key) == chain_key)
        .where(col(MintBatch.state).in_([BatchState.MINED, BatchState.REVERTED]))
        .order_by(col(MintBatch.nonce))
    )
    return list(found.all())


async def last_final(session: AsyncSession, chain_key: str) -> MintBatch | None:
    """The newest batch whose block no reorganisation may take back."""
    found = await session.exec(
        select(MintBatch)
        .where(col(MintBatch.chain_key) == chain_key)
        .where(col(MintBatch.state) == BatchState.FINAL)
        .order_by(col(MintBatch.block_number).desc())
        .limit(1)
    )
    return found.one_or_none()


async def awards_of(session: AsyncSession, batch_id: int) -> list[Award]:
    """The awards a batch carries."""
    found = await session.exec(
        select(Award).where(col(Award.batch_id) == batch_id).order_by(col(Award.id))
    )
    return list(found.all())


async def mined(
    session: AsyncSession,
    batch_id: int,
    *,
    tx_hash: str,
    block_number: int,
    block_hash: str,
    now: datetime,
) -> None:
    """The batch's transaction is in this block; its awards are tokens there."""
    await session.exec(
        update(MintBatch)
        .where(col(MintBatch.id) == batch_id)
        .values(
            state=BatchState.MINED,
            tx_hash=tx_hash,
            block_number=block_number,
            block_hash=block_hash,
            updated_at=now,
        )
    )
    await session.exec(
        update(Award)
        .where(col(Award.batch_id) == batch_id)
        .where(col(Award.state).in_([AwardState.BATCHED, AwardState.MINED]))
        .values(state=AwardState.MINED, tx_hash=tx_hash, block_number=block_number, updated_at=now)
    )


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


async def reverted(
    session: AsyncSession,
    batch_id: int,
    *,
    tx_hash: str,
    block_number: int,
    block_hash: str,
    now: datetime,
) -> None:
    """The contract refused the transaction: its awards wait again, the nonce is spent."""
    await session.exec(
        update(MintBatch)
        .where(col(MintBatch.id) == batch_id)
        .values(
            state=BatchState.REVERTED,
            tx_hash=tx_hash,
            block_number=block_number,
            block_hash=block_hash,
            updated_at=now,
        )
    )
    await _queue_again(session, batch_id, now=now)


async def replaced(session: AsyncSession, batch_id: int, *, now: datetime) -> None:
    """Another transaction used the nonce, so none of ours ever will: the awards wait again."""
    await session.exec(
        update(MintBatch)
        .where(col(MintBatch.id) == batch_id)
        .values(state=BatchState.FAILED, updated_at=now)
    )
    await _queue_again(session, batch_id, now=now)


async def _queue_again(session: AsyncSession, batch_id: int, *, now: datetime) -> None:
    await session.exec(
        update(Award)
        .where(col(Award.batch_id) == batch_id)
        .where(col(Award.state) == AwardState.BATCHED)
        .values(
            state=AwardState.QUEUED, batch_id=None, tx_hash=None, block_number=None, updated_at=now
        )
    )
