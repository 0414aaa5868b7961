"""A town of two worlds in this process, and all that was ever said in it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp.test_utils import TestServer
from fixed_time import MORNING, ManualClock
from live_visitors import Body

from world_server.app import build_app
from world_server.keys import DATABASE, REDIS
from world_server.live.instance import Instance
from world_server.live.mount import LIVE
from world_server.presence.orders import Announce, send
from world_server.settings import WorldSettings
from world_server.store import events
from world_server.store.rules import EventPlan
from world_server.store.tables.event import Event, EventState, RuleKind
from world_server.store.tables.staff import Staff, StaffRole

Heard = tuple[int, str, Body]
"""A numbered message: its number, its name, and all that it said."""


@dataclass
class SimulatedTown:
    """The worlds, the events, and all that was ever said, as the worlds have it in their logs."""

    settings: dict[str, WorldSettings]
    clock: ManualClock
    servers: dict[str, TestServer] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    truth: dict[str, dict[int, Heard]] = field(default_factory=dict)

    async def start(self, world: str) -> None:
        """Start a world."""
        server = TestServer(build_app(self.settings[world], clock=self.clock))
        await server.start_server()
        self.servers[world] = server

    async def stop(self, world: str) -> None:
        """Stop a world as a rolling restart does."""
        self.note()
        await self.servers.pop(world).close()

    def instance(self, name: str) -> Instance | None:
        """The instance, wherever it lives; it never lives in two worlds."""
        found = [
            server.app[LIVE].instances[name]
            for server in self.servers.values()
            if name in server.app[LIVE].instances
        ]
        assert len(found) <= 1, f"{name} lives in {len(found)} worlds"
        return found[0] if found else None

    def note(self) -> None:
        """Remember what the logs hold now: they forget."""
        for server in self.servers.values():
            for name, instance in server.app[LIVE].instances.items():
                known = self.truth.setdefault(name, {})
                for entry in instance.conversation.log.kept:
                    if entry.packet:
                        kind, body = json.loads(entry.packet[1:])
                        assert known.get(entry.n, (entry.n, kind, body)) == (entry.n, kind, body)
                        known[entry.n] = (entry.n, kind, body)

    async def keep_noting(self) -> None:
        """For ever."""
        while True:
            self.note()
            await asyncio.sleep(0.2)

    def said(self, name: str, *, after: int) -> list[Heard]:
        """What was said in the instance after that number, in order."""
        return [heard for n, heard in sorted(self.truth.get(name, {}).items()) if n > after]

    async def plan(self, title: str, *, capacity: int) -> Event:
        """An event with its doors open."""
        plan = EventPlan(
            title=title, place="sakagura", starts_at=MORNING, ends_at=MORNING.replace(hour=3),
            capacity=capacity, languages=("ja",), rule_kind=RuleKind.SHARE, rule_value=60,
        )  # fmt: skip
        async with self._app()[DATABASE].transaction() as session:
            if await session.get(Staff, 1) is None:
                session.add(
                    Staff(
                        id=1, login="h", name="H", password_hash="x", role=StaffRole.HOST,
                        created_at=MORNING,
                    )
                )  # fmt: skip
                await session.flush()
            event = await events.create(session, plan, staff_id=1, now=MORNING)
            for state in (EventState.PUBLISHED, EventState.OPEN):
                assert event.id is not None
                event = await events.move(session, event.id, to=state, now=MORNING)
        self.events.append(event)
        return event

    async def announce(self, event: Event, text: str) -> None:
        """Staff say something to everybody in the event; the tables have it first."""
        assert event.id is not None
        async with self._app()[DATABASE].transaction() as session:
            await events.announce(
                session, event_id=event.id, staff_id=1, text=text, now=self.clock()
            )
        await send(self._app()[REDIS], Announce(event.id, text=text, by="H", at=self.clock()))

    def _app(self) -> Any:
        return next(iter(self.servers.values())).app


@asynccontextmanager
async def simulated_town(settings: dict[str, WorldSettings]) -> AsyncIterator[SimulatedTown]:
    """A town whose worlds all run; they are stopped in the end."""
    town = SimulatedTown(settings, ManualClock(datetime(2026, 11, 22, 1, 30, tzinfo=UTC)))
    try:
        for world in settings:
            await town.start(world)
        noting = asyncio.ensure_future(town.keep_noting())
        try:
            yield town
        finally:
            noting.cancel()
            await asyncio.gather(noting, return_exceptions=True)
    finally:
        for server in town.servers.values():
            await server.close()
