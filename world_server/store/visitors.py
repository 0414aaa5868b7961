"""Visitors and their passports: who someone is, without ever asking who they are."""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Container
from datetime import datetime
from typing import NamedTuple

from eth_utils.address import to_checksum_address
from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import NameRefused, NotFound, NotSignedIn
from world_server.store import devices, passkeys, recovery
from world_server.store.clock import visit_day
from world_server.store.once import insert_once
from world_server.store.tables.visit import Attendance, Visit
from world_server.store.tables.visitor import Consent, Holder, Visitor
from world_server.store.tables.wallet import WalletLink

NICKNAME_LENGTH = 24
RESERVED_WORDS = ("staff", "スタッフ", "運営", "公式", "official", "admin", "管理者", "鹿島市役所")
"""Words a nickname may not hold, so that nobody can pass for the city's staff."""

LANGUAGES = ("ja", "en", "th", "ko", "zh-TW")


class Passport(NamedTuple):
    """What a visitor's browser holds; `secret` is never stored by the server."""

    visitor_id: str
    secret: str

    @property
    def secret_hash(self) -> bytes:
        return hashlib.sha256(self.secret.encode()).digest()

    def __str__(self) -> str:
        return f"{self.visitor_id}.{self.secret}"


def new_passport() -> Passport:
    """A passport nobody holds yet: a 128-bit id and a 256-bit secret."""
    return Passport(visitor_id=secrets.token_urlsafe(16), secret=secrets.token_urlsafe(32))


def check_nickname(raw: object) -> str:
    """The nickname as it will be shown; raise NameRefused naming the rule it breaks."""
    if not isinstance(raw, str):
        raise NameRefused("characters")
    name = " ".join(unicodedata.normalize("NFKC", raw[: NICKNAME_LENGTH * 8]).split())
    if not name:
        raise NameRefused("empty")
    if len(name) > NICKNAME_LENGTH:
        raise NameRefused("long")
    if any(not _is_shown(character) for character in name):
        raise NameRefused("characters")
    if not any(unicodedata.category(character)[0] in "LNS" for character in name):
        raise NameRefused("characters")
    folded = name.casefold().replace(" ", "")
    if any(word in folded for word in RESERVED_WORDS):
        raise NameRefused("reserved")
    return name


def _is_shown(character: str) -> bool:
    """Letters, marks, numbers, punctuation, symbols and spaces; nothing that cannot be seen."""
    return unicodedata.category(character)[0] in "LMNPS" or character == " "


async def register(
    session: AsyncSession,
    *,
    passport: Passport,
    nickname: str,
    look: int,
    language: str,
    remembered: bool,
    now: datetime,
) -> Visitor:
    """Write down a new visitor and their answer to whether they may be remembered."""
    visitor = Visitor(
        id=passport.visitor_id,
        secret_hash=passport.secret_hash,
        nickname=check_nickname(nickname),
        look=look,
        language=language,
        remembered=remembered,
        created_at=now,
        last_seen_at=now,
    )
    session.add(visitor)
    await session.flush()
    await record_consent(
        session, visitor_id=visitor.id, purpose="remember", given=remembered, now=now
    )
    return visitor


async def record_consent(
    session: AsyncSession, *, visitor_id: str, purpose: str, given: bool, now: datetime
) -> None:
    """Keep one answer as the proof of consent."""
    session.add(Consent(visitor_id=visitor_id, purpose=purpose, given=given, at=now))
    await session.flush()


async def find(session: AsyncSession, visitor_id: str) -> Visitor:
    """The visitor of that id; raise NotFound."""
    visitor = await session.get(Visitor, visitor_id)
    if visitor is None:
        raise NotFound("visitor")
    return visitor


async def by_passport(session: AsyncSession, passport: str | None) -> Visitor:
    """The visitor whose browser sent that passport; raise NotSignedIn for any other string."""
    held = held_by(passport)
    visitor = await session.get(Visitor, held[0])
    further = frozenset() if is_first(visitor, held) else await devices.known(session, [held])
    return check_passport(visitor, held, further=further)


def held_by(passport: str | None) -> devices.Held:
    """The visitor a passport says it is of, and what its secret hashes to; both to be checked."""
    visitor_id, _, secret = (passport or "").partition(".")
    given = Passport(visitor_id=visitor_id[:64], secret=secret[:128])
    return given.visitor_id, given.secret_hash


