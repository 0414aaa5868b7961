"""PS5, JN3: complete WebSocket frames, read back by aiohttp's own reader."""

import asyncio

import pytest
from aiohttp import WSMsgType
from aiohttp._websocket.reader import WebSocketDataQueue
from aiohttp.base_protocol import BaseProtocol
from aiohttp.http import WebSocketReader
from engineio.packet import Packet as EnginePacket  # type: ignore[import-untyped]  # no types
from socketio.packet import Packet  # type: ignore[import-untyped]  # no types

from world_server.protocol.frames import (
    PoseWrite,
    close_frame,
    text_frame,
    ws_frame,
)


async def heard(raw: bytes) -> list[tuple[WSMsgType, object]]:
    loop = asyncio.get_running_loop()
    queue = WebSocketDataQueue(BaseProtocol(loop), 2**20, loop=loop)
    reader = WebSocketReader(queue, 2**20, compress=False, decode_text=True)
    reader.feed_data(raw)
    reader.feed_eof()
    messages = []
    while queue._buffer:
        message = await queue.read()
        messages.append((message.type, message.data))
    return messages


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65_535, 65_536, 70_000])
async def test_ps2_a_frame_of_any_size_is_one_binary_message(size: int) -> None:
    payload = bytes(range(256)) * (size // 256 + 1)
    assert await heard(ws_frame(payload[:size])) == [(WSMsgType.BINARY, payload[:size])]
    assert PoseWrite(payload[:size]).compact == ws_frame(payload[:size])


async def test_ps2_in_the_events_lane_a_frame_is_an_ordinary_binary_event() -> None:
    (first, second) = await heard(PoseWrite(b"\x01\x00\x00\x00abcd").event)
    assert first[0] is WSMsgType.TEXT
    packet = Packet(encoded_packet=EnginePacket(encoded_packet=first[1]).data)
    assert packet.attachment_count == 1
    assert packet.add_attachment(second[1])
    assert packet.data == ["poses", b"\x01\x00\x00\x00abcd"]


async def test_a_text_frame_carries_a_socketio_packet() -> None:
    assert await heard(text_frame('2["bye",{"code":"あ"}]')) == [
        (WSMsgType.TEXT, '42["bye",{"code":"あ"}]')
    ]


@pytest.mark.parametrize("code", [1000, 1012, 1013])
async def test_a_close_frame_says_its_code(code: int) -> None:
    assert await heard(close_frame(code)) == [(WSMsgType.CLOSE, code)]
