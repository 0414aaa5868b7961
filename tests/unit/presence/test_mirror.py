"""Glimpses as values: what is written is read back, anything else is refused, all is bounded."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.errors import Malformed
from world_server.presence.mirror import (
    LARGEST,
    LARGEST_BYTES,
    MOST_HEROES,
    MOST_LINES,
    Gesture,
    Glimpse,
    Hero,
    Line,
    decode,
    encode,
)
from world_server.protocol.geometry import WirePose
from world_server.protocol.limits import CHAT_LENGTH

STATES = [gait | snap for gait in (0, 1, 2) for snap in (0, 16)]
"""PO4: stand, walk, run; and the same put there."""

u16 = st.integers(0, 0xFFFF)
count = st.integers(0, LARGEST)
visible = st.characters(exclude_categories=["Cs"])
name = st.text(visible, min_size=1, max_size=64)
heroes = st.builds(
    Hero,
    visitor_id=name,
    name=name,
    look=st.integers(0, 2**24 - 1),
    role=st.sampled_from(["guide", "staff"]),
    pose=st.builds(WirePose, x=u16, z=u16, y=st.integers(-0x8000, 0x7FFF), yaw=st.integers(0, 255)),
    state=st.sampled_from(STATES),
)
gestures = st.builds(Gesture, visitor_id=name, emote=st.integers(1, 5))
said = st.one_of(
    st.tuples(st.text(visible, min_size=1, max_size=CHAT_LENGTH), st.none()),
    st.tuples(st.none(), st.integers(1, 12)),
)
lines = st.builds(
    lambda number, visitor_id, name, at, what: Line(number, visitor_id, name, at, *what),
    count,
    name,
    name,
    st.datetimes(min_value=datetime(2020, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  zoned by hypothesis
    said,
)
glimpses = st.builds(
    Glimpse,
    origin=name,
    instance=name,
    n=count,
    told=count,
    heroes=st.lists(heroes, max_size=3).map(tuple),
    gestures=st.lists(gestures, max_size=3).map(tuple),
    lines=st.lists(lines, max_size=3).map(tuple),
)
json = st.recursive(
    st.none() | st.booleans() | count | st.floats(allow_nan=False) | st.text(visible),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(visible), inner),
)

GUIDE = Hero("v" * 22, "ガイド", 7, "guide", WirePose(100, 200, -5, 9), 1)
WORD = Line(3, "v" * 22, "ガイド", datetime(2026, 11, 22, 1, tzinfo=UTC), "こちらへ", None)
FINE = Glimpse("o", "event-x.2", 5, 2, (GUIDE,), (Gesture("v" * 22, 2),), (WORD,))


@given(glimpses)
def test_what_is_written_is_read_back(glimpse: Glimpse) -> None:
    assert decode(encode(glimpse)) == glimpse


@given(st.binary() | json.map(orjson.dumps))
def test_anything_else_is_refused_and_nothing_worse(raw: bytes) -> None:
    with pytest.raises(Malformed):
        decode(raw)


def test_bytes_that_were_damaged_on_the_way_are_read_as_a_glimpse_or_refused() -> None:
    dice = random.Random(20261122)
    fine, refused = encode(FINE), 0
    for _ in range(4000):
        raw = bytearray(fine)
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(raw))
            match dice.randrange(3):
                case 0:
                    raw[at] = dice.randrange(256)
                case 1:
                    del raw[at : at + dice.randint(1, 9)]
                case _:
                    raw[at:at] = dice.randbytes(dice.randint(1, 9))
        try:
            told = decode(bytes(raw))
        except Malformed:
            refused += 1
        else:
            assert decode(encode(told)) == told
    assert refused > 2000


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: told.pop("heroes"),
        lambda told: told.update(n=True),
        lambda told: told.update(n=-1),
        lambda told: told.update(n=2**53),
        lambda told: told.update(origin=""),
        lambda told: told.update(instance="x" * 65),
        lambda told: told.update(instance=3),
        lambda told: told.update(heroes={}),
        lambda told: told.update(heroes=told["heroes"] * (MOST_HEROES + 1)),
        lambda told: told.update(lines=told["lines"] * (MOST_LINES + 1)),
        lambda told: told.update(gestures=told["gestures"] * (MOST_LINES + 1)),
        lambda told: told.update(lines=["hello"]),
        lambda told: told["heroes"][0].update(role="visitor"),
        lambda told: told["heroes"][0].update(look=2**24),
        lambda told: told["heroes"][0].update(pose=[1, 2, 3, 4]),
        lambda told: told["heroes"][0]["pose"].update(x=65536),
        lambda told: told["heroes"][0]["pose"].update(y=-32769),
        lambda told: told["heroes"][0]["pose"].update(yaw=0.5),
        lambda told: told["heroes"][0].update(state=3),
        lambda told: told["heroes"][0].update(state=32),
        lambda told: told["gestures"][0].update(emote=6),
        lambda told: told["lines"][0].update(text="x" * (CHAT_LENGTH + 1)),
        lambda told: told["lines"][0].update(phrase=1),
        lambda told: told["lines"][0].update(text=None),
        lambda told: told["lines"][0].update(text=None, phrase=13),
        lambda told: told["lines"][0].update(at="2026-11-22T01:00:00"),
        lambda told: told["lines"][0].update(at="yesterday"),
        lambda told: told["lines"][0].update(at=0),
    ],
)
def test_an_almost_right_glimpse_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    told = orjson.loads(encode(FINE))
    assert decode(orjson.dumps(told)) == FINE
    spoil(told)
    with pytest.raises(Malformed):
        decode(orjson.dumps(told))


def test_a_field_of_a_later_version_is_ignored() -> None:
    told = orjson.loads(encode(FINE))
    told["heroes"][0]["hat"] = "tall"
    assert decode(orjson.dumps({**told, "more": 1})) == FINE


def test_the_largest_glimpse_there_can_be_is_short_enough() -> None:
    wide = "😀"
    hero = replace(GUIDE, name=wide * 24, pose=WirePose(65535, 65535, -32768, 255), look=2**24 - 1)
    line = replace(WORD, name=wide * 24, text=wide * CHAT_LENGTH, number=LARGEST)
    largest = replace(
        FINE,
        heroes=(hero,) * MOST_HEROES,
        gestures=FINE.gestures * MOST_LINES,
        lines=(line,) * MOST_LINES,
    )
    assert len(encode(largest)) <= LARGEST_BYTES
    assert decode(encode(largest)) == largest
