"""LM2, LM4, MV4: how much one connection may say."""

import pytest

from world_server.live.intake import Intake, is_spoken
from world_server.protocol.closing import Close


@pytest.mark.parametrize(
    "message", ["3", "1", '40{"ticket":"x"}', "41", '42["chat",{}]', '427["chat",{}]']
)
def test_lm2_what_a_visitor_may_say_is_let_through(message: str) -> None:
    assert is_spoken(message)


@pytest.mark.parametrize(
    "message",
    ["", "0", "2", "2probe", "3probe", "4", "43[1]", "44{}", '451-["x"]', "461-[]", "5", "6", "7",
     "b4AAE=", "x", "あ", "\x00", "1x", " 42[]"],
)  # fmt: skip
def test_lm2_everything_else_is_not(message: str) -> None:
    assert not is_spoken(message)


def test_lm4_sixty_requests_at_once_then_twenty_a_second() -> None:
    intake = Intake(now=0)
    assert [intake.request(0) for _ in range(60)] == [None] * 60
    assert intake.request(0) is Close.FLOOD
    assert [intake.request(1) for _ in range(20)] == [None] * 20
    assert intake.request(1) is Close.FLOOD


def test_mv4_a_stalled_radio_is_forgiven_and_a_flood_is_not() -> None:
    intake = Intake(now=0)
    assert intake.moves(120, 0) is None
    assert intake.moves(5, 0.5) is None
    assert intake.moves(20, 0.5) is Close.FLOOD
    assert all(Intake(now=0).moves(5, second / 2) is None for second in range(200))


def test_lm2_ten_strikes_and_one_is_forgiven_every_ten_seconds() -> None:
    intake = Intake(now=0)
    assert [intake.strike(0) for _ in range(10)] == [None] * 10
    assert intake.strike(9) is Close.HOSTILE
    assert intake.strike(10) is None
    assert intake.strike(11) is Close.HOSTILE
