"""So many bots at once: they come spread over a while, and all leave properly when told to stop."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from pathlib import Path
from random import Random

import aiohttp

from kashima.bots.behaviour import Behaviour
from kashima.bots.door import Door, Invitation
from kashima.bots.habits import LANGUAGES, Habits
from kashima.bots.streets import Streets, read_streets
from kashima.bots.visit import State, Visit

UNHAPPY = frozenset({State.COMING, State.AWAY, State.REFUSED})
"""States with a refusal worth telling the operator."""

ARRIVALS_PER_SECOND = 20.0
REPORT_SECONDS = 5.0
LEAVE_SECONDS = 5.0
"""All together, after which whoever is still hanging up is left to the town's own patience."""

FIRST_ADDRESS = IPv4Address("198.18.0.1")
"""Kept for measurements by RFC 2544; each bot says it comes from one of its own, and a town that
trusts this machine as a proxy believes it, so that limits meant for one address hold for one bot.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How many bots come, where, for how long and how they behave."""

    count: int
    invitation: Invitation
    town_file: Path
    seconds: float | None = None
    seed: int = 1
    languages: tuple[str, ...] = LANGUAGES
    habits: Habits = field(default_factory=Habits)
    arrivals_per_second: float = ARRIVALS_PER_SECOND
    is_here: bool = True
    """Whether the town is on this machine."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many bots are in which state, and which refusals they were told last."""

    states: Counter[State]
    refusals: Counter[str]

    @property
    def counts(self) -> dict[str, int]:
        """Every state by its name."""
        return {state.value: self.states[state] for state in State}


class Crowd:
    """The bots of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.visits: list[Visit] = []
        self._plan = plan
        self._streets: Streets = read_streets(json.loads(plan.town_file.read_text("utf-8")))

    async def run(self, stop: asyncio.Event, *, report: Callable[[Standing], None]) -> None:
        """Bring them in, keep them there until `stop` or the plan's seconds are over, and leave."""
        async with AsyncExitStack() as stack:
            connector = await stack.enter_async_context(aiohttp.TCPConnector(limit=0))
            for number in range(1, self._plan.count + 1):
                session = await stack.enter_async_context(self._session(connector, number))
                self.visits.append(self._visit(number, session))
            await self._live(stop, report)
            async with asyncio.TaskGroup() as leaving:
                for visit in self.visits:
                    leaving.create_task(_leave(visit))
            report(self.standing())

    async def _live(self, stop: asyncio.Event, report: Callable[[Standing], None]) -> None:
        async with asyncio.TaskGroup() as living:
            visits = [
                living.create_task(_come(visit, wait))
                for visit, wait in zip(self.visits, self._arrivals(), strict=True)
            ]
            ends = [living.create_task(stop.wait()), living.create_task(_all(visits))]
            reporting = living.create_task(self._report(report))
            await asyncio.wait(
                ends, timeout=self._plan.seconds, return_when=asyncio.FIRST_COMPLETED
            )
            for task in (*visits, *ends, reporting):
                task.cancel()

    async def _report(self, report: Callable[[Standing], None]) -> None:
        while True:
            await asyncio.sleep(REPORT_SECONDS)
            report(self.standing())

    def standing(self) -> Standing:
        """How the bots stand now."""
        told = (visit.refused for visit in self.visits if visit.state in UNHAPPY)
        return Standing(
            states=Counter(visit.state for visit in self.visits),
            refusals=Counter(refused.code for refused in told if refused is not None),
        )

    @property
    def welcomed(self) -> int:
        """How many were in the town at some time."""
        return sum(visit.welcomes > 0 for visit in self.visits)

    @property
    def is_content(self) -> bool:
        """Whether somebody came in and nobody was refused for good."""
        refused = any(visit.state is State.REFUSED for visit in self.visits)
        return self.welcomed > 0 and not refused

    def _visit(self, number: int, session: aiohttp.ClientSession) -> Visit:
        dice = Random(f"{self._plan.seed}/{number}")
        language = dice.choice(self._plan.languages)
        return Visit(
            Door(self._plan.invitation, session),
            Behaviour(
                self._streets,
                seed=dice.getrandbits(32),
                habits=self._plan.habits,
                language=language,
            ),
            number=number,
            language=language,
            dice=dice,
            now=asyncio.get_running_loop().time,
        )

    def _session(self, connector: aiohttp.BaseConnector, number: int) -> aiohttp.ClientSession:
        own = {"X-Forwarded-For": str(FIRST_ADDRESS + number)} if self._plan.is_here else None
        return aiohttp.ClientSession(
            connector=connector,
            connector_owner=False,
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            headers=own,
        )

    def _arrivals(self) -> Iterator[float]:
        """Seconds until each comes: in order, unevenly, at so many a second on average."""
        dice = Random(self._plan.seed)
        at = 0.0
        for _ in range(self._plan.count):
            yield at
            at += dice.expovariate(self._plan.arrivals_per_second)


async def _come(visit: Visit, wait: float) -> None:
    await asyncio.sleep(wait)
    await visit.run()


async def _all(visits: list[asyncio.Task[None]]) -> None:
    await asyncio.wait(visits)


async def _leave(visit: Visit) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LEAVE_SECONDS):
            await visit.leave()
