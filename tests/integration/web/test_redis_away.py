"""Redis stopping while visitors are in the middle of things: refusals to try again, no crash."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from patience import until
from pydantic import SecretStr
from stoppable_redis import StoppableRedis
from web_town import AIKO, Browser, Town

from world_server.settings import WorldSettings

ASKED = {
    "GET /api/passport": None,
    "POST /api/passport": AIKO,
    "PATCH /api/passport": {"look": 9},
    "DELETE /api/passport": None,
    "GET /api/events": None,
    "GET /api/events/x": None,
    "POST /api/join": {"event": None},
    "POST /api/leave": {"event": None},
}


@pytest.fixture
def settings(settings: WorldSettings, own_redis: StoppableRedis) -> WorldSettings:
    return settings.model_copy(update={"redis_url": SecretStr(own_redis.url)})


@pytest.mark.parametrize("asked", ASKED)
async def test_everything_says_try_again_and_works_again_afterwards(
    browser: Browser, own_redis: StoppableRedis, asked: str
) -> None:
    method, path = asked.split()
    await browser.arrive()
    own_redis.stop()
    refused = await browser.ask(method, path, json=ASKED[asked])
    assert (refused.status, refused.code) == (503, "unavailable")
    assert refused.body["error"]["retryable"]
    assert refused.raw.headers["Retry-After"] == "5"
    own_redis.start()
    assert (await browser.ask(method, path, json=ASKED[asked])).status < 500


async def test_the_pages_and_files_need_no_redis(
    browser: Browser, own_redis: StoppableRedis
) -> None:
    own_redis.stop()
    for path in (
        "/",
        "/e/x",
        "/assets/main-AbC123.js",
        "/privacy",
        "/api/openapi.json",
        "/api/asyncapi.json",
    ):
        assert (await browser.get(path)).status == 200


async def test_who_stands_in_line_is_told_to_try_again_and_the_line_forms_anew(
    town: Town, own_redis: StoppableRedis
) -> None:
    event = await town.event(capacity=1)
    inside, waiting = await town.browser(), await town.browser()
    for one in (inside, waiting):
        await one.arrive()
    wish = {"event": event.slug, "wait": True}
    assert (await inside.post("/api/join", wish)).status == 200
    assert (await waiting.post("/api/join", wish)).status == 202
    own_redis.stop()
    refused = await waiting.post("/api/join", wish)
    assert (refused.status, refused.code) == (503, "unavailable")
    assert refused.body["error"]["retryable"]
    own_redis.start()
    assert (await inside.post("/api/join", wish)).status == 200
    assert (await waiting.post("/api/join", wish)).body["place_in_line"] == 1


async def test_a_storm_while_redis_dies_ends_in_seats_or_refusals_and_never_too_many(
    town: Town, own_redis: StoppableRedis
) -> None:
    event = await town.event(capacity=20)
    browsers = [await town.browser() for _ in range(50)]
    for browser in browsers:
        assert (await browser.arrive()).status == 201
    storm = asyncio.gather(
        *(browser.post("/api/join", {"event": event.slug}) for browser in browsers)
    )
    await asyncio.sleep(0)
    own_redis.stop()
    outcomes = await storm
    assert {one.status for one in outcomes} <= {200, 409, 503}
    assert [one.status for one in outcomes].count(200) <= 20
    own_redis.start()
    assert (await browsers[0].post("/api/join", {"event": event.slug})).status == 200


class TestAFrozenRedis:
    """A Redis that keeps its connections and answers nothing."""

    @pytest.fixture(autouse=True)
    def _short_patience(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("world_server.presence.connection.ANSWER_SECONDS", 0.5)

    @pytest.fixture
    async def town(
        self, _short_patience: None, town: Town, own_redis: StoppableRedis
    ) -> AsyncIterator[Town]:
        yield town
        own_redis.thaw()

    async def test_nobody_waits_longer_than_the_deadline(
        self, browser: Browser, own_redis: StoppableRedis
    ) -> None:
        await browser.get("/api/events")
        own_redis.freeze()
        async with asyncio.timeout(12):
            answers = await asyncio.gather(*(browser.get("/api/events") for _ in range(100)))
        assert {one.status for one in answers} == {503}
        own_redis.thaw()

        async def is_back() -> bool:
            return (await browser.get("/api/events")).status == 200

        await until(is_back)


class TestTheDatabaseAway:
    """A world whose SQLite file cannot be opened any more."""

    async def test_it_says_try_again(self, browser: Browser, town: Town, tmp_path: Path) -> None:
        await browser.arrive()
        await town.database.close()
        path = tmp_path / "kashima.db"
        path.rename(tmp_path / "moved.db")
        path.mkdir()
        refused = await browser.get("/api/passport")
        assert (refused.status, refused.code) == (503, "unavailable")
        health = await browser.get("/healthz")
        assert (health.status, health.body["database"]) == (503, False)
        path.rmdir()
        (tmp_path / "moved.db").rename(path)
        assert (await browser.get("/api/passport")).status == 200
