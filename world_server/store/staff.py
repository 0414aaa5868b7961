"""Staff in the store: invited by a one-time link, and every act of theirs written down."""

import hashlib
import secrets
import unicodedata
from datetime import datetime, timedelta

from sqlalchemy import func, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NameRefused, NotAllowed, NotFound
from world_server.store.tables.staff import AuditLine, Staff, StaffInvite, StaffRole

INVITE_LIFE = timedelta(days=3)
"""How long an invitation is good unless the caller says otherwise."""

LOGIN_LENGTHS = range(3, 41)
NAME_LENGTH = 40
ACT_LENGTH = 40
SUBJECT_LENGTH = 80
DETAIL_LENGTH = 300
LOGIN_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._-")


async def has_owner(session: AsyncSession) -> bool:
    """Whether somebody can already sign in as owner."""
    return await _active_owners(session) > 0


async def invite(
    session: AsyncSession, role: StaffRole, *, now: datetime, ttl: timedelta = INVITE_LIFE
) -> str:
    """Make a one-time link's token (256 bit) for one new member of staff in `role`.

    Only its hash is kept. A new owner link ends the older ones, so that a link printed at an
    earlier start and never used does not lie about in a log as a key to everything.
    """
    if role is StaffRole.OWNER:
        await session.exec(
            update(StaffInvite)
            .where(col(StaffInvite.role) == StaffRole.OWNER)
            .where(col(StaffInvite.used_at).is_(None))
            .where(col(StaffInvite.expires_at) > now)
            .values(expires_at=now)
        )
    token = secrets.token_urlsafe(32)
    session.add(
        StaffInvite(token_hash=_hash(token), role=role, created_at=now, expires_at=now + ttl)
    )
    await session.flush()
    return token


async def invited_role(session: AsyncSession, token: str, *, now: datetime) -> StaffRole:
    """The role a link still invites to; raise NotFound when it is unknown, spent or too old."""
    found = await session.exec(
        select(StaffInvite)
        .where(col(StaffInvite.token_hash) == _hash(token))
        .where(col(StaffInvite.used_at).is_(None))
        .where(col(StaffInvite.expires_at) > now)
    )
    invitation = found.one_or_none()
    if invitation is None:
        raise NotFound("invite")
    return invitation.role


async def accept(
    session: AsyncSession,
    token: str,
    *,
    login: str,
    name: str,
    password_hash: str,
    now: datetime,
) -> Staff:
    """Spend the link on a new member of staff.

    Raise NotFound for a link that is not good (any more), NameRefused for a login that is badly
    formed ("characters") or in use ("taken"), or for an empty, long or unprintable name.
    """
    login, name = check_login(login), check_name(name)
    role = await invited_role(session, token, now=now)
    # The update decides, not the read above: of two people with one link only one gets in.
    spent = await session.exec(
        update(StaffInvite)
        .where(col(StaffInvite.token_hash) == _hash(token))
        .where(col(StaffInvite.used_at).is_(None))
        .values(used_at=now)
    )
    if spent.rowcount != 1:
        raise NotFound("invite")
    member = Staff(login=login, name=name, password_hash=password_hash, role=role, created_at=now)
    session.add(member)
    try:
        await session.flush()
    except IntegrityError as taken:
        raise NameRefused("taken") from taken
    return member


def check_login(raw: str) -> str:
    """The login in its one spelling; raise NameRefused("characters")."""
    login = unicodedata.normalize("NFKC", raw[: LOGIN_LENGTHS.stop * 2]).strip().casefold()
    if len(login) not in LOGIN_LENGTHS or not set(login) <= LOGIN_CHARACTERS:
        raise NameRefused("characters")
    return login


def check_name(raw: str) -> str:
    """The name colleagues see; raise NameRefused naming the rule it breaks."""
    name = " ".join(unicodedata.normalize("NFKC", raw[: NAME_LENGTH * 8]).split())
    if not name:
        raise NameRefused("empty")
    if len(name) > NAME_LENGTH:
        raise NameRefused("long")
    if not name.isprintable():
        raise NameRefused("characters")
    return name


