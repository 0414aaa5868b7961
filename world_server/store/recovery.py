"""Codes that bring a passport to another device: made, used once, taken back; never commits."""

import hmac
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import PassportRefused
from world_server.store.tables.passport import CodeKind, RecoveryCode

GOOD_FOR = {CodeKind.PAPER: timedelta(days=400), CodeKind.PHONE: timedelta(minutes=10)}
"""As long as a browser keeps the passport itself; and long enough to take out one's phone."""

SAME_ATTEMPT = timedelta(minutes=10)
"""For how long a lost answer may be asked for again."""


async def keep(
    session: AsyncSession, visitor_id: str, *, kind: CodeKind, code_hash: bytes, now: datetime
) -> RecoveryCode:
    """Keep a new code; the one of that kind before it is worthless from now on."""
    await session.exec(
        delete(RecoveryCode)
        .where(col(RecoveryCode.visitor_id) == visitor_id)
        .where(col(RecoveryCode.kind) == kind)
    )
    code = RecoveryCode(
        visitor_id=visitor_id,
        kind=kind,
        code_hash=code_hash,
        made_at=now,
        expires_at=now + GOOD_FOR[kind],
    )
    session.add(code)
    await session.flush()
    return code


async def use(
    session: AsyncSession, code_hash: bytes, *, attempt_hash: bytes, now: datetime
) -> RecoveryCode:
    """Use the code up; raise PassportRefused (unknown, expired, used).

    The same attempt may be repeated for ten minutes: its answer may have been lost on the way, and
    with it the only way to the passport.
    """
    found = await session.exec(select(RecoveryCode).where(col(RecoveryCode.code_hash) == code_hash))
    code = found.one_or_none()
    if code is None:
        raise PassportRefused("unknown")
    if code.used_at is None and now >= code.expires_at:
        raise PassportRefused("expired")
    if code.used_at is None:
        await session.exec(
            update(RecoveryCode)
            .where(col(RecoveryCode.code_hash) == code_hash)
            .where(col(RecoveryCode.used_at).is_(None))
            .values(used_at=now, attempt_hash=attempt_hash)
        )
        await session.refresh(code)  # of two at once one has written, and both read it here
    used_at, attempt = code.used_at, code.attempt_hash
    is_same = attempt is not None and hmac.compare_digest(attempt, attempt_hash)
    if used_at is None or not is_same or now >= used_at + SAME_ATTEMPT:
        raise PassportRefused("used")
    return code


async def standing(session: AsyncSession, visitor_id: str, *, now: datetime) -> RecoveryCode | None:
    """The visitor's code on paper, if there is one that would still work."""
    code = await session.get(RecoveryCode, (visitor_id, CodeKind.PAPER))
    if code is None or code.used_at is not None or now >= code.expires_at:
        return None
    return code


async def withdraw(session: AsyncSession, visitor_id: str) -> None:
    """Make every code of the visitor worthless."""
    await session.exec(delete(RecoveryCode).where(col(RecoveryCode.visitor_id) == visitor_id))
