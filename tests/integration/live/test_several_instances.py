"""An event larger than one instance, and the guide and staff who come into a full one."""

import pytest
from live_visitors import Arrive, Visitor
from patience import until
from web_town import Town

from world_server.entries import GUIDE, issue, new_entry
from world_server.live.mount import LIVE
from world_server.live.orders_in import carry_out
from world_server.presence import roster, seats
from world_server.presence.orders import Announce, EventChanged, RemoveVisitor
from world_server.settings import WorldSettings
from world_server.store import events
from world_server.store.tables.event import Event, EventState


@pytest.fixture
def settings(settings: WorldSettings) -> WorldSettings:
    return settings.model_copy(update={"instance_capacity": 1})


def entry(town: Town, event: Event) -> str:
    made = new_entry(staff_id=1, event_id=event.id or 0, role=GUIDE)
    return issue(town.settings.secret.get_secret_value(), made, now=town.clock())


async def guide_joins(guide: Visitor, event: Event, token: str) -> None:
    answer = await guide.browser.post("/api/join", {"event": event.slug, "entry": token})
    assert answer.status == 200, answer.body
    guide.ticket, guide.path = answer.body["ticket"], answer.body["path"]


async def test_each_instance_is_its_own_town_and_staff_reach_all_of_them(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event(capacity=2)
    assert event.id is not None
    name = f"event-{event.slug}"
    aiko, ben = await arrive("あいこ"), await arrive("ベン")
    first, second = await aiko.enter(event=event.slug), await ben.enter(event=event.slug)
    assert first.first("welcome")["instance"] == name
    assert second.first("welcome")["instance"] == f"{name}.2"
    assert second.first("welcome")["event"]["slug"] == event.slug
    live = town.server.app[LIVE]
    assert {instance.name for instance in live.of_event(event.id)} == {name, f"{name}.2"}

    assert await first.ask("chat", {"phrase": 1}) == {"ok": True}
    await carry_out(
        live, Announce(event_id=event.id, text="集合です", by="観光課", at=town.clock())
    )
    for line in (first, second):
        assert (await line.hears("announce"))["text"] == "集合です"
    assert first.all("chat") != []
    assert second.all("chat") == []

    (ben_id,) = live.instances[f"{name}.2"].stays
    await carry_out(live, RemoveVisitor(event_id=event.id, visitor_id=ben_id, reason="宣伝"))
    assert (await second.hears("bye"))["code"] == "removed"
    assert first.all("bye") == []

    async with town.database.transaction() as session:
        await events.move(session, event.id, to=EventState.ENDED, now=town.clock())
    await carry_out(live, EventChanged(event.id))
    assert (await first.hears("event"))["state"] == "ended"


async def test_redis_is_told_of_each_instance_by_its_name(arrive: Arrive, town: Town) -> None:
    event = await town.event(capacity=2)
    name = f"event-{event.slug}"
    for nickname in ("あいこ", "ベン"):
        await (await arrive(nickname)).enter(event=event.slug)

    async def is_told() -> bool:
        counts = await roster.counts(town.redis, [name, f"{name}.2"])
        return counts == {name: 1, f"{name}.2": 1}

    await until(is_told)
    assert await seats.occupancy(town.redis, name) == seats.Occupancy(
        taken=2, waiting=0, instances=(name, f"{name}.2")
    )


async def test_a_guide_stands_in_the_first_instance_and_is_seen_as_one(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event(capacity=2)
    aiko, ben, guide = await arrive("あいこ"), await arrive("ベン"), await arrive("ガイドの花")
    line = await aiko.enter(event=event.slug)
    await ben.enter(event=event.slug)
    await guide_joins(guide, event, entry(town, event))
    inside = await guide.enter()
    assert inside.first("welcome")["instance"] == f"event-{event.slug}"
    own = {card["id"]: card for card in inside.first("welcome")["avatars"]}[inside.avatar]
    assert (own["name"], own["role"]) == ("ガイドの花", "guide")

    def came() -> list[dict[str, object]]:
        return [card for news in line.all("avatars") for card in news["came"]]

    await line.until(lambda: any(card["id"] == inside.avatar for card in came()))
    (card,) = [card for card in came() if card["id"] == inside.avatar]
    assert (card["name"], card["role"]) == ("ガイドの花", "guide")


async def test_a_visitor_who_comes_back_as_guide_is_seen_as_one(arrive: Arrive, town: Town) -> None:
    event = await town.event(capacity=2)
    aiko, hana = await arrive("あいこ"), await arrive("花")
    line = await aiko.enter(event=event.slug)
    before = await hana.enter(event=event.slug)
    assert before.first("welcome")["instance"] == f"event-{event.slug}.2"
    await guide_joins(hana, event, entry(town, event))
    after = await hana.enter()
    assert (await before.hears("bye"))["code"] == "another-tab"
    assert after.first("welcome")["instance"] == f"event-{event.slug}"
    await line.until(
        lambda: any(
            card["role"] == "guide" for news in line.all("avatars") for card in news["came"]
        )
    )

    async def is_counted_once() -> bool:
        return await seats.taken(town.redis, f"event-{event.slug}") == 2

    await until(is_counted_once)


async def test_who_was_removed_gets_nowhere_with_the_guide_s_old_ticket(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    assert event.id is not None
    guide = await arrive("花")
    await guide_joins(guide, event, entry(town, event))
    line = await guide.enter()
    live = town.server.app[LIVE]
    (visitor_id,) = live.of_event(event.id)[0].stays
    async with town.database.transaction() as session:
        await events.remove_visitor(
            session,
            event_id=event.id,
            visitor_id=visitor_id,
            staff_id=await town.staff(),
            reason="交代",
            now=town.clock(),
        )
    await carry_out(live, RemoveVisitor(event_id=event.id, visitor_id=visitor_id, reason="交代"))
    assert (await line.hears("bye"))["code"] == "removed"
    again = await guide.dial({"ticket": guide.ticket, "protocol": 1, "lane": "compact"})
    refused = await again.until(lambda: again.refused)
    assert refused["message"] in {"removed", "ticket-refused"}
