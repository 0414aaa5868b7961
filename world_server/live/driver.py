"""How WebSockets reach the library: our own driver under engineio, and what it leans on.

Three private names make the fast way, each with its gain (µs of a core per visitor and second
at 2,000 visitors). When one of them has moved, the public way takes over, with a log line;
`test_ways.py` fails then, so that it is noticed before it is slow in production.

- `engineio.AsyncServer._async["websocket"]`: our driver instead of the library's, which turns
  permessage-deflate off and writes shared frames to the transport (1018 → 271).
- `aiohttp.web_protocol.RequestHandler._payload_parser`: moves taken before the reader (271 → 181).
- `engineio.async_socket.AsyncSocket._send_ping`: the library's pings, a task and a way through two
  queues each, are left out; ours are one write (27 less, and 3 KB less of memory).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any, Protocol

import engineio  # type: ignore[import-untyped]  # the library has no types
import socketio  # type: ignore[import-untyped]  # nor has this one
import socketio.packet  # type: ignore[import-untyped]
from aiohttp import WSMsgType, web
from aiohttp.web_protocol import RequestHandler

from world_server.live.connection import Connection
from world_server.live.intake import PONG
from world_server.live.tap import MoveTap

log = logging.getLogger(__name__)

CONNECTION: web.RequestKey[Connection] = web.RequestKey("connection")
"""Where a request carries its Connection."""

GARBLED = "garbled"
"""LM2: the event that stands for whatever could not be read."""

BARE_MOVE = "bare-move"
"""MV1: the event a bare binary message becomes where no driver of ours takes it first."""

RESERVED = frozenset({"connect", "disconnect", "message", "*", BARE_MOVE})
"""Names that mean something to the library or to us; a client that emits one is up to something."""

CLOSE_SECONDS = 1.0
"""How long aiohttp waits for the other side's half of the closing handshake."""

NEVER = 365 * 24 * 3600
"""Seconds; the library's own watch for silence, and how often it pings, where we do both."""

NOT_A_PACKET = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What the libraries raise while reading what strangers send."""


class Way(StrEnum):
    """How bytes get in and out, the fastest first."""

    TAPPED = "tapped"
    DRIVEN = "driven"
    PUBLIC = "public"


def way_of(server: socketio.AsyncServer) -> Way:
    """The fastest way the installed libraries allow."""
    drivers = getattr(server.eio, "_async", None)
    if not isinstance(drivers, dict) or "websocket" not in drivers:
        return Way.PUBLIC
    if _library_ping() is None:
        return Way.PUBLIC
    return Way.TAPPED if hasattr(RequestHandler, "_payload_parser") else Way.DRIVEN


def install(server: socketio.AsyncServer, *, wanted: Way | None = None) -> Way:
    """Put our driver under `server` as far as possible, and say in the log how far that was."""
    way = wanted or way_of(server)
    if way is not Way.PUBLIC:
        kind = _TappedSocket if way is Way.TAPPED else _DrivenSocket
        server.eio._async = {**server.eio._async, "websocket": kind}  # noqa: SLF001  see above
        _ping_no_more(server.eio)
    level = logging.INFO if way is Way.TAPPED else logging.WARNING
    log.log(level, "WebSockets are read and written", extra={"way": way.value})
    return way


def _library_ping() -> object:
    """What the library starts as a task to ping a connection, if it is where we know it."""
    session = getattr(getattr(engineio, "async_socket", None), "AsyncSocket", None)
    return getattr(session, "_send_ping", None)


def _ping_no_more(engine: engineio.AsyncServer) -> None:
    """RS5: pings and the watch for silence are `Connection.sweep`'s; clients are told the same."""
    engine.ping_interval_grace_period += engine.ping_interval - NEVER
    engine.ping_interval = NEVER
    engine.start_service_task = False
    start, ping = engine.start_background_task, _library_ping()

    def start_others(target: Callable[..., object], *args: object, **kwargs: object) -> object:
        if getattr(target, "__func__", None) is ping:
            return None
        return start(target, *args, **kwargs)

    engine.start_background_task = start_others


class _Limits(Protocol):
    """What we ask of the engineio server."""

    max_http_buffer_size: int


class _Session(Protocol):
    """What we ask of the library's record of a connection."""

    async def close(self, *, wait: bool, abort: bool) -> None: ...


