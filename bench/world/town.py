"""A whole town for measurements: its database, its Redis, its world processes, its visitors.

Visitors are put into the tables and given seats and tickets by the project's own functions, in a
step before the measured one: thousands of arrivals from one machine would only measure the limits
for one address. The connect storm comes in by the front door, each visitor from an address of
their own.
"""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import aiohttp

from bench.world.processes import DidNotStart, free_port, last_words, running
from bench.world.squares import Square, places_in
from kashima import redis_server
from kashima.parts import LOOPBACK, verb
from kashima.readiness import AnswersHttp, AnswersRedis
from kashima.settings import inherited_environment
from kashima.var_folder import VarFolder, write_private
from world_server import tickets
from world_server.instances import base_of_event, nth_instance
from world_server.presence import seats, stays
from world_server.presence.connection import Redis, connect
from world_server.store import events, visitors
from world_server.store.clock import system_clock
from world_server.store.database import Database
from world_server.store.migrate import upgrade
from world_server.store.rules import EventPlan
from world_server.store.tables.event import Event, EventState, RuleKind
from world_server.store.tables.staff import Staff, StaffRole
from world_server.store.visitors import Passport, new_passport

SERVER_CORE, LOAD_CORE = 0, 1
CAPACITY = 8000
WORLDS = ("w1", "w2")
NOBODY_SIGNS_IN = "-"

KEEP_SECONDS = 10.0
"""Seats last 45 s, which the last of thousands might not reach."""

START_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Venue:
    """Where people are let in: an instance of an event, in a world."""

    world: str
    event: Event
    number: int = 1

    @property
    def instance(self) -> str:
        """The instance's name."""
        return nth_instance(base_of_event(self.event.slug), self.number)


@dataclass
class World:
    """One running world process."""

    name: str
    port: int
    process: int
    token: str

    async def metric(self, name: str) -> float:
        """The sum of what /metrics says under that name."""
        asked = {"Authorization": f"Bearer {self.token}"}
        url = f"http://{LOOPBACK}:{self.port}/metrics"
        async with aiohttp.ClientSession() as session, session.get(url, headers=asked) as answer:
            answer.raise_for_status()
            lines = (await answer.text()).splitlines()
        told = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
        return sum(float(value) for key, value in told if key.split("{")[0] == name)


@dataclass
class BenchTown:
    """What all worlds share, and an open event in each of them."""

    folder: VarFolder
    database: Database
    redis: Redis
    secret: str
    token: str
    venues: list[Venue] = field(default_factory=list)
    passports: list[Passport] = field(default_factory=list)

    @asynccontextmanager
    async def world(
        self, name: str = WORLDS[0], *, core: int | None = SERVER_CORE, budget: int | None = None
    ) -> AsyncIterator[World]:
        """A `kashima world` on one core, as complete as `kashima up` starts it."""
        log = self.folder.logs / f"{name}.log"
        port = free_port()
        environment = {
            **inherited_environment(),
            "PYTHONUNBUFFERED": "1",
            "KASHIMA_SECRETS_DIR": str(self.folder.secrets),
            "KASHIMA_DATABASE_URL": self.folder.database_url,
            "KASHIMA_PUBLIC_URL": f"http://{LOOPBACK}:{port}",
            "KASHIMA_HOST": LOOPBACK,
            "KASHIMA_PORT": str(port),
            "KASHIMA_WORLD_NAME": name,
            "KASHIMA_RECORDED_GUIDE_TOURS": "",
            "KASHIMA_INSTANCE_CAPACITY": str(CAPACITY),
            "KASHIMA_TRUSTED_PROXIES": "127.0.0.0/8",
            **({} if budget is None else {"KASHIMA_POSE_BUDGET": str(budget)}),
        }
        async with running(verb("world"), core=core, log=log, environment=environment) as process:
            await _answers(AnswersHttp(LOOPBACK, port), log=log, process=process)
            yield World(name=name, port=port, process=process.pid, token=self.token)

    async def people(self, count: int) -> None:
        """Have so many visitors in the tables."""
        missing = count - len(self.passports)
        if missing <= 0:
            return
        now = system_clock()()
        made = [new_passport() for _ in range(missing)]
        async with self.database.transaction() as session:
            for number, passport in enumerate(made, len(self.passports)):
                await visitors.register(
                    session,
                    passport=passport,
                    nickname=f"歩く人{number}",
                    look=number % 1000,
                    language="ja",
                    remembered=True,
                    now=now,
                )
        self.passports += made

    @asynccontextmanager
    async def invited(
        self, count: int, *, square: Square, venue: Venue, storming: int = 0, first: int = 0
    ) -> AsyncIterator[Path]:
        """A file for the generator; while the block runs, seats are held for all in it.

        They are `count` visitors from the `first` on. The last `storming` of them have a passport
        only, and no seat.
        """
        await self.people(first + count)
        invited = self.passports[first : first + count]
        seated = invited[: count - storming]
        held = {passport.visitor_id: number for number, passport in enumerate(seated, 1)}
        places = places_in(invited, square)
        lines = [
            f"{self.ticket(passport, seat=seat, venue=venue) if seat else '-'} {passport}"
            f" {venue.event.slug} {place.x:.2f} {place.z:.2f}"
            for passport in invited
            for seat in (held.get(passport.visitor_id),)
            for place in (places[passport.visitor_id],)
        ]
        path = self.folder.root / f"visitors-{venue.world}"
        path.write_text("\n".join([*lines, ""]))
        kept = {visitor_id: places[visitor_id] for visitor_id in held}
        await stays.keep(self.redis, instance=venue.instance, stays=kept)
        async with self.holding(held, venue=venue):
            yield path

    @asynccontextmanager
    async def holding(self, held: Mapping[str, int], *, venue: Venue) -> AsyncIterator[None]:
        """These seats (visitor id → number) are held for as long as the block runs."""

        async def keep_holding() -> None:
            while True:
                await asyncio.sleep(KEEP_SECONDS)
                await seats.keep(self.redis, instance=venue.instance, seats=held)

        await seats.keep(self.redis, instance=venue.instance, seats=held)
        async with asyncio.TaskGroup() as group:
            keeping = group.create_task(keep_holding(), name="seats")
            try:
                yield
            finally:
                keeping.cancel()

    def ticket(self, passport: Passport, *, seat: int, venue: Venue, role: str = "visitor") -> str:
        """A ticket as `POST /api/join` would give it."""
        claims = tickets.Claims(
            visitor_id=passport.visitor_id,
            instance=venue.instance,
            event_id=venue.event.id,
            world=venue.world,
            seat=seat,
            role=role,
        )
        return tickets.issue(self.secret, claims, now=system_clock()())

    async def empty_redis(self) -> None:
        """Nobody has a seat, a lease or a place from a run before."""
        await self.redis.flushdb()


