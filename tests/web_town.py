"""A real world over HTTP, and browsers whose every answer is held to the OpenAPI document."""

import gzip
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aiohttp import ClientResponse, CookieJar
from aiohttp.test_utils import TestClient, TestServer
from fixed_time import MORNING, ManualClock
from openapi_witness import Witness

from world_server.keys import DATABASE, REDIS
from world_server.settings import WorldSettings
from world_server.store import events
from world_server.store.database import Database
from world_server.store.rules import EventPlan
from world_server.store.tables.event import Event, EventState, RuleKind
from world_server.store.tables.staff import Staff, StaffRole
from world_server.web import people
from world_server.web.openapi import document
from world_server.web.own_operations import OWN_OPERATIONS

DOCUMENT = document((*OWN_OPERATIONS, *people.OPERATIONS))
AIKO = {"nickname": "あいこ", "look": 7, "language": "ja", "remember": True}

SCRIPT = b"export const town = 'kashima'\n" * 40
CLIENT_FILES = {
    "index.html": b'<!doctype html>\n<html lang="ja">'
    b"<!--card--><title>town</title><!--/card--><div></div></html>",
    "cards/town.jpg": b"a picture of the town",
    "cards/honden.jpg": b"a picture of the main hall",
    "claim.html": b"<!doctype html><title>claim</title>",
    "screen.html": b"<!doctype html><title>screen</title>",
    "icon.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/main-AbC123.js": SCRIPT,
    "assets/main-AbC123.js.br": b"brotli bytes",
    "assets/main-AbC123.js.gz": gzip.compress(SCRIPT),
    "assets/sub/town-x.glb": b"glTF",
}


@dataclass
class Answer:
    """One answer, read to its end."""

    status: int
    body: Any
    raw: ClientResponse

    @property
    def code(self) -> str:
        """The stable code of a refusal."""
        return str(self.body["error"]["code"])


@dataclass
class Browser:
    """One visitor's browser: its own cookies, and a witness of everything it is answered."""

    client: "TestClient[Any, Any]"
    witness: Witness

    async def ask(self, method: str, path: str, **how: Any) -> Answer:
        """Send a request as a program of our own pages does."""
        raw = await self.client.request(method, path, allow_redirects=False, **how)
        is_json = raw.content_type == "application/json"
        body = await raw.json() if is_json else await raw.read()
        self._check(raw, body)
        return Answer(raw.status, body, raw)

    async def get(self, path: str, **how: Any) -> Answer:
        return await self.ask("GET", path, **how)

    async def post(self, path: str, json: object, **how: Any) -> Answer:
        return await self.ask("POST", path, json=json, **how)

    async def arrive(self, **other: object) -> Answer:
        """Come in with a passport."""
        return await self.post("/api/passport", {**AIKO, **other})

    def _check(self, raw: ClientResponse, body: object) -> None:
        assert raw.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in raw.headers["Content-Security-Policy"]
        self.witness.check(raw, body)


@dataclass
class Town:
    """A running world and what a test needs to reach around it."""

    server: TestServer
    clock: ManualClock
    settings: WorldSettings
    witness: Witness = field(default_factory=lambda: Witness(DOCUMENT))
    _browsers: list[Browser] = field(default_factory=list)

    @property
    def database(self) -> Database:
        return self.server.app[DATABASE]

    @property
    def redis(self) -> Any:
        return self.server.app[REDIS]

    async def browser(self, **headers: str) -> Browser:
        """A browser nobody has used yet."""
        client = TestClient(self.server, cookie_jar=CookieJar(unsafe=True), headers=headers)
        opened = Browser(client, self.witness)
        self._browsers.append(opened)
        return opened

    async def event(
        self,
        *,
        state: EventState = EventState.OPEN,
        capacity: int = 20,
        title: str = "酒蔵通りを歩く",
    ) -> Event:
        """An event brought to `state` step by step."""
        plan = EventPlan(
            title=title,
            place="sakagura",
            starts_at=MORNING + timedelta(hours=1),
            ends_at=MORNING + timedelta(hours=2),
            capacity=capacity,
            languages=("ja", "en"),
            rule_kind=RuleKind.SHARE,
            rule_value=60,
        )
        path = [EventState.PUBLISHED, EventState.OPEN, EventState.ENDED]
        steps = path[: path.index(state) + 1] if state in path else [state]
        staff_id = await self.staff()
        async with self.database.transaction() as session:
            event = await events.create(session, plan, staff_id=staff_id, now=MORNING)
            assert event.id is not None
            for step in [] if state is EventState.DRAFT else steps:
                event = await events.move(session, event.id, to=step, now=MORNING)
        return event

    async def staff(self) -> int:
        """A member of staff; the same one each time."""
        async with self.database.transaction() as session:
            staff = await session.get(Staff, 1) or Staff(
                id=1,
                login="h",
                name="H",
                password_hash="x",
                role=StaffRole.HOST,
                created_at=MORNING,
            )
            session.add(staff)
        return 1

    async def empty_bucket(self, name: str) -> None:
        """As if everybody had just asked far too often."""
        for key in await self.redis.keys(f"kashima:bucket:{name}:*"):
            await self.redis.hset(key, "tokens", -1000)

    async def close(self) -> None:
        for browser in self._browsers:
            await browser.client.close()
