"""Sees to it that what is said is safe in Redis before anybody hears it (NU5)."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from world_server.errors import Unavailable
from world_server.live.instance import Instance
from world_server.live.log import Batch, Entry
from world_server.live.town import LiveTown
from world_server.presence import journal
from world_server.presence.connection import Redis
from world_server.protocol.closing import Close, bye
from world_server.protocol.limits import KEPT_MESSAGES, SAVE_PATIENCE_MS

log = logging.getLogger(__name__)

MEND_SECONDS = 2.0
"""How soon after an outage another world could go on from here again."""

GATHER_SECONDS = 0.03
"""A lively hall is told in bursts: a write a reader for all that was said meanwhile."""

TRY_AGAIN_SECONDS = 2.0
"""While Redis is away, speaking must not wait for it each time."""


class LogKeeper:
    """Keeps and tells what is said in all instances of this world, in order."""

    def __init__(
        self, town: LiveTown, redis: Redis, *, world: str, now: Callable[[], float]
    ) -> None:
        self._town = town
        self._redis = redis
        self._world = world
        self._now = now
        self._incomplete: set[str] = set()
        """Instances whose kept log misses something that was told."""
        self._away_until = float("-inf")
        self._turn = asyncio.Lock()

    @property
    def incomplete(self) -> int:
        """How many instances have people who were told what would be lost with this world."""
        return len(self._incomplete & self._town.instances.keys())

    async def keep(self) -> None:
        """For ever: whenever something was said, keep it and tell it."""
        while True:
            await self._town.said.wait()
            self._town.said.clear()
            await self.tell()
            await asyncio.sleep(GATHER_SECONDS)

    async def mend(self) -> None:
        """Keep alive what is kept, and keep anew what Redis missed or lost, speech or no speech."""
        async with self._turn:
            for instance in tuple(self._town.instances.values()):
                try:
                    async with asyncio.timeout(SAVE_PATIENCE_MS / 1000):
                        if not await journal.keep_alive(self._redis, instance.name):
                            self._incomplete.add(instance.name)
                        if instance.name in self._incomplete:
                            await self._keep(instance, ())
                except (Unavailable, TimeoutError):
                    return  # those who speak must not wait for us; presence logs the outage

    async def tell(self) -> None:
        """One round: what was said until now is kept if that can be done in time, then told."""
        async with self._turn:
            await self._tell()

    async def _tell(self) -> None:
        said = [
            (instance, batch)
            for instance in tuple(self._town.instances.values())
            if (batch := instance.conversation.log.take()) is not None
        ]
        if said and not await self._kept(said):
            self._incomplete.update(instance.name for instance, _ in said)
        for instance, batch in said:
            instance.conversation.tell_said(batch)

    async def _kept(self, said: Sequence[tuple[Instance, Batch]]) -> bool:
        if self._now() < self._away_until:
            return False
        try:
            async with asyncio.timeout(SAVE_PATIENCE_MS / 1000):
                for instance, batch in said:
                    await self._keep(instance, batch.entries)
        except (Unavailable, TimeoutError):
            log.warning("what is said is told without being kept")
            self._away_until = self._now() + TRY_AGAIN_SECONDS
            return False
        return True

    async def _keep(self, instance: Instance, said: Sequence[Entry]) -> None:
        name = instance.name
        anew = name in self._incomplete
        entries = (*instance.conversation.log.kept, *said) if anew else said
        is_ours = await journal.append(
            self._redis,
            instance=name,
            world=self._world,
            entries=[entry.raw() for entry in entries],
            most=KEPT_MESSAGES,
            anew=anew,
        )
        self._incomplete.discard(name)
        if not is_ours:
            log.warning("an instance lives elsewhere now", extra={"instance": name})
            self._town.close(name, bye(Close.MOVED))
