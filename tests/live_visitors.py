"""Visitors who speak the wire by hand, byte for byte as PROTOCOL.md says, without our own code."""

import asyncio
import json
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from web_town import Browser, Town
from wire_document import wrongs
from yarl import URL

MOVE = struct.Struct("<BBHHHhBB")
HEAD = struct.Struct("<BBHI")
RECORD = struct.Struct("<HHHhBB")
POSES = 1
PATIENCE = 10.0

FILLER = "filler"
"""What tests themselves send to fill a line; no server says it."""

Body = dict[str, Any]


@dataclass
class Seen:
    """One avatar in one frame, in metres."""

    x: float
    z: float
    y: float
    state: int


@dataclass
class Frame:
    """One pose frame as it came; the first `near` of its avatars are shown at every beat."""

    near: int
    server_ms: int
    avatars: dict[int, Seen]
    size: int


@dataclass
class Line:
    """One connection and everything heard on it."""

    socket: aiohttp.ClientWebSocketResponse
    lane: str
    told: list[tuple[str, Body]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    refused: Any = None
    connected: bool = False
    disconnected: bool = False
    closed: int | None = None
    answers_pings: bool = True
    opened: Body = field(default_factory=dict)
    pings: list[float] = field(default_factory=list)
    _acks: dict[int, Any] = field(default_factory=dict)
    _next_ack: int = 0
    _awaits_binary: bool = False
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    # ── hearing ─────────────────────────────────────────────────────────────

    async def listen(self) -> None:
        """Hear until the other side hangs up."""
        async for message in self.socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self._hear_binary(message.data)
            elif message.type is aiohttp.WSMsgType.TEXT:
                await self._hear_text(message.data)
            await self._wake()
        self.closed = self.socket.close_code or 1006
        await self._wake()

    async def _hear_text(self, text: str) -> None:
        if text == "2":
            self.pings.append(asyncio.get_running_loop().time())
            if self.answers_pings:
                await self.socket.send_str("3")
        elif text.startswith("40"):
            self.connected = True
        elif text.startswith("41"):
            self.disconnected = True
        elif text.startswith("44"):
            told = text[2:].partition(",")[2] if text[2] == "/" else text[2:]
            self.refused = json.loads(told)
        elif text.startswith("42"):
            name, body = json.loads(text[2:])
            self.told.append((name, body))
            self.order.append(name)
        elif text.startswith("43"):
            at = text.index("[")
            self._acks[int(text[2:at])] = json.loads(text[at:])[0]
        elif text.startswith("451-"):
            assert json.loads(text[4:]) == ["poses", {"_placeholder": True, "num": 0}]
            self._awaits_binary = True
        else:
            assert text.startswith("0{"), text
            self.opened = json.loads(text[1:])

    def _hear_binary(self, raw: bytes) -> None:
        assert self._awaits_binary == (self.lane == "events")
        self._awaits_binary = False
        kind, near, count, server_ms = HEAD.unpack_from(raw)
        assert kind == POSES
        assert near <= count
        assert len(raw) == HEAD.size + count * RECORD.size
        bounds = self.first("welcome")["bounds"]
        avatars: dict[int, Seen] = {}
        for at in range(count):
            number, x, z, y, _yaw, state = RECORD.unpack_from(raw, HEAD.size + at * RECORD.size)
            seen = Seen(
                x=bounds["minX"] + x * 0.02, z=bounds["minZ"] + z * 0.02, y=y / 100, state=state
            )
            assert avatars.setdefault(number, seen) == seen  # PS5: twice in a frame, but alike
        self.frames.append(Frame(near, server_ms, avatars, len(raw)))
        self.order.append("poses")

    async def _wake(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def until(self, holds: Callable[[], Any], *, seconds: float = PATIENCE) -> Any:
        """Return what `holds` says as soon as that is true."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(holds)
        return holds()

    def all(self, name: str, **parts: object) -> list[Body]:
        """Every message of that name heard so far, with these parts."""
        return [
            body
            for heard, body in self.told
            if heard == name and all(body.get(key) == value for key, value in parts.items())
        ]

    def first(self, name: str, **parts: object) -> Body:
        """The first of them."""
        return self.all(name, **parts)[0]

    async def hears(self, name: str, *, seconds: float = PATIENCE, **parts: object) -> Body:
        """Wait for a message of that name with these parts."""
        body: Body = (await self.until(lambda: self.all(name, **parts), seconds=seconds))[-1]
        return body

    async def sees(
        self,
        avatar: int,
        where: Callable[[Seen], bool] = lambda _: True,
    ) -> Frame:
        """Wait for a frame from now on that shows the avatar so."""
        start = len(self.frames)

        def found() -> list[Frame]:
            return [
                frame
                for frame in self.frames[start:]
                if avatar in frame.avatars and where(frame.avatars[avatar])
            ]

        frame: Frame = (await self.until(found))[0]
        return frame

    def seen(self) -> set[int]:
        """Everybody whose place was ever told."""
        return {avatar for frame in self.frames for avatar in frame.avatars}

    def wrongs(self) -> list[str]:
        """Whatever was heard that is not as the AsyncAPI document of the wire says."""
        told = [(name, body) for name, body in self.told if name != FILLER]
        found = [wrong for name, body in told for wrong in wrongs(f"told-{name}", body)]
        if self.refused is not None:
            found += wrongs("answer-connect-error", self.refused)
        for answer in self._acks.values():
            kind = "accepted" if "ok" in answer else "refused"
            found += wrongs(f"answer-{kind}", answer)
        return found

    @property
    def avatar(self) -> int:
        """One's own number."""
        return int(self.all("welcome")[-1]["avatar"])

    @property
    def last(self) -> int:
        """The number of the newest numbered message."""
        return max((body["n"] for _, body in self.told if "n" in body), default=0)

    # ── speaking ────────────────────────────────────────────────────────────

    async def ask(self, name: str, body: object) -> Any:
        """Send an event and wait for its answer."""
        self._next_ack += 1
        number = self._next_ack
        await self.socket.send_str(f"42{number}{json.dumps([name, body])}")
        return await self.until(lambda: self._acks.get(number))

    async def move(self, x: float, z: float, *, y: float, seq: int = 1, state: int = 1) -> None:
        """Send a move in this line's lane."""
        if self.lane == "events":
            told = {"seq": seq, "x": x, "y": y, "z": z, "yaw": 0.0, "state": state}
            await self.socket.send_str(f"42{json.dumps(['move', told])}")
            return
        bounds = self.first("welcome")["bounds"]
        steps = round((x - bounds["minX"]) / 0.02), round((z - bounds["minZ"]) / 0.02)
        await self.socket.send_bytes(MOVE.pack(1, state, seq, *steps, round(y * 100), 0, 0))

    def cut(self) -> None:
        """The radio is gone: nothing is said and nothing is heard any more."""
        transport = self.socket.get_extra_info("socket")
        assert transport is not None
        connection = self.socket._response.connection
        assert connection is not None
        assert connection.transport is not None
        connection.transport.abort()


@dataclass
class Visitor:
    """A browser with a passport, and its lines into the town."""

    town: Town
    browser: Browser
    name: str
    _listeners: list[asyncio.Task[None]] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=list)
    _sessions: list[aiohttp.ClientSession] = field(default_factory=list)
    ticket: str = ""
    path: str = ""
    through: str = ""
    """Where lines are dialled, when that is not the world itself but something before it."""

    @classmethod
    async def arrives(cls, town: Town, name: str = "あいこ", **other: object) -> Self:
        """Come in by the front door."""
        browser = await town.browser()
        answer = await browser.arrive(nickname=name, **other)
        assert answer.status == 201, answer.body
        return cls(town, browser, name)

    async def join(self, event: str | None = None) -> Body:
        """Ask for a ticket."""
        answer = await self.browser.post("/api/join", {"event": event})
        assert answer.status == 200, answer.body
        self.ticket, self.path = answer.body["ticket"], answer.body["path"]
        body: Body = answer.body
        return body

    async def dial(self, auth: object, *, lane: str = "compact") -> Line:
        """Open a line and say CONNECT with whatever is given."""
        line = await self.open_line(lane=lane)
        await line.socket.send_str("40" + json.dumps(auth))
        return line

    @property
    def line_url(self) -> URL:
        """Where this visitor's lines are dialled."""
        path = self.path or f"/w/{self.town.settings.world_name}/socket.io"
        at = URL(self.through) if self.through else self.town.server.make_url("/")
        return at.with_path(f"{path}/").with_query(EIO="4", transport="websocket")

    async def open_line(self, *, lane: str = "compact") -> Line:
        """Open a line and say nothing."""
        session = aiohttp.ClientSession()
        self._sessions.append(session)
        line = Line(await session.ws_connect(self.line_url, max_msg_size=2**22), lane)
        loop = asyncio.get_running_loop()
        self._listeners.append(loop.create_task(line.listen(), name=f"line of {self.name}"))
        self._lines.append(line)
        return line

    async def enter(
        self, *, lane: str = "compact", after: int | None = None, event: str | None = None
    ) -> Line:
        """Be in the town: join if there is no ticket yet, connect, and hear the welcome."""
        if not self.ticket:
            await self.join(event)
        auth = {"ticket": self.ticket, "protocol": 1, "lane": lane}
        line = await self.dial(auth | ({} if after is None else {"after": after}), lane=lane)
        await line.until(lambda: line.all("welcome") or line.refused or line.closed)
        assert line.all("welcome"), (line.refused, line.closed, line.told)
        return line

    async def close(self) -> None:
        for session in self._sessions:
            await session.close()
        for listener in self._listeners:
            listener.cancel()
        await asyncio.gather(*self._listeners, return_exceptions=True)

    def check(self) -> None:
        """Everything heard was as the wire's documents say; after `close`."""
        for listener in self._listeners:
            problem = None if listener.cancelled() else listener.exception()
            if isinstance(problem, AssertionError):
                raise problem
        found = [wrong for line in self._lines for wrong in line.wrongs()]
        assert not found, found[:5]


@asynccontextmanager
async def visitors(town: Town, *names: str) -> AsyncIterator[list[Visitor]]:
    """Visitors of these names, each with a passport; their lines are closed in the end."""
    arrived = [await Visitor.arrives(town, name) for name in names]
    try:
        yield arrived
    finally:
        for visitor in arrived:
            await visitor.close()
    for visitor in arrived:
        visitor.check()


Arrive = Callable[..., Awaitable[Visitor]]
"""What the fixture `arrive` gives."""
