"""What hostile callers send: nonsense in both lanes, and bytes that are hardly a WebSocket at all.

Everything is by the dice of a seed, so that whatever did harm can be sent again.
"""

import asyncio
import base64
import json
import random
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, Self

import aiohttp
from live_visitors import MOVE, Body, Line
from web_town import Town
from yarl import URL

from world_server.live.mount import GATEWAY, LIVE
from world_server.protocol.limits import MAX_PAYLOAD

CHARACTERS = (0, 7, 32, 65, 0x3042, 0x202E, 0x200D, 0xD7FF, 0x1F376)
FIELDS = ("text", "phrase", "emote", "x", "y", "z", "yaw", "seq", "state", "_placeholder", "num",
          "ticket", "protocol", "lane", "after", "place")  # fmt: skip
EVENTS = ("chat", "emote", "move", "travel", "leave", "connect", "disconnect", "message",
          "bare-move", "garbled", "*", "poses", "welcome", "")  # fmt: skip


def any_json(dice: random.Random, depth: int = 0) -> object:
    kinds: list[Callable[[], object]] = [
        lambda: None,
        lambda: dice.choice([True, False]),
        lambda: dice.choice([0, -1, 1, 5, 12, 2**31, 2**63, -(10**40), 10**200]),
        lambda: dice.choice([0.5, -0.0, 1e300, float("nan"), float("inf"), -float("inf")]),
        lambda: "".join(chr(dice.choice(CHARACTERS)) for _ in range(dice.randrange(8))),
    ]
    if depth < 4:
        kinds += [
            lambda: [any_json(dice, depth + 1) for _ in range(dice.randrange(4))],
            lambda: {
                dice.choice(FIELDS): any_json(dice, depth + 1) for _ in range(dice.randrange(5))
            },
        ]
    return dice.choice(kinds)()


def any_text(dice: random.Random) -> str:
    body = json.dumps([dice.choice(EVENTS), *(any_json(dice) for _ in range(dice.randrange(3)))])
    return dice.choice(
        [
            "42" + body,
            "42" + body,
            f"42{dice.randrange(10**6)}{body}",
            "42" + body[: dice.randrange(len(body))],
            "42" + json.dumps(any_json(dice)),
            "42/other," + body,
            "42" + "[" * 4000,
            '42["' + "x" * 4000,
            "42" + "9" * 200 + body,
            "40" + json.dumps(any_json(dice)),
            "40/x,",
            "43" + body,
            "431[]",
            f"45{dice.randrange(200)}-" + body,
            '451-["chat",{"_placeholder":true,"num":0}]',
            '451-["chat",{"_placeholder":true,"num":99}]',
            "461-[]",
            "4", "", "2", "2probe", "3", "3probe", "5", "6", "0{}", "b" + "A" * 10,
            "".join(chr(dice.randrange(1, 0xD7FF)) for _ in range(dice.randrange(40))),
        ]
    )  # fmt: skip


def any_bytes(dice: random.Random) -> bytes:
    move = MOVE.pack(1, 1, dice.randrange(65_536), 100, 100, 0, 0, 0)
    return dice.choice(
        [
            move,
            dice.randbytes(12),
            bytes([1]) + dice.randbytes(11),
            bytes([1, dice.randrange(3)]) + dice.randbytes(9) + b"\x00",
            dice.randbytes(dice.randrange(40)),
            dice.randbytes(MAX_PAYLOAD - 1),
            b"",
            struct.pack("<ff", float("nan"), float("inf")),
        ]
    )


CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
FINAL = 0x80
MASKED = 0x80


def frame(
    payload: bytes, *, opcode: int = TEXT, first: int = FINAL, mask: bytes | None = b"\1\2\3\4"
) -> bytes:
    """A frame as RFC 6455 has it, or as the arguments spoil it; `first` holds FIN and RSV."""
    size, bit = len(payload), 0 if mask is None else MASKED
    if size < 126:
        head = bytes((first | opcode, bit | size))
    elif size < 2**16:
        head = bytes((first | opcode, bit | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((first | opcode, bit | 127)) + size.to_bytes(8, "big")
    if mask is None:
        return head + payload
    return head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))


