"""An event in three instances of two worlds, and the people in it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from live_visitors import Line, Visitor
from stoppable_redis import StoppableRedis
from web_town import Town

from world_server.app import build_app
from world_server.presence import seats
from world_server.settings import WorldSettings
from world_server.store.tables.event import Event
from world_server.tickets import Claims, issue

Body = dict[str, Any]


@dataclass
class Person:
    """Somebody in one of the instances, and what they hear."""

    visitor: Visitor
    line: Line
    visitor_id: str

    def rosters(self) -> Iterator[dict[int, Body]]:
        """Who was there, as this person's client knew: the welcome, then who came and left."""
        known: dict[int, Body] = {}
        for name, body in self.line.told:
            if name == "welcome":
                known = {card["id"]: card for card in body["avatars"]}
            elif name == "avatars":
                known |= {card["id"]: card for card in body["came"]}
                known = {id_: card for id_, card in known.items() if id_ not in body["left"]}
            yield known

    def roster(self) -> dict[int, Body]:
        """Who is there now."""
        return list(self.rosters())[-1]

    def called(self, name: str) -> list[Body]:
        """Everybody of that name who is there."""
        return [card for card in self.roster().values() if card["name"] == name]

    async def meets(self, name: str, *, seconds: float = 10) -> int:
        """Wait until exactly one person of that name is there; give back their number here."""
        await self.line.until(lambda: len(self.called(name)) == 1, seconds=seconds)
        return int(self.called(name)[0]["id"])

    async def misses(self, name: str) -> None:
        """Wait until nobody of that name is there."""
        await self.line.until(lambda: not self.called(name))

    async def walks(self, x: float, z: float, *, seq: int = 1) -> None:
        """A few steps from where the welcome put this person."""
        pose = self.line.first("welcome")["pose"]
        await self.line.move(pose["x"] + x, pose["z"] + z, y=pose["y"], seq=seq)

    async def says(self, **what: object) -> None:
        assert await self.line.ask("chat", what) == {"ok": True}

    def heard(self, text: str) -> list[Body]:
        return self.line.all("chat", text=text)


@dataclass
class World:
    """One running world of the town, which can die."""

    town: Town
    tasks: set[asyncio.Task[Any]]

    def dies(self) -> None:
        """Everything it does ends in the middle, without a word to anybody."""
        for task in self.tasks:
            task.cancel()


@dataclass
class Fair:
    """An event in three instances: two in the first world, one in the second."""

    first: World
    second: World
    event: Event
    _people: list[Person] = field(default_factory=list)
    _seats: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        base = f"event-{self.event.slug}"
        self.homes = {
            base: self.first,
            f"{base}.2": self.second,
            f"{base}.3": self.first,
        }
        self.base = base
        self.a, self.b, self.c = self.homes

    async def enters(self, instance: str, name: str, *, role: str = "visitor") -> Person:
        """Somebody new comes into that instance."""
        visitor = await Visitor.arrives(self.homes[instance].town, name)
        return await self.goes(visitor, instance, role=role)

    async def goes(self, visitor: Visitor, instance: str, *, role: str = "visitor") -> Person:
        """Somebody with a passport comes into that instance, in whichever world it is."""
        home = self.homes[instance].town
        cookies = visitor.browser.client.session.cookie_jar.filter_cookies(
            visitor.town.server.make_url("/")
        )
        visitor_id = cookies["passport"].value.partition(".")[0]
        seat = next(self._seats)
        await seats.keep(home.redis, instance=instance, seats={visitor_id: seat})
        claims = Claims(
            visitor_id=visitor_id,
            instance=instance,
            event_id=self.event.id,
            world=home.settings.world_name,
            seat=seat,
            role=role,
        )
        secret = home.settings.secret.get_secret_value()
        visitor.town = home
        visitor.ticket = issue(secret, claims, now=home.clock())
        visitor.path = f"/w/{home.settings.world_name}/socket.io"
        person = Person(visitor, await visitor.enter(), visitor_id)
        self._people.append(person)
        return person

    async def close(self) -> None:
        for person in self._people:
            await person.visitor.close()


@asynccontextmanager
async def fair_running(
    settings: WorldSettings, own_redis: StoppableRedis, clock: ManualClock
) -> AsyncIterator[Fair]:
    """Two worlds of one town with an event over three instances."""
    worlds = []
    for name in ("w1", "w2"):
        own = {**settings.model_dump(), "redis_url": own_redis.url, "world_name": name}
        chosen = WorldSettings.model_validate(own)
        server = TestServer(build_app(chosen, clock=clock))
        before = asyncio.all_tasks()
        await server.start_server()
        worlds.append(World(Town(server, clock, chosen), asyncio.all_tasks() - before))
    first, second = worlds
    running = Fair(first, second, await first.town.event())
    yield running
    await running.close()
    for world in worlds:
        await world.town.close()
        await world.town.server.close()
