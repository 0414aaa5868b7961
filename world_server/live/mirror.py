"""Shows guide and staff of one instance of an event in all the others, here and in other worlds.

Between the halves of each beat the instances of this world show each other their heroes; what other
worlds should know goes over Redis, and what comes from there waits for nothing. The newest state
wins: while Redis is slow or away nothing is queued but what heroes said.
"""

import asyncio
import itertools
import logging
import secrets
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from world_server.errors import Unavailable
from world_server.instances import base_of
from world_server.live.instance import Instance
from world_server.live.mirrored import Deed
from world_server.presence import mirror
from world_server.presence.connection import Redis
from world_server.presence.mirror import CALL, MOST_LINES, Gesture, Glimpse, Hero, Line
from world_server.protocol.messages import Said, Shown

log = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 1.0
"""MI3: an instance with heroes is told of this often even when nobody moves."""

REPEAT_SECONDS = 30.0
"""MI2: what heroes said is repeated with each heartbeat, for worlds that were deaf for a while."""

FORGET_SECONDS = 60.0
"""How long a source that is silent is remembered, so that nothing is heard twice."""

AGAIN_SECONDS = 0.25
"""Rest after Redis did not take a message."""


class Mirror:
    """The exchange between the instances of this world and those of others."""

    def __init__(
        self,
        instances: Mapping[str, Instance],
        redis: Redis,
        *,
        now: Callable[[], float],
    ) -> None:
        self._instances = instances
        self._redis = redis
        self._now = now
        self._origin = secrets.token_hex(8)
        self._count = itertools.count(1)
        self._sources: dict[str, _Source] = {}
        self._heard: dict[tuple[str, str], _Heard] = {}
        self._wake = asyncio.Event()

    def exchange(self, now: float) -> None:
        """Between the halves of a beat: look at all heroes, show them here, note what is to tell.

        Costs next to nothing where there are no heroes; never waits.
        """
        siblings = self._by_base()
        heroic = {name: source for name, source in self._sources.items() if not source.is_over}
        for name in heroic.keys() - self._instances.keys():
            heroic[name].look((), [], now)
        for family in siblings.values():
            for instance in family:
                self._look(instance, family, heroic, now)
                if len(instance.mirrored):
                    instance.mirrored.expire(now)
        self._sources = heroic
        if any(source.is_due for source in heroic.values()):
            self._wake.set()

    async def speak(self) -> None:
        """Tell other worlds what is due, for ever; Redis being away is waited out."""
        answers = True
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                for source in [one for one in self._sources.values() if one.is_due]:
                    await self._tell(source)
            except Unavailable:
                if answers:
                    log.warning("heroes are not shown in other worlds while Redis is away")
                answers = False
                await asyncio.sleep(AGAIN_SECONDS)
                self._wake.set()
            else:
                answers = True

    async def listen(self) -> None:
        """Show what other worlds tell, for ever."""
        async for glimpse in mirror.listen(self._redis, lambda: frozenset(self._by_base())):
            if glimpse.origin != self._origin:
                self._hear(glimpse)

    def _by_base(self) -> dict[str, list[Instance]]:
        families: defaultdict[str, list[Instance]] = defaultdict(list)
        for instance in self._instances.values():
            if instance.happening is not None:  # the public town has no siblings
                families[base_of(instance.name)].append(instance)
        return families

    def _look(
        self,
        instance: Instance,
        family: list[Instance],
        heroic: "dict[str, _Source]",
        now: float,
    ) -> None:
        heroes, deeds = instance.heroes.now(), instance.heroes.deeds()
        source = heroic.get(instance.name)
        if source is None:
            if not heroes:
                return
            source = heroic[instance.name] = _Source(instance.name, self._origin, self._count)
        fresh = source.look(heroes, deeds, now)
        if fresh is not None:
            for sibling in family:
                if sibling is not instance:
                    sibling.mirrored.take(fresh, fresh.lines, now=now)

    async def _tell(self, source: "_Source") -> None:
        glimpse = source.glimpse()
        try:
            heard = await mirror.tell(self._redis, glimpse)
        except Unavailable:
            source.is_due = True
            raise
        source.told(glimpse, heard=heard)

    def _hear(self, glimpse: Glimpse) -> None:
        now = self._now()
        key = (glimpse.origin, glimpse.instance)
        known = self._heard.get(key)
        if known is None:
            self._forget(now)
            known = self._heard[key] = _Heard(n=0, line=glimpse.told, at=now)
        if glimpse.n <= known.n:
            return  # the library tries again when an answer was lost, so Redis may have it twice
        lines = [line for line in glimpse.lines if line.number > known.line]
        known.n, known.at = glimpse.n, now
        known.line = max([known.line, *(line.number for line in lines)])
        for instance in self._by_base().get(base_of(glimpse.instance), ()):
            if instance.name != glimpse.instance:
                instance.mirrored.take(glimpse, lines, now=now)

    def _forget(self, now: float) -> None:
        self._heard = {
            key: known for key, known in self._heard.items() if now - known.at <= FORGET_SECONDS
        }


