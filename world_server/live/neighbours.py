"""What a visitor asks about another: effective at once, and answered when it is written down."""

import asyncio
import logging
from collections.abc import Awaitable

from world_server.errors import PersonRefused, TooMany, Unavailable
from world_server.live.instance import Instance
from world_server.live.stay import Stay
from world_server.presence.connection import Redis
from world_server.presence.orders import BlockChanged, send
from world_server.store import blocks
from world_server.store.clock import Clock
from world_server.store.database import Database

log = logging.getLogger(__name__)


class Neighbours:
    """Carries out what is asked in the instance, and writes it into the tables."""

    def __init__(self, database: Database, redis: Redis, clock: Clock) -> None:
        self._database = database
        self._redis = redis
        self._clock = clock

    def block(self, instance: Instance, stay: Stay, avatar: int, *, now: float) -> Awaitable[None]:
        """BL1: neither notices the other any more; wait for it to be written down.

        Raise PersonRefused or TooMany, and Unavailable while waiting: it then holds in this world
        for as long as the stay lasts.
        """
        wait = stay.blockings.spend(now)
        if wait:
            raise TooMany(max(1, round(wait)))
        other = self._person(instance, stay, avatar)
        other_id = other.guest.visitor_id
        if len(stay.blocks | {other_id}) > blocks.MOST_BLOCKS:
            raise PersonRefused("full")
        instance.apart.block(stay, other_id)
        return asyncio.shield(
            self._write_block(stay.guest.visitor_id, other_id, other.guest.nickname)
        )

    def _person(self, instance: Instance, stay: Stay, avatar: int) -> Stay:
        """BL2, BL3: whom the visitor means; nobody can be meant whom they do not see."""
        other = instance.apart.find(stay, avatar)
        if other is None:
            raise PersonRefused("gone")
        if other is stay:
            raise PersonRefused("self")
        if stay.guest.is_hero or other.guest.is_hero:
            raise PersonRefused("host")
        return other

    async def _write_block(self, visitor_id: str, other_id: str, name: str) -> None:
        async with self._database.transaction() as session:
            await blocks.add(
                session,
                visitor_id=visitor_id,
                blocked_id=other_id,
                name=name,
                now=self._clock(),
            )
        try:
            # They may have gone on to another instance while this was being written.
            await send(self._redis, BlockChanged(visitor_id, other_id, blocks=True))
        except Unavailable:
            log.warning("the other worlds were not told of a block")
