"""The contract in use, and the journal from which the embedded chain is rebuilt; never commits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.tables.chain import (
    BatchKind,
    ChainJournal,
    Deployment,
    MintBatch,
    TxAttempt,
)

LINES = ChainJournal.__table__  # type: ignore[attr-defined]  # SQLModel adds it


@dataclass(frozen=True)
class Line:
    """One block to be mined: this transaction, at this Unix second, with this hash once seen."""

    number: int
    timestamp: int
    raw: bytes
    tx_hash: str
    block_hash: str | None


async def deployment(session: AsyncSession) -> Deployment | None:
    """The contract in use, or None before the first one."""
    found = await session.exec(
        select(Deployment)
        .where(col(Deployment.retired_at).is_(None))
        .order_by(col(Deployment.created_at).desc())
        .limit(1)
    )
    return found.one_or_none()


async def deployed(
    session: AsyncSession, chain_key: str, *, block_number: int | None, now: datetime
) -> None:
    """The contract is in this block; None: it could not be created, and another may be."""
    row = await session.get(Deployment, chain_key)
    if row is not None:
        row.block_number = block_number
        row.retired_at = now if block_number is None else None
        session.add(row)
        await session.flush()


async def creation(session: AsyncSession, chain_key: str) -> bytes | None:
    """The signed transaction that created the contract, if it is still known."""
    found = await session.exec(
        select(col(TxAttempt.raw))
        .where(col(TxAttempt.batch_id) == col(MintBatch.id))
        .where(col(MintBatch.chain_key) == chain_key)
        .where(col(MintBatch.kind) == BatchKind.DEPLOY)
        .order_by(col(TxAttempt.id).desc())
        .limit(1)
    )
    return found.one_or_none()


async def moved(session: AsyncSession, chain_key: str, *, base_uri: str) -> None:
    """The contract was told where metadata lies now."""
    row = await session.get(Deployment, chain_key)
    if row is not None:
        row.base_uri = base_uri
        session.add(row)
        await session.flush()


async def last_line(session: AsyncSession, chain_key: str) -> Line | None:
    """The newest line of a chain's journal."""
    found = await session.exec(
        select(ChainJournal, TxAttempt)
        .where(col(ChainJournal.chain_key) == chain_key)
        .where(col(ChainJournal.attempt_id) == col(TxAttempt.id))
        .order_by(col(ChainJournal.number).desc())
        .limit(1)
    )
    return next((_line(row, attempt) for row, attempt in found.all()), None)


async def last_time(session: AsyncSession, chain_key: str) -> int:
    """Unix second of the journal's newest line; 0 when there is none."""
    found = await session.exec(
        select(col(ChainJournal.timestamp))
        .where(col(ChainJournal.chain_key) == chain_key)
        .order_by(col(ChainJournal.number).desc())
        .limit(1)
    )
    return found.one_or_none() or 0


async def last_seen(session: AsyncSession, chain_key: str) -> int:
    """Number of the newest line whose block was seen, hash and all; 0 when none was."""
    found = await session.exec(
        select(col(ChainJournal.number))
        .where(col(ChainJournal.chain_key) == chain_key)
        .where(col(ChainJournal.block_hash).is_not(None))
        .order_by(col(ChainJournal.number).desc())
        .limit(1)
    )
    return found.one_or_none() or 0


async def lines_after(
    session: AsyncSession, chain_key: str, *, number: int, limit: int
) -> list[Line]:
    """The lines after block `number`, in order."""
    found = await session.exec(
        select(ChainJournal, TxAttempt)
        .where(col(ChainJournal.chain_key) == chain_key)
        .where(col(ChainJournal.number) > number)
        .where(col(ChainJournal.attempt_id) == col(TxAttempt.id))
        .order_by(col(ChainJournal.number))
        .limit(limit)
    )
    return [_line(row, attempt) for row, attempt in found.all()]


async def blocks_seen(session: AsyncSession, chain_key: str, hashes: Mapping[int, str]) -> None:
    """Write down the hashes of blocks (by number) the first time they are seen."""
    if not hashes:
        return
    connection = await session.connection()
    await connection.execute(
        update(LINES)
        .where(LINES.c.chain_key == chain_key)
        .where(LINES.c.number == bindparam("seen_number"))
        .where(LINES.c.block_hash.is_(None))
        .values(block_hash=bindparam("seen_hash")),
        [{"seen_number": number, "seen_hash": name} for number, name in hashes.items()],
    )


def _line(row: ChainJournal, attempt: TxAttempt) -> Line:
    return Line(
        number=row.number,
        timestamp=row.timestamp,
        raw=attempt.raw,
        tx_hash=attempt.tx_hash,
        block_hash=row.block_hash,
    )
