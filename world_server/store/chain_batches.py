"""Batches on their way to the chain, written down whole before they are sent; never commits."""

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

AWARDS = Award.__table__  # type: ignore[attr-defined]  # SQLModel adds it


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
class SignedBatch:
    """A batch with its transaction and the awards it carries, as it is first written down.

    With a `journal_time` (Unix seconds) the transaction also becomes the journal's next line.
    """

    plan: Plan
    signature: Signature
    award_ids: Sequence[int]
    journal_time: int | None


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
    journal_time: int | None,
    now: datetime,
) -> MintBatch:
    """Write down everything about one transaction, without awards, before anyone hears of it."""
    signed = SignedBatch(plan, signature, (), journal_time)
    return (await begin_all(session, deployment, [signed], now=now))[0]


async def begin_all(
    session: AsyncSession,
    deployment: Deployment,
    signed: Sequence[SignedBatch],
    *,
    now: datetime,
) -> list[MintBatch]:
    """Write down everything about transactions, in this order, before anyone hears of them."""
    batches = [
        MintBatch(
            chain_key=deployment.chain_key,
            kind=one.plan.kind,
            badge_id=one.plan.badge_id,
            sender=one.plan.sender,
            nonce=one.plan.nonce,
            size=len(one.award_ids),
            state=BatchState.SIGNED,
            created_at=now,
            updated_at=now,
        )
        for one in signed
    ]
    session.add_all(batches)
    await session.flush()
    attempts = [
        _attempt(batch, one.signature, number=1, now=now)
        for batch, one in zip(batches, signed, strict=True)
    ]
    session.add_all(attempts)
    await session.flush()
    await _write_lines(session, deployment, signed, attempts)
    await _take_up(session, batches, signed, now=now)
    return batches


async def _write_lines(
    session: AsyncSession,
    deployment: Deployment,
    signed: Sequence[SignedBatch],
    attempts: Sequence[TxAttempt],
) -> None:
    timed = [
        (one.journal_time, attempt)
        for one, attempt in zip(signed, attempts, strict=True)
        if one.journal_time is not None
    ]
    if not timed:
        return
    found = await session.exec(
        select(func.max(col(ChainJournal.number))).where(
            col(ChainJournal.chain_key) == deployment.chain_key
        )
    )
    session.add_all(
        ChainJournal(
            chain_key=deployment.chain_key,
            number=number,
            attempt_id=stored_id(attempt.id),
            timestamp=timestamp,
        )
        for number, (timestamp, attempt) in enumerate(timed, (found.one() or 0) + 1)
    )
    await session.flush()


async def _take_up(
    session: AsyncSession,
    batches: Sequence[MintBatch],
    signed: Sequence[SignedBatch],
    *,
    now: datetime,
) -> None:
    connection = await session.connection()
    for batch, one in zip(batches, signed, strict=True):
        if one.award_ids:
            await connection.execute(
                update(AWARDS)
                .where(AWARDS.c.id.in_(one.award_ids))
                .values(
                    state=AwardState.BATCHED,
                    batch_id=batch.id,
                    tx_hash=one.signature.tx_hash,
                    updated_at=now,
                )
            )


async def add_attempt(
    session: AsyncSession, batch: MintBatch, *, signature: Signature, number: int, now: datetime
) -> TxAttempt:
    """Write down one more transaction of a batch, before it is sent."""
    attempt = _attempt(batch, signature, number=number, now=now)
    session.add(attempt)
    await session.flush()
    return attempt


def _attempt(batch: MintBatch, signature: Signature, *, number: int, now: datetime) -> TxAttempt:
    return TxAttempt(
        batch_id=stored_id(batch.id),
        number=number,
        tx_hash=signature.tx_hash,
        raw=signature.raw,
        max_fee=signature.max_fee,
        tip=signature.tip,
        created_at=now,
    )


async def unmined(session: AsyncSession, chain_key: str) -> list[Underway]:
    """Signed batches in the order of their nonces, which is the order they must be mined in."""
    found = await session.exec(
        select(MintBatch)
        .where(col(MintBatch.chain_key) == chain_key)
        .where(col(MintBatch.state) == BatchState.SIGNED)
        .order_by(col(MintBatch.nonce))
    )
    batches = found.all()
    if not batches:
        return []
    attempts = await session.exec(
        select(TxAttempt)
        .where(col(TxAttempt.batch_id).in_([batch.id for batch in batches]))
        .order_by(col(TxAttempt.number))
    )
    by_batch: dict[int, list[TxAttempt]] = {}
    for attempt in attempts.all():
        by_batch.setdefault(attempt.batch_id, []).append(attempt)
    return [Underway(batch, tuple(by_batch[stored_id(batch.id)])) for batch in batches]


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


async def promised(session: AsyncSession, batch_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """For each of these batches the awards it carries: holder, lower case → award id."""
    found = await session.exec(
        select(col(Award.batch_id), col(Award.holder), col(Award.id)).where(
            col(Award.batch_id).in_(batch_ids)
        )
    )
    carried: dict[int, dict[str, int]] = {batch_id: {} for batch_id in batch_ids}
    for batch_id, holder, award_id in found.all():
        carried[stored_id(batch_id)][holder.lower()] = stored_id(award_id)
    return carried