@asynccontextmanager
async def bench_town(root: Path, *, core: int | None = LOAD_CORE) -> AsyncIterator[BenchTown]:
    """A town in an empty folder, its Redis running on `core`; nothing of it is left afterwards."""
    folder = VarFolder(root)
    folder.prepare()
    port = free_port()
    password = folder.secret("redis_password")
    url = redis_server.url(port=port, password=password)
    write_private(folder.secrets / "kashima_redis_url", url)
    configuration = redis_server.configure(folder.redis, port=port, password=password)
    command = [redis_server.program() or "redis-server", str(configuration)]
    log = folder.logs / "redis.log"
    await upgrade(folder.database_url)
    async with running(command, core=core, log=log) as process:
        await _answers(AnswersRedis(url), log=log, process=process)
        town = BenchTown(
            folder=folder,
            database=Database(folder.database_url),
            redis=connect(url),
            secret=folder.secret("kashima_secret"),
            token=folder.secret("kashima_metrics_token"),
        )
        try:
            for world in WORLDS:
                town.venues.append(Venue(world, await _open_event(town.database)))
            yield town
        finally:
            await town.redis.aclose()
            await town.database.close()


async def _open_event(database: Database) -> Event:
    """An event with its doors open."""
    now = system_clock()()
    plan = EventPlan(
        title="酒蔵通りを歩く",
        place="sakagura",
        starts_at=now,
        ends_at=now + timedelta(hours=6),
        capacity=CAPACITY,
        languages=("ja", "en"),
        rule_kind=RuleKind.SHARE,
        rule_value=60,
    )
    async with database.transaction() as session:
        host = await session.get(Staff, 1) or Staff(
            id=1,
            login="host",
            name="案内",
            password_hash=NOBODY_SIGNS_IN,
            role=StaffRole.HOST,
            created_at=now,
        )
        session.add(host)
        await session.flush()
        event = await events.create(session, plan, staff_id=1, now=now)
        for step in (EventState.PUBLISHED, EventState.OPEN):
            event = await events.move(session, event.id or 0, to=step, now=now)
    return event


async def _answers(
    readiness: AnswersHttp | AnswersRedis, *, log: Path, process: subprocess.Popen[bytes]
) -> None:
    try:
        async with asyncio.timeout(START_SECONDS):
            while not await readiness.is_ready():
                if process.poll() is not None:
                    raise DidNotStart(last_words(log))
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise DidNotStart(last_words(log)) from None
