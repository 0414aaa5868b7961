"""Rate limits by the caller's real address and by visitor, through proxies we trust or not."""

from ipaddress import ip_network

import pytest
from web_town import AIKO, Browser, Town

from world_server.settings import WorldSettings


@pytest.mark.parametrize(
    ("bucket", "asked", "body"),
    [
        ("arrivals", "POST /api/passport", AIKO),
        ("reads", "GET /api/passport", None),
        ("reads", "PATCH /api/passport", {"look": 1}),
        ("changes", "PATCH /api/passport", {"look": 1}),
        ("reads", "DELETE /api/passport", None),
        ("reads", "GET /api/events", None),
        ("reads", "GET /api/events/x", None),
        ("joins", "POST /api/join", {"event": None}),
        ("visitor-joins", "POST /api/join", {"event": None}),
        ("line", "POST /api/join", {"event": None, "wait": True}),
        ("visitor-line", "POST /api/join", {"event": None, "wait": True}),
        ("line", "POST /api/leave", {"event": None}),
        ("visitor-line", "POST /api/leave", {"event": None}),
    ],
)
async def test_whoever_asks_too_often_is_told_how_long_to_wait(
    browser: Browser, town: Town, bucket: str, asked: str, body: object
) -> None:
    await browser.arrive()
    await browser.get("/api/events")
    await browser.post("/api/join", {"event": None})
    await browser.post("/api/join", {"event": None, "wait": True})
    await browser.ask("PATCH", "/api/passport", json={"look": 2})
    await town.empty_bucket(bucket)
    refused = await browser.ask(*asked.split(), json=body)
    assert (refused.status, refused.code) == (429, "too-many")
    seconds = refused.body["error"]["details"]["seconds"]
    assert seconds > 1
    assert refused.raw.headers["Retry-After"] == str(seconds)
    assert refused.body["error"]["retryable"]


async def test_a_hall_of_people_behind_one_address_comes_in_at_once(town: Town) -> None:
    for _ in range(60):
        assert (await (await town.browser()).arrive()).status == 201


async def test_nobody_may_flood_the_town_with_arrivals(town: Town) -> None:
    browser = await town.browser()
    statuses = [(await browser.arrive(remember=False)).status for _ in range(150)]
    assert statuses[:100] == [201] * 100
    assert statuses[-1] == 429


async def test_a_made_up_address_does_not_help(browser: Browser, town: Town) -> None:
    await browser.get("/api/events")
    await town.empty_bucket("reads")
    refused = await browser.get("/api/events", headers={"X-Forwarded-For": "198.51.100.7"})
    assert refused.status == 429


class TestBehindAProxy:
    """A world whose proxy (here: the test's own address) is trusted."""

    @pytest.fixture
    def settings(self, settings: WorldSettings) -> WorldSettings:
        return settings.model_copy(update={"trusted_proxies": (ip_network("127.0.0.0/8"),)})

    async def test_each_real_address_has_its_own_bucket(self, town: Town) -> None:
        busy = await town.browser(**{"X-Forwarded-For": "203.0.113.9"})
        calm = await town.browser(**{"X-Forwarded-For": "203.0.113.10"})
        await busy.get("/api/events")
        await town.empty_bucket("reads")
        assert (await busy.get("/api/events")).status == 429
        assert (await calm.get("/api/events")).status == 200

    async def test_what_the_caller_wrote_in_front_does_not_help(self, town: Town) -> None:
        busy = await town.browser(**{"X-Forwarded-For": "1.1.1.1, 203.0.113.9"})
        await busy.get("/api/events")
        await town.empty_bucket("reads")
        forged = await town.browser(**{"X-Forwarded-For": "2.2.2.2, 203.0.113.9"})
        assert (await forged.get("/api/events")).status == 429


async def test_redis_holds_no_address_of_a_caller(browser: Browser, town: Town) -> None:
    await browser.get("/api/events")
    keys = await town.redis.keys("*")
    assert keys
    assert not [key for key in keys if b"127.0.0.1" in key]
