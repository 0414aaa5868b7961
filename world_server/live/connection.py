"""One visitor's connection as the live town sees it: told, shown, ended; and what comes in.

Two kinds: `RawConnection` writes complete WebSocket frames to the transport, `QueueConnection`
goes through the library's own queue. `driver.py` decides which one this process uses.
"""

import asyncio
import logging
import socket
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from itertools import takewhile
from typing import ClassVar

from world_server.live.intake import Intake, is_spoken
from world_server.live.traffic import Traffic
from world_server.protocol import frames
from world_server.protocol.closing import Close, Refusal, bye
from world_server.protocol.frames import PoseWrite, TextWrite
from world_server.protocol.limits import PING_SECONDS, PONG_SECONDS, STALE_BYTES, UNREAD_BYTES
from world_server.protocol.messages import encode_bye
from world_server.protocol.moves import is_move
from world_server.protocol.requests import Lane

log = logging.getLogger(__name__)

SILENCE = PING_SECONDS + PONG_SECONDS
"""RS5: seconds without a word after which nobody is there."""

GRACE_SECONDS = 2.0
"""Time for the other side to hang up after a goodbye, before we do."""

ANSWER_SECONDS = 2.0
"""LV1: longest wait until the library has written the answer to a last request."""

FLUSH_SECONDS = 0.1
"""The same where its being written cannot be seen, or where none was asked for."""

NORMAL, RESTARTING = 1000, 1012
"""WebSocket close codes: done, and come back."""

REQUEST, ANSWER = "42", "43"
"""How an event and its acknowledgement begin, as Engine.IO messages."""

DISCONNECT = "1"
"""CL2: Socket.IO's packet after which a standard client stays away."""

UNSENT_BYTES = 16_384
"""PS6: what the kernel may hold for one visitor before it says that it is full."""

STALE_FRAMES = 4
UNREAD_MESSAGES = 512
"""PS6, LM6 where only a queue's length is known."""

Sink = Callable[[bytes], None]


def _nothing() -> None:
    """What an event does before anybody waits for it."""


class Connection(ABC):
    """A connection from its first byte to its last; all methods are quick and never wait."""

    hears_everything: ClassVar[bool] = True
    """Whether every message passes here, so that silence means that nobody is there (RS5)."""

    def __init__(self, *, address: str, now: Callable[[], float]) -> None:
        self.address = address
        self.lane = Lane.EVENTS
        self.opened_at = now()
        self.heard_at = now()
        self.ended: Refusal | None = None
        self.was_asked = False
        self.is_joined = False
        self.is_seated = False
        self.on_open: Callable[[], None] = _nothing
        self.on_lost: Callable[[], None] = _nothing
        self.moves: Sink | None = None
        # Counted here and not in a Traffic of its own: of thousands of these, each object that must
        # be fetched for a write is a wait for memory.
        self._frames = self._frame_bytes = self._skipped = 0
        self._messages = self._message_bytes = self._moves_taken = 0
        self._moves_judged = 0
        self.now = now
        self._ping_at = float("inf")
        self._intake = Intake(now=now())
        self._is_lost = False
        self._read = ""
        self._last_answer = ""
        self._last_word: Refusal | None = None

    @abstractmethod
    def tell(self, write: TextWrite) -> None:
        """Send Socket.IO text packets; a reader too far behind is let go (LM6)."""

    @abstractmethod
    def show(self, write: PoseWrite) -> None:
        """Send a pose frame in the shape of this connection's lane, or skip it (PS6)."""

    @abstractmethod
    def _close(self, goodbye: Refusal) -> None:
        """Say goodbye and hang up."""

    @abstractmethod
    def drop(self) -> None:
        """Hang up at once, without a word."""

    def end(self, goodbye: Refusal) -> None:
        """CL1: say goodbye and hang up, once; whoever waits for `on_lost` is told at once."""
        if not self.is_over:
            self.ended = goodbye
            self._close(goodbye)
            self.lost()

    def end_soon(self, goodbye: Refusal) -> None:
        """LV1: end as soon as the request that was read last is answered."""
        self.moves = None
        number = "".join(takewhile(str.isdigit, self._read[len(REQUEST) :]))
        wait = ANSWER_SECONDS if number else FLUSH_SECONDS
        self._last_answer, self._last_word = f"{ANSWER}{number}[", goodbye
        asyncio.get_running_loop().call_later(wait, self.end, goodbye)

    def sent(self, packet: str) -> None:
        """The library's packet is on its way; if it was the last answer, so is the goodbye."""
        if self._last_word is not None and packet.startswith(self._last_answer):
            # Not in this task: the library would swallow whatever goes wrong.
            asyncio.get_running_loop().call_soon(self.end, self._last_word)

    def opened(self) -> None:
        """The stream is a WebSocket from now on, so that it can be pinged."""
        self._ping_at = self.now() + PING_SECONDS

    def lost(self) -> None:
        """The other side is gone, however that was noticed; told once."""
        if not self._is_lost:
            self._is_lost = True
            self.moves = None
            told, self.on_lost, self.on_open = self.on_lost, _nothing, _nothing
            told()  # and let go: what refers to itself would wait for the collector

    def _let_go(self) -> None:
        """LM6: hang up on a reader that does not read; it may come back and hear the rest."""
        self.ended = bye(Close.SLOW_READER)
        self.drop()
        self.lost()

    @property
    def traffic(self) -> Traffic:
        """What went over this connection so far."""
        return Traffic(
            frames=self._frames,
            frame_bytes=self._frame_bytes,
            messages=self._messages,
            message_bytes=self._message_bytes,
            moves=self._moves_taken,
            skipped=self._skipped,
        )

    @property
    def unsent(self) -> int:
        """PS6, LM6: bytes that wait for the reader; 0 where only their messages can be counted."""
        return 0

    @property
    def is_over(self) -> bool:
        """Whether nothing can be said here any more."""
        return self._is_lost or self.ended is not None

    def take_text(self, message: str) -> bool:
        """LM2, LM4: whether the library may read this text message."""
        self.heard_at = now = self.now()
        if self.ended is not None:
            return False
        if not is_spoken(message):
            self.strike()
            return False
        verdict = self._intake.request(now)
        if verdict is not None:
            self.end(bye(verdict))
        if message.startswith(REQUEST):  # a pong may come in before what was read is carried out
            self._read = message
        return verdict is None

    def take_control(self) -> bool:
        """LM4: whether a ping of the WebSocket itself may be answered; no sign of life (RS5)."""
        verdict = None if self.is_over else self._intake.request(self.now())
        if verdict is not None:
            self.end(bye(verdict))
        return not self.is_over

    def take_binary(self, raw: bytes) -> None:
        """MV1, MV2: a bare binary message: a move, or a strike."""
        if self.moves is not None and is_move(raw):
            self._moves_taken += 1
            self.moves(raw)
        else:
            self.strike()

    def strike(self) -> None:
        """LM2: something that makes no sense came in."""
        verdict = self._intake.strike(self.now())
        if verdict is not None:
            self.end(bye(verdict))

    def sweep(self, now: float) -> None:
        """MV4, RS5: what is looked at now and then instead of at every message."""
        taken = self._moves_taken - self._moves_judged
        if taken:
            self._moves_judged += taken
            self.heard_at = now
            verdict = self._intake.moves(taken, now)
            if verdict is not None:
                self.end(bye(verdict))
        elif self.hears_everything and now - self.heard_at > SILENCE and not self.is_over:
            self.lost()
            self.ended = bye(Close.GHOST)
            self._close(self.ended)


