"""One connection's end of things: told, shown, ended once, lost once, watched for silence."""

import asyncio
from typing import Any

import pytest
from heard import HeardConnection

from world_server.live.connection import QueueConnection, RawConnection
from world_server.live.traffic import Traffic
from world_server.protocol.closing import Close, bye
from world_server.protocol.frames import PoseWrite, TextWrite
from world_server.protocol.limits import PING_SECONDS, STALE_BYTES, UNREAD_BYTES
from world_server.protocol.moves import MOVE_TYPE
from world_server.protocol.requests import Lane

MOVE = bytes([MOVE_TYPE, 1]) + bytes(10)


class Wire(asyncio.Transport):
    """A transport whose other side reads nothing unless the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.waiting = 0
        self.aborted = False

    def write(self, data: Any) -> None:
        self.written.append(bytes(data))
        self.waiting += len(data)

    def get_write_buffer_size(self) -> int:
        return self.waiting

    def is_closing(self) -> bool:
        return self.aborted

    def abort(self) -> None:
        self.aborted = True


async def raw(lane: Lane = Lane.COMPACT) -> tuple[RawConnection, Wire]:
    wire = Wire()
    connection = RawConnection(wire, address="a", loop=asyncio.get_running_loop())
    connection.lane = lane
    return connection, wire


@pytest.mark.parametrize("lane", list(Lane))
async def test_ps6_a_frame_is_one_write_or_none(lane: Lane) -> None:
    connection, wire = await raw(lane)
    write = PoseWrite(b"p" * 50)
    connection.show(write)
    assert wire.written == [write.compact if lane is Lane.COMPACT else write.event]
    wire.waiting = STALE_BYTES + 1
    connection.show(write)
    assert len(wire.written) == 1
    assert connection.traffic.skipped == 1


@pytest.mark.parametrize("lane", list(Lane))
async def test_what_was_written_taken_in_and_left_out_is_counted(lane: Lane) -> None:
    connection, wire = await raw(lane)
    connection.moves = lambda _raw: None
    connection.tell(TextWrite("2" + "x" * 200))
    told = wire.waiting
    connection.show(PoseWrite(b"p" * 50))
    connection.show(PoseWrite(b"p" * 30))
    assert connection.unsent == wire.waiting > told + 80
    wire.waiting = STALE_BYTES + 1
    connection.show(PoseWrite(b"p" * 90))
    for _ in range(3):
        connection.take_binary(MOVE)
    connection.sweep(connection.now())
    one = Traffic(frames=2, frame_bytes=80, messages=1, message_bytes=told, moves=3, skipped=1)
    assert connection.traffic == one
    both = Traffic(frames=1, moves=4)
    both.add(one)
    assert both == Traffic(
        frames=3, frame_bytes=80, messages=1, message_bytes=told, moves=7, skipped=1
    )


async def test_a_reader_that_was_let_go_is_not_counted_as_told() -> None:
    connection, wire = await raw()
    wire.waiting = UNREAD_BYTES + 1
    connection.tell(TextWrite("2[]"))
    assert connection.traffic == Traffic()


async def test_lm6_messages_wait_up_to_a_limit_and_then_the_reader_is_let_go() -> None:
    connection, wire = await raw()
    lost: list[bool] = []
    connection.on_lost = lambda: lost.append(True)
    while not connection.is_over:
        connection.tell(TextWrite("2" + "x" * 1000))
        assert wire.waiting < UNREAD_BYTES + 2000
    assert wire.aborted
    assert lost == [True]
    assert connection.ended == bye(Close.SLOW_READER)
    written = len(wire.written)
    connection.tell(TextWrite("2"))
    assert len(wire.written) == written


@pytest.mark.parametrize(("reason", "final"), [(Close.RESTART, False), (Close.LEFT, True)])
async def test_cl2_a_final_goodbye_disconnects_and_a_retryable_one_does_not(
    reason: Close, *, final: bool
) -> None:
    connection, wire = await raw()
    connection.end(bye(reason))
    connection.end(bye(Close.GHOST))
    (last,) = wire.written
    assert reason.value.encode() in last
    assert (b"\x81\x0241" in last) is final
    assert last[-4:-2] == b"\x88\x02"
    assert int.from_bytes(last[-2:], "big") == (1000 if final else 1012)


async def test_the_other_side_may_hang_up_first_and_has_two_seconds_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("world_server.live.connection.GRACE_SECONDS", 0.01)
    connection, wire = await raw()
    connection.end(bye(Close.LEFT))
    assert not wire.aborted
    await asyncio.sleep(0.05)
    assert wire.aborted


def test_being_lost_is_told_once_however_it_was_noticed() -> None:
    connection = HeardConnection()
    lost: list[bool] = []
    connection.on_lost = lambda: lost.append(True)
    connection.lost()
    connection.end(bye(Close.GHOST))
    connection.lost()
    assert lost == [True]
    assert connection.told == []
    assert connection.is_over


def test_rs5_silence_of_seven_seconds_is_a_ghost_and_any_word_is_life() -> None:
    connection = HeardConnection()
    connection.moves = lambda _: None
    lost: list[float] = []
    connection.on_lost = lambda: lost.append(connection.time)
    for second in range(1, 30):
        connection.time = float(second)
        if second < 10:
            connection.take_text("3")
        elif second < 20:
            connection.take_binary(MOVE)
        connection.sweep(float(second))
    assert lost == [27.0]
    assert connection.all("bye")[0]["code"] == "ghost"


async def test_rs5_an_open_connection_is_pinged_every_three_seconds_until_it_is_over() -> None:
    connection, wire = await raw()
    connection.sweep(connection.now() + PING_SECONDS + 1)
    assert wire.written == [], "it is not a WebSocket yet"
    connection.opened()
    start = connection.now()
    for half_seconds in range(20):
        connection.heard_at = start + half_seconds / 2
        connection.sweep(start + half_seconds / 2 + 0.01)
    assert wire.written == [b"\x81\x012"] * 3
    connection.end(bye(Close.LEFT))
    connection.sweep(start + 20)
    assert len(wire.written) == 4


def test_mv4_a_flood_of_moves_is_noticed_at_the_next_look() -> None:
    connection = HeardConnection()
    taken: list[bytes] = []
    connection.moves = taken.append
    for _ in range(300):
        connection.take_binary(MOVE)
    assert len(taken) == 300
    connection.sweep(0.5)
    assert connection.ended == bye(Close.FLOOD)
    assert connection.moves is None


async def test_the_public_way_posts_and_looks_at_the_queue() -> None:
    posted: list[str | bytes] = []
    waiting, hung_up = 0, []
    connection = QueueConnection(
        address="a",
        loop=asyncio.get_running_loop(),
        post=posted.append,
        waiting=lambda: waiting,
        hang_up=lambda: hung_up.append(True),
    )
    connection.show(PoseWrite(b"p"))
    assert posted == ['51-["poses",{"_placeholder":true,"num":0}]', b"p"]
    connection.lane = Lane.COMPACT
    connection.show(PoseWrite(b"q"))
    assert posted[2:] == [b"q"]
    waiting = 5
    connection.show(PoseWrite(b"r"))
    assert connection.traffic.skipped == 1
    connection.tell(TextWrite("2[]"))
    waiting = 513
    connection.tell(TextWrite("2[]"))
    assert connection.ended == bye(Close.SLOW_READER)
    assert hung_up == [True]
    assert posted[3:] == ["2[]"]


async def test_lv1_the_goodbye_waits_for_the_answer_to_leave_whatever_comes_in_between() -> None:
    connection = HeardConnection()
    assert connection.take_text('426["chat",{"phrase":1}]')
    assert connection.take_text('427["leave",{}]')
    assert connection.take_text("3")
    connection.end_soon(bye(Close.LEFT))
    connection.sent('436[{"ok":true}]')
    await asyncio.sleep(0)
    assert connection.ended is None
    connection.sent('437[{"ok":true}]')
    await asyncio.sleep(0)
    assert connection.ended == bye(Close.LEFT)
