"""Badges made when they are needed, one for each occasion, and promised by what a rule said."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store import awards
from world_server.store.badge_rules import Occasion, Verdict
from world_server.store.once import insert_once
from world_server.store.tables.award import Award, Badge, Source


async def made(session: AsyncSession, occasion: Occasion) -> Badge:
    """The badge of the occasion, made now if it is the first; safe while others make it too.

    A badge that exists is never changed: its facts may be on the chain.
    """
    badge = await by_key(session, occasion.key)
    if badge is None:
        await insert_once(
            session,
            [
                Badge(
                    key=occasion.key,
                    kind=occasion.kind,
                    event_id=occasion.event_id,
                    title=occasion.title,
                    place=occasion.place,
                    occurred_on=occasion.occurred_on,
                    opens_at=occasion.opens_at,
                    closes_at=occasion.closes_at,
                )
            ],
        )
        badge = await by_key(session, occasion.key)
    if badge is None and occasion.event_id is not None:
        badge = await _without_a_key(session, occasion.event_id)
    if badge is None:
        message = f"the badge of {occasion.key} could not be made"
        raise RuntimeError(message)
    return badge


async def by_key(session: AsyncSession, key: str) -> Badge | None:
    """The badge of that occasion, if there is one."""
    return (await session.exec(select(Badge).where(col(Badge.key) == key))).one_or_none()


async def give(
    session: AsyncSession,
    verdict: Verdict,
    *,
    visitor_id: str,
    now: datetime,
    grant_reason: str | None = None,
) -> Award:
    """Promise what was earned, in this transaction; giving it again gives back the first award."""
    badge = await made(session, verdict.occasion)
    return await awards.promise(
        session,
        badge=badge,
        visitor_id=visitor_id,
        reason=verdict.occasion.key,
        source=verdict.source,
        now=now,
        grant_reason=grant_reason,
    )


def by_hand(occasion: Occasion) -> Verdict:
    """What a member of staff gives, who takes the place of a rule and says why."""
    return Verdict(occasion, Source.GRANT)


async def _without_a_key(session: AsyncSession, event_id: int) -> Badge | None:
    """An event's badge that an older version made while the town was being upgraded."""
    found = await session.exec(select(Badge).where(col(Badge.event_id) == event_id))
    return found.one_or_none()
