"""A world process of its own for browsers, with staff who act through the tables and orders."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import requests
from servers import free_port
from sqlmodel import col, select

from world_server import entries
from world_server.claim_tokens import screen_token
from world_server.codes import keyed_word
from world_server.presence import orders
from world_server.presence.connection import connect
from world_server.spoken_words import folded
from world_server.store import claims, events
from world_server.store.claim_rules import ClaimPlan
from world_server.store.database import Database, Session
from world_server.store.migrate import upgrade
from world_server.store.rules import EventPlan
from world_server.store.tables.claim import ClaimChannel
from world_server.store.tables.event import EventState, RuleKind
from world_server.store.tables.staff import Staff, StaffRole
from world_server.store.tables.visitor import Visitor

CLIENT = Path(__file__).parent.parent / "assets" / "client" / "dist"
START_SECONDS = 30
SECRET = "the secret of a town that lives for one test"

Value = TypeVar("Value")


def now() -> datetime:
    """The machine's time, which the world process has too."""
    return datetime.now(UTC)  # noqa: TID251  the world is another process


@dataclass
class ClientTown:
    """One world, its address, and its staff."""

    url: str
    database_url: str
    redis_url: str
    environment: dict[str, str]
    log: Path
    world: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the world, or start it again at the same address; return when it answers."""
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "kashima", "world"]
            self.world = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        _await_answer(f"{self.url}/healthz", self.world)

    def kill(self) -> None:
        """End the world without a word."""
        assert self.world is not None
        self.world.kill()
        self.world.wait(20)

    def open_event(
        self, title: str = "酒蔵通りの夕べ", *, opened: bool = True, capacity: int = 20
    ) -> str:
        """Publish an event, open its doors if wanted, and answer the slug of its link."""
        return act(self._open_event(title, opened=opened, capacity=capacity))

    async def _open_event(self, title: str, *, opened: bool, capacity: int) -> str:
        async with self._writing() as session:
            member = (await session.exec(select(Staff))).one()
            assert member.id is not None
            plan = EventPlan(
                title=title,
                place="sakagura-dori",
                starts_at=now() - timedelta(minutes=5),
                ends_at=now() + timedelta(minutes=55),
                capacity=capacity,
                languages=("ja", "en"),
                rule_kind=RuleKind.MINUTES,
                rule_value=10,
            )
            event = await events.create(session, plan, staff_id=member.id, now=now())
            assert event.id is not None
            await events.move(session, event.id, to=EventState.PUBLISHED, now=now())
            if opened:
                await events.move(session, event.id, to=EventState.OPEN, now=now())
            return event.slug

    def entrance(self, slug: str, role: str) -> str:
        """The path by which staff let themselves into the event."""
        return act(self._entrance(slug, role))

    async def _entrance(self, slug: str, role: str) -> str:
        async with self._writing() as session:
            event = await events.by_slug(session, slug)
        assert event.id is not None
        entry = entries.new_entry(staff_id=event.created_by, event_id=event.id, role=role)
        return f"/e/{slug}#{role}={entries.issue(SECRET, entry, now=now())}"

    def open_doors(self, slug: str) -> None:
        """Open the doors of a published event."""
        act(self._move(slug, EventState.OPEN))

    def end(self, slug: str) -> None:
        """End an event."""
        act(self._move(slug, EventState.ENDED))

    async def _move(self, slug: str, to: EventState) -> None:
        async with self._writing() as session:
            event = await events.by_slug(session, slug)
            assert event.id is not None
            await events.move(session, event.id, to=to, now=now())
        await self._order(orders.EventChanged(event_id=event.id))

    def codes(self, slug: str | None, count: int = 1) -> list[str]:
        """One-time codes of the event, or of the counter at the roadside station."""
        return act(self._codes(slug, count))

    async def _codes(self, slug: str | None, count: int) -> list[str]:
        async with self._writing() as session:
            wanted = await _plan(session, ClaimChannel.ONE_TIME, slug, cap=count)
            _, made = await claims.open_one_time(session, wanted, staff_id=1, now=now())
        return made

    def screen(self, slug: str | None) -> tuple[int, str]:
        """A claim with rotating codes, and the path of its screen."""
        return act(self._screen(slug))

    async def _screen(self, slug: str | None) -> tuple[int, str]:
        async with self._writing() as session:
            wanted = await _plan(session, ClaimChannel.ROTATING, slug, cap=100)
            claim = await claims.open_claim(session, wanted, staff_id=1, now=now())
        assert claim.id is not None
        return claim.id, f"/screen/#{screen_token(SECRET, claim_id=claim.id, now=now())}"

    def word(self, slug: str, word: str) -> None:
        """Let a word be said in the event."""
        act(self._word(slug, word))

    async def _word(self, slug: str, word: str) -> None:
        async with self._writing() as session:
            wanted = await _plan(session, ClaimChannel.WORD, slug, cap=100)
            word_hash = keyed_word(SECRET, folded(word), event_id=wanted.event_id or 0)
            await claims.open_claim(session, wanted, staff_id=1, now=now(), word_hash=word_hash)

    def withdraw(self, claim_id: int) -> None:
        """Let nobody use the claim any more."""
        act(self._withdraw(claim_id))

    async def _withdraw(self, claim_id: int) -> None:
        async with self._writing() as session:
            await claims.withdraw(session, claim_id, now=now())

    def announce(self, slug: str, text: str) -> None:
        """Say a sentence to everybody in the event."""
        act(self._announce(slug, text))

    async def _announce(self, slug: str, text: str) -> None:
        at = now()
        async with self._writing() as session:
            event = await events.by_slug(session, slug)
            assert event.id is not None
            await events.announce(
                session, event_id=event.id, staff_id=event.created_by, text=text, now=at
            )
        await self._order(orders.Announce(event_id=event.id, text=text, by="観光課", at=at))

    def remove(self, slug: str, nickname: str, reason: str) -> None:
        """Ask the visitor of that nickname to leave the event."""
        act(self._remove(slug, nickname, reason))

    async def _remove(self, slug: str, nickname: str, reason: str) -> None:
        async with self._writing() as session:
            event = await events.by_slug(session, slug)
            assert event.id is not None
            found = await session.exec(select(Visitor).where(col(Visitor.nickname) == nickname))
            visitor = found.one()
            await events.remove_visitor(
                session,
                event_id=event.id,
                visitor_id=visitor.id,
                staff_id=event.created_by,
                reason=reason,
                now=now(),
            )
        await self._order(
            orders.RemoveVisitor(event_id=event.id, visitor_id=visitor.id, reason=reason)
        )

    async def _order(self, order: orders.Order) -> None:
        redis = connect(self.redis_url)
        await orders.send(redis, order)
        await redis.aclose()

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[Session]:
        """One transaction on a connection of its own."""
        database = Database(self.database_url)
        async with database.transaction() as session:
            yield session
        await database.close()


async def _plan(
    session: Session, channel: ClaimChannel, slug: str | None, *, cap: int
) -> ClaimPlan:
    event = None if slug is None else await events.by_slug(session, slug)
    return ClaimPlan(
        channel=channel,
        event_id=None if event is None else event.id,
        spot="michinoeki" if event is None else None,
        label="道の駅鹿島" if event is None else event.title,
        opens_at=now() - timedelta(minutes=1),
        closes_at=now() + timedelta(minutes=28),
        cap=cap,
    )


def act(deed: Coroutine[Any, Any, Value]) -> Value:
    # Playwright's own loop runs in this thread, so staff act in another.
    with ThreadPoolExecutor(max_workers=1) as other:
        return other.submit(asyncio.run, deed).result()


async def _prepare(database_url: str, redis_url: str) -> None:
    await upgrade(database_url)
    database = Database(database_url)
    async with database.transaction() as session:
        member = Staff(
            login="aya", name="観光課", role=StaffRole.OWNER, password_hash="-", created_at=now()
        )
        session.add(member)
    await database.close()
    redis = connect(redis_url)
    await redis.flushdb()
    await redis.aclose()


@contextmanager
def client_town(
    *,
    redis_url: str,
    folder: Path,
    more: Mapping[str, str] | None = None,
    host: str = "127.0.0.1",
) -> Iterator[ClientTown]:
    """A world with an empty database that serves the built client; it is stopped at the end.

    `more` are settings of its environment; `host` is how visitors call this machine.
    """
    assert (CLIENT / "index.html").is_file(), "build the client first: make build"
    database_url = f"sqlite+aiosqlite:///{folder / 'kashima.db'}"
    act(_prepare(database_url, redis_url))
    port = free_port()
    url = f"http://{host}:{port}"
    environment = {
        "PATH": str(Path(sys.executable).parent),
        "KASHIMA_DATABASE_URL": database_url,
        "KASHIMA_REDIS_URL": redis_url,
        "KASHIMA_SECRET": SECRET,
        "KASHIMA_RECORDED_GUIDE_TOURS": "",
        "KASHIMA_PORT": str(port),
        "KASHIMA_PUBLIC_URL": url,
        "KASHIMA_CLIENT_DIR": str(CLIENT),
        **(more or {}),
    }
    town = ClientTown(
        url=url,
        database_url=database_url,
        redis_url=redis_url,
        environment=environment,
        log=folder / "world.log",
    )
    try:
        town.start()
        yield town
    finally:
        if town.world is not None:
            town.world.terminate()
            town.world.wait(20)


def _await_answer(address: str, world: subprocess.Popen[bytes]) -> None:
    for _ in range(START_SECONDS * 10):
        assert world.poll() is None, "the world ended; see world.log"
        try:
            requests.get(address, timeout=1)
        except requests.RequestException:
            with suppress(subprocess.TimeoutExpired):
                world.wait(0.1)
        else:
            return
    message = "the world does not answer"
    raise TimeoutError(message)
