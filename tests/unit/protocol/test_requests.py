"""JN1 to JN3, CH1 to CH3, EM1: what clients may ask, and how strictly it is read."""

import json
import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.errors import Malformed, ProtocolTooOld, TownError
from world_server.protocol.limits import CHAT_LENGTH
from world_server.protocol.messages import Said, encode_numbered
from world_server.protocol.requests import (
    Lane,
    Say,
    decode_chat,
    decode_emote,
    decode_hello,
    decode_person,
    decode_travel,
)

HELLO = {"ticket": "abc", "protocol": 1, "lane": "compact"}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["ticket", "protocol", "lane", "after", "text", "phrase", "emote", "place"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


def block(raw: object) -> object:
    return decode_person(raw, "block")


@given(anything)
def test_jn1_ch1_em1_tv1_bl1_whatever_json_comes_it_is_read_or_refused(raw: object) -> None:
    for decode in (decode_hello, decode_chat, decode_emote, decode_travel, block):
        try:
            decode(raw)
        except TownError as refused:
            json.dumps(refused.details)


def test_jn1_after_may_be_missing_or_null() -> None:
    assert decode_hello(HELLO).after is None
    assert decode_hello({**HELLO, "after": None}).after is None
    assert decode_hello({**HELLO, "after": 0}).after == 0
    assert decode_hello({**HELLO, "after": 7.0}).after == 7


@pytest.mark.parametrize("after", [-1, 1.5, True, "3", 2**53, [3]])
def test_jn1_after_is_a_whole_number(after: object) -> None:
    with pytest.raises(Malformed) as refused:
        decode_hello({**HELLO, "after": after})
    assert refused.value.field == "after"


@pytest.mark.parametrize("ticket", ["", "x" * 1025, None, 5, ["abc"]])
def test_jn1_a_ticket_is_a_short_text(ticket: object) -> None:
    with pytest.raises(Malformed):
        decode_hello({**HELLO, "ticket": ticket})


@pytest.mark.parametrize("protocol", [0, 2, 99])
def test_jn2_another_protocol_is_told_so_even_if_the_rest_is_unknown(protocol: int) -> None:
    with pytest.raises(ProtocolTooOld):
        decode_hello({"protocol": protocol, "lane": "quantum"})


@pytest.mark.parametrize("lane", [None, "", "COMPACT", 1, ["compact"], {"compact": 1}])
def test_jn3_there_are_two_lanes(lane: object) -> None:
    with pytest.raises(Malformed):
        decode_hello({**HELLO, "lane": lane})
    assert decode_hello({**HELLO, "lane": "events"}).lane is Lane.EVENTS


@given(st.text(max_size=2 * CHAT_LENGTH + 5))
def test_ch2_a_line_that_passes_is_short_visible_and_folded(raw: str) -> None:
    try:
        text = decode_chat({"text": raw}).text
    except Malformed:
        return
    assert text is not None
    assert 0 < len(text) <= CHAT_LENGTH
    assert text == " ".join(text.split())
    assert unicodedata.is_normalized("NFC", text) or "\u200c" in text or "\u200d" in text
    hidden = {
        character
        for character in text
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}
    }
    assert hidden <= {"\u200c", "\u200d"}
    json.loads(encode_numbered(Said(speaker=1, nickname="a", at=_noon(), text=text), 1)[1:])


def _noon() -> datetime:
    return datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("こんにちは", "こんにちは"),
        (" a \t b\nc\u2028d ", "a b c d"),
        ("e\u0301te\u0301", "été"),
        ("👩‍🌾 と 👨‍👩‍👧", "👩‍🌾 と 👨‍👩‍👧"),
        ("กำลังเดิน", "กำลังเดิน"),
        ("pay \u202eelbaliava\u202c", "pay elbaliava"),
        ("zero\u200bwidth", "zerowidth"),
        ("x" * 200, "x" * 200),
        ("half \ud800 a pair", "half a pair"),
    ],
)
def test_ch2_lines_are_read_as_people_read_them(raw: str, text: str) -> None:
    assert decode_chat({"text": raw}) == Say(text=text)


@pytest.mark.parametrize(
    "raw", ["", "   ", "\u200d\u200d", "\u0301", "\x00\x07", "x" * 201, "\ud800"]
)
def test_ch2_a_line_of_nothing_or_too_much_is_refused(raw: str) -> None:
    with pytest.raises(Malformed):
        decode_chat({"text": raw})


@pytest.mark.parametrize("raw", [{}, {"text": "a", "phrase": 1}, {"words": "a"}, None, "a", ["a"]])
def test_ch1_exactly_one_of_text_and_phrase(raw: object) -> None:
    with pytest.raises(Malformed):
        decode_chat(raw)


@pytest.mark.parametrize("phrase", [0, 13, -1, 1.5, "1", None, True])
def test_ch3_a_phrase_is_a_number_on_the_list(phrase: object) -> None:
    with pytest.raises(Malformed):
        decode_chat({"phrase": phrase})
    assert decode_chat({"phrase": 12.0}) == Say(phrase=12)


@pytest.mark.parametrize("emote", [0, 6, True, None, "1", 2.5])
def test_em2_an_emote_is_a_number_on_the_list(emote: object) -> None:
    with pytest.raises(Malformed):
        decode_emote({"emote": emote})
    assert [decode_emote({"emote": number}).emote for number in range(1, 6)] == [1, 2, 3, 4, 5]


def test_nu2_fields_nobody_knows_yet_are_ignored() -> None:
    assert decode_chat({"phrase": 2, "mood": "glad"}) == Say(phrase=2)
    assert decode_emote({"emote": 1, "twice": True}).emote == 1
    assert decode_hello({**HELLO, "client": "0.2"}).lane is Lane.COMPACT
