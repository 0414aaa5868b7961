"""What staff make in one process, visitors use in another: a sheet, a screen and a word."""

import re
from collections.abc import AsyncIterator, Callable
from html import unescape
from typing import Any

import pytest
from aiohttp import DummyCookieJar
from aiohttp.test_utils import TestClient, TestServer
from fixed_time import MORNING
from staff_site import Site

from world_server.app import build_app
from world_server.settings import WorldSettings
from world_server.store.tables.staff import StaffRole

LINK = re.compile(r'href="https://kashima\.example/screen/#([^"]+)"')
SLIP = re.compile(r'<p class="slip-typed" lang="en">(.+)</p>')
HOURS = {"opens_at": "2026-11-22T10:00", "closes_at": "2026-11-22T12:00", "cap": "5"}
ARRIVAL = {"nickname": "あいこ", "look": 7, "language": "ja", "remember": True}


class Phone:
    """A visitor's phone in the town, which is asked over http and believes itself on https."""

    def __init__(self, client: "TestClient[Any, Any]") -> None:
        self.client = client
        self.passport = ""

    async def ask(self, path: str, body: object) -> dict[str, Any]:
        """Send it and read what the town says; anything but well is a failure."""
        headers = {"Cookie": f"passport={self.passport}"}
        async with self.client.post(path, json=body, headers=headers) as answer:
            told: dict[str, Any] = await answer.json()
            assert answer.ok, told
            if "passport" in answer.cookies:
                self.passport = answer.cookies["passport"].value
            return told


@pytest.fixture
async def world(site: Site) -> AsyncIterator[TestServer]:
    """A world beside the staff pages: the same database, Redis and secret, another application."""
    shared = site.settings
    settings = WorldSettings.model_validate(
        {
            "database_url": shared.database_url,
            "redis_url": shared.redis_url,
            "secret": shared.secret,
            "public_url": shared.public_url,
        }
    )
    server = TestServer(build_app(settings, clock=site.clock))
    await server.start_server()
    yield server
    await server.close()


Phones = Callable[[], Phone]


@pytest.fixture
async def phones(world: TestServer) -> AsyncIterator[Phones]:
    """Phones nobody has used yet."""
    clients: list[TestClient[Any, Any]] = []

    def new() -> Phone:
        clients.append(TestClient(world, cookie_jar=DummyCookieJar()))
        return Phone(clients[-1])

    yield new
    for client in clients:
        await client.session.close()


async def test_a_sheet_a_screen_and_a_word_work_in_the_town(site: Site, phones: Phones) -> None:
    event = await site.event()
    host = await site.signed_in(StaffRole.HOST)
    path = f"/staff/events/{event.id}/claims"
    await host.get(path)
    sheet = await host.post(f"{path}/one-time", HOURS)
    screen = await host.post(f"{path}/rotating", HOURS)
    await host.post(f"{path}/word", {"word": "ムツゴロウ 83951", "minutes": "15", "cap": "5"})
    printed = re.sub(r"<[^>]+>", "", SLIP.findall(sheet.text)[0])
    found = LINK.search(screen.text)
    assert found is not None
    tablet = phones()
    shown = await tablet.ask("/api/claims/screen", {"screen": unescape(found.group(1))})
    link = shown["codes"][0]["link"]
    address, _, rotating = link.partition("#")
    assert address == f"{site.settings.public_url}/c/"
    sources = []
    for route, body in (
        ("/api/claims", {"code": printed}),
        ("/api/claims", {"code": rotating}),
        ("/api/claims/word", {"event": event.slug, "word": "むつごろう83951"}),
    ):
        visitor = phones()
        await visitor.ask("/api/passport", ARRIVAL)
        received = await visitor.ask(route, body)
        assert received["is_new"]
        sources.append(received["badge"]["title"])
    assert sources == [event.title] * 3
    page = await host.get(path)
    assert page.words.count("1 / 5人") == 3


async def test_a_withdrawn_screen_goes_dark_in_the_town(site: Site, phones: Phones) -> None:
    host = await site.signed_in(StaffRole.HOST)
    await host.get("/staff/counters")
    counter = {"spot": "michinoeki", "label": "道の駅鹿島", **HOURS}
    screen = await host.post("/staff/counters/rotating", counter)
    found = LINK.search(screen.text)
    assert found is not None
    token = {"screen": unescape(found.group(1))}
    tablet = phones()
    assert (await tablet.ask("/api/claims/screen", token))["label"] == "道の駅鹿島"
    assert site.clock() == MORNING
    await host.post("/staff/claims/1/withdraw", {})
    async with tablet.client.post("/api/claims/screen", json=token) as answer:
        told = await answer.json()
        assert told["error"]["details"] == {"rule": "withdrawn"}
