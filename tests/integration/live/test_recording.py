"""An event's guide is recorded by the world they are in: their walk, their words, nobody else's."""

import json
from functools import partial

import pytest
from fair import Fair, Person
from patience import until

from world_server.live.instance import Instance
from world_server.live.mount import LIVE, RECORDER
from world_server.live.stay import Stay
from world_server.presence import orders
from world_server.presence.orders import EventChanged
from world_server.sim.world import World
from world_server.store import events, recordings
from world_server.store.recorded_walk import Recorded
from world_server.store.tables.event import EventState


@pytest.fixture(params=["sqlite"])
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_url"))


async def recorded(fair: Fair, *, on: bool = True) -> None:
    """Staff agree, and the worlds know."""
    town, number = fair.first.town, fair.event.id or 0
    async with town.database.transaction() as session:
        await recordings.switch(session, number, on=on, staff_id=1, now=town.clock())
    await orders.send(town.redis, EventChanged(number))
    for world in (fair.first, fair.second):
        instances = world.town.server.app[LIVE].of_event(number)
        await until(partial(_all_know, instances, on))


def _all_know(instances: list[Instance], on: bool) -> bool:  # noqa: FBT001  bound by partial
    return all(one.happening is not None and one.happening.is_recorded is on for one in instances)


def _is_over(instance: Instance) -> bool:
    return instance.happening is not None and instance.happening.is_over


def _stands_at(world: World, stay: Stay, x: float) -> bool:
    return abs(world.pose(stay.body).x - x) < 0.05


async def minute_passes(fair: Fair, guide: Person, *, steps: int = 20) -> None:
    """The guide walks east, a step a second, and is looked at after each."""
    recorder = fair.first.town.server.app[RECORDER]
    stay = fair.first.town.server.app[LIVE].instances[fair.a].stays[guide.visitor_id]
    pose = guide.line.first("welcome")["pose"]
    world = fair.first.town.server.app[LIVE].instances[fair.a].world
    for step in range(steps):
        await guide.walks(0.5 * step, 0, seq=step + 1)
        await until(partial(_stands_at, world, stay, pose["x"] + 0.5 * step))
        fair.first.town.clock.advance(seconds=1)
        recorder.look()


async def written(fair: Fair) -> Recorded:
    for world in (fair.first, fair.second):
        await world.town.server.app[RECORDER].write()
    async with fair.first.town.database.reading() as session:
        return await recordings.read(session, fair.event.id or 0)


async def test_the_guide_s_walk_and_words_are_kept_and_nothing_of_visitors(fair: Fair) -> None:
    guest = await fair.enters(fair.a, "あいこ")
    guide = await fair.enters(fair.a, "ガイド", role="guide")
    await recorded(fair)
    recorder = fair.first.town.server.app[RECORDER]
    recorder.look()
    await minute_passes(fair, guide, steps=10)
    await guide.says(text="ようこそ、酒蔵通りへ")
    await guest.says(text="わたしは鈴木です")
    await guest.walks(1, 1)
    await minute_passes(fair, guide, steps=10)
    walk = await written(fair)
    assert [(line.by, line.text) for line in walk.lines] == [("guide", "ようこそ、酒蔵通りへ")]
    pose = guide.line.first("welcome")["pose"]
    xs = [mark.x for mark in walk.marks]
    assert min(xs) >= pose["x"] - 0.1
    assert max(xs) == pytest.approx(pose["x"] + 4.5, abs=0.1)
    async with fair.first.town.database.reading() as session:
        kept = await recordings.of_event(session, fair.event.id or 0)
    told = json.dumps([str(kept), str(walk)], ensure_ascii=False)
    for private in ("あいこ", "ガイド", "鈴木", guest.visitor_id, guide.visitor_id):
        assert private not in told


async def test_ev1_everybody_is_told_that_the_guide_is_recorded_and_when_no_more(
    fair: Fair,
) -> None:
    guest = await fair.enters(fair.b, "あいこ")
    assert "recorded" not in guest.line.first("welcome")["event"]
    await recorded(fair)
    await guest.line.hears("event", recorded=True)
    late = await fair.enters(fair.a, "おそい")
    assert late.line.first("welcome")["event"]["recorded"] is True
    await recorded(fair, on=False)
    await guest.line.until(lambda: "recorded" not in guest.line.all("event")[-1])


async def test_announcements_are_kept_with_the_words(fair: Fair) -> None:
    guide = await fair.enters(fair.a, "ガイド", role="guide")
    await recorded(fair)
    town, number = fair.first.town, fair.event.id or 0
    recorder = town.server.app[RECORDER]
    recorder.look()
    town.clock.advance(seconds=2)
    async with town.database.transaction() as session:
        line = await events.announce(
            session, event_id=number, staff_id=1, text="楼門へ", now=town.clock()
        )
    await orders.send(
        town.redis, orders.Announce(event_id=number, text=line.text, by="観光課", at=line.at)
    )
    await guide.line.hears("announce")
    await minute_passes(fair, guide, steps=4)
    assert [(one.by, one.text) for one in (await written(fair)).lines] == [("staff", "楼門へ")]


async def test_without_consent_or_without_a_guide_nothing_is_kept(fair: Fair) -> None:
    guide = await fair.enters(fair.a, "ガイド", role="guide")
    recorder = fair.first.town.server.app[RECORDER]
    recorder.look()
    await guide.says(text="だれにも残らない")
    assert (await written(fair)).marks == ()
    await recorded(fair)
    guest = await fair.enters(fair.c, "あいこ")
    await guest.says(text="ただの来訪者")
    recorder.look()
    await recorded(fair, on=False)
    recorder.look()
    await guide.says(text="もう録らない")
    assert (await written(fair)).lines == ()


async def test_who_owns_the_instance_when_it_ends_writes_the_rest_down(fair: Fair) -> None:
    guide = await fair.enters(fair.a, "ガイド", role="guide")
    await recorded(fair)
    await minute_passes(fair, guide, steps=6)
    town, number = fair.first.town, fair.event.id or 0
    async with town.database.transaction() as session:
        await events.move(session, number, to=EventState.ENDED, now=town.clock())
    await orders.send(town.redis, EventChanged(number))
    live = town.server.app[LIVE]
    await until(lambda: _is_over(live.instances[fair.a]))
    town.server.app[RECORDER].look()
    walk = await written(fair)
    assert walk.seconds >= 4
    assert town.server.app[RECORDER].recording == frozenset()


async def test_a_world_that_stops_in_order_loses_nothing(fair: Fair) -> None:
    guide = await fair.enters(fair.a, "ガイド", role="guide")
    await recorded(fair)
    await minute_passes(fair, guide, steps=6)
    await fair.first.town.server.close()
    async with fair.second.town.database.reading() as session:
        walk = await recordings.read(session, fair.event.id or 0)
    assert walk.seconds >= 4
