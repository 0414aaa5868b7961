"""What is left behind of stays, on a real Redis: read by whoever goes on, gone after 30 s."""

from datetime import UTC, datetime

import orjson
import pytest
from patience import until

from world_server.presence import stays
from world_server.presence.connection import Redis
from world_server.presence.stays import KeptStay

NOON = datetime(2026, 11, 22, 3, 0, 0, 250_000, tzinfo=UTC)
HERE = KeptStay(3, 10.02, 0.5, -7.98, 3.0, visit_id=12, active_seconds=90, measured_at=NOON)
WALKED = HERE._replace(reached=("torii", "romon"))
NEW = KeptStay(4, 0, 0, 0, 0, visit_id=None, active_seconds=0, measured_at=NOON)


async def test_rs4_who_goes_on_finds_every_stay_of_the_instance(redis: Redis) -> None:
    await stays.keep(redis, instance="public", stays={"aiko": HERE, "ben": NEW})
    assert await stays.left_behind(redis, "public") == {"aiko": HERE, "ben": NEW}
    assert await stays.left_behind(redis, "event-a") == {}


async def test_st1_places_reached_and_not_written_yet_are_left_behind_too(redis: Redis) -> None:
    await stays.keep(redis, instance="public", stays={"aiko": WALKED, "ben": HERE})
    assert await stays.left_behind(redis, "public") == {"aiko": WALKED, "ben": HERE}


async def test_a_stay_without_news_reads_as_before_there_were_stamps(redis: Redis) -> None:
    await stays.keep(redis, instance="public", stays={"aiko": HERE})
    told = orjson.loads(await redis.get("kashima:stays:public") or b"{}")
    assert len(told["aiko"]) == 8  # which is what a world of the version before unpacks


async def test_who_left_is_not_found_after_the_next_telling(redis: Redis) -> None:
    await stays.keep(redis, instance="public", stays={"aiko": HERE, "ben": HERE})
    await stays.keep(redis, instance="public", stays={"ben": HERE})
    assert list(await stays.left_behind(redis, "public")) == ["ben"]
    await stays.forget(redis, "public")
    assert await stays.left_behind(redis, "public") == {}


async def test_stays_are_kept_for_thirty_seconds_and_no_longer(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stays.keep(redis, instance="public", stays={"aiko": HERE})
    assert 29 <= await redis.ttl("kashima:stays:public") <= 30
    monkeypatch.setattr(stays, "KEPT_SECONDS", 1)
    await stays.keep(redis, instance="public", stays={"aiko": HERE})

    async def is_gone() -> bool:
        return not await stays.left_behind(redis, "public")

    await until(is_gone)
