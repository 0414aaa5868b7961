"""Leases on a real Redis: one owner at a time, and none after its death."""

import asyncio

import pytest
from patience import until

from world_server.presence import leases
from world_server.presence.connection import Redis


async def test_of_many_worlds_claiming_at_once_one_has_it_and_all_agree(redis: Redis) -> None:
    owners = await asyncio.gather(
        *(leases.claim(redis, instance="public", world=f"w{number}") for number in range(20))
    )
    assert len(set(owners)) == 1
    assert await leases.owner(redis, "public") == owners[0]


async def test_claiming_again_renews(redis: Redis) -> None:
    await leases.claim(redis, instance="public", world="w1")
    await redis.pexpire("kashima:lease:public", 500)
    assert await leases.claim(redis, instance="public", world="w1") == "w1"
    assert await redis.pttl("kashima:lease:public") > 500


async def test_another_worlds_claim_does_not_lengthen_the_lease(redis: Redis) -> None:
    await leases.claim(redis, instance="public", world="w1")
    await redis.pexpire("kashima:lease:public", 500)
    assert await leases.claim(redis, instance="public", world="w2") == "w1"
    assert await redis.pttl("kashima:lease:public") <= 500


async def test_a_dead_worlds_lease_lapses_and_another_takes_it(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "LEASE_SECONDS", 1)
    await leases.claim(redis, instance="public", world="w1")
    await until(lambda: _claimed_by(redis, "w2"))
    assert await leases.owner(redis, "public") == "w2"


async def test_renewing_tells_which_instances_were_lost(redis: Redis) -> None:
    for instance in ("public", "event-a", "event-b"):
        await leases.claim(redis, instance=instance, world="w1")
    await redis.delete("kashima:lease:event-a")
    await leases.claim(redis, instance="event-a", world="w2")
    await redis.delete("kashima:lease:event-b")
    lost = await leases.renew(redis, instances=["public", "event-a", "event-b"], world="w1")
    assert lost == {"event-a"}
    assert await leases.owner(redis, "event-b") == "w1"


async def test_only_its_owner_releases_a_lease(redis: Redis) -> None:
    await leases.claim(redis, instance="public", world="w1")
    await leases.release(redis, instance="public", world="w2")
    assert await leases.owner(redis, "public") == "w1"
    await leases.release(redis, instance="public", world="w1")
    assert await leases.owner(redis, "public") is None


async def _claimed_by(redis: Redis, world: str) -> bool:
    return await leases.claim(redis, instance="public", world=world) == world
