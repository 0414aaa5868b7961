"""The roster on a real Redis: what a world told last, and nothing once it falls silent."""

import pytest
from patience import until

from world_server.presence import roster
from world_server.presence.connection import Redis
from world_server.presence.roster import Present

AIKO = Present("a" * 22, 7, "愛子 <b>", "yutoku", 120, 1.5, -3.25)
BEN = Present("b" * 22, 8, "Ben", "", 0, 0.0, 0.0)


async def test_staff_see_exactly_who_the_world_told_of(redis: Redis) -> None:
    await roster.tell(redis, instance="public", present=[AIKO, BEN])
    assert await roster.present(redis, "public") == [AIKO, BEN]
    await roster.tell(redis, instance="public", present=[BEN])
    assert await roster.present(redis, "public") == [BEN]


async def test_an_instance_nobody_tells_of_is_empty(redis: Redis) -> None:
    assert await roster.present(redis, "public") == []
    assert await roster.counts(redis, []) == {}


async def test_counts_come_for_many_instances_at_once(redis: Redis) -> None:
    await roster.tell(redis, instance="public", present=[AIKO, BEN])
    await roster.tell(redis, instance="event-a", present=[AIKO])
    assert await roster.counts(redis, ["public", "event-a", "event-b"]) == {
        "public": 2,
        "event-a": 1,
        "event-b": 0,
    }


async def test_a_dead_worlds_visitors_leave_the_roster(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster, "TOLD_SECONDS", 2)
    await roster.tell(redis, instance="public", present=[AIKO])

    async def is_empty() -> bool:
        return await roster.present(redis, "public") == []

    assert not await is_empty()
    await until(is_empty)