@dataclass(slots=True)
class _Heard:
    """What was heard last of an instance elsewhere: message, line, and when."""

    n: int
    line: int
    at: float


class _Source:
    """What is to be told about the heroes of one instance of this world."""

    def __init__(self, name: str, origin: str, count: Iterator[int]) -> None:
        self.is_due = False
        self._name = name
        self._origin = origin
        self._count = count
        self._heroes: tuple[Hero, ...] = ()
        self._heartbeat_at = float("-inf")
        self._repeats = False
        self._is_alone = False
        self._told = 0
        self._gestures: deque[Gesture] = deque(maxlen=MOST_LINES)
        self._lines: deque[tuple[float, Line]] = deque(maxlen=MOST_LINES)

    @property
    def is_over(self) -> bool:
        """Whether nobody is there and nothing is left to tell."""
        return not (self._heroes or self._lines or self.is_due)

    def look(
        self, heroes: tuple[Hero, ...], deeds: list[tuple[str, Deed]], now: float
    ) -> Glimpse | None:
        """The heroes on this beat and what they did; give back what siblings here should see."""
        known, self._heroes = self._heroes, heroes
        gestures, lines = self._read(deeds)
        self._gestures.extend(gestures)
        self._lines.extend((now, line) for line in lines)
        while self._lines and now - self._lines[0][0] > REPEAT_SECONDS:
            self._lines.popleft()
        is_heartbeat = now - self._heartbeat_at >= HEARTBEAT_SECONDS
        if is_heartbeat:
            self._heartbeat_at, self._repeats = now, True
        if not (is_heartbeat or deeds or heroes != known):
            return None
        # When nobody else listens, a heartbeat is enough to find out who begins to.
        if is_heartbeat or deeds or not (self._is_alone and _only_moved(known, heroes)):
            self.is_due = True
        return Glimpse(
            origin=self._origin,
            instance=self._name,
            n=0,
            told=0,
            heroes=heroes,
            gestures=tuple(gestures),
            lines=tuple(lines),
        )

    def glimpse(self) -> Glimpse:
        """What other worlds should know now; gestures are told once or never."""
        self.is_due = False
        gestures, self._gestures = tuple(self._gestures), deque(maxlen=MOST_LINES)
        return Glimpse(
            origin=self._origin,
            instance=self._name,
            n=next(self._count),
            told=self._told,
            heroes=self._heroes,
            gestures=gestures,
            lines=tuple(
                line for _, line in self._lines if self._repeats or line.number > self._told
            ),
        )

    def told(self, glimpse: Glimpse, *, heard: int) -> None:
        """Redis took it, and so many worlds heard it, this one among them."""
        self._is_alone = heard <= 1
        self._repeats = False
        self._told = max([self._told, *(line.number for line in glimpse.lines)])

    def _read(self, deeds: list[tuple[str, Deed]]) -> tuple[list[Gesture], list[Line]]:
        gestures: list[Gesture] = []
        lines: list[Line] = []
        for visitor_id, deed in deeds:
            if isinstance(deed, Said):
                line = Line(
                    number=next(self._count),
                    visitor_id=visitor_id,
                    name=deed.nickname,
                    at=deed.at,
                    text=deed.text,
                    phrase=deed.phrase,
                )
                lines.append(line)
            else:
                emote = deed.emote if isinstance(deed, Shown) else CALL
                gestures.append(Gesture(visitor_id=visitor_id, emote=emote))
        return gestures, lines


def _only_moved(known: tuple[Hero, ...], heroes: tuple[Hero, ...]) -> bool:
    """Whether it is the same people, standing elsewhere."""
    return [hero.visitor_id for hero in known] == [hero.visitor_id for hero in heroes]
