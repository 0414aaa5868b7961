"""The one door to Socket.IO: from packets to the live town's calls, and its refusals back.

Nothing of the library is seen beyond this module and `driver.py`.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import engineio  # type: ignore[import-untyped]  # the library has no types
import socketio  # type: ignore[import-untyped]  # the library has no types
from aiohttp import web

from world_server.errors import Malformed, NotAllowed, TownError, Unavailable
from world_server.live.connection import Connection, QueueConnection, RawConnection
from world_server.live.driver import (
    BARE_MOVE,
    CONNECTION,
    GARBLED,
    NOT_A_PACKET,
    OneRoom,
    StrictPacket,
    Way,
    install,
)
from world_server.live.traffic import Traffic
from world_server.metrics import Metrics
from world_server.protocol.closing import Refusal, refusal
from world_server.protocol.limits import (
    JOIN_SECONDS,
    MAX_PAYLOAD,
    PING_SECONDS,
    PONG_SECONDS,
    WAITING_IN_ALL,
    WAITING_PER_ADDRESS,
)

log = logging.getLogger(__name__)

OK = {"ok": True}
REQUESTS = frozenset({"block", "chat", "emote", "gather", "leave", "move", "travel"})
LOST = "lost"
"""What a connection that ended without a goodbye of ours is counted as."""

SESSION = web.RequestKey("session", str)
"""The engine's name for a connection, where the library's queue is used."""

Answer = dict[str, Any]


class Door(Protocol):
    """What the gateway asks of the live town."""

    async def admit(self, hello: object, connection: Connection) -> Callable[[], None]:
        """Judge a CONNECT; give back what lets the visitor in once it is answered."""

    def ask(self, connection: Connection, request: str, raw: object) -> Awaitable[object] | None:
        """Do what a visitor asks; raise TownError to refuse.

        What is given back, if anything, is done when the answer may go; it may refuse as well.
        """


class Gateway:
    """Every connection of this world, from the first byte on."""

    def __init__(
        self,
        door: Door,
        *,
        metrics: Metrics,
        address_of: Callable[[web.Request], str],
        is_foreign: Callable[[web.Request], bool],
        way: Way | None = None,
    ) -> None:
        self._door = door
        self._metrics = metrics
        self._address_of = address_of
        self._is_foreign = is_foreign
        self._open: set[Connection] = set()
        self._earlier = Traffic()
        self._changed = asyncio.Event()
        self._waiting: Counter[str] = Counter()
        quiet = log.getChild("library")
        quiet.setLevel(logging.ERROR)  # its warnings are about what strangers send
        self._server = socketio.AsyncServer(
            async_mode="aiohttp",
            transports=["websocket"],
            async_handlers=False,  # one after the other: order, and a slow asker waits for itself
            ping_interval=PING_SECONDS,
            ping_timeout=PONG_SECONDS,
            max_http_buffer_size=MAX_PAYLOAD,
            http_compression=False,
            cors_allowed_origins=[],  # `_is_foreign` has looked already, knowing our proxies
            serializer=StrictPacket,
            client_manager=OneRoom(),
            logger=quiet,
            engineio_logger=quiet,
        )
        self.way = install(self._server, wanted=way)
        self._server.on("connect", self._connect)
        self._server.on("disconnect", self._disconnect)
        self._server.on(GARBLED, self._garbled)
        self._server.on(BARE_MOVE, self._bare_move)
        self._server.on("*", self._event)

    def __len__(self) -> int:
        return len(self._open)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Take one WebSocket from its upgrade to its end."""
        if request.headers.get("Upgrade", "").lower() != "websocket":
            raise web.HTTPUpgradeRequired(text="WebSocket only\n")  # JN5
        if self._is_foreign(request):
            raise web.HTTPForbidden(text="another site's page may not connect\n")
        address = self._address_of(request)
        crowded = self._waiting[address] >= WAITING_PER_ADDRESS
        if crowded or self._waiting.total() >= WAITING_IN_ALL:  # LM5
            raise web.HTTPServiceUnavailable(text="too many are waiting\n")
        connection = self._connection(request, address)
        request[CONNECTION] = connection
        self._open.add(connection)
        self._waiting[address] += 1
        try:
            response: web.StreamResponse = await self._server.handle_request(request)
        except NOT_A_PACKET:
            if self.way is not Way.PUBLIC:
                raise
            # Our own drivers let nothing through that is no packet; the library's own stumbles.
            connection.drop()
            response = web.Response(status=400)  # nobody is there to read it
        finally:
            connection.lost()
            self._open.discard(connection)
            self._changed.set()
            self._seated(connection)
            code = LOST if connection.ended is None else connection.ended.code
            self._metrics.closes.labels(code).inc()
            self._earlier.add(connection.traffic)
        return response

    def traffic(self) -> Traffic:
        """What went over all connections since the start, those that ended among them."""
        total = Traffic()
        total.add(self._earlier)
        for connection in self._open:
            total.add(connection.traffic)
        return total

    def unsent(self) -> list[int]:
        """PS6, LM6: the bytes that wait for each reader, in no order."""
        return [connection.unsent for connection in self._open if connection.is_joined]

    def sweep(self, now: float) -> None:
        """LM3, MV4, RS5: look at every connection; meant for twice a second."""
        for connection in tuple(self._open):
            connection.sweep(now)
            patience = 2 * JOIN_SECONDS if connection.was_asked else JOIN_SECONDS
            if not connection.is_joined and now - connection.opened_at > patience:
                connection.drop()

    def say_goodbye(self, goodbye: Refusal) -> None:
        """End every connection; they are gone two seconds later at the latest."""
        for connection in tuple(self._open):
            connection.end(goodbye)

    async def emptied(self) -> None:
        """Return when the last connection is gone."""
        while self._open:
            self._changed.clear()
            await self._changed.wait()

    async def stop(self) -> None:
        """End the library's own work."""
        await self._server.shutdown()

    def _connection(self, request: web.Request, address: str) -> Connection:
        transport = request.transport
        if transport is None:
            raise ConnectionResetError
        loop = asyncio.get_running_loop()
        if self.way is not Way.PUBLIC:
            return RawConnection(transport, address=address, loop=loop)
        return QueueConnection(
            address=address,
            loop=loop,
            post=lambda message: self._post(request, message),
            waiting=lambda: self._queued(request),
            hang_up=transport.abort,
        )

    def _seated(self, connection: Connection) -> None:
        """LM5: the connection is not among the waiting any more, if it was."""
        if not connection.is_seated:
            connection.is_seated = True
            self._waiting[connection.address] -= 1
            if not self._waiting[connection.address]:
                del self._waiting[connection.address]

    async def _connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        connection = _of(environ)
        try:
            if connection.was_asked:
                raise NotAllowed  # JN5: one CONNECT a connection
            connection.was_asked = True
            enter = await self._admitted(auth, connection)
        except TownError as refused:
            told = refusal(refused)
            self._metrics.messages.labels("connect", told.code).inc()
            raise socketio.exceptions.ConnectionRefusedError(told.code, told.body()) from refused
        self._metrics.messages.labels("connect", "accepted").inc()
        connection.is_joined = True
        connection.on_open = enter
        self._seated(connection)
        if self.way is Way.PUBLIC:
            # The library queues its answer in this very step of the loop, so the next comes after.
            request: web.Request = environ["aiohttp.request"]
            request[SESSION] = str(self._server.manager.eio_sid_from_sid(sid, "/"))
            asyncio.get_running_loop().call_soon(enter)

    async def _admitted(self, auth: object, connection: Connection) -> Callable[[], None]:
        """LM3: the door's answer, or `unavailable` when it takes too long."""
        try:
            async with asyncio.timeout(JOIN_SECONDS):
                return await self._door.admit(auth, connection)
        except TimeoutError as late:
            raise Unavailable from late

    async def _disconnect(self, sid: str, _reason: str) -> None:
        environ = self._server.get_environ(sid)
        if environ is not None:
            connection = _of(environ)
            connection.lost()
            connection.drop()

    def _of(self, sid: str) -> Connection:
        return _of(self._server.get_environ(sid))

    async def _event(self, name: str, sid: str, *args: object) -> Answer:
        connection = self._of(sid)
        if self.way is Way.PUBLIC and not connection.take_text("42"):
            return {}
        raw = args[0] if len(args) == 1 else None
        try:
            done = self._door.ask(connection, name, raw)
            if done is not None:
                await done  # CH6: what is answered with "ok" is not lost any more
        except TownError as refused:
            told = refusal(refused)
            known = name if name in REQUESTS else "unknown"
            self._metrics.messages.labels(known, told.code).inc()
            # A line of chat that cannot be shown is a person's slip, not a broken client.
            if isinstance(refused, Malformed) and refused.field != "text":
                connection.strike()
            return told.body()
        self._metrics.messages.labels(name, "accepted").inc()
        return OK

    async def _garbled(self, sid: str, *_args: object) -> None:
        self._of(sid).strike()

    async def _bare_move(self, sid: str, raw: bytes) -> None:
        self._of(sid).take_binary(raw)

    def _post(self, request: web.Request, message: str | bytes) -> None:
        socket = self._server.eio.sockets.get(request.get(SESSION))
        if socket is not None:
            packet = engineio.packet.Packet(engineio.packet.MESSAGE, message)
            socket.queue.put_nowait(packet)

    def _queued(self, request: web.Request) -> int:
        socket = self._server.eio.sockets.get(request.get(SESSION))
        return 0 if socket is None else int(socket.queue.qsize())


def _of(environ: dict[str, Any]) -> Connection:
    connection: Connection = environ["aiohttp.request"][CONNECTION]
    return connection
