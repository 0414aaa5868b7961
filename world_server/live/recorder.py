"""Records the guides of events whose staff agreed to it: their walk and words, nobody else's.

Looked at twice a second, written down every half minute; a world that dies loses that much.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from world_server.errors import Unavailable
from world_server.live.instance import Instance
from world_server.live.mirrored import Deed
from world_server.live.stay import Stay
from world_server.protocol.messages import Said
from world_server.store import recordings
from world_server.store.clock import Clock
from world_server.store.database import Database
from world_server.store.recorded_walk import Part, Track

log = logging.getLogger(__name__)

WRITE_SECONDS = 30.0
"""How much of a recording may be lost with its world."""

ERASE_SECONDS = 3600.0
"""How often what is past its time is looked for."""

GUIDE = "guide"


@dataclass(slots=True)
class _Take:
    """What is being recorded in one instance."""

    event_id: int
    track: Track
    announced: int
    waiting: list[Part]


class Recorder:
    """One for a world; every instance whose event is recorded and whose guide is in it."""

    def __init__(
        self, instances: Mapping[str, Instance], database: Database, *, clock: Clock, days: int
    ) -> None:
        """`days` after its event a recording is erased."""
        self._instances = instances
        self._database = database
        self._clock = clock
        self._days = days
        self._takes: dict[str, _Take] = {}

    def look(self) -> None:
        """Where the guides stand now, and what staff announced."""
        for name, instance in self._instances.items():
            happening = instance.happening
            if happening is None or not (happening.is_recorded and happening.is_open):
                instance.heroes.overhear = None
                continue
            guide = instance.heroes.leading(GUIDE)
            if guide is not None:
                self._see(name, instance, guide)

    async def write(self) -> None:
        """Write down what was gathered; what cannot be written now waits for the next time."""
        for name, take in tuple(self._takes.items()):
            part = take.track.take()
            if part is not None:
                take.waiting.append(part)
            try:
                await self._write(name, take)
            except Unavailable:
                log.warning("a recording waits for the database")
                continue
            instance = self._instances.get(name)
            if instance is None or not _is_wanted(instance):
                self._takes.pop(name, None)

    async def erase(self) -> None:
        """Erase recordings past their time, patient with a database that is away."""
        try:
            async with self._database.transaction() as session:
                gone = await recordings.erase_old(session, now=self._clock(), days=self._days)
        except Unavailable:
            return
        if gone:
            log.info("recordings past their time were erased", extra={"count": gone})

    async def _write(self, name: str, take: _Take) -> None:
        while take.waiting:
            async with self._database.transaction() as session:
                is_kept = await recordings.keep(
                    session, take.event_id, take.waiting[0], writer=name, now=self._clock()
                )
            take.waiting.pop(0)
            if not is_kept:
                take.waiting.clear()

    def _see(self, name: str, instance: Instance, guide: Stay) -> None:
        happening, now = instance.happening, self._clock()
        if happening is None:
            return
        take = self._takes.get(name)
        if take is None:
            take = self._takes[name] = _Take(
                happening.id, Track(now), len(happening.announcements), []
            )
        instance.heroes.overhear = partial(self._hear, name)
        pose = instance.world.pose(guide.body)
        take.track.see((pose.x, pose.y, pose.z, pose.yaw), at=now)
        for line in happening.announcements[take.announced :]:
            take.track.hear("staff", at=max(line.at, take.track.begun_at), text=line.text)
        take.announced = len(happening.announcements)

    def _hear(self, name: str, stay: Stay, deed: Deed) -> None:
        take = self._takes.get(name)
        if take is not None and stay.guest.role == GUIDE and isinstance(deed, Said):
            take.track.hear(GUIDE, at=self._clock(), text=deed.text, phrase=deed.phrase)

    @property
    def recording(self) -> frozenset[str]:
        """Names of the instances that are being recorded, or have something left to write."""
        return frozenset(self._takes)


def _is_wanted(instance: Instance) -> bool:
    happening = instance.happening
    return happening is not None and happening.is_recorded and happening.is_open
