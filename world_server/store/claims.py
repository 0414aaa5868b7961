"""Ways to a badge that staff open for an event or a real counter; used in `redemptions`."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.codes import hash_of, new_one_time
from world_server.errors import NotFound
from world_server.store import events
from world_server.store.claim_rules import ClaimPlan, check_plan
from world_server.store.tables.claim import Claim, ClaimChannel, ClaimCode, Redemption
from world_server.store.tables.event import Event


async def open_claim(
    session: AsyncSession,
    plan: ClaimPlan,
    *,
    staff_id: int,
    now: datetime,
    word_hash: bytes | None = None,
) -> Claim:
    """Open one way to a badge; raise Malformed naming what cannot be right, or NotFound.

    `word_hash` is the keyed hash of what is said aloud, and given for that channel only.
    """
    event = None if plan.event_id is None else await events.find(session, plan.event_id)
    check_plan(plan, event=event, now=now)
    if (word_hash is None) == (plan.channel is ClaimChannel.WORD):
        message = "a word, and nothing else, has the hash of a word"
        raise ValueError(message)
    claim = Claim(
        channel=plan.channel,
        event_id=plan.event_id,
        spot=plan.spot,
        label=plan.label.strip(),
        word_hash=word_hash,
        opens_at=plan.opens_at,
        closes_at=plan.closes_at,
        cap=plan.cap,
        created_by=staff_id,
        created_at=now,
    )
    session.add(claim)
    await session.flush()
    return claim


async def open_one_time(
    session: AsyncSession, plan: ClaimPlan, *, staff_id: int, now: datetime
) -> tuple[Claim, list[str]]:
    """Open a claim with as many one-time codes as may use it.

    The codes are given back this once, for print: only their hashes are kept.
    """
    claim = await open_claim(session, plan, staff_id=staff_id, now=now)
    codes = [new_one_time() for _ in range(plan.cap)]
    session.add_all(ClaimCode(claim_id=claim.id or 0, code_hash=hash_of(code)) for code in codes)
    await session.flush()
    return claim, codes


async def find(session: AsyncSession, claim_id: int) -> Claim:
    """The claim of that number; raise NotFound."""
    claim = await session.get(Claim, claim_id)
    if claim is None:
        raise NotFound("claim")
    return claim


async def withdraw(session: AsyncSession, claim_id: int, *, now: datetime) -> Claim:
    """Let nobody use the claim any more; what was given stays given. Raise NotFound.

    Whoever is using it at this moment is served first.
    """
    found = await session.exec(select(Claim).where(col(Claim.id) == claim_id).with_for_update())
    claim = found.one_or_none()
    if claim is None:
        raise NotFound("claim")
    claim.withdrawn_at = claim.withdrawn_at or now
    session.add(claim)
    await session.flush()
    return claim


async def of_event(session: AsyncSession, event_id: int) -> list[Claim]:
    """The event's claims, the newest first."""
    found = await session.exec(
        select(Claim).where(col(Claim.event_id) == event_id).order_by(col(Claim.id).desc())
    )
    return list(found.all())


async def of_counters(session: AsyncSession) -> list[Claim]:
    """Claims of all real counters, the newest first."""
    found = await session.exec(
        select(Claim).where(col(Claim.spot).is_not(None)).order_by(col(Claim.id).desc())
    )
    return list(found.all())


async def received(session: AsyncSession, claims: Sequence[Claim]) -> dict[int, datetime]:
    """When each of the claims was last used, by its number; those never used are left out."""
    found = await session.exec(
        select(Redemption.claim_id, func.max(Redemption.at))
        .where(col(Redemption.claim_id).in_([claim.id for claim in claims]))
        .group_by(col(Redemption.claim_id))
    )
    return dict(found.all())


async def event_of(session: AsyncSession, claim: Claim) -> Event | None:
    """The event the claim is for, None for a counter's."""
    return None if claim.event_id is None else await events.find(session, claim.event_id)
