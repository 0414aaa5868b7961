"""The meters of a running town say what its visitors did, and nothing about who they are."""

import asyncio

import pytest
from live_visitors import Arrive
from patience import until
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr
from stoppable_redis import StoppableRedis
from web_town import Town

from world_server.live.mount import LIVE
from world_server.settings import WorldSettings

TOKEN = {"Authorization": "Bearer metrics-token"}


@pytest.fixture
def settings(settings: WorldSettings, own_redis: StoppableRedis) -> WorldSettings:
    """A world that shows its meters, on a Redis of its own."""
    return settings.model_copy(
        update={
            "metrics_token": SecretStr("metrics-token"),
            "redis_url": SecretStr(own_redis.url),
        }
    )


async def text_of(town: Town) -> str:
    answer = await (await town.browser()).get("/metrics", headers=TOKEN)
    return str(answer.body.decode())


async def meter(town: Town, metric: str, /, **labels: str) -> float | None:
    for family in text_string_to_metric_families(await text_of(town)):
        for sample in family.samples:
            if sample.name == metric and sample.labels == labels:
                return float(sample.value)
    return None


async def people(town: Town, instance: str = "public") -> tuple[float | None, float | None]:
    return (
        await meter(town, "kashima_people", name=instance, state="connected"),
        await meter(town, "kashima_people", name=instance, state="kept"),
    )


async def test_people_come_are_kept_and_go(arrive: Arrive, town: Town) -> None:
    assert await people(town) == (None, None)
    one = await (await arrive()).enter()
    other = await (await arrive("ばく")).enter(lane="events")
    assert await people(town) == (2, 0)
    assert await meter(town, "kashima_connections") == 2
    other.cut()

    async def is_kept() -> bool:
        return await people(town) == (1, 1)

    await until(is_kept)
    assert await meter(town, "kashima_visitors") == 1
    await one.ask("leave", {})

    async def is_gone() -> bool:
        return await people(town) == (0, 1)

    await until(is_gone)


async def test_what_went_over_the_wire_is_counted_and_still_is_when_the_visitor_has_left(
    arrive: Arrive, town: Town
) -> None:
    line = await (await arrive()).enter()
    pose = line.first("welcome")["pose"]
    for seq in range(3):
        await line.move(pose["x"] + 0.1 * seq, pose["z"], y=pose["y"], seq=seq)
    await line.ask("emote", {"emote": 1})
    await line.sees(line.avatar)
    await line.ask("leave", {})
    await line.until(lambda: line.closed)
    told = sum(name != "bye" for name, _ in line.told)
    shown = len(line.frames)

    async def is_counted() -> bool:
        return await meter(town, "kashima_connections") == 0

    await until(is_counted)
    assert await meter(town, "kashima_moves_taken_total") == 3
    assert await meter(town, "kashima_told_total") == told
    assert await meter(town, "kashima_pose_frames_total", outcome="written") == shown
    sizes = sum(frame.size for frame in line.frames)
    assert await meter(town, "kashima_pose_bytes_total") == sizes
    assert await meter(town, "kashima_closes_total", code="left") == 1
    beats = await meter(town, "kashima_loop_lag_seconds_count")
    assert beats is not None
    assert beats > 1


async def test_an_event_s_name_is_a_label_only_while_its_instance_is_here(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    await (await arrive()).enter(event=event.slug)
    name = f"event-{event.slug}"
    assert await people(town, name) == (1, 0)
    assert await meter(town, "kashima_instances") == 1
    live = town.server.app[LIVE]
    (visitor_id,) = live.instances[name].stays
    live.forget(visitor_id)
    town.server.app[LIVE].instances.pop(name)
    assert event.slug not in await text_of(town)


async def test_no_meter_tells_who_anybody_is(arrive: Arrive, town: Town) -> None:
    visitor = await arrive("とくべつな名前")
    line = await visitor.enter()
    await line.ask("chat", {"phrase": 1})
    await line.ask("emote", {"emote": 99})
    (visitor_id,) = town.server.app[LIVE].instances["public"].stays
    text = await text_of(town)
    for secret in ("とくべつな名前", visitor_id, visitor.ticket, "127.0.0.1"):
        assert secret not in text


async def test_parts_that_hang_do_not_hold_up_the_meters(
    arrive: Arrive, town: Town, own_redis: StoppableRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    await (await arrive()).enter()
    monkeypatch.setattr(town.database, "is_answering", asyncio.Event().wait)
    own_redis.freeze()
    try:
        text = await text_of(town)
        health = await (await town.browser()).get("/healthz")
    finally:
        own_redis.thaw()
    assert 'kashima_away{part="redis"} 1.0' in text
    assert 'kashima_away{part="database"} 1.0' in text
    assert 'kashima_people{name="public",state="connected"} 1.0' in text
    assert (health.status, health.body["database"], health.body["redis"]) == (503, False, False)


async def test_a_redis_that_is_away_is_a_meter_and_takes_no_other_meter_along(
    arrive: Arrive, town: Town, own_redis: StoppableRedis
) -> None:
    line = await (await arrive()).enter()
    assert await meter(town, "kashima_away", part="redis") == 0
    own_redis.stop()
    assert await meter(town, "kashima_away", part="redis") == 1
    assert await meter(town, "kashima_away", part="database") == 0
    assert await people(town) == (1, 0)
    assert await meter(town, "kashima_logs_incomplete") == 0
    await line.ask("chat", {"phrase": 1})
    assert await meter(town, "kashima_logs_incomplete") == 1
    own_redis.start()
    assert await meter(town, "kashima_away", part="redis") == 0

    async def is_kept_again() -> bool:
        await line.ask("chat", {"phrase": 2})
        return await meter(town, "kashima_logs_incomplete") == 0

    await until(is_kept_again)
