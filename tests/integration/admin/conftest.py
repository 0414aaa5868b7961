"""The staff pages, running, for every test about them."""

import shutil
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import MORNING, ManualClock
from playwright.async_api import Browser as Chromium
from playwright.async_api import async_playwright
from staff_desk import FLAGS, NAMES
from staff_site import Site

from admin.app import build_app
from admin.settings import AdminSettings
from world_server.presence.connection import connect
from world_server.store.database import Database


@pytest.fixture
def clock() -> ManualClock:
    """Ten in the morning in Kashima."""
    return ManualClock(MORNING)


@pytest.fixture
def settings(database_url: str, redis_url: str) -> AdminSettings:
    """Settings of the staff pages for one test."""
    return AdminSettings(
        database_url=database_url,
        redis_url=redis_url,
        secret="a secret of thirty-two characters",
        public_url="https://kashima.example",
        admin_url="http://127.0.0.1",
    )


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """SQLite, but where a test asks for both databases."""
    return sqlite_url


@pytest.fixture
async def site(settings: AdminSettings, clock: ManualClock) -> AsyncIterator[Site]:
    """The staff pages, running."""
    server = TestServer(build_app(settings, clock=clock))
    await server.start_server()
    found = Site(
        server=server,
        settings=settings,
        database=Database(settings.database_url.get_secret_value()),
        redis=connect(settings.redis_url.get_secret_value()),
        clock=clock,
    )
    yield found
    for browser in found.browsers:
        await browser.client.session.close()
    await server.close()
    await found.redis.aclose()
    await found.database.close()


@pytest.fixture
async def chromium() -> AsyncIterator[Chromium]:
    """Chromium of this machine, else the one Playwright fetched."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        await browser.close()
