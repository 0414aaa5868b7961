"""Using a claim: a code or a word becomes one award, once, in one transaction.

Rows are locked in one order everywhere: the claim, its event, the visitor. The claim's row is the
queue in which everybody stands who uses it, so that its cap and its codes are counted exactly.
Somebody who shows again what gave them a badge is told of the same award, however late: their
first answer may have been lost on its way.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.codes import OneTimeCode
from world_server.errors import ClaimRefused, NotSignedIn
from world_server.store import badge_making, claims, events
from world_server.store.badge_rules import Occasion, Verdict, event_occasion, real_occasion
from world_server.store.claim_rules import Refusal, check_usable
from world_server.store.clock import visit_day
from world_server.store.tables.award import Award, Badge, Source
from world_server.store.tables.claim import Claim, ClaimChannel, ClaimCode, Redemption
from world_server.store.tables.event import Event
from world_server.store.tables.visitor import Visitor

WORDS_LOOKED_AT = 20
"""The newest words of an event; nobody says an older one any more."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A claim whose rotating code was read at a moment, which the caller has proved."""

    claim_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Heard:
    """A word that was heard in an event, by its keyed hash."""

    event_id: int
    word_hash: bytes


Shown = OneTimeCode | Scanned | Heard
"""What a visitor shows to be given a badge."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody would be given; `badge` is there once it was made for somebody."""

    claim: Claim
    occasion: Occasion
    badge: Badge | None


@dataclass(frozen=True, slots=True)
class Received:
    """The award somebody was given; `is_new` is false when they had used the claim before."""

    award: Award
    badge: Badge
    is_new: bool


@dataclass(frozen=True, slots=True)
class _Presented:
    """What was shown, found in the tables."""

    claim: Claim
    code: ClaimCode | None
    at: datetime
    """The moment that counts: a rotating code is judged by when it was read."""


async def offered(
    session: AsyncSession, shown: Shown, *, visitor_id: str | None, now: datetime
) -> Offer:
    """What the visitor would be given, or was given; nothing is changed. Raise ClaimRefused."""
    presented = await _find(session, shown, now=now)
    claim = presented.claim
    event = await claims.event_of(session, claim)
    occasion = _occasion(claim, event, at=presented.at)
    if visitor_id is not None:
        before = await _before(session, presented, occasion, visitor_id=visitor_id)
        if before is not None:
            badge = await session.get(Badge, before.badge_id)
            return Offer(claim, occasion, badge)
    _check(presented, event)
    return Offer(claim, occasion, await badge_making.by_key(session, occasion.key))


async def redeem(
    session: AsyncSession, shown: Shown, *, visitor_id: str, now: datetime
) -> Received:
    """Give the visitor the claim's badge, once; raise ClaimRefused, or NotSignedIn if erased."""
    presented = await _locked(session, await _find(session, shown, now=now))
    claim = presented.claim
    event = None if claim.event_id is None else await events.held(session, claim.event_id)
    await _require_visitor(session, visitor_id)
    occasion = _occasion(claim, event, at=presented.at)
    before = await _before(session, presented, occasion, visitor_id=visitor_id)
    if before is not None:
        return await _given_before(session, before, visitor_id=visitor_id)
    _check(presented, event)
    verdict = Verdict(occasion, Source(claim.channel.value))
    award = await badge_making.give(session, verdict, visitor_id=visitor_id, now=now)
    claim.used += 1
    if presented.code is not None:
        presented.code.redeemed_at = now
        session.add(presented.code)
    session.add_all(
        [
            claim,
            Redemption(
                claim_id=claim.id or 0, visitor_id=visitor_id, badge_id=award.badge_id, at=now
            ),
        ]
    )
    await session.flush()
    return Received(award, await _badge(session, award.badge_id), is_new=True)


async def _find(session: AsyncSession, shown: Shown, *, now: datetime) -> _Presented:
    """The claim that belongs to what was shown; raise ClaimRefused when there is none."""
    match shown:
        case OneTimeCode(code_hash):
            found = await session.exec(
                select(ClaimCode, Claim)
                .where(col(ClaimCode.code_hash) == code_hash)
                .where(col(ClaimCode.claim_id) == col(Claim.id))
            )
            pair = found.one_or_none()
            if pair is not None and hmac.compare_digest(pair[0].code_hash, code_hash):
                return _Presented(pair[1], pair[0], now)
        case Scanned(claim_id, at):
            claim = await session.get(Claim, claim_id)
            if claim is not None and claim.channel is ClaimChannel.ROTATING:
                return _Presented(claim, None, at)
        case Heard():
            claim = await _word_claim(session, shown, now=now)
            if claim is not None:
                return _Presented(claim, None, now)
    raise ClaimRefused(Refusal.UNKNOWN)


