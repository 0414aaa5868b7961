"""The guide's and the staff's entrance: past a full line, and past nobody else's rules."""

from datetime import timedelta

import pytest
from web_town import Answer, Browser, Town

from world_server.entries import GUIDE, STAFF, issue, new_entry
from world_server.presence import seats
from world_server.store import events
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import Staff
from world_server.tickets import read


def entry(town: Town, event: Event, *, role: str = GUIDE, staff_id: int = 1) -> str:
    secret = town.settings.secret.get_secret_value()
    made = new_entry(staff_id=staff_id, event_id=event.id or 0, role=role)
    return issue(secret, made, now=town.clock())


async def join(browser: Browser, event: Event | None, token: str | None) -> Answer:
    wish = {"event": None if event is None else event.slug, "entry": token}
    return await browser.post("/api/join", wish)


async def newcomer(town: Town) -> Browser:
    browser = await town.browser()
    assert (await browser.arrive()).status == 201
    return browser


def rule(refused: Answer) -> str:
    assert (refused.status, refused.code) == (403, "entry-refused")
    assert not refused.body["error"]["retryable"]
    return str(refused.body["error"]["details"]["rule"])


@pytest.mark.parametrize("role", [GUIDE, STAFF])
async def test_a_guide_comes_into_a_full_event_and_is_counted(town: Town, role: str) -> None:
    event = await town.event(capacity=1)
    await join(await newcomer(town), event, None)
    admitted = await join(await newcomer(town), event, entry(town, event, role=role))
    assert admitted.status == 200
    assert admitted.body["role"] == role
    assert admitted.body["instance"] == f"event-{event.slug}"
    assert admitted.body["event"]["taken"] == 2
    claims = read(
        town.settings.secret.get_secret_value(), admitted.body["ticket"], now=town.clock()
    )
    assert claims.role == role
    assert await seats.confirm(
        town.redis, instance=claims.instance, visitor_id=claims.visitor_id, seat=claims.seat
    )


async def test_a_guide_overtakes_the_line_and_the_line_stays(town: Town) -> None:
    event = await town.event(capacity=1)
    await join(await newcomer(town), event, None)
    waiting = await newcomer(town)
    await waiting.post("/api/join", {"event": event.slug, "wait": True})
    guide = await newcomer(town)
    assert (await join(guide, event, entry(town, event))).status == 200
    again = await waiting.post("/api/join", {"event": event.slug, "wait": True})
    assert again.body["place_in_line"] == 1


async def test_a_guide_may_come_back_by_the_same_link(town: Town) -> None:
    event = await town.event()
    guide, token = await newcomer(town), entry(town, event)
    for _ in range(2):
        assert (await join(guide, event, token)).body["role"] == GUIDE


async def test_a_copy_of_the_link_lets_nobody_else_in(town: Town) -> None:
    event = await town.event()
    token = entry(town, event)
    assert (await join(await newcomer(town), event, token)).status == 200
    assert rule(await join(await newcomer(town), event, token)) == "other-visitor"
    assert (await seats.occupancy(town.redis, f"event-{event.slug}")).taken == 1


async def test_a_guide_who_comes_without_the_link_is_a_visitor_again(town: Town) -> None:
    event = await town.event()
    guide = await newcomer(town)
    await join(guide, event, entry(town, event))
    assert (await join(guide, event, None)).body["role"] == "visitor"


async def test_an_entry_opens_no_other_event_and_not_the_town(town: Town) -> None:
    event, other = await town.event(), await town.event()
    guide, token = await newcomer(town), entry(town, event)
    assert rule(await join(guide, other, token)) == "other-event"
    assert rule(await join(guide, None, token)) == "other-event"


async def test_an_entry_lasts_twelve_hours(town: Town) -> None:
    event = await town.event()
    guide, token = await newcomer(town), entry(town, event)
    town.clock.advance(hours=12, seconds=1)
    assert rule(await join(guide, event, token)) == "expired"


@pytest.mark.parametrize("token", ["", "x", "a.b", "é" * 10])
async def test_made_up_entries_are_refused_in_the_person_s_language(town: Town, token: str) -> None:
    event = await town.event()
    refused = await (await newcomer(town)).post(
        "/api/join",
        {"event": event.slug, "entry": token},
        headers={"Accept-Language": "en"},
    )
    assert rule(refused) == "forged"
    assert "staff entrance" in refused.body["error"]["message"]


async def test_an_entry_signed_by_somebody_else_is_refused(town: Town) -> None:
    event = await town.event()
    made = new_entry(staff_id=1, event_id=event.id or 0, role=GUIDE)
    token = issue("another secret of some length...", made, now=town.clock())
    assert rule(await join(await newcomer(town), event, token)) == "forged"


async def test_a_ticket_is_no_entry(town: Town) -> None:
    event = await town.event()
    visitor = await newcomer(town)
    ticket = (await join(visitor, event, None)).body["ticket"]
    assert rule(await join(visitor, event, ticket)) == "forged"


async def test_whoever_left_the_staff_leaves_no_open_entrances(town: Town) -> None:
    event = await town.event()
    token = entry(town, event)
    async with town.database.transaction() as session:
        maker = await session.get(Staff, 1)
        assert maker is not None
        maker.disabled_at = town.clock()
        session.add(maker)
    assert rule(await join(await newcomer(town), event, token)) == "withdrawn"
    unknown = entry(town, event, staff_id=99)
    assert rule(await join(await newcomer(town), event, unknown)) == "withdrawn"


async def test_an_entry_opens_no_closed_doors(town: Town) -> None:
    event = await town.event(state=EventState.PUBLISHED)
    assert (await join(await newcomer(town), event, entry(town, event))).code == "event-not-open"


async def test_who_was_removed_does_not_come_back_through_the_staff_entrance(town: Town) -> None:
    event = await town.event()
    guide, token = await newcomer(town), entry(town, event)
    assert (await join(guide, event, token)).status == 200
    cookie = guide.client.session.cookie_jar.filter_cookies(town.server.make_url("/"))
    async with town.database.transaction() as session:
        await events.remove_visitor(
            session,
            event_id=event.id or 0,
            visitor_id=cookie["passport"].value.partition(".")[0],
            staff_id=1,
            reason="練習は終わり",
            now=town.clock() + timedelta(seconds=1),
        )
    assert (await join(guide, event, token)).code == "removed"
    assert (await join(guide, event, entry(town, event))).code == "removed"
    assert (await seats.occupancy(town.redis, f"event-{event.slug}")).taken == 0
