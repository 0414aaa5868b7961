"""Bots read what the server writes, and write what it reads."""

import json

import numpy as np
import pytest

from kashima.bots import wire
from kashima.bots.streets import Spot
from kashima.bots.wire import UNREACHABLE, Ping, Refused, Told
from world_server.errors import TooMany
from world_server.protocol.closing import Close, bye, refusal
from world_server.protocol.geometry import Bounds, Gait, Pose
from world_server.protocol.messages import encode_bye
from world_server.protocol.moves import decode_move
from world_server.protocol.poses import HEADER, RECORD
from world_server.protocol.requests import Lane, decode_chat, decode_hello

BOUNDS = Bounds(-460, -400, 560, 540)


def test_connect_is_what_the_server_reads() -> None:
    packet = wire.hello("a-ticket", after=7)
    told = decode_hello(json.loads(packet.removeprefix("40")))
    assert (told.ticket, told.lane, told.after) == ("a-ticket", Lane.COMPACT, 7)
    assert decode_hello(json.loads(wire.hello("t", after=None)[2:])).after is None


def test_a_line_of_chat_is_what_the_server_reads() -> None:
    name, body = json.loads(wire.ask("chat", {"text": "こんにちは"}).removeprefix("42"))
    assert name == "chat"
    assert decode_chat(body).text == "こんにちは"


def test_a_move_is_at_most_a_centimetre_off_and_never_outside() -> None:
    move = decode_move(wire.move(65_537, Pose(1.234, 2, -3.21, 7.0), Gait.WALK, BOUNDS))
    stood = BOUNDS.unpack(move.pose)
    assert move.seq == 1
    assert stood.x == pytest.approx(1.234, abs=0.011)
    assert stood.z == pytest.approx(-3.21, abs=0.011)
    outside = decode_move(wire.move(1, Pose(9999, 2, 9999, 0), Gait.RUN, BOUNDS))
    assert BOUNDS.unpack(outside.pose).x == pytest.approx(BOUNDS.max_x, abs=0.011)


def test_a_goodbye_and_a_refusal_are_understood() -> None:
    heard = wire.hear("4" + encode_bye(bye(Close.RESTART)))
    assert isinstance(heard, Told)
    assert wire.refused(heard.body) == Refused("restart", retryable=True)
    away = wire.hear('44{"message":"x","data":' + json.dumps(refusal(TooMany(9)).body()) + "}")
    assert isinstance(away, Refused)
    assert (away.code, away.retryable, away.seconds) == ("too-many", True, 9.0)


@pytest.mark.parametrize("told", [None, [], "no", {"code": 4}, {}])
def test_what_is_no_refusal_is_somebody_else_s(told: object) -> None:
    assert wire.refused(told) is UNREACHABLE


def test_pings_are_known_and_answers_are_not_waited_for() -> None:
    assert wire.hear("2") == Ping()
    assert wire.hear('43[{"ok":true}]') is None
    assert wire.hear('0{"sid":"x"}') is None
    assert wire.hear('42["leave"]') == Told("leave", {})


def test_a_pose_frame_is_read_in_metres() -> None:
    wired = BOUNDS.pack(Pose(10, 2.5, -20, 0))
    record = np.array([(9, wired.x, wired.z, wired.y, wired.yaw, 1)], RECORD)
    head = np.array([(1, 0, 1, 1234)], HEADER)
    ((avatar, spot),) = wire.seen(head.tobytes() + record.tobytes(), BOUNDS)
    assert avatar == 9
    assert spot == pytest.approx(Spot(10, 2.5, -20), abs=0.011)
