"""Tells visitors inside when one of their badges changes, up to being final or revoked (BD1)."""

import logging
from datetime import timedelta

from world_server.errors import Unavailable
from world_server.live.town import LiveTown
from world_server.protocol.messages import BadgeNews
from world_server.store import awards
from world_server.store.clock import Clock
from world_server.store.database import Database
from world_server.store.tables.award import Award, AwardState, Badge

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0

OVERLAP = timedelta(seconds=30)
"""A change becomes visible when its transaction commits, which may be after its own moment."""

ASKED_AT_ONCE = 500
"""Visitors named in one question; SQLite counts its parameters."""


class BadgeFeed:
    """Looks once a second while somebody is inside; each change is told once."""

    def __init__(self, town: LiveTown, database: Database, *, clock: Clock) -> None:
        self._town = town
        self._database = database
        self._clock = clock
        self._since = clock()
        self._told: dict[int, AwardState] = {}

    async def look(self) -> None:
        """One look; while the database is away the next one sees the same changes."""
        visitors = self._town.visitors()
        if not visitors:
            self._since = self._clock()
            self._told.clear()
            return
        now = self._clock()
        try:
            changed = [
                change
                for at in range(0, len(visitors), ASKED_AT_ONCE)
                for change in await self._changed(visitors[at : at + ASKED_AT_ONCE])
            ]
        except Unavailable:
            log.warning("badges are not looked up while the database is away")
            return
        for award, badge in changed:
            self._tell(award, badge)
        self._since = now
        seen = {award.id for award, _ in changed}
        self._told = {number: state for number, state in self._told.items() if number in seen}

    async def _changed(self, visitors: list[str]) -> list[tuple[Award, Badge]]:
        async with self._database.reading() as session:
            return await awards.changed_after(
                session, moment=self._since - OVERLAP, visitor_ids=visitors
            )

    def _tell(self, award: Award, badge: Badge) -> None:
        if award.id is None or badge.id is None or award.visitor_id is None:
            return
        # A parked award is for staff to look at; the visitor cannot do anything about it.
        state = AwardState.QUEUED if award.state is AwardState.PARKED else award.state
        if self._told.get(award.id) is state:
            return
        self._told[award.id] = state
        news = BadgeNews(
            id=badge.id,
            title=badge.title,
            state=state.value,
            proof=f"/proof/{award.holder}",
        )
        self._town.tell_badge(award.visitor_id, news)
