"""The browsers that hold a visitor's passport: found, listed, signed out; never commits."""

import hmac
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NotFound
from world_server.store.clock import visit_day
from world_server.store.once import insert_once
from world_server.store.tables.passport import Device, DeviceWay
from world_server.store.tables.visitor import Visitor

MOST_DEVICES = 10
"""Of one visitor. An eleventh signs out the one that was not used for longest: refusing it would
lock out somebody who has lost the others."""

Held = tuple[str, bytes]
"""A visitor's id, and the hash of the secret one of their devices holds."""


async def known(session: AsyncSession, held: Collection[Held]) -> frozenset[Held]:
    """Which of these are devices that were added to a passport and not signed out since.

    What is compared are SHA-256 of 256 random bits: how long a look-up takes tells nothing of use.
    """
    hashes = {secret_hash for _, secret_hash in held}
    found = await session.exec(
        select(Device.visitor_id, Device.secret_hash).where(col(Device.secret_hash).in_(hashes))
    )
    return frozenset((visitor_id, secret_hash) for visitor_id, secret_hash in found)


async def is_noted(
    session: AsyncSession, visitor_id: str, *, secret_hash: bytes, today: date
) -> bool:
    """Whether it is written down already that this device was used today."""
    found = await session.exec(
        select(Device.id)
        .where(col(Device.visitor_id) == visitor_id)
        .where(col(Device.secret_hash) == secret_hash)
        .where(col(Device.used_on) >= today)
    )
    return found.one_or_none() is not None


async def note(session: AsyncSession, visitor: Visitor, *, secret_hash: bytes, today: date) -> None:
    """Write down that this device was used today; the one they came in with is listed by it."""
    await _add(
        session,
        visitor.id,
        secret_hash=secret_hash,
        way=DeviceWay.FIRST,
        came_on=visit_day(visitor.created_at),
        today=today,
    )
    device = await _of(session, visitor.id, secret_hash)
    if device is not None and device.used_on < today:
        device.used_on = today
        session.add(device)
        await session.flush()


async def add(
    session: AsyncSession, visitor_id: str, *, secret_hash: bytes, way: DeviceWay, today: date
) -> None:
    """Let one more device hold the passport; adding it again changes nothing."""
    await _add(session, visitor_id, secret_hash=secret_hash, way=way, came_on=today, today=today)
    kept = await of_visitor(session, visitor_id)
    for device in kept[MOST_DEVICES:]:
        if device.secret_hash != secret_hash:
            await _sign_out(session, device)


async def of_visitor(session: AsyncSession, visitor_id: str) -> Sequence[Device]:
    """The visitor's devices, the latest used first."""
    found = await session.exec(
        select(Device)
        .where(col(Device.visitor_id) == visitor_id)
        .order_by(col(Device.used_on).desc(), col(Device.id).desc())
    )
    return found.all()


async def sign_out(session: AsyncSession, visitor_id: str, device_id: int) -> None:
    """Take the passport from one device; raise NotFound when it is none of this visitor's."""
    device = await session.get(Device, device_id)
    if device is None or device.visitor_id != visitor_id:
        raise NotFound("device")
    await _sign_out(session, device)


async def leave(session: AsyncSession, visitor: Visitor, *, secret_hash: bytes) -> None:
    """Sign out the device that holds this secret, because it gives its passport up."""
    await session.exec(
        delete(Device)
        .where(col(Device.visitor_id) == visitor.id)
        .where(col(Device.secret_hash) == secret_hash)
    )
    if hmac.compare_digest(visitor.secret_hash, secret_hash):
        visitor.secret_hash = b""  # nothing hashes to nothing
        session.add(visitor)
    await session.flush()


async def sign_out_others(session: AsyncSession, visitor: Visitor, *, secret_hash: bytes) -> None:
    """Take the passport from every device but the one that holds this secret."""
    await session.exec(
        delete(Device)
        .where(col(Device.visitor_id) == visitor.id)
        .where(col(Device.secret_hash) != secret_hash)
    )
    if not hmac.compare_digest(visitor.secret_hash, secret_hash):
        visitor.secret_hash = b""
        session.add(visitor)
    await session.flush()


async def _add(
    session: AsyncSession,
    visitor_id: str,
    *,
    secret_hash: bytes,
    way: DeviceWay,
    came_on: date,
    today: date,
) -> None:
    device = Device(
        visitor_id=visitor_id, secret_hash=secret_hash, way=way, came_on=came_on, used_on=today
    )
    await insert_once(session, [device])


async def _of(session: AsyncSession, visitor_id: str, secret_hash: bytes) -> Device | None:
    found = await session.exec(
        select(Device)
        .where(col(Device.visitor_id) == visitor_id)
        .where(col(Device.secret_hash) == secret_hash)
    )
    return found.one_or_none()


async def _sign_out(session: AsyncSession, device: Device) -> None:
    visitor = await session.get(Visitor, device.visitor_id)
    if visitor is not None:
        await leave(session, visitor, secret_hash=device.secret_hash)
