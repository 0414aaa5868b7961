"""Others' recent stamps over HTTP: counts without names, cached for a minute, limited."""

from datetime import timedelta
from http import HTTPStatus

from fixed_time import MORNING
from store_people import a_visitor
from web_town import Browser, Town

from world_server.store import stamps
from world_server.store.stamps import Reached
from world_server.web.felt import FRESH_SECONDS

PATH = "/api/stamps/recent"


async def reach(town: Town, place: str) -> None:
    """Another visitor wins the stamp of that place now."""
    visitor_id = await a_visitor(town.database)
    async with town.database.transaction() as session:
        await stamps.keep(session, [(visitor_id, Reached(place, town.clock.now))])


async def test_stamps_are_felt_without_a_passport_and_without_names(
    browser: Browser, town: Town
) -> None:
    for _ in range(3):
        await reach(town, "romon")
    answer = await browser.get(PATH)
    assert answer.body == {"hours": 24, "places": [{"place": "romon", "at_least": 1}]}
    assert answer.raw.headers["Cache-Control"] == "public, max-age=60"


async def test_counts_are_a_minute_old_at_most_and_not_younger_for_who_insists(
    browser: Browser, town: Town
) -> None:
    assert (await browser.get(PATH)).body["places"] == []
    await reach(town, "thatch")
    town.clock.advance(seconds=FRESH_SECONDS - 1)
    assert (await browser.get(PATH)).body["places"] == []
    town.clock.advance(seconds=1)
    assert (await browser.get(PATH)).body["places"] == [{"place": "thatch", "at_least": 1}]
    town.clock.now = MORNING + timedelta(hours=25)
    assert (await browser.get(PATH)).body["places"] == []


async def test_who_asks_without_end_is_told_to_wait(browser: Browser, town: Town) -> None:
    assert (await browser.get(PATH)).status == HTTPStatus.OK
    await town.empty_bucket("reads")
    refused = await browser.get(PATH)
    assert (refused.status, refused.code) == (HTTPStatus.TOO_MANY_REQUESTS, "too-many")