def any_frames(dice: random.Random) -> bytes:
    """Some bytes on an open WebSocket: frames cut short, lying about their length, in pieces."""
    text = any_text(dice).encode("utf-8", "surrogatepass")[: MAX_PAYLOAD - 1]
    half = len(text) // 2
    whole = frame(text, mask=dice.randbytes(4))
    size = dice.choice([2**63, 2**62, 2**31, 2**16, MAX_PAYLOAD + 1]).to_bytes(8, "big")
    return dice.choice(
        [
            whole,
            whole[: dice.randrange(len(whole))],  # half a frame, and then something else
            frame(text, mask=None),
            frame(text[:half], first=0) + frame(text[half:], opcode=CONTINUATION),
            frame(text[:half], first=0) + frame(b"?", opcode=PING) + frame(b"x", opcode=TEXT),
            frame(b"", first=0) * dice.randrange(1, 400),
            frame(dice.randbytes(4000), opcode=BINARY, first=0)
            + frame(dice.randbytes(4000), opcode=CONTINUATION, first=0) * dice.randrange(1, 6),
            frame(text, opcode=CONTINUATION),
            frame(any_bytes(dice)[:100], opcode=BINARY),
            frame(any_bytes(dice)[:100], opcode=BINARY) * 30,
            frame(dice.randbytes(dice.randrange(126)), opcode=PING),
            frame(dice.randbytes(dice.randrange(126, 300)), opcode=PING),
            frame(b"x", opcode=PING, first=0),
            frame(b"x", opcode=PONG) * dice.randrange(1, 50),
            frame(dice.randbytes(dice.randrange(4)), opcode=CLOSE),
            frame(struct.pack(">H", dice.choice([0, 999, 1000, 1004, 1005, 1006, 5000])),
                  opcode=CLOSE),
            frame(text, opcode=dice.choice([3, 7, 11, 15])),
            frame(text, first=FINAL | dice.choice([0x10, 0x20, 0x40, 0x70])),
            frame(bytes(dice.choice([0xFF, 0xC0, 0xED]) for _ in range(9))),
            bytes((FINAL | TEXT, MASKED | 127)) + size + dice.randbytes(8),
            bytes((FINAL | BINARY, MASKED | 127)) + size,
            bytes((FINAL | PING, MASKED | 127)) + size,
            dice.randbytes(dice.randrange(1, 60)),
            b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        ]
    )  # fmt: skip


class Caller(Protocol):
    """Who can come in by the front door, and dial a line as often as they like."""

    ticket: str

    @property
    def line_url(self) -> URL:
        """Where lines are dialled."""

    async def join(self) -> Body:
        """Ask for a ticket."""

    async def dial(self, auth: object, *, lane: str) -> Line:
        """Open a line and say CONNECT with whatever is given."""

    async def enter(self, *, lane: str, after: int | None) -> Line:
        """Be in the town."""


async def _listen(line: Line) -> None:
    """As long as what is heard makes sense: the answer to nonsense may be none that does."""
    try:
        await line.listen()
    except (AssertionError, ConnectionError, IndexError, KeyError, ValueError):
        line.closed = line.closed or 1006
        await line.socket.close()


class Stranger:
    """A caller of a town in another process; with an address of their own, if it believes that."""

    def __init__(self, town: str, *, address: str) -> None:
        self.ticket = ""
        self._path = ""
        self._town = URL(town)
        self._session = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"X-Forwarded-For": address}
        )
        self._listening: set[asyncio.Future[None]] = set()

    @property
    def line_url(self) -> URL:
        at = self._town.with_path(f"{self._path or '/w/w1/socket.io'}/")
        return at.with_query(EIO="4", transport="websocket")

    async def arrive(self) -> None:
        """Get a passport."""
        who = {"nickname": "ならず者", "look": 1, "language": "ja", "remember": False}
        async with self._session.post(self._town / "api/passport", json=who) as answer:
            assert answer.status == 201, await answer.text()

    async def join(self) -> Body:
        async with self._session.post(self._town / "api/join", json={"event": None}) as answer:
            told: Body = await answer.json()
        assert answer.status == 200, told
        self.ticket, self._path = told["ticket"], told["path"]
        return told

    async def dial(self, auth: object, *, lane: str) -> Line:
        socket = await self._session.ws_connect(self.line_url, max_msg_size=2**22)
        line = Line(socket, lane)
        listening = asyncio.ensure_future(_listen(line))
        self._listening.add(listening)
        listening.add_done_callback(self._listening.discard)
        await socket.send_str("40" + json.dumps(auth))
        return line

    async def enter(self, *, lane: str, after: int | None) -> Line:
        if not self.ticket:
            await self.join()
        auth = {"ticket": self.ticket, "protocol": 1, "lane": lane}
        line = await self.dial(auth | ({} if after is None else {"after": after}), lane=lane)
        await line.until(lambda: line.all("welcome") or line.refused or line.closed)
        assert line.all("welcome")
        return line

    async def close(self) -> None:
        """Hang up."""
        await self._session.close()
        for listening in tuple(self._listening):
            listening.cancel()
        await asyncio.gather(*self._listening, return_exceptions=True)


