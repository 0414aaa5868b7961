"""A town where one caller in ten is hostile: nobody else notices, and memory does not grow.

The short form runs with every test; the long one, minutes of it, under `make soak`.
"""

import asyncio
import random
import re
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil
import pytest
from hostile import Stranger, attack, break_frames
from patience import until
from world_processes import WorldProcess

from kashima.bots.crowd import Crowd, Plan
from kashima.bots.door import Invitation
from kashima.bots.habits import Habits
from kashima.bots.visit import State
from world_server.protocol.limits import PONG_SECONDS
from world_server.settings import ASSETS

TOKEN = "a token of the test's own"
HONEST = Habits(rest_seconds=2, talk_seconds=20, emote_seconds=20, drop_seconds=0)
"""They never drop out by themselves: whoever comes twice was thrown out."""

SAMPLE_SECONDS = 1.0
PAUSE_SECONDS = 0.01
"""Between two messages of one hostile caller: the machine must have something left for the bots,
which answer for themselves in this very process."""


@dataclass(frozen=True)
class Form:
    """How long it takes, how many come, and how much memory may grow while it does."""

    warm_up: float
    seconds: float
    honest: int
    hostile: int
    megabytes: float
    """Of the middle of the last third above the middle of the first."""


SHORT = Form(warm_up=4, seconds=12, honest=18, hostile=2, megabytes=25)
LONG = Form(warm_up=90, seconds=300, honest=90, hostile=10, megabytes=8)


async def do_harm(town: str, number: int, dice: random.Random) -> None:
    """For ever: in both lanes, and below them; under a new passport now and then."""
    while True:
        stranger = Stranger(town, address=f"198.19.0.{number + 1}")
        try:
            await stranger.arrive()
            for _ in range(5):
                await attack(stranger, dice, rounds=40, pause=PAUSE_SECONDS)
                await break_frames(stranger, dice, rounds=4)
        except (AssertionError, aiohttp.ClientError, TimeoutError, OSError):
            await asyncio.sleep(0.5)  # the town has had enough of this address for a moment
        finally:
            await stranger.close()


async def memory_of(process: psutil.Process, form: Form) -> list[float]:
    """Its resident megabytes, once a second, after it has warmed up."""
    await asyncio.sleep(form.warm_up)
    samples = []
    for _ in range(round(form.seconds / SAMPLE_SECONDS)):
        samples.append(process.memory_info().rss / 2**20)
        await asyncio.sleep(SAMPLE_SECONDS)
    return samples


class Hiccups:
    """How long this very process, which answers for all the bots, was held up at worst."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        """For ever."""
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            await asyncio.sleep(0.1)
            self.longest = max(self.longest, loop.time() - began - 0.1)


def growth(samples: Sequence[float]) -> float:
    """From the middle of the first third to the middle of the last."""
    third = len(samples) // 3
    return statistics.median(samples[-third:]) - statistics.median(samples[:third])


async def reading(town: str, name: str) -> float:
    """The sum of a meter of the world."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{town}/metrics", headers=headers) as answer,
    ):
        text = await answer.text()
    found = re.findall(rf"^{name}(?:{{.*}})? (\S+)$", text, flags=re.MULTILINE)
    assert found, text
    return sum(map(float, found))


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(SHORT, id="short"),
        pytest.param(LONG, id="long", marks=[pytest.mark.soak, pytest.mark.timeout(900)]),
    ],
)
async def test_lm2_one_caller_in_ten_is_hostile_and_nobody_notices(
    sqlite_url: str, redis_url: str, tmp_path: Path, form: Form
) -> None:
    environment = {
        "PATH": str(Path(sys.executable).parent),
        "KASHIMA_DATABASE_URL": sqlite_url,
        "KASHIMA_REDIS_URL": redis_url,
        "KASHIMA_RECORDED_GUIDE_TOURS": "",
        "KASHIMA_SECRET": "the secret of a town that is attacked",
        "KASHIMA_METRICS_TOKEN": TOKEN,
        "KASHIMA_TRUSTED_PROXIES": "127.0.0.1/32",
    }
    world = WorldProcess("w1", environment, tmp_path)
    await world.start()
    try:
        crowd, stop, hiccups = Crowd(_plan(world.url, form)), asyncio.Event(), Hiccups()
        assert world.process is not None
        measured = psutil.Process(world.process.pid)
        async with asyncio.TaskGroup() as everybody:
            honest = everybody.create_task(crowd.run(stop, report=lambda _: None))
            await until(lambda: crowd.standing().states[State.HERE] == form.honest, seconds=30)
            hostile = [
                everybody.create_task(do_harm(world.url, number, random.Random(number)))
                for number in range(form.hostile)
            ]
            hostile.append(everybody.create_task(hiccups.watch()))
            samples = await memory_of(measured, form)
            for each in hostile:
                each.cancel()
            standing = crowd.standing()
            endings = sum((visit.endings for visit in crowd.visits), Counter())
            closed = await reading(world.url, "kashima_closes_total")
            stop.set()
            await honest
        held = f"{hiccups.longest:.1f} s held up"
        print(f"grew by {growth(samples):.1f} of {samples[0]:.1f} MB; {held}")  # noqa: T201  for -s
        if hiccups.longest < PONG_SECONDS / 2:
            assert standing.states[State.HERE] == form.honest
            assert endings == Counter(), "somebody was thrown out"
        else:  # a machine with no time for the bots makes ghosts of them, and nothing else
            assert set(endings) <= {"ghost"}, endings
        assert sum(visit.corrections for visit in crowd.visits) == 0
        assert closed > 10 * form.hostile, "they did what they could"
        assert growth(samples) < form.megabytes, samples
        await until(lambda: _nobody_is_left(world.url), seconds=20)
    finally:
        world.kill()
    loud = [line for line in world.log.read_text("utf-8").splitlines() if " INFO " not in line]
    assert loud == []


def _plan(town: str, form: Form) -> Plan:
    return Plan(
        count=form.honest,
        invitation=Invitation(town=town),
        town_file=ASSETS / "town" / "town.json",
        habits=HONEST,
        arrivals_per_second=50.0,
    )


async def _nobody_is_left(town: str) -> bool:
    return await reading(town, "kashima_connections") == 0
