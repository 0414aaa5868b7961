"""Stamps: the places visitors have reached, each kept once a visitor."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.clock import visit_day
from world_server.store.once import insert_once
from world_server.store.tables.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Reached:
    """A place somebody has reached, and when the world saw it."""

    place: str
    at: datetime


async def keep(session: AsyncSession, won: Iterable[tuple[str, Reached]]) -> set[str]:
    """Keep what these visitors reached; give back those of them who won a stamp by it.

    Reaching a place again, or saying so again after a lost reply, changes nothing.
    """
    rows = [
        Stamp(visitor_id=visitor_id, place=one.place, day=visit_day(one.at), at=one.at)
        for visitor_id, one in sorted(won, key=_in_order)
    ]
    ids = await insert_once(session, rows)
    found = await session.exec(select(Stamp.visitor_id).where(col(Stamp.id).in_(ids)))
    return {visitor_id for visitor_id in found if visitor_id is not None}


async def of_visitor(session: AsyncSession, visitor_id: str) -> Sequence[Stamp]:
    """The visitor's stamps, the first first."""
    found = await session.exec(
        select(Stamp).where(col(Stamp.visitor_id) == visitor_id).order_by(col(Stamp.id))
    )
    return found.all()


async def places_of(
    session: AsyncSession, visitor_ids: Collection[str]
) -> dict[str, frozenset[str]]:
    """The places these visitors have stamps of; visitors without any are left out."""
    found = await session.exec(
        select(Stamp.visitor_id, Stamp.place).where(col(Stamp.visitor_id).in_(visitor_ids))
    )
    places: defaultdict[str, set[str]] = defaultdict(set)
    for visitor_id, place in found:
        if visitor_id is not None:
            places[visitor_id].add(place)
    return {visitor_id: frozenset(theirs) for visitor_id, theirs in places.items()}


def _in_order(won: tuple[str, Reached]) -> tuple[str, str]:
    """The order in which every transaction writes, so that no two wait for each other."""
    visitor_id, one = won
    return visitor_id, one.place
