"""One event in three instances of two worlds: guide and staff are seen and heard in all of them."""

import asyncio
import math

from fair import Fair, Person
from fixed_time import MORNING
from live_visitors import Visitor
from patience import until
from stoppable_redis import StoppableRedis

from world_server.live.mount import LIVE
from world_server.presence import leases, mirror, orders, roster, seats
from world_server.presence.mirror import CHANNEL
from world_server.presence.orders import Announce, EventChanged, RemoveVisitor
from world_server.store import events
from world_server.store.tables.event import EventState


async def a_full_fair(fair: Fair) -> tuple[Person, list[Person]]:
    """A guide in the first instance, and a visitor in each."""
    guests = [
        await fair.enters(fair.a, "あいこ"),
        await fair.enters(fair.b, "べん"),
        await fair.enters(fair.c, "ちえ"),
    ]
    guide = await fair.enters(fair.a, "ガイド", role="guide")
    for guest in guests:
        await guest.meets("ガイド")
    return guide, guests


async def test_mi1_a_guide_is_seen_walking_in_every_instance_and_a_visitor_only_in_their_own(
    fair: Fair,
) -> None:
    guide, guests = await a_full_fair(fair)
    for step in range(1, 4):
        await guide.walks(0.4 * step, 0.2 * step, seq=step)
        pose = guide.line.first("welcome")["pose"]
        x, z = pose["x"] + 0.4 * step, pose["z"] + 0.2 * step
        for guest in guests:
            number = await guest.meets("ガイド")
            assert guest.called("ガイド")[0]["role"] == "guide"
            await guest.line.sees(
                number,
                lambda seen, x=x, z=z: (  # type: ignore[misc]
                    math.isclose(seen.x, x, abs_tol=0.02) and math.isclose(seen.z, z, abs_tol=0.02)
                ),
            )
    names = [{card["name"] for card in guest.roster().values()} for guest in guests]
    assert names == [{"あいこ", "ガイド"}, {"べん", "ガイド"}, {"ちえ", "ガイド"}]


async def test_mi1_who_comes_later_finds_the_guide_in_welcome_and_sees_where_they_stand(
    fair: Fair,
) -> None:
    guide, _ = await a_full_fair(fair)
    late = await fair.enters(fair.b, "おくれ")
    number = await late.meets("ガイド")
    pose = guide.line.first("welcome")["pose"]
    await late.line.sees(number, lambda seen: math.isclose(seen.x, pose["x"], abs_tol=0.02))
    assert number != late.line.avatar


async def test_mi2_what_heroes_say_and_show_is_heard_everywhere_and_visitors_only_at_home(
    fair: Fair,
) -> None:
    guide, guests = await a_full_fair(fair)
    await guests[0].says(text="ここだけの話")
    assert await guests[0].line.ask("emote", {"emote": 2}) == {"ok": True}
    await guide.says(text="楼門へどうぞ")
    await guide.says(phrase=3)
    assert await guide.line.ask("emote", {"emote": 1}) == {"ok": True}
    for guest in guests:
        number = await guest.meets("ガイド")
        said = await guest.line.hears("chat", text="楼門へどうぞ")
        assert (said["from"], said["name"]) == (number, "ガイド")
        assert said["at"] == "2026-11-22T01:00:00Z"
        assert (await guest.line.hears("chat", phrase=3))["from"] == number
        assert (await guest.line.hears("emote", emote=1))["from"] == number
    # Heartbeats repeat what was said; nobody hears it again.
    await heartbeats(fair, 2)
    for guest in guests:
        assert len(guest.heard("楼門へどうぞ")) == 1
        assert len(guest.line.all("emote", emote=1)) == 1
    assert [len(guest.heard("ここだけの話")) for guest in guests] == [1, 0, 0]
    assert [len(guest.line.all("emote", emote=2)) for guest in guests] == [1, 0, 0]


async def heartbeats(fair: Fair, times: int) -> list[mirror.Glimpse]:
    """The next messages of the event's channel until each instance with heroes told so often."""
    heard: list[mirror.Glimpse] = []
    bases = frozenset({fair.base})
    async with asyncio.timeout(10):
        async for glimpse in mirror.listen(fair.first.town.redis, lambda: bases):
            heard.append(glimpse)
            told = [one.instance for one in heard]
            if all(told.count(name) >= times for name in set(told)):
                return heard
    raise AssertionError


async def test_mi3_who_leaves_is_gone_at_once_and_can_come_back(fair: Fair) -> None:
    guide, guests = await a_full_fair(fair)
    assert await guide.line.ask("leave", {}) == {"ok": True}
    for guest in guests:
        await guest.misses("ガイド")
    back = await fair.goes(guide.visitor, fair.a, role="guide")
    for guest in guests[1:]:
        number = await guest.meets("ガイド")
        await back.walks(0.5, 0)
        await guest.line.sees(number)