async def by_login(session: AsyncSession, login: str) -> Staff | None:
    """The member of staff of that login, disabled or not."""
    found = await session.exec(select(Staff).where(col(Staff.login) == login))
    return found.one_or_none()


async def find(session: AsyncSession, staff_id: int) -> Staff:
    """The member of staff of that id; raise NotFound."""
    member = await session.get(Staff, staff_id)
    if member is None:
        raise NotFound("staff")
    return member


async def everyone(session: AsyncSession) -> list[Staff]:
    """All staff, the longest serving first."""
    found = await session.exec(select(Staff).order_by(col(Staff.id)))
    return list(found.all())


async def open_invites(session: AsyncSession, *, now: datetime) -> list[StaffInvite]:
    """Links that are still good, the newest first."""
    found = await session.exec(
        select(StaffInvite)
        .where(col(StaffInvite.used_at).is_(None))
        .where(col(StaffInvite.expires_at) > now)
        .order_by(col(StaffInvite.id).desc())
    )
    return list(found.all())


async def withdraw_invite(session: AsyncSession, invite_id: int, *, now: datetime) -> None:
    """End a link that is still good; raise NotFound when there is none."""
    ended = await session.exec(
        update(StaffInvite)
        .where(col(StaffInvite.id) == invite_id)
        .where(col(StaffInvite.used_at).is_(None))
        .where(col(StaffInvite.expires_at) > now)
        .values(expires_at=now)
    )
    if ended.rowcount != 1:
        raise NotFound("invite")


async def change_password(session: AsyncSession, staff_id: int, *, password_hash: str) -> None:
    """Keep a new password, or the same one hashed with today's parameters."""
    member = await find(session, staff_id)
    member.password_hash = password_hash
    session.add(member)
    await session.flush()


async def disable(session: AsyncSession, staff_id: int, *, now: datetime) -> Staff:
    """Let a member of staff sign in no more; the row stays, since audit lines point at it.

    Raise NotFound for somebody unknown or disabled already, NotAllowed for the last owner.
    """
    found = await session.exec(
        select(Staff).where(col(Staff.role) == StaffRole.OWNER).with_for_update()
    )
    owners = [member.id for member in found.all() if member.disabled_at is None]
    member = await find(session, staff_id)
    if member.disabled_at is not None:
        raise NotFound("staff")
    if owners == [staff_id]:
        raise NotAllowed
    member.disabled_at = now
    session.add(member)
    await session.flush()
    return member


async def audit(
    session: AsyncSession,
    *,
    staff_id: int | None,
    act: str,
    subject: str,
    detail: str = "",
    now: datetime,
) -> None:
    """Write one act down, in the transaction that does it; long text is cut, never refused."""
    session.add(
        AuditLine(
            staff_id=staff_id,
            act=act[:ACT_LENGTH],
            subject=subject[:SUBJECT_LENGTH],
            detail=detail[:DETAIL_LENGTH],
            at=now,
        )
    )
    await session.flush()


async def audit_lines(
    session: AsyncSession, *, before: int | None = None, limit: int = 100
) -> list[tuple[AuditLine, str | None]]:
    """Acts with the name of who did them, the newest first, older than line `before`."""
    query = (
        select(AuditLine, col(Staff.name))
        .join(Staff, col(Staff.id) == col(AuditLine.staff_id), isouter=True)
        .order_by(col(AuditLine.id).desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(col(AuditLine.id) < before)
    return list((await session.exec(query)).all())


async def _active_owners(session: AsyncSession) -> int:
    found = await session.exec(
        select(func.count())
        .select_from(Staff)
        .where(col(Staff.role) == StaffRole.OWNER)
        .where(col(Staff.disabled_at).is_(None))
    )
    return found.one()


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="replace")).digest()
