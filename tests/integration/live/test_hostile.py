"""Hostile callers: whatever they send, the town goes on, the log stays quiet, memory is bounded."""

import asyncio
import json
import logging
import random
import struct
from collections.abc import Callable

import pytest
from live_visitors import MOVE, Arrive, Line, Visitor
from patience import until
from web_town import Town

from world_server.live.mount import GATEWAY, LIVE
from world_server.protocol.limits import MAX_PAYLOAD

CHARACTERS = (0, 7, 32, 65, 0x3042, 0x202E, 0x200D, 0xD7FF, 0x1F376)
FIELDS = ("text", "phrase", "emote", "x", "y", "z", "yaw", "seq", "state", "_placeholder", "num",
          "ticket", "protocol", "lane", "after")  # fmt: skip
EVENTS = ("chat", "emote", "move", "leave", "connect", "disconnect", "message", "bare-move",
          "garbled", "*", "poses", "welcome", "")  # fmt: skip


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


async def attack(visitor: Visitor, dice: random.Random, *, rounds: int) -> None:
    """Talk nonsense, come back when thrown out, for so many messages."""
    line: Line | None = None
    for _ in range(rounds):
        if line is None or line.closed is not None:
            line = await somehow(visitor, dice)
        if line is None:
            continue
        try:
            if dice.random() < 0.5:
                await line.socket.send_str(any_text(dice))
            else:
                await line.socket.send_bytes(any_bytes(dice))
        except ConnectionError:
            line = None
        await asyncio.sleep(0)


async def somehow(visitor: Visitor, dice: random.Random) -> Line | None:
    lane = dice.choice(["compact", "events"])
    try:
        if dice.random() < 0.3:
            return await visitor.dial(any_json(dice), lane=lane)
        return await visitor.enter(lane=lane, after=dice.choice([None, 1, 5, 10**9]))
    except (AssertionError, TimeoutError, ConnectionError):
        visitor.ticket = ""
        return None


SEEDS = (1, 2, 3, 20261122)


@pytest.mark.parametrize("seed", SEEDS)
async def test_lm2_the_town_goes_on_whatever_is_sent(
    arrive: Arrive, town: Town, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    dice = random.Random(seed)
    aiko = await arrive("あいこ")
    honest = await aiko.enter()
    hostile = [await arrive(f"ならず者{number}") for number in range(3)]
    with caplog.at_level(logging.WARNING):
        await asyncio.gather(*(attack(one, dice, rounds=120) for one in hostile))
        answer = await honest.ask("emote", {"emote": 1})
    assert answer == {"ok": True}
    await honest.sees(honest.avatar)
    assert honest.closed is None
    loud = [record for record in caplog.records if record.name.startswith("world_server.live")]
    assert loud == [], [record.getMessage() for record in loud]
    for one in hostile:
        await one.close()
    gateway = town.server.app[GATEWAY]
    await until(lambda: len(gateway) == 1, seconds=15)
    assert not gateway._server._binary_packet
    assert len(gateway._server.environ) <= 1


async def test_lm1_a_message_that_is_too_long_closes_the_socket_and_nothing_else(
    arrive: Arrive,
) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    line, other = await aiko.enter(), await kenji.enter()
    head, tail = '42["chat",{"text":"', '"}]'
    await line.socket.send_str(head + "x" * (MAX_PAYLOAD - len(head + tail)) + tail)
    await line.socket.send_str('42["emote",{"emote":1}]')
    await other.hears("emote")
    assert line.closed is None
    await line.socket.send_str("42" + "x" * (MAX_PAYLOAD - 1))
    await line.until(lambda: line.closed)
    assert line.closed == 1009
    assert await other.ask("emote", {"emote": 1}) == {"ok": True}


async def test_lm2_reserved_events_do_nothing(arrive: Arrive, town: Town) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    for name in ("connect", "disconnect", "message", "bare-move"):
        await line.socket.send_str(f'42["{name}","client disconnect"]')
    assert await line.ask("emote", {"emote": 1}) == {"ok": True}
    (stay,) = town.server.app[LIVE].instances["public"].stays.values()
    assert stay.connection is not None


async def test_lm2_ten_strikes_and_out_for_good(arrive: Arrive) -> None:
    line = await (await arrive()).enter()
    for _ in range(11):
        await line.socket.send_str("42{")
    assert await line.hears("bye") == {"code": "hostile", "retryable": False, "details": {}}
    await line.until(lambda: line.disconnected and line.closed)


async def test_lm2_a_packet_that_announces_binary_holds_nothing_open(
    arrive: Arrive, town: Town
) -> None:
    line = await (await arrive()).enter(lane="events")
    await line.socket.send_str('459999999-["chat",{"_placeholder":true,"num":0}]')
    await line.socket.send_bytes(b"x" * 1000)
    assert await line.ask("emote", {"emote": 1}) == {"ok": True}
    assert not town.server.app[GATEWAY]._server._binary_packet
