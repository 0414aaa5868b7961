"""A world that dies or is restarted: its visitors go on in another, as after a lost connection."""

import asyncio
import itertools
import math
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from live_visitors import Line, Seen
from world_processes import Person, Worlds, worlds

from world_server.presence import leases
from world_server.presence.connection import connect
from world_server.store import events
from world_server.store.clock import system_clock
from world_server.store.database import Database
from world_server.store.rules import EventPlan
from world_server.store.tables.event import EventState, RuleKind
from world_server.store.tables.staff import Staff, StaffRole

NAMES = ("あいこ", "けんじ", "ミン")
BETWEEN_LINES = 2.1
"""CH5: one line every 2 s for ever."""

STALE_SECONDS = 3
"""RS4: how much of a walk or of attendance a death may cost, with some for a busy machine."""


async def open_event(database_url: str) -> str:
    """An event whose doors are open; its slug."""
    now = system_clock()()
    database = Database(database_url)
    async with database.transaction() as session:
        member = Staff(
            login="aya", name="A", role=StaffRole.OWNER, password_hash="-", created_at=now
        )
        session.add(member)
        await session.flush()
        assert member.id is not None
        plan = EventPlan(
            title="酒蔵通りを歩く",
            place="sakagura",
            starts_at=now,
            ends_at=now + timedelta(hours=1),
            capacity=20,
            languages=("ja",),
            rule_kind=RuleKind.SHARE,
            rule_value=60,
        )
        event = await events.create(session, plan, staff_id=member.id, now=now)
        assert event.id is not None
        for state in (EventState.PUBLISHED, EventState.OPEN):
            await events.move(session, event.id, to=state, now=now)
    await database.close()
    return event.slug


def is_at(x: float, seen: Seen) -> bool:
    return math.isclose(seen.x, x, abs_tol=0.02)


def has_heard(line: Line, last: int) -> bool:
    return line.last == last


class Party:
    """A few people in one event who keep talking, and come back whenever they are cut off."""

    def __init__(self, people: list[Person], event: str) -> None:
        self.people = people
        self.event = event
        self.answered: list[str] = []
        """Lines whose speaker was told that everybody heard them."""
        self._counting = itertools.count(1)

    async def enter(self) -> None:
        """Everybody comes in, or comes back."""
        await asyncio.gather(*(person.enter(self.event) for person in self.people))

    async def talk(self, rounds: int) -> None:
        """Everybody says something, again and again."""
        for _ in range(rounds):
            await asyncio.gather(*(self._say(person) for person in self.people))
            await asyncio.sleep(BETWEEN_LINES)

    async def _say(self, person: Person) -> None:
        text = f"{next(self._counting)} {person.name}"
        try:
            answer = await person.here.ask("chat", {"text": text})
        except (TimeoutError, ConnectionError):
            return
        if answer == {"ok": True}:
            self.answered.append(text)

    async def walk(self) -> dict[str, tuple[float, float]]:
        """Everybody walks a few steps; where they stand then, as the others see it."""
        stands = {}
        for person in self.people:
            line = person.here
            pose = line.first("welcome")["pose"]
            x, z = pose["x"] + 1.5, pose["z"] - 1
            await line.move(x, z, y=pose["y"])
            for other in self.people:
                await other.here.sees(line.avatar, partial(is_at, x))
            stands[person.name] = (x, z)
        return stands

    async def agrees(self) -> None:
        """Nothing that was answered is lost, nothing is heard twice, all heard the same."""
        last = max(person.here.last for person in self.people)
        for person in self.people:
            await person.here.until(partial(has_heard, person.here, last))
        heard = self.people[0].chats
        assert len(set(heard)) == len(heard), "nothing twice"
        assert set(self.answered) <= set(heard), "nothing answered is lost"
        for person in self.people:
            assert person.chats == heard, "the same lines in the same order"


@pytest.fixture
async def town(sqlite_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[Worlds]:
    """Two worlds on one database and one Redis."""
    async with worlds(
        "w1", "w2", database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as running:
        yield running


@pytest.fixture
async def party(town: Worlds, sqlite_url: str) -> AsyncIterator[Party]:
    """Three people inside, who have walked and talked a little."""
    people = [Person(town, name) for name in NAMES]
    for person in people:
        await person.arrive()
    together = Party(people, await open_event(sqlite_url))
    await together.enter()
    yield together
    for person in people:
        await person.close()


async def lost(party: Party) -> None:
    """Return when everybody has noticed."""
    for person in party.people:
        await person.here.until(partial(getattr, person.here, "closed"))


async def is_same(
    party: Party, before: dict[str, int], stood: dict[str, tuple[float, float]]
) -> None:
    """RS4: the same avatars at the same places."""
    for person in party.people:
        welcome = person.here.first("welcome")
        assert welcome["resumed"] is True
        assert welcome["avatar"] == before[person.name]
        x, z = stood[person.name]
        assert math.hypot(welcome["pose"]["x"] - x, welcome["pose"]["z"] - z) < 0.05


@pytest.mark.parametrize(
    "seed", [1, 2, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(3, 23))]
)
async def test_rs4_nu5_a_killed_world_s_visitors_go_on_in_the_other(
    party: Party, town: Worlds, seed: int
) -> None:
    dice = random.Random(seed)
    stood = await party.walk()
    avatars = {person.name: person.here.avatar for person in party.people}
    seconds = 6
    victim = town.of(party.people[0].path + "/")
    async with asyncio.TaskGroup() as group:
        group.create_task(party.talk(3))
        await asyncio.sleep(seconds * dice.uniform(0.6, 1))
        victim.kill()
        await lost(party)
    await party.enter()
    await is_same(party, avatars, stood)
    assert {town.of(person.path + "/") for person in party.people} == set(town.alive)
    for person in party.people:
        attended = person.here.first("welcome")["event"]["attended_seconds"]
        assert attended >= seconds * 0.6 - STALE_SECONDS
    await party.talk(1)
    await party.agrees()


async def test_rs4_a_rolling_restart_leads_everybody_to_the_other_world_and_back(
    party: Party, town: Worlds
) -> None:
    stood = await party.walk()
    avatars = {person.name: person.here.avatar for person in party.people}
    for world in (town.of(party.people[0].path + "/"), *town.worlds):
        if world.name not in party.people[0].path:
            continue
        await party.talk(1)
        assert await world.stop() == 0
        for person in party.people:
            assert person.here.first("bye")["code"] == "restart"
        await party.enter()
        await is_same(party, avatars, stood)
        await world.start()
    await party.talk(1)
    await party.agrees()


async def test_rs4_a_world_that_is_killed_and_started_again_goes_on_by_itself(
    party: Party, town: Worlds, redis_url: str
) -> None:
    stood = await party.walk()
    avatars = {person.name: person.here.avatar for person in party.people}
    await party.talk(1)
    owner = town.of(party.people[0].path + "/")
    owner.kill()
    await lost(party)
    await owner.start()
    await party.enter()
    await is_same(party, avatars, stood)
    assert {person.path for person in party.people} == {f"/w/{owner.name}/socket.io"}
    await party.talk(1)
    await party.agrees()
    redis = connect(redis_url)
    assert await leases.owner(redis, f"event-{party.event}") == owner.name
    await redis.aclose()
