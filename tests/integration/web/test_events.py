"""Events over HTTP: what visitors may see of them, and nothing of drafts."""

from datetime import timedelta

import pytest
from fixed_time import MORNING
from web_town import Browser, Town

from world_server.presence import seats
from world_server.store.tables.event import EventState


async def test_upcoming_events_are_listed_with_times_in_utc_and_seats_taken(
    browser: Browser, town: Town
) -> None:
    event = await town.event(capacity=3)
    base, room = f"event-{event.slug}", seats.Room(capacity=3, per_instance=1)
    for visitor_id in ("a", "b", "c", "d"):
        await seats.wait(town.redis, base=base, visitor_id=visitor_id, room=room)
    (listed,) = (await browser.get("/api/events")).body["events"]
    assert listed == {
        "slug": event.slug,
        "title": "酒蔵通りを歩く",
        "place": "sakagura",
        "starts_at": "2026-11-22T02:00:00Z",
        "ends_at": "2026-11-22T03:00:00Z",
        "state": "open",
        "capacity": 3,
        "taken": 3,
        "waiting": 1,
        "languages": ["ja", "en"],
        "rule": {"kind": "share", "value": 60},
    }
    assert (await browser.get(f"/api/events/{event.slug}")).body == {"event": listed}


async def test_only_what_one_may_look_forward_to_is_listed(browser: Browser, town: Town) -> None:
    shown = [await town.event(state=EventState.PUBLISHED), await town.event(state=EventState.OPEN)]
    for state in (EventState.DRAFT, EventState.ENDED, EventState.CANCELLED):
        await town.event(state=state)
    listed = (await browser.get("/api/events")).body["events"]
    assert {one["slug"] for one in listed} == {one.slug for one in shown}
    town.clock.now = MORNING + timedelta(days=1)
    listed = (await browser.get("/api/events")).body["events"]
    assert [one["state"] for one in listed] == ["open"]


@pytest.mark.parametrize("state", [EventState.ENDED, EventState.CANCELLED])
async def test_an_old_link_still_tells_what_became_of_the_event(
    browser: Browser, town: Town, state: EventState
) -> None:
    event = await town.event(state=state)
    told = await browser.get(f"/api/events/{event.slug}")
    assert told.body["event"]["state"] == state


async def test_a_draft_cannot_be_told_from_an_event_that_never_was(
    browser: Browser, town: Town
) -> None:
    draft = await town.event(state=EventState.DRAFT)
    answers = [await browser.get(f"/api/events/{slug}") for slug in (draft.slug, "0000000000")]
    assert answers[0].status == answers[1].status == 404
    assert answers[0].body == answers[1].body
    assert answers[0].body["error"]["details"] == {"what": "event"}


@pytest.mark.parametrize("slug", ["'%20OR%20'1'='1", "%00", "..%2f..%2fetc", "a" * 5000, "%F0%9F"])
async def test_a_hostile_link_is_just_not_found(browser: Browser, slug: str) -> None:
    assert (await browser.get(f"/api/events/{slug}")).status == 404


async def test_a_town_without_events_lists_none(browser: Browser) -> None:
    assert (await browser.get("/api/events")).body == {"events": []}


async def test_no_cache_keeps_an_answer_about_this_moment(browser: Browser) -> None:
    answer = await browser.get("/api/events")
    assert answer.raw.headers["Cache-Control"] == "no-store"
