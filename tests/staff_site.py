"""The staff pages on real Redis and a real database, and people with browsers of their own."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer
from argon2 import PasswordHasher
from fixed_time import ManualClock

from admin.settings import AdminSettings
from world_server.presence import orders, roster
from world_server.presence.connection import Redis
from world_server.store import events, staff, visitors, visits
from world_server.store.database import Database
from world_server.store.rules import EventPlan
from world_server.store.tables.event import Event, EventState, RuleKind
from world_server.store.tables.staff import AuditLine, StaffRole

PASSWORD = "hama-no-yuugure-42"
PASSWORD_HASH = PasswordHasher().hash(PASSWORD)
TOKEN = re.compile(r'name="form_token" value="([^"]+)"')


@dataclass
class Answer:
    """One answer, read to its end."""

    status: int
    text: str
    headers: Any

    @property
    def location(self) -> str:
        """Where it sends the browser."""
        return str(self.headers["Location"])

    @property
    def words(self) -> str:
        """What a person reads, without markup."""
        return unescape(re.sub(r"<[^>]+>", " ", self.text))


@dataclass
class Browser:
    """One person's browser: cookies of its own, forms sent with the token of the page."""

    client: TestClient[Any, Any]
    token: str = ""

    async def get(self, path: str, **headers: str) -> Answer:
        """Open a page; redirects are looked at, not followed."""
        return await self._ask("GET", path, None, headers)

    async def post(
        self, path: str, fields: list[tuple[str, str]] | dict[str, str], **headers: str
    ) -> Answer:
        """Send a form as the last page's token allows."""
        pairs = list(fields.items()) if isinstance(fields, dict) else fields
        return await self._ask("POST", path, [("form_token", self.token), *pairs], headers)

    async def follow(self, answer: Answer) -> Answer:
        """Go where the answer sends the browser, as long as it does."""
        while answer.status == 303:
            answer = await self.get(answer.location)
        return answer

    async def sign_in(self, login: str, password: str = PASSWORD) -> Answer:
        """Fill in the sign-in page."""
        await self.get("/staff/sign-in")
        return await self.post("/staff/sign-in", {"login": login, "password": password})

    async def _ask(
        self,
        method: str,
        path: str,
        fields: list[tuple[str, str]] | None,
        headers: dict[str, str],
    ) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.client.request(
            method, path, data=fields, headers=named, allow_redirects=False
        ) as response:
            text = await response.text()
            found = TOKEN.search(text)
            if found:
                self.token = found.group(1)
            return Answer(response.status, text, response.headers)


@dataclass
class Site:
    """The running staff pages, and everything around them a test looks into."""

    server: TestServer
    settings: AdminSettings
    database: Database
    redis: Redis
    clock: ManualClock
    browsers: list[Browser] = field(default_factory=list)

    async def browser(self) -> Browser:
        """A browser nobody has used yet."""
        client: TestClient[Any, Any] = TestClient(
            self.server, cookie_jar=CookieJar(unsafe=True, quote_cookie=False)
        )
        browser = Browser(client)
        self.browsers.append(browser)
        return browser

    async def member(self, role: StaffRole, login: str | None = None) -> int:
        """Somebody on the staff, with the usual password."""
        now = self.clock()
        async with self.database.transaction() as session:
            token = await staff.invite(session, role, now=now)
            found = await staff.accept(
                session,
                token,
                login=login or role.value,
                name=f"{role.value}さん",
                password_hash=PASSWORD_HASH,
                now=now,
            )
        assert found.id is not None
        return found.id

    async def signed_in(self, role: StaffRole, login: str | None = None) -> Browser:
        """A new member of staff of that role at their browser."""
        await self.member(role, login)
        browser = await self.browser()
        answer = await browser.sign_in(login or role.value)
        assert answer.status == 303, answer.words
        await browser.get("/staff/password")
        return browser

    async def event(
        self, state: EventState = EventState.OPEN, *, title: str = "酒蔵通りの夕べ"
    ) -> Event:
        """An event of this morning, brought into the state."""
        now = self.clock()
        async with self.database.transaction() as session:
            token = await staff.invite(session, StaffRole.HOST, now=now)
            planner = await staff.accept(
                session,
                token,
                login=f"planner-{token[:8].lower().strip('-_')}x",
                name="計画",
                password_hash="x",
                now=now,
            )
            plan = EventPlan(
                title=title,
                place="romon",
                starts_at=now,
                ends_at=now + timedelta(hours=1),
                capacity=20,
                languages=("ja", "en"),
                rule_kind=RuleKind.MINUTES,
                rule_value=10,
            )
            event = await events.create(session, plan, staff_id=planner.id or 0, now=now)
            for step in _way_to(state):
                event = await events.move(session, event.id or 0, to=step, now=now)
        return event

    async def visitor(self, nickname: str = "あいこ", *, remembered: bool = True) -> str:
        """A visitor the town knows."""
        passport = visitors.new_passport()
        async with self.database.transaction() as session:
            await visitors.register(
                session,
                passport=passport,
                nickname="あいこ",
                look=1,
                language="ja",
                remembered=remembered,
                now=self.clock(),
            )
            found = await visitors.find(session, passport.visitor_id)
            found.nickname = nickname
            session.add(found)
        return passport.visitor_id

    async def stay(
        self,
        visitor_id: str,
        seconds: int,
        *,
        event: Event | None = None,
        at: datetime | None = None,
    ) -> None:
        """A stay of the visitor in the event, or in the public town."""
        now = at or self.clock()
        instance = "public" if event is None else f"event-{event.slug}"
        async with self.database.transaction() as session:
            visit = await visits.begin(
                session,
                visitor_id=visitor_id,
                instance=instance,
                event_id=None if event is None else event.id,
                now=now,
            )
            await visits.checkpoint(
                session, visit_id=visit.id or 0, total_active_seconds=seconds, now=now
            )
            await visits.end(session, visit_id=visit.id or 0, now=now)

    async def present(self, event: Event, *nicknames: tuple[str, str]) -> None:
        """Let the event's world tell who is in it: (visitor id, nickname)."""
        told = [
            roster.Present(visitor_id, number, nickname, "romon", 125, 0.0, 0.0)
            for number, (visitor_id, nickname) in enumerate(nicknames)
        ]
        await roster.tell(self.redis, instance=f"event-{event.slug}", present=told)

    async def state(self, event: Event) -> EventState:
        """The event's state by the database."""
        async with self.database.reading() as session:
            return (await events.find(session, event.id or 0)).state

    async def audit(self) -> list[AuditLine]:
        """All audit lines, the newest first."""
        async with self.database.reading() as session:
            return [line for line, _ in await staff.audit_lines(session)]

    async def next_order(self, act: Callable[[], Awaitable[object]]) -> orders.Order:
        """The first order worlds hear when `act` is done."""
        hearing = orders.listen(self.redis)
        assert isinstance(await anext(hearing), orders.Hearing)
        await act()
        told = await anext(hearing)
        await hearing.aclose()
        assert not isinstance(told, orders.Hearing)
        return told


def _way_to(state: EventState) -> list[EventState]:
    way = [EventState.PUBLISHED, EventState.OPEN, EventState.ENDED]
    if state is EventState.DRAFT:
        return []
    if state is EventState.CANCELLED:
        return [state]
    return way[: way.index(state) + 1]