async def test_mi3_a_guide_whose_line_breaks_is_gone_until_they_are_back(fair: Fair) -> None:
    guide, guests = await a_full_fair(fair)
    last = guide.line.last
    guide.line.cut()
    for guest in guests:
        await guest.misses("ガイド")
    back = await guide.visitor.enter(after=last)
    assert back.first("welcome")["resumed"] is True
    for guest in guests:
        await guest.meets("ガイド")


async def test_mi3_when_a_world_dies_its_guide_is_gone_from_the_others(fair: Fair) -> None:
    _, guests = await a_full_fair(fair)
    fair.first.dies()
    await guests[1].misses("ガイド")
    assert guests[1].called("べん"), "whoever is in the other world stays"
    live = fair.second.town.server.app[LIVE]
    assert len(live.instances[fair.b].mirrored) == 0


async def test_mi2_mi3_redis_away_for_a_while_heals_and_nothing_said_is_lost(
    fair: Fair, own_redis: StoppableRedis
) -> None:
    guide, guests = await a_full_fair(fair)
    own_redis.stop()
    await guests[1].misses("ガイド")
    await guide.says(text="聞こえますか")
    assert await guests[2].line.hears("chat", text="聞こえますか"), "the same world needs no Redis"
    assert guests[2].called("ガイド")
    own_redis.start()
    number = await guests[1].meets("ガイド", seconds=20)
    assert (await guests[1].line.hears("chat", text="聞こえますか"))["from"] == number
    await guide.says(text="戻りました")
    await guests[1].line.hears("chat", text="戻りました")
    assert [one["text"] for one in guests[1].line.all("chat")] == ["聞こえますか", "戻りました"]


async def test_mi4_guides_of_two_instances_see_each_other_and_nobody_is_mirrored_back(
    fair: Fair,
) -> None:
    guide, guests = await a_full_fair(fair)
    staff = await fair.enters(fair.b, "観光課", role="staff")
    for person in (guide, *guests):
        await person.meets("観光課")
    await staff.meets("ガイド")
    told = await heartbeats(fair, 3)
    assert {one.instance: {hero.name for hero in one.heroes} for one in told} == {
        fair.a: {"ガイド"},
        fair.b: {"観光課"},
    }
    everybody = [guide, staff, *guests]
    crowds = [sorted(card["name"] for card in one.roster().values()) for one in everybody]
    assert crowds == [
        ["あいこ", "ガイド", "観光課"],
        ["べん", "ガイド", "観光課"],
        ["あいこ", "ガイド", "観光課"],
        ["べん", "ガイド", "観光課"],
        ["ちえ", "ガイド", "観光課"],
    ]


async def test_mi4_a_mirrored_avatar_takes_no_seat_and_is_in_no_list_of_those_present(
    fair: Fair,
) -> None:
    await a_full_fair(fair)
    redis = fair.first.town.redis

    async def told() -> bool:
        return [one.nickname for one in await roster.present(redis, fair.b)] == ["べん"]

    await until(told)
    assert await seats.taken(redis, fair.base) == 4
    live = fair.second.town.server.app[LIVE]
    assert [stay.guest.nickname for stay in live.instances[fair.b].stays.values()] == ["べん"]


async def test_mi4_a_guide_who_comes_over_in_person_is_there_once(fair: Fair) -> None:
    guide, guests = await a_full_fair(fair)
    mirrored = await guests[1].meets("ガイド")
    over = await fair.goes(guide.visitor, fair.b, role="guide")
    await guests[1].line.until(
        lambda: [card["id"] for card in guests[1].called("ガイド")] == [over.line.avatar]
    )
    assert over.line.avatar != mirrored
    await over.says(text="こちらにいます")
    said = await guests[1].line.hears("chat", text="こちらにいます")
    assert said["from"] == over.line.avatar
    await guests[2].line.hears("chat", text="こちらにいます")
    assert len(guests[1].heard("こちらにいます")) == 1


async def test_mi4_when_another_world_takes_over_the_guide_goes_on_and_is_never_there_twice(
    fair: Fair,
) -> None:
    guide, guests = await a_full_fair(fair)
    fair.first.dies()
    redis = fair.second.town.redis
    await leases.release(redis, instance=fair.a, world="w1")
    fair.homes[fair.a] = fair.second
    back = await fair.goes(guide.visitor, fair.a, role="guide")
    await back.says(text="つづけましょう")
    said = await guests[1].line.hears("chat", text="つづけましょう")
    assert said["from"] == await guests[1].meets("ガイド")
    await back.walks(0.6, 0)
    x = back.line.first("welcome")["pose"]["x"] + 0.6
    await guests[1].line.sees(said["from"], lambda seen: math.isclose(seen.x, x, abs_tol=0.02))
    names = [[card["name"] for card in known.values()] for known in guests[1].rosters()]
    assert max(known.count("ガイド") for known in names) == 1


