"""A whole town in motion: after whatever happened, every client agrees with the worlds.

Two worlds, one Redis, one database; people who come, walk, talk, lose their line, come back, open
a second tab, leave and go elsewhere, each step by the dice of one seed. A seed that fails is in the
test's name; `--town-seed N` (repeatable) runs others. A seed that found a mistake stays here under
the name of what it found.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from simulated_people import Person
from simulated_town import SimulatedTown, simulated_town

from world_server.settings import WorldSettings

SHORT = (1, 2)
LONG = range(100, 200)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The seeds that were asked for, or the usual ones."""
    if "seed" in metafunc.fixturenames:
        option = metafunc.config.option
        long = [pytest.param(seed, marks=pytest.mark.soak) for seed in LONG]
        usual = long if "soak" in option.markexpr else SHORT
        metafunc.parametrize("seed", option.town_seed or usual)


@pytest.fixture
def worlds(sqlite_url: str, redis_url: str, tmp_path: Path) -> dict[str, WorldSettings]:
    """Two worlds of one town."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "index.html").write_text("<!doctype html>")
    told = {
        "database_url": sqlite_url,
        "redis_url": redis_url,
        "secret": "ticket-secret-" * 3,
        "client_dir": tmp_path / "dist",
        "recorded_guide_tours": (),
        "instance_capacity": 6,  # so that a place has several instances now and then
    }
    return {
        name: WorldSettings.model_validate({**told, "world_name": name}) for name in ("w1", "w2")
    }


@pytest.fixture(autouse=True)
def _short_memories(monkeypatch: pytest.MonkeyPatch) -> None:
    """RS1's thirty seconds are four here, so that being away for too long happens too."""
    monkeypatch.setattr("world_server.live.instance.RESUME_SECONDS", 4.0)


async def all_agree(people: Sequence[Person], town: SimulatedTown, *, seed: int) -> None:
    """Return when nobody believes anything wrong; fail and say what, when that never comes."""
    loop = asyncio.get_running_loop()
    patience = loop.time() + 20
    while True:
        town.note()
        wrong = {person.name: what for person in people if (what := person.wrong())}
        if not wrong:
            return
        assert loop.time() < patience, f"seed {seed}: {wrong}"
        await asyncio.sleep(0.1)


async def staff_talk(town: SimulatedTown, dice: Random, *, lines: int) -> None:
    """A few announcements, in any event."""
    for line in range(lines):
        await asyncio.sleep(dice.uniform(0, 1.5))
        await town.announce(dice.choice(town.events), f"お知らせ {dice.random()} {line}")


async def a_while(people: Sequence[Person], town: SimulatedTown, dice: Random) -> None:
    """Everybody does a few things, and staff say something."""
    await asyncio.gather(
        *(person.live(steps=8) for person in people), staff_talk(town, dice, lines=2)
    )


async def a_world_is_started_anew(
    people: Sequence[Person], town: SimulatedTown, dice: Random
) -> None:
    """RS4: whoever was in it goes on in the other world, with everything heard."""
    world = dice.choice([person.world for person in people if person.line is not None])
    inside = [person for person in people if person.line is not None and person.world == world]
    lines = [person.line for person in inside]
    await town.stop(world)
    for line in lines:
        assert line is not None
        assert (await line.hears("bye"))["code"] == "restart"
    await asyncio.gather(*(person.rejoin() for person in inside))
    await town.start(world)


async def test_after_whatever_happened_everybody_agrees(
    worlds: dict[str, WorldSettings], seed: int
) -> None:
    dice = Random(seed)
    async with simulated_town(worlds) as town:
        for title in ("酒蔵通りを歩く", "茅葺きの里"):
            await town.plan(title, capacity=40)
        people = [Person(town, number, Random(f"{seed}/{number}")) for number in range(24)]
        try:
            await asyncio.gather(*(person.arrive() for person in people))
            await a_while(people, town, dice)
            await all_agree(people, town, seed=seed)
            await a_world_is_started_anew(people, town, dice)
            await a_while(people, town, dice)
            await all_agree(people, town, seed=seed)
            everything_said_was_heard_by_the_logs(people, town)
        finally:
            for person in people:
                await person.close()


def everything_said_was_heard_by_the_logs(people: Sequence[Person], town: SimulatedTown) -> None:
    """What was answered with ok is in its instance's log once; what was refused is in none."""
    for person in people:
        for instance, text in person.accepted:
            found = [
                heard for heard in town.said(instance, after=0) if heard[2].get("text") == text
            ]
            assert len(found) == 1, (instance, text, found)
        for instance, text in person.refused:
            assert all(heard[2].get("text") != text for heard in town.said(instance, after=0))