class RawConnection(Connection):
    """Writes to the transport itself: one write a frame, and no task, queue or wait."""

    def __init__(
        self,
        transport: asyncio.Transport,
        *,
        address: str,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        super().__init__(address=address, now=loop.time)
        self._transport = transport
        self._loop = loop
        _keep_unsent_here(transport)

    def sweep(self, now: float) -> None:
        super().sweep(now)
        if now >= self._ping_at and not self.is_over and not self._transport.is_closing():
            self._ping_at = now + PING_SECONDS
            self._transport.write(frames.PING_FRAME)

    def tell(self, write: TextWrite) -> None:
        if self.is_over or self._transport.is_closing():
            return
        if self._transport.get_write_buffer_size() > UNREAD_BYTES:
            self._let_go()
            return
        self._transport.write(write.raw)
        self._messages += len(write.packets)
        self._message_bytes += len(write.raw)

    def show(self, write: PoseWrite) -> None:
        transport = self._transport
        if transport.get_write_buffer_size() > STALE_BYTES or transport.is_closing():
            self._skipped += 1
            return
        transport.write(write.compact if self.lane is Lane.COMPACT else write.event)
        self._frames += 1
        self._frame_bytes += len(write.poses)

    @property
    def unsent(self) -> int:
        return self._transport.get_write_buffer_size()

    def _close(self, goodbye: Refusal) -> None:
        last = [encode_bye(goodbye), *([] if goodbye.retryable else [DISCONNECT])]
        code = RESTARTING if goodbye.retryable else NORMAL
        raw = b"".join(map(frames.text_frame, last)) + frames.close_frame(code)
        if not self._transport.is_closing():
            self._transport.write(raw)
        # Closing now, with moves of the visitor unread, would reset the connection and could
        # take the goodbye with it; so the other side hangs up first, if it will.
        self._loop.call_later(GRACE_SECONDS, self.drop)

    def drop(self) -> None:
        self._transport.abort()


def _keep_unsent_here(transport: asyncio.Transport) -> None:
    """Let the kernel hold little that is not on its way: what waits here can still be skipped."""
    option = getattr(socket, "TCP_NOTSENT_LOWAT", None)  # Linux and macOS know it
    own = transport.get_extra_info("socket")
    if option is not None and own is not None:
        with suppress(OSError):  # a Unix socket behind a proxy has no such thing
            own.setsockopt(socket.IPPROTO_TCP, option, UNSENT_BYTES)


class QueueConnection(Connection):
    """Goes through the library's queue with nothing but its public names.

    Slower, and bounded only by the looks this class takes at the queue's length.
    """

    hears_everything = False  # PONGs stay in the library, which then watches for silence itself

    def __init__(
        self,
        *,
        address: str,
        loop: asyncio.AbstractEventLoop,
        post: Callable[[str | bytes], None],
        waiting: Callable[[], int],
        hang_up: Callable[[], None],
    ) -> None:
        super().__init__(address=address, now=loop.time)
        self._loop = loop
        self._post = post
        self._waiting = waiting
        self._hang_up = hang_up

    def tell(self, write: TextWrite) -> None:
        if self.is_over:
            return
        if self._waiting() > UNREAD_MESSAGES:
            self._let_go()
            return
        for packet in write.packets:
            self._post(packet)
        self._messages += len(write.packets)
        self._message_bytes += len(write.raw)

    def show(self, write: PoseWrite) -> None:
        if self._waiting() > STALE_FRAMES:
            self._skipped += 1
            return
        if self.lane is Lane.EVENTS:
            self._post(frames.POSES_EVENT)
        self._post(write.poses)
        self._frames += 1
        self._frame_bytes += len(write.poses)

    def _close(self, goodbye: Refusal) -> None:
        self._post(encode_bye(goodbye))
        if not goodbye.retryable:
            self._post(DISCONNECT)
        self._loop.call_later(GRACE_SECONDS / 4, self.drop)

    def drop(self) -> None:
        self._hang_up()