async def test_mi5_an_announcement_reaches_all_instances_once(fair: Fair) -> None:
    _, guests = await a_full_fair(fair)
    assert fair.event.id is not None
    town = fair.first.town
    said = Announce(event_id=fair.event.id, text="五分後に出発", by="観光課", at=MORNING)
    await orders.send(town.redis, said)
    for guest in guests:
        await guest.line.hears("announce", text="五分後に出発")
    await orders.send(town.redis, Announce(fair.event.id, "出発します", "観光課", MORNING))
    for guest in guests:
        await guest.line.hears("announce", text="出発します")
        assert len(guest.line.all("announce")) == 2


async def test_mi5_changes_of_the_event_and_removals_reach_all_instances(fair: Fair) -> None:
    guide, guests = await a_full_fair(fair)
    assert fair.event.id is not None
    town = fair.first.town
    for guest in guests[1:]:
        await orders.send(town.redis, RemoveVisitor(fair.event.id, guest.visitor_id, "宣伝"))
        assert (await guest.line.hears("bye"))["code"] == "removed"
    again = await fair.enters(fair.c, "だいすけ")
    async with town.database.transaction() as session:
        await events.move(session, fair.event.id, to=EventState.ENDED, now=town.clock())
    await orders.send(town.redis, EventChanged(fair.event.id))
    for person in (guide, guests[0], again):
        assert (await person.line.hears("event", state="ended"))["slug"] == fair.event.slug


async def test_mi5_what_was_ordered_while_nobody_heard_is_made_up_for_in_all_instances(
    fair: Fair,
) -> None:
    _, guests = await a_full_fair(fair)
    assert fair.event.id is not None
    town = fair.first.town
    staff_id = await town.staff()
    async with town.database.transaction() as session:
        await events.remove_visitor(
            session,
            event_id=fair.event.id,
            visitor_id=guests[2].visitor_id,
            staff_id=staff_id,
            reason="宣伝",
            now=town.clock(),
        )
        await events.announce(
            session, event_id=fair.event.id, staff_id=staff_id, text="集合", now=town.clock()
        )
    await town.redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
    assert (await guests[2].line.hears("bye"))["code"] == "removed"
    for guest in guests[:2]:
        await guest.line.hears("announce", text="集合")


async def test_what_is_no_glimpse_changes_nothing_and_the_next_is_heard(fair: Fair) -> None:
    guide, guests = await a_full_fair(fair)
    channel = CHANNEL + fair.base
    for rubbish in (b"", b"\xff\x00", b"[]", b"{}", b'{"origin":"x"}', b"9" * 70_000):
        await fair.first.town.redis.publish(channel, rubbish)
    await guide.says(text="まだいます")
    await guests[1].line.hears("chat", text="まだいます")
    assert guests[1].called("ガイド")


async def test_the_public_town_is_told_to_nobody_and_events_only_while_a_hero_is_there(
    fair: Fair,
) -> None:
    redis = fair.first.town.redis
    async with redis.pubsub() as ear:
        await ear.psubscribe(CHANNEL + "*")
        assert (await ear.get_message(timeout=5))["type"] == "psubscribe"
        kenji = await Visitor.arrives(fair.first.town, "けんじ")
        line = await kenji.enter()
        assert await line.ask("chat", {"phrase": 1}) == {"ok": True}
        guest = await fair.enters(fair.a, "あいこ")
        await guest.says(text="だれかいますか")
        await fair.enters(fair.b, "ガイド", role="guide")
        message = await ear.get_message(timeout=5)
        while message is None:
            message = await ear.get_message(timeout=5)
        told = mirror.decode(message["data"])
        assert told.instance == fair.b, "nothing was told before the guide came"
        await kenji.close()


async def test_ga1_ga2_a_guide_calls_the_people_of_every_instance_together(fair: Fair) -> None:
    guide, guests = await a_full_fair(fair)
    assert await guide.line.ask("gather", {}) == {"ok": True}
    for guest in guests:
        told = await guest.line.hears("gather")
        assert told["name"] == "ガイド"
        assert told["from"] == await guest.meets("ガイド")
    refused = await guests[0].line.ask("gather", {})
    assert refused == {"code": "not-allowed", "retryable": False, "details": {}}
    assert (await guide.line.ask("gather", []))["details"] == {"field": "gather"}
    assert [len(guest.line.all("gather")) for guest in guests] == [1, 1, 1]