async def _word_claim(session: AsyncSession, heard: Heard, *, now: datetime) -> Claim | None:
    """The event's claim of that word, one in use before any other.

    Every word is compared, each in constant time, so that the time tells nothing.
    """
    found = await session.exec(
        select(Claim)
        .where(col(Claim.event_id) == heard.event_id)
        .where(col(Claim.channel) == ClaimChannel.WORD)
        .order_by(col(Claim.id).desc())
        .limit(WORDS_LOOKED_AT)
    )
    same = [
        claim
        for claim in found.all()
        if hmac.compare_digest(claim.word_hash or b"", heard.word_hash)
    ]
    in_use = [
        claim
        for claim in same
        if claim.withdrawn_at is None and claim.opens_at <= now < claim.closes_at
    ]
    return next(iter(in_use or same), None)


async def _locked(session: AsyncSession, presented: _Presented) -> _Presented:
    """The same rows as they are now that nobody else can change them."""
    claim = (
        await session.exec(
            select(Claim)
            .where(col(Claim.id) == presented.claim.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    ).one()
    if presented.code is None:
        return _Presented(claim, None, presented.at)
    code = (
        await session.exec(
            select(ClaimCode)
            .where(col(ClaimCode.id) == presented.code.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    ).one()
    return _Presented(claim, code, presented.at)


async def _require_visitor(session: AsyncSession, visitor_id: str) -> None:
    """Raise NotSignedIn for a visitor who had themselves erased meanwhile; none can be now."""
    found = await session.exec(
        select(Visitor.id).where(col(Visitor.id) == visitor_id).with_for_update(key_share=True)
    )
    if found.one_or_none() is None:
        raise NotSignedIn


def _occasion(claim: Claim, event: Event | None, *, at: datetime) -> Occasion:
    if event is not None:
        return event_occasion(event)
    return real_occasion(spot=claim.spot or "", name=claim.label, day=visit_day(at))


def _check(presented: _Presented, event: Event | None) -> None:
    if presented.code is not None and presented.code.redeemed_at is not None:
        raise ClaimRefused(Refusal.USED)
    check_usable(presented.claim, event=event, at=presented.at)


async def _before(
    session: AsyncSession, presented: _Presented, occasion: Occasion, *, visitor_id: str
) -> Redemption | None:
    """What this visitor got by what they show now, or by the same claim on the same occasion.

    A used code and its redemption carry the same moment: which of the two belong together is kept
    nowhere else, so that a code does not lead to a person after their erasure.
    """
    of_theirs = (
        select(Redemption)
        .where(col(Redemption.claim_id) == presented.claim.id)
        .where(col(Redemption.visitor_id) == visitor_id)
    )
    if presented.code is not None and presented.code.redeemed_at is not None:
        by_code = of_theirs.where(col(Redemption.at) == presented.code.redeemed_at)
        return (await session.exec(by_code)).one_or_none()
    if presented.claim.event_id is None:  # a counter has a badge for each day
        of_theirs = of_theirs.where(col(Redemption.badge_id) == col(Badge.id)).where(
            col(Badge.key) == occasion.key
        )
    return (await session.exec(of_theirs)).one_or_none()


async def _given_before(session: AsyncSession, before: Redemption, *, visitor_id: str) -> Received:
    """The award they have by that redemption."""
    found = await session.exec(
        select(Award)
        .where(col(Award.badge_id) == before.badge_id)
        .where(col(Award.visitor_id) == visitor_id)
    )
    award = found.one()
    return Received(award, await _badge(session, before.badge_id), is_new=False)


async def _badge(session: AsyncSession, badge_id: int) -> Badge:
    badge = await session.get(Badge, badge_id)
    if badge is None:
        message = f"badge {badge_id} is gone"
        raise RuntimeError(message)
    return badge


async def event_id_of(session: AsyncSession, slug: str) -> int:
    """The number of the event of that link, by which its words are hashed; raise NotFound."""
    return (await events.by_slug(session, slug)).id or 0