def is_first(visitor: Visitor | None, held: devices.Held) -> bool:
    """True when it is the passport the visitor came in with."""
    return visitor is not None and hmac.compare_digest(visitor.secret_hash, held[1])


def check_passport(
    visitor: Visitor | None, held: devices.Held, *, further: Container[devices.Held] = ()
) -> Visitor:
    """The visitor, if the passport is theirs or one of their `further` devices'.

    Raise NotSignedIn, for nobody no sooner.
    """
    is_theirs = is_first(visitor, held) or held in further
    if visitor is None or not is_theirs:
        raise NotSignedIn
    return visitor


async def change(
    session: AsyncSession, visitor_id: str, *, nickname: str, look: int, language: str
) -> Visitor:
    """Give the visitor another nickname, look or language."""
    visitor = await find(session, visitor_id)
    visitor.nickname = check_nickname(nickname)
    visitor.look = look
    visitor.language = language
    session.add(visitor)
    await session.flush()
    return visitor


async def agree(
    session: AsyncSession, visitor_id: str, *, remember: bool, secret_hash: bytes, now: datetime
) -> Visitor:
    """Remember the visitor from today on, or no longer than this stay; keep their answer as proof.

    Yes counts for the stay they are in, never for days before. No leaves the passport with the
    asking device only, which holds `secret_hash`: nothing is left that could bring it back later.
    """
    today = visit_day(now)
    if remember:
        await session.exec(
            select(Visit.id)
            .where(col(Visit.visitor_id) == visitor_id)
            .order_by(col(Visit.id))
            .with_for_update()
        )
        await session.exec(
            update(Visit)
            .where(col(Visit.visitor_id) == visitor_id)
            .where(col(Visit.day) == today)
            .values(remembered=True)
        )
    visitor = await find(session, visitor_id)
    if visitor.remembered == remember:
        return visitor
    visitor.remembered = remember
    session.add(visitor)
    if not remember:
        await devices.sign_out_others(session, visitor, secret_hash=secret_hash)
        await recovery.withdraw(session, visitor_id)
        await passkeys.remove_all(session, visitor_id)
    await record_consent(
        session, visitor_id=visitor_id, purpose="remember", given=remember, now=now
    )
    return visitor


async def forget(session: AsyncSession, visitor_id: str) -> None:
    """Erase the visitor: their row, consents and the tie to their badge address.

    Stays and awards remain as rows that point at nobody, so that totals stay honest.
    """
    for table in (Visit, Attendance):  # in the order in which a checkpoint holds what it needs
        await session.exec(
            select(table.id)
            .where(col(table.visitor_id) == visitor_id)
            .order_by(col(table.id))
            .with_for_update()
        )
    visitor = await session.get(Visitor, visitor_id)
    if visitor is not None:
        await session.delete(visitor)
        await session.flush()


async def holder_address(session: AsyncSession, visitor_id: str, *, now: datetime) -> str:
    """The address that is to hold this visitor's badges: the wallet they moved to, else their own.

    The visitor's row is held until the end, so that nobody moves between this and the promise.
    """
    await session.exec(
        select(col(Visitor.id))
        .where(col(Visitor.id) == visitor_id)
        .with_for_update(read=True, key_share=True)
    )
    found = await session.exec(
        select(col(WalletLink.wallet))
        .where(col(WalletLink.visitor_id) == visitor_id)
        .where(col(WalletLink.moves))
    )
    return found.one_or_none() or await keyless_address(session, visitor_id, now=now)


async def keyless_address(session: AsyncSession, visitor_id: str, *, now: datetime) -> str:
    """The visitor's own address: random, so nobody has a key to it."""
    tied = select(Holder).where(col(Holder.visitor_id) == visitor_id)
    holder = (await session.exec(tied)).one_or_none()
    if holder is None:
        address = to_checksum_address(secrets.token_bytes(20))
        new = Holder(visitor_id=visitor_id, address=address, created_at=now)
        await insert_once(session, [new])  # another badge of theirs may be promised at once
        holder = (await session.exec(tied)).one()
    return holder.address
