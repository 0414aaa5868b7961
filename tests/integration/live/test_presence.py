"""What Redis knows of the live town, and what happens when it is away, empty, or says otherwise."""

import math
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from live_visitors import Arrive
from patience import until
from stoppable_redis import StoppableRedis
from web_town import Town

from world_server.app import build_app
from world_server.live.mount import LIVE
from world_server.presence import leases, roster, seats, stays
from world_server.settings import WorldSettings


@pytest.fixture
async def town(
    settings: WorldSettings, own_redis: StoppableRedis, clock: ManualClock
) -> AsyncIterator[Town]:
    """A running world on a Redis of its own."""
    own = WorldSettings.model_validate({**settings.model_dump(), "redis_url": own_redis.url})
    server = TestServer(build_app(own, clock=clock))
    await server.start_server()
    running = Town(server, clock, own)
    yield running
    await running.close()
    await server.close()


async def is_told(town: Town, count: int) -> bool:
    return (
        len(await roster.present(town.redis, "public")) == count
        and await seats.taken(town.redis, "public") == count
    )


async def test_rs4_a_stay_is_kept_and_forgotten_by_who_leaves_on_purpose(
    arrive: Arrive, town: Town
) -> None:
    line = await (await arrive()).enter()
    (visitor_id,) = town.server.app[LIVE].instances["public"].stays

    async def kept() -> bool:
        return visitor_id in await stays.left_behind(town.redis, "public")

    await until(kept)
    await line.ask("leave", {})

    async def forgotten() -> bool:
        return not await kept()

    await until(forgotten)


async def test_an_instance_that_another_world_took_is_given_up(arrive: Arrive, town: Town) -> None:
    line = await (await arrive()).enter()
    await town.redis.set("kashima:lease:public", "w2", px=60_000)
    assert await line.hears("bye") == {"code": "moved", "retryable": True, "details": {}}
    assert "public" not in town.server.app[LIVE].instances
    assert await leases.owner(town.redis, "public") == "w2"


async def test_an_instance_nobody_is_in_is_closed_and_opened_again(
    arrive: Arrive, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("world_server.live.town.EMPTY_SECONDS", 0.5)
    aiko = await arrive()
    line = await aiko.enter()
    live = town.server.app[LIVE]
    first = live.instances["public"]
    await line.ask("leave", {})
    await until(lambda: "public" not in live.instances)
    assert await leases.owner(town.redis, "public") is None
    aiko.ticket = ""
    await aiko.enter()
    assert live.instances["public"] is not first


async def test_without_redis_those_inside_go_on_and_afterwards_everything_is_told_anew(
    arrive: Arrive, town: Town, own_redis: StoppableRedis
) -> None:
    aiko, kenji, late = await arrive("あいこ"), await arrive("けんじ"), await arrive("おくれ")
    walker, watcher = await aiko.enter(), await kenji.enter()
    await until(lambda: is_told(town, 2))
    await late.join()
    own_redis.stop()
    pose = walker.first("welcome")["pose"]
    await walker.move(pose["x"] + 1, pose["z"], y=pose["y"])
    await watcher.sees(
        walker.avatar, lambda seen: math.isclose(seen.x, pose["x"] + 1, abs_tol=0.02)
    )
    assert await walker.ask("chat", {"phrase": 1}) == {"ok": True}
    auth = {"ticket": late.ticket, "protocol": 1, "lane": "compact"}
    refused = await late.dial(auth)
    await refused.until(lambda: refused.refused, seconds=15)
    assert refused.refused["data"]["code"] == "unavailable"
    assert refused.refused["data"]["retryable"] is True
    last = walker.last
    walker.cut()
    back = await aiko.enter(after=last)
    assert back.first("welcome")["resumed"] is True, "coming back needs no Redis"
    own_redis.start()
    await until(lambda: is_told(town, 2), seconds=20)
    assert await leases.owner(town.redis, "public") == "w1"
    late.ticket = ""
    assert (await late.enter()).first("welcome")["instance"] == "public"
