"""Moves and pongs taken out of the byte stream before the WebSocket reader sees them.

Reading a message the long way costs a frame object, a future, two tasks and a dispatch: about 15 µs
of 18 (bench.md). This stands in for aiohttp's reader, takes bare binary messages of a move's
length while the connection wants them, and answers to pings, and hands everything else on, a
whole frame at a time.
"""

from typing import Protocol

from world_server.live.connection import Connection
from world_server.live.intake import PONG
from world_server.protocol.limits import MAX_PAYLOAD, MOVE_BYTES

MOVE_HEAD = bytes((0x82, 0x80 | MOVE_BYTES))
"""How a client's frame with a move begins: final and binary, masked and twelve long."""

PONG_HEAD = b"\x81\x81"
"""How a client's answer to a ping begins: final and text, masked and one long."""

MASK_BYTES = 4
MOVE_FRAME = 2 + MASK_BYTES + MOVE_BYTES
PONG_FRAME = 2 + MASK_BYTES + 1
LENGTH_BITS = 0x7F
TWO_BYTES, EIGHT_BYTES = 126, 127

LONGEST = MAX_PAYLOAD + 14
"""A frame with the longest header around the longest message."""

MORE = (False, b"")
"""The answer of a reader that wants more."""


class Reader(Protocol):
    """What aiohttp's protocol asks of the parser it feeds."""

    def feed_data(self, data: bytes, /) -> tuple[bool, bytes]: ...

    def feed_eof(self) -> None: ...


class MoveTap:
    """A `Reader` in front of a `Reader`."""

    __slots__ = ("_connection", "_kept", "_reader", "_through")

    def __init__(self, reader: Reader, connection: Connection) -> None:
        self._reader = reader
        self._connection = connection
        self._kept = b""
        self._through = False

    def feed_eof(self) -> None:
        """The stream is over; a frame that is not whole yet never will be."""
        self._reader.feed_eof()

    def feed_data(self, data: bytes, /) -> tuple[bool, bytes]:
        """Take what came in; the answer is the reader's: whether it wants no more."""
        if self._through:
            return self._reader.feed_data(data)
        if self._kept:
            data, self._kept = self._kept + data, b""
        connection = self._connection
        at, end = 0, len(data)
        # Nearly always one move, or a few from a stalled radio, and nothing else. Written out here
        # instead of in small functions: 1.3 → 0.9 µs a move when several come in one read.
        while (
            end - at >= MOVE_FRAME
            and data.startswith(MOVE_HEAD, at)
            and connection.moves is not None
        ):
            mask = int.from_bytes(data[at + 2 : at + 6] * 3, "little")
            masked = int.from_bytes(data[at + 6 : at + MOVE_FRAME], "little")
            connection.take_binary((masked ^ mask).to_bytes(MOVE_BYTES, "little"))
            at += MOVE_FRAME
        return MORE if at == end else self._scan(data, at)

    def _scan(self, data: bytes, at: int) -> tuple[bool, bytes]:
        """Moves to the connection, whole other frames to the reader, the rest is kept."""
        end = len(data)
        while at < end:
            is_move = self._connection.moves is not None and data.startswith(MOVE_HEAD, at)
            size = _frame_size(data, at)
            if size is None or (at + size > end and size <= LONGEST):
                break
            if is_move:
                self._connection.take_binary(_unmasked(data, at + 2))
            elif _is_pong(data, at):
                self._connection.take_text(PONG)
            elif at + size > end:
                # Longer than anything allowed: the reader will say so, and needs no help to.
                self._through = True
                return self._reader.feed_data(data[at:])
            else:
                answer = self._reader.feed_data(data[at : at + size])
                if answer[0]:
                    return answer
            at += size
        self._kept = data[at:]
        return MORE


def _is_pong(data: bytes, at: int) -> bool:
    if not data.startswith(PONG_HEAD, at) or len(data) < at + PONG_FRAME:
        return False
    return data[at + 2] ^ data[at + 2 + MASK_BYTES] == ord(PONG)


def _unmasked(data: bytes, at: int) -> bytes:
    begin = at + MASK_BYTES
    mask = int.from_bytes(data[at:begin] * 3, "little")
    masked = int.from_bytes(data[begin : begin + MOVE_BYTES], "little")
    return (masked ^ mask).to_bytes(MOVE_BYTES, "little")


def _frame_size(data: bytes, at: int) -> int | None:
    """Length of the frame that starts there, header included; None while that is not known."""
    if len(data) - at < 2:  # noqa: PLR2004  the shortest header
        return None
    length = data[at + 1] & LENGTH_BITS
    head = 2 + (MASK_BYTES if data[at + 1] & 0x80 else 0)
    more = {TWO_BYTES: 2, EIGHT_BYTES: 8}.get(length, 0)
    if more:
        if len(data) - at < 2 + more:
            return None
        length = int.from_bytes(data[at + 2 : at + 2 + more], "big")
    return head + more + length
