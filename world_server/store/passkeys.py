"""Passkeys of visitors: kept, found, used, removed; never commits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NotFound, PassportRefused
from world_server.store.once import insert_once
from world_server.store.tables.passport import Passkey

MOST_PASSKEYS = 10


@dataclass(frozen=True, slots=True)
class NewPasskey:
    """What a device's answer proved of a passkey it has made."""

    credential_id: bytes
    public_key: bytes
    sign_count: int


async def keep(session: AsyncSession, visitor_id: str, new: NewPasskey, *, today: date) -> None:
    """Keep a passkey; raise PassportRefused when there are too many, or it is kept already."""
    if len(await of_visitor(session, visitor_id)) >= MOST_PASSKEYS:
        raise PassportRefused("many-passkeys")
    made = Passkey(
        visitor_id=visitor_id,
        credential_id=new.credential_id,
        public_key=new.public_key,
        sign_count=new.sign_count,
        made_on=today,
    )
    if not await insert_once(session, [made]):
        raise PassportRefused("passkey")


async def of_visitor(session: AsyncSession, visitor_id: str) -> Sequence[Passkey]:
    """The visitor's passkeys, the oldest first."""
    found = await session.exec(
        select(Passkey).where(col(Passkey.visitor_id) == visitor_id).order_by(col(Passkey.id))
    )
    return found.all()


async def find(session: AsyncSession, credential_id: bytes) -> Passkey:
    """The passkey of that id; raise PassportRefused when the town keeps none."""
    found = await session.exec(select(Passkey).where(col(Passkey.credential_id) == credential_id))
    passkey = found.one_or_none()
    if passkey is None:
        raise PassportRefused("passkey")
    return passkey


async def note_use(
    session: AsyncSession, passkey: Passkey, *, sign_count: int, today: date
) -> None:
    """Count a signature; raise PassportRefused when another one was counted meanwhile."""
    counted = await session.exec(
        update(Passkey)
        .where(col(Passkey.id) == passkey.id)
        .where(col(Passkey.sign_count) == passkey.sign_count)
        .values(sign_count=sign_count, used_on=today)
    )
    if counted.rowcount != 1:
        raise PassportRefused("passkey")


async def remove(session: AsyncSession, visitor_id: str, passkey_id: int) -> None:
    """Forget one passkey; raise NotFound when it is none of this visitor's."""
    removed = await session.exec(
        delete(Passkey)
        .where(col(Passkey.visitor_id) == visitor_id)
        .where(col(Passkey.id) == passkey_id)
    )
    if removed.rowcount != 1:
        raise NotFound("passkey")


async def remove_all(session: AsyncSession, visitor_id: str) -> None:
    """Forget every passkey of the visitor."""
    await session.exec(delete(Passkey).where(col(Passkey.visitor_id) == visitor_id))
