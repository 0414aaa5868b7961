"""Moves taken before the reader: the same moves, the same rest, however the stream is cut."""

import asyncio
import random
import struct
from itertools import pairwise
from typing import Any

import pytest
from aiohttp._websocket.reader import WebSocketDataQueue
from aiohttp.base_protocol import BaseProtocol
from aiohttp.http import WebSocketReader
from heard import HeardConnection
from hypothesis import given, settings
from hypothesis import strategies as st

from world_server.live.tap import MoveTap
from world_server.protocol.limits import MAX_PAYLOAD
from world_server.protocol.moves import is_move

MOVE = struct.Struct("<BBHHHhBB")


def move(seq: int) -> bytes:
    return MOVE.pack(1, 1, seq, 100, 200, 5, 9, 0)


def framed(payload: bytes, *, opcode: int = 2, fin: bool = True, mask: bytes = b"abcd") -> bytes:
    """One masked client frame, as RFC 6455 says."""
    head = bytes([(0x80 if fin else 0) | opcode])
    if len(payload) < 126:
        head += bytes([0x80 | len(payload)])
    elif len(payload) < 65_536:
        head += bytes([0x80 | 126]) + len(payload).to_bytes(2, "big")
    else:
        head += bytes([0x80 | 127]) + len(payload).to_bytes(8, "big")
    return head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))


class Reading:
    """aiohttp's own reader, and what came out of it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.queue = WebSocketDataQueue(BaseProtocol(loop), 2**20, loop=loop)
        self.reader = WebSocketReader(self.queue, MAX_PAYLOAD + 1, compress=False, decode_text=True)

    async def heard(self) -> list[tuple[int, Any]]:
        out = []
        while self.queue._buffer:
            message = await self.queue.read()
            out.append((int(message.type), message.data))
        return out


async def both(stream: bytes, cuts: list[int]) -> None:
    """The tap's moves and rest are the reader's, in the same order each."""
    loop = asyncio.get_running_loop()
    plain, tapped = Reading(loop), Reading(loop)
    plain.reader.feed_data(stream)
    moves: list[bytes] = []
    connection = HeardConnection()
    connection.moves = moves.append
    pongs: list[str] = []
    connection.take_text = lambda message: not pongs.append(message)  # type: ignore[method-assign,func-returns-value]
    tap = MoveTap(tapped.reader, connection)
    edges = [0, *sorted({min(cut, len(stream)) for cut in cuts}), len(stream)]
    for begin, end in pairwise(edges):
        if begin < end and tap.feed_data(stream[begin:end])[0]:
            break
    heard, rest = await plain.heard(), await tapped.heard()

    def taken(one: tuple[int, Any]) -> bool:
        return one == (1, "3") or (one[0] == 2 and len(one[1]) == 12)

    assert moves == [
        data for kind, data in heard if kind == 2 and len(data) == 12 and is_move(data)
    ]
    assert pongs == [data for kind, data in heard if (kind, data) == (1, "3")]
    assert rest == [one for one in heard if not taken(one)]
    assert (plain.queue.exception() is None) == (tapped.queue.exception() is None)
    assert len(tap._kept) <= MAX_PAYLOAD + 32


def in_parts(text: str) -> bytes:
    """A text message in three fragments, with a ping in between."""
    raw = text.encode()
    first, second, third = raw[:1], raw[1:2], raw[2:]
    return (
        framed(first, opcode=1, fin=False)
        + framed(second, opcode=0, fin=False)
        + framed(b"?", opcode=9)
        + framed(third, opcode=0)
    )


payloads = st.one_of(
    st.integers(0, 65_535).map(lambda seq: framed(move(seq))),
    st.text(max_size=200).map(lambda text: framed(text.encode(), opcode=1)),
    st.just(framed(b"3", opcode=1)),
    st.binary(max_size=40).map(framed),
    st.binary(max_size=20).map(lambda data: framed(data, opcode=9)),
    st.binary(min_size=200, max_size=MAX_PAYLOAD).map(framed),
    st.text(min_size=2, max_size=50).map(in_parts),
)


@settings(deadline=None)
@given(st.lists(payloads, max_size=12), st.lists(st.integers(0, 6000), max_size=12))
def test_mv1_any_stream_cut_anywhere_reads_the_same(frames: list[bytes], cuts: list[int]) -> None:
    asyncio.run(both(b"".join(frames), cuts))


@settings(deadline=None)
@given(st.binary(max_size=300), st.lists(st.integers(0, 300), max_size=6))
def test_lm2_any_bytes_at_all_end_the_same_way(noise: bytes, cuts: list[int]) -> None:
    """Noise may break off at another point of the noise, but nothing is raised or kept."""
    asyncio.run(_noise(noise, cuts))


async def _noise(noise: bytes, cuts: list[int]) -> None:
    reading = Reading(asyncio.get_running_loop())
    connection = HeardConnection()
    connection.moves = lambda _: None
    tap = MoveTap(reading.reader, connection)
    for begin, end in zip([0, *sorted(cuts)], [*sorted(cuts), 300], strict=True):
        tap.feed_data(noise[begin:end])
    assert len(tap._kept) <= MAX_PAYLOAD + 32


async def test_mv1_byte_by_byte() -> None:
    stream = b"".join(
        framed(move(seq)) + framed(f'42["x",{seq}]'.encode(), opcode=1) for seq in range(5)
    )
    await both(stream, list(range(len(stream))))


async def test_lm1_a_frame_that_claims_to_be_huge_is_handed_to_the_reader_at_once() -> None:
    reading = Reading(asyncio.get_running_loop())
    connection = HeardConnection()
    tap = MoveTap(reading.reader, connection)
    head = bytes([0x82, 0x80 | 127]) + (2**40).to_bytes(8, "big") + b"abcd"
    tap.feed_data(head + b"x" * 100)
    assert reading.queue.exception() is not None
    assert tap._kept == b""
    for _ in range(100):
        tap.feed_data(b"y" * 65_536)
    assert tap._kept == b""


async def test_mv2_twelve_bytes_that_are_no_move_are_a_strike_and_not_read() -> None:
    reading = Reading(asyncio.get_running_loop())
    connection = HeardConnection()
    moves: list[bytes] = []
    connection.moves = moves.append
    tap = MoveTap(reading.reader, connection)
    for _ in range(11):
        tap.feed_data(framed(b"\x07" * 12))
    assert moves == []
    assert connection.ended is not None
    assert connection.ended.code == "hostile"


async def test_without_a_visitor_nothing_is_taken() -> None:
    reading = Reading(asyncio.get_running_loop())
    tap = MoveTap(reading.reader, HeardConnection())
    tap.feed_data(framed(move(1)))
    assert await reading.heard() == [(2, move(1))]


@pytest.mark.parametrize("seed", range(20))
async def test_lm2_seeded_streams_with_broken_frames(seed: int) -> None:
    dice = random.Random(seed)
    reading = Reading(asyncio.get_running_loop())
    connection = HeardConnection()
    connection.moves = lambda _: None
    tap = MoveTap(reading.reader, connection)
    for _ in range(200):
        frame = bytearray(framed(dice.randbytes(dice.choice([0, 5, 12, 12, 12, 130, 4000]))))
        for _ in range(dice.choice([0, 0, 1, 3])):
            frame[dice.randrange(len(frame))] = dice.randrange(256)
        at = dice.randrange(len(frame) + 1)
        tap.feed_data(bytes(frame[:at]))
        tap.feed_data(bytes(frame[at:]))
        assert len(tap._kept) <= MAX_PAYLOAD + 32