@dataclass
class RawLine:
    """A WebSocket spoken by hand over a socket of one's own."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def opens(cls, visitor: Caller) -> Self:
        """The upgrade done, and nothing said."""
        url = visitor.line_url
        reader, writer = await asyncio.open_connection(url.host, url.port)
        line = cls(reader, writer)
        try:
            await line._upgrade(url)
        except BaseException:  # cancelled, too: nobody else would hang up
            line.hang_up()
            raise
        return line

    async def _upgrade(self, url: URL) -> None:
        key = base64.b64encode(random.randbytes(16)).decode()
        self.writer.write(
            f"GET {url.raw_path_qs} HTTP/1.1\r\nHost: {url.authority}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        head = await self.reader.readuntil(b"\r\n\r\n")
        assert b" 101 " in head.splitlines()[0], head

    async def joins(self, visitor: Caller) -> None:
        """Say CONNECT as any visitor does, and hear the welcome."""
        auth = {"ticket": visitor.ticket, "protocol": 1, "lane": "compact"}
        self.writer.write(frame(b"40" + json.dumps(auth).encode()))
        heard = b""
        while b'"welcome"' not in heard:
            chunk = await self.reader.read(65_536)
            assert chunk, heard
            heard += chunk

    async def ends(self) -> bytes:
        """Everything heard until the other side hangs up."""
        heard = b""
        with suppress(ConnectionError):
            while chunk := await self.reader.read(65_536):
                heard += chunk
        return heard

    def hang_up(self) -> None:
        """Be gone without a word."""
        self.writer.transport.abort()


async def attack(visitor: Caller, dice: random.Random, *, rounds: int, pause: float = 0.0) -> None:
    """Talk nonsense, come back when thrown out, for so many messages, `pause` seconds apart."""
    line: Line | None = None
    for _ in range(rounds):
        if line is None or line.closed is not None:
            line = await _somehow(visitor, dice)
        if line is None:
            continue
        try:
            if dice.random() < 0.5:
                await line.socket.send_str(any_text(dice))
            else:
                await line.socket.send_bytes(any_bytes(dice))
        except ConnectionError:
            line = None
        await asyncio.sleep(pause)


async def _somehow(visitor: Caller, dice: random.Random) -> Line | None:
    lane = dice.choice(["compact", "events"])
    try:
        if dice.random() < 0.3:
            return await visitor.dial(any_json(dice), lane=lane)
        return await visitor.enter(lane=lane, after=dice.choice([None, 1, 5, 10**9]))
    except (AssertionError, TimeoutError, aiohttp.ClientError, ConnectionError):
        visitor.ticket = ""
        return None


async def break_frames(visitor: Caller, dice: random.Random, *, rounds: int) -> None:
    """Speak what is hardly a WebSocket; joined before it, or not; hang up, or be hung up on."""
    for _ in range(rounds):
        try:
            if not visitor.ticket:
                await visitor.join()
            line = await RawLine.opens(visitor)
        except (AssertionError, OSError, asyncio.IncompleteReadError):
            visitor.ticket = ""
            continue
        try:
            if dice.random() < 0.7:
                await line.joins(visitor)
            for _ in range(dice.randrange(1, 6)):
                line.writer.write(any_frames(dice))
                await asyncio.sleep(dice.choice([0, 0, 0.01]))
            if dice.random() < 0.5:
                async with asyncio.timeout(dice.choice([0.05, 0.5])):
                    await line.ends()
        except (AssertionError, TimeoutError, OSError):
            pass
        finally:
            line.hang_up()


def tables(town: Town) -> dict[str, int]:
    """Sizes of everything that remembers a connection, in our code and in the libraries."""
    gateway, live = town.server.app[GATEWAY], town.server.app[LIVE]
    server = gateway._server
    return {
        "connections": len(gateway),
        "waiting": gateway._waiting.total(),
        "stays": sum(len(instance.stays) for instance in live.instances.values()),
        "places": len(live._place),
        "seated": len(live._stays),
        "engine sockets": len(server.eio.sockets),
        "environments": len(server.environ),
        "rooms": sum(len(rooms) for rooms in server.manager.rooms.values()),
        "sessions": len(server.manager.eio_to_sid),
        "callbacks": len(server.manager.callbacks),
        "disconnecting": sum(len(some) for some in server.manager.pending_disconnect.values()),
        "half-read packets": len(server._binary_packet),
    }
