"""What machines ask: health in plain facts, and meters for who has the token."""

import pytest
from stoppable_redis import StoppableRedis
from web_town import Browser, Town

from world_server.keys import BEAT_AGE
from world_server.settings import WorldSettings

TOKEN = {"Authorization": "Bearer metrics-token"}


async def test_a_town_that_is_well_says_so(browser: Browser) -> None:
    health = await browser.get("/healthz")
    assert health.status == 200
    assert health.body["world"] == "w1"
    assert health.body["database"]
    assert health.body["redis"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "metrics-token"},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer metrics-toke"},
        {"Authorization": "Bearer metrics-token2"},
        {"Authorization": "bearer metrics-token"},
        {"Authorization": "Bearer \u3042"},
    ],
)
async def test_meters_need_the_token(browser: Browser, headers: dict[str, str]) -> None:
    refused = await browser.get("/metrics", headers=headers)
    assert (refused.status, refused.code) == (401, "not-signed-in")


async def test_meters_count_answers_by_pattern_and_never_by_address(
    browser: Browser,
) -> None:
    await browser.get("/api/events/a-private-slug")
    await browser.get("/a-private-path")
    meters = (await browser.get("/metrics", headers=TOKEN)).body.decode()
    assert (
        'kashima_http_answers_total{method="GET",route="/api/events/{slug}",status="404"} 1.0'
        in meters
    )
    assert 'route="none",status="404"' in meters
    assert "private" not in meters


class TestWithoutAToken:
    """A world whose operator set no token."""

    @pytest.fixture
    def settings(self, settings: WorldSettings) -> WorldSettings:
        return settings.model_copy(update={"metrics_token": None})

    async def test_there_are_no_meters(self, browser: Browser) -> None:
        assert (await browser.get("/metrics", headers=TOKEN)).status == 404
        assert (await browser.get("/metrics", headers={"Authorization": "Bearer "})).status == 404


class TestUnwell:
    """A world whose Redis can be stopped."""

    @pytest.fixture
    def settings(self, settings: WorldSettings, own_redis: StoppableRedis) -> WorldSettings:
        from pydantic import SecretStr

        return settings.model_copy(update={"redis_url": SecretStr(own_redis.url)})

    async def test_a_town_without_redis_says_so(
        self, browser: Browser, own_redis: StoppableRedis
    ) -> None:
        own_redis.stop()
        health = await browser.get("/healthz")
        assert health.status == 503
        assert (health.body["database"], health.body["redis"]) == (True, False)
        own_redis.start()
        assert (await browser.get("/healthz")).status == 200


async def test_a_town_whose_beat_has_stopped_is_not_well(browser: Browser, town: Town) -> None:
    age = town.server.app[BEAT_AGE]
    town.server.app._state[BEAT_AGE] = lambda: 2.5
    health = await browser.get("/healthz")
    assert (health.status, health.body["beat_age_ms"]) == (503, 2500)
    town.server.app._state[BEAT_AGE] = age
