"""Last poses on a real Redis: kept for a return, dropped on a farewell."""

import pytest
from patience import until

from world_server.presence import poses
from world_server.presence.connection import Redis
from world_server.presence.poses import KeptPose

HERE = KeptPose(avatar=3, x=10.02, y=0.5, z=-7.98, yaw=3.0)


async def test_a_returning_visitor_stands_where_they_stood_in_that_instance(redis: Redis) -> None:
    await poses.keep(redis, instance="public", poses={"aiko": HERE, "ben": HERE})
    assert await poses.last(redis, instance="public", visitor_id="aiko") == HERE
    assert await poses.last(redis, instance="event-a", visitor_id="aiko") is None


async def test_a_visitor_who_left_on_purpose_starts_afresh(redis: Redis) -> None:
    await poses.keep(redis, instance="public", poses={"aiko": HERE, "ben": HERE})
    await poses.forget(redis, instance="public", visitor_id="aiko")
    assert await poses.last(redis, instance="public", visitor_id="aiko") is None
    assert await poses.last(redis, instance="public", visitor_id="ben") == HERE


async def test_a_pose_is_kept_for_thirty_seconds_and_no_longer(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    await poses.keep(redis, instance="public", poses={"aiko": HERE})
    assert 29 <= await redis.ttl("kashima:pose:public:aiko") <= 30
    monkeypatch.setattr(poses, "KEPT_SECONDS", 1)
    await poses.keep(redis, instance="public", poses={"aiko": HERE})

    async def is_gone() -> bool:
        return await poses.last(redis, instance="public", visitor_id="aiko") is None

    await until(is_gone)


async def test_keeping_no_poses_is_nothing(redis: Redis) -> None:
    await poses.keep(redis, instance="public", poses={})
    assert await redis.keys("*") == []