class _DrivenSocket:
    """What engineio asks of a WebSocket, over aiohttp's, without compression."""

    def __init__(self, handler: Callable[[object], Awaitable[None]], server: _Limits) -> None:
        self._handler = handler
        self._session: _Session = getattr(handler, "__self__")  # noqa: B009  a bound method
        # aiohttp refuses what is as long as its limit, engineio what is longer.
        self._socket = web.WebSocketResponse(
            compress=False,
            max_msg_size=server.max_http_buffer_size + 1,
            timeout=CLOSE_SECONDS,
            autoping=False,  # LM4: they count as messages, and are answered in `wait`
        )
        self._connection: Connection | None = None

    async def __call__(self, environ: dict[str, Any]) -> web.WebSocketResponse:
        request: web.Request = environ["aiohttp.request"]
        connection: Connection = request[CONNECTION]
        self._connection = connection
        try:
            await self._socket.prepare(request)
        except ConnectionError:
            # Gone before it was a WebSocket; the library would keep it for ever.
            await self._session.close(wait=False, abort=True)
            return self._socket
        connection.opened()
        self._prepared(request, connection)
        try:
            await self._handler(self)
        finally:
            connection.lost()
            _let_go(self._socket.exception())
        return self._socket

    def _prepared(self, request: web.Request, connection: Connection) -> None:
        """Whatever else is to be done once the stream is a WebSocket."""

    async def close(self) -> None:
        await self._socket.close()

    async def send(self, message: str | bytes) -> None:
        if isinstance(message, bytes):
            await self._socket.send_bytes(message)
            return
        await self._socket.send_str(message)
        # The answer to CONNECT is on its way, so what we write from now on comes after it. Not
        # in this task, though: the library would swallow whatever goes wrong.
        if self._connection is None:
            return
        if message.startswith("40"):
            asyncio.get_running_loop().call_soon(self._connection.on_open)
        else:
            self._connection.sent(message)

    async def wait(self) -> str | None:
        """The next text message the library should read; None when there will be none.

        The library would take an error as well, but keep it in a task that the error's traceback
        refers to: each connection that ends would wait for the collector, 25 KB of it.
        """
        connection = self._connection
        while connection is not None:
            message = await self._socket.receive()
            if message.type is WSMsgType.TEXT:
                if connection.take_text(message.data) and message.data != PONG:
                    return str(message.data)
            elif message.type is WSMsgType.BINARY:
                connection.take_binary(message.data)
            elif message.type in (WSMsgType.PING, WSMsgType.PONG):
                if connection.take_control() and message.type is WSMsgType.PING:
                    await self._socket.pong(message.data)
            else:
                connection.lost()
                break
        return None


def _let_go(kept: BaseException | None) -> None:
    """Cut an error that is kept loose from the frames it was raised in, and they from it.

    aiohttp keeps the error of writing a close frame to a stream that is gone, whose traceback
    refers to what keeps it: nearly every connection that ends would wait for the collector.
    """
    if kept is not None:
        kept.__traceback__ = kept.__context__ = None


class _TappedSocket(_DrivenSocket):
    """The same, with moves taken before aiohttp's reader."""

    def _prepared(self, request: web.Request, connection: Connection) -> None:
        protocol: Any = request.protocol
        # The response holds the reader as well, so nothing is collected early.
        protocol._payload_parser = MoveTap(protocol._payload_parser, connection)  # noqa: SLF001


class OneRoom(socketio.AsyncManager):  # type: ignore[misc]  # untyped base
    """The library's list of who is here, without a room of one's own for each.

    Nothing of ours is sent by the library, so nobody needs a room. With them, each one who leaves
    costs a look into every room: everybody of 2,000 leaving at once took 0.60 s of a
    core, and 0.23 s this way; and a room takes 1 KB.
    """

    def basic_enter_room(
        self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None
    ) -> None:
        """Enter the room of everybody; one's own is left out."""
        if room is None:
            super().basic_enter_room(sid, namespace, room, eio_sid)

    def basic_disconnect(self, sid: str, namespace: str, **_other: object) -> None:
        """Leave the room of everybody, and whatever waits for an answer of this connection."""
        self.basic_leave_room(sid, namespace, None)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            waiting = pending.get(namespace, [])
            if sid in waiting:
                waiting.remove(sid)
            if not waiting:
                pending.pop(namespace, None)


class StrictPacket(socketio.packet.Packet):  # type: ignore[misc]  # untyped base
    """A Socket.IO packet that turns whatever is not one into an event, instead of a traceback."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if kwargs.get("encoded_packet") in ("", b""):  # which the library does not even decode
            self._event(GARBLED)

    def decode(self, encoded_packet: str | bytes) -> int:
        """LM2: read a packet; one that makes no sense becomes the event `garbled`."""
        if isinstance(encoded_packet, bytes):
            return self._event(BARE_MOVE, encoded_packet)
        try:
            attachments = super().decode(encoded_packet)
        except NOT_A_PACKET:
            return self._event(GARBLED)
        if attachments or not self._makes_sense():
            return self._event(GARBLED)
        return 0

    def _makes_sense(self) -> bool:
        if self.packet_type in (socketio.packet.CONNECT, socketio.packet.DISCONNECT):
            return True
        if self.packet_type != socketio.packet.EVENT or self.namespace not in (None, "/"):
            return False
        data = self.data
        named = isinstance(data, list) and bool(data) and isinstance(data[0], str)
        return named and data[0] not in RESERVED

    def _event(self, *data: str | bytes) -> int:
        self.packet_type = socketio.packet.EVENT
        self.namespace = None
        self.id = None
        self.data = list(data)
        return 0
