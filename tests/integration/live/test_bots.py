"""Bots in a real town: they come, walk, talk, drop out, come back, and leave nothing behind."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from live_visitors import Arrive, Line
from patience import until
from sqlmodel import func, select
from web_town import Town

from kashima.bots.crowd import Crowd, Plan, Standing
from kashima.bots.door import Invitation
from kashima.bots.habits import Habits
from kashima.bots.visit import State
from world_server.app import build_app
from world_server.keys import METRICS
from world_server.live.mount import LIVE
from world_server.settings import ASSETS, WorldSettings
from world_server.store.tables.visitor import Visitor as VisitorRow

TOWN_FILE = ASSETS / "town" / "town.json"
LIVELY = Habits(rest_seconds=0.5, talk_seconds=2, emote_seconds=2, drop_seconds=0)


def plan(town: Town, count: int, *, event: str | None = None, **other: object) -> Plan:
    invitation = Invitation(town=str(town.server.make_url("")).rstrip("/"), event=event)
    told = {"habits": LIVELY, "arrivals_per_second": 200.0, **other}
    return Plan(count=count, invitation=invitation, town_file=TOWN_FILE, **told)  # type: ignore[arg-type]


@asynccontextmanager
async def crowd(planned: Plan) -> AsyncIterator[Crowd]:
    """The plan's bots, until the block ends; then they have left."""
    made, stop, said = Crowd(planned), asyncio.Event(), list[Standing]()
    async with asyncio.TaskGroup() as group:
        running = group.create_task(made.run(stop, report=said.append))
        yield made
        stop.set()
        await running
    assert said[-1].states[State.HERE] == 0


def places_of_others(watcher: Line) -> set[tuple[int, int]]:
    return {
        (round(seen.x), round(seen.z))
        for frame in watcher.frames
        for avatar, seen in frame.avatars.items()
        if avatar != watcher.avatar
    }


async def test_they_come_walk_talk_and_leave_nothing_behind(arrive: Arrive, town: Town) -> None:
    watcher = await (await arrive()).enter()
    async with crowd(plan(town, 8)) as bots:
        await until(lambda: bots.standing().states[State.HERE] == 8)
        await until(
            lambda: len(watcher.all("chat")) > 5 and len(watcher.all("emote")) > 5, seconds=30
        )
        others = {card["id"] for news in watcher.all("avatars") for card in news["came"]}
        assert len(others - {watcher.avatar}) == 8
        await until(lambda: len(places_of_others(watcher)) > 16, seconds=30)
    assert bots.is_content
    assert {visit.state for visit in bots.visits} == {State.LEFT}
    await until(lambda: len(town.server.app[LIVE].instances["public"].stays) == 1)
    async with town.database.reading() as session:
        assert (await session.exec(select(func.count()).select_from(VisitorRow))).one() == 1
    assert town.server.app[METRICS].moves_corrected._value.get() == 0, "at people's speed"


async def test_in_an_event_they_say_lines_of_their_own(arrive: Arrive, town: Town) -> None:
    event = await town.event()
    watcher = await (await arrive()).enter(event=event.slug)
    async with crowd(plan(town, 6, event=event.slug, languages=("ja",))):
        await until(lambda: any("text" in said for said in watcher.all("chat")), seconds=30)
        await until(lambda: any("phrase" in said for said in watcher.all("chat")), seconds=30)


async def test_they_drop_out_and_come_back_as_the_same(town: Town) -> None:
    habits = Habits(rest_seconds=0.5, drop_seconds=1)
    async with crowd(plan(town, 6, habits=habits)) as bots:
        await until(lambda: sum(visit.resumes for visit in bots.visits) > 1, seconds=20)
        stays = town.server.app[LIVE].instances["public"].stays
        assert len(stays) == 6, "nobody came twice"


async def test_rs4_when_the_world_is_started_anew_they_come_back_as_the_same(
    town: Town, settings: WorldSettings, clock: ManualClock
) -> None:
    async with crowd(plan(town, 5)) as bots:
        await until(lambda: bots.standing().states[State.HERE] == 5)
        before = {visit.sight.own for visit in bots.visits}
        port = town.server.port
        await town.server.close()
        await until(lambda: bots.standing().states[State.AWAY] == 5)
        town.server = TestServer(build_app(settings, clock=clock), port=port)
        await town.server.start_server()
        await until(lambda: bots.standing().states[State.HERE] == 5, seconds=20)
        assert {visit.sight.own for visit in bots.visits} == before
        assert [visit.resumes for visit in bots.visits] == [1] * 5
    await town.server.close()


async def test_told_to_wait_they_wait_and_then_come(town: Town) -> None:
    async with crowd(plan(town, 1)) as bots:
        await until(lambda: bots.standing().states[State.HERE] == 1)
    await town.empty_bucket("arrivals")
    async with crowd(plan(town, 1)) as late:
        await until(lambda: late.standing().refusals["too-many"] == 1)
        assert late.standing().states[State.COMING] == 1
        await town.redis.flushdb()
    assert not late.is_content


async def test_where_all_seats_are_taken_they_stand_in_line(town: Town) -> None:
    event = await town.event(capacity=2)
    async with crowd(plan(town, 3, event=event.slug)) as bots:
        await until(lambda: bots.standing().states[State.HERE] == 2)
        await until(lambda: bots.standing().states[State.WAITING] == 1)
        (first, *_) = [visit for visit in bots.visits if visit.state is State.HERE]
        await first.leave()
        await until(lambda: bots.welcomed == 3, seconds=20)


async def test_where_nothing_is_to_be_had_they_say_so_and_give_up(town: Town) -> None:
    made, said = Crowd(plan(town, 2, event="no-such-event")), list[Standing]()
    await made.run(asyncio.Event(), report=said.append)
    assert said[-1].refusals == {"not-found": 2}
    assert not made.is_content


async def test_the_verb_stops_on_ctrl_c_within_seconds(town: Town) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kashima", "bots", "3",
        "--town", str(town.server.make_url("")).rstrip("/"),
        env={"LANG": "en_GB.UTF-8"},
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    live = town.server.app[LIVE]
    await until(
        lambda: "public" in live.instances and len(live.instances["public"].stays) == 3, seconds=30
    )
    process.send_signal(signal.SIGINT)
    async with asyncio.timeout(10):
        told, _ = await process.communicate()
    assert process.returncode == 0
    assert "3 of 3" in told.decode()
    assert live.instances["public"].stays == {}


@pytest.mark.parametrize("address", ["http://example.com", "https://kashima.example:8700"])
async def test_the_verb_goes_to_no_other_machine_unasked(address: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kashima", "bots", "1", "--town", address,
        env={"LANG": "en_GB.UTF-8"},
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, told = await process.communicate()
    assert process.returncode == 2
    assert "--yes-elsewhere" in told.decode()
