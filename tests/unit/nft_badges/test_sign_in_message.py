"""EIP-4361 by the letter: our own vectors, what is written is read back, and no text breaks it."""

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from eth_utils.address import to_checksum_address
from hypothesis import example, given
from hypothesis import strategies as st

from nft_badges.wallet import grammar
from nft_badges.wallet.message import NotAMessage, SignIn, parse

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "sign_in.json").read_text(encoding="utf-8")
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
GOOD, BAD = VECTORS["good"], VECTORS["bad"]
ALPHANUMERIC = st.characters(codec="ascii", categories=("Lu", "Ll", "Nd"))
WORDS = st.text(ALPHANUMERIC, min_size=1, max_size=12)
MARKS = st.text(st.sampled_from("abcXYZ019-._~:/?#[]@!$&'()*+,;= "), min_size=1, max_size=60)
ADDRESSES = st.binary(min_size=20, max_size=20).map(to_checksum_address)
MOMENTS = st.integers(0, 10**16).map(
    lambda micros: (EPOCH + timedelta(microseconds=micros)).isoformat().replace("+00:00", "Z")
)
URIS = st.builds("https://{}.example/{}?{}#{}".format, WORDS, WORDS, WORDS, WORDS)
LEADING_ZEROS = re.compile(r"(?<=Chain ID: )0+(?=[0-9])")
MESSAGES = st.builds(
    SignIn,
    domain=st.builds("{}.example".format, WORDS),
    address=ADDRESSES,
    uri=URIS,
    chain_id=st.integers(0, 2**256 - 1),
    nonce=st.text(ALPHANUMERIC, min_size=8, max_size=40),
    issued_at=MOMENTS,
    scheme=st.none() | st.sampled_from(["http", "https"]),
    statement=st.none() | MARKS,
    expiration_time=st.none() | MOMENTS,
    not_before=st.none() | MOMENTS,
    request_id=st.none() | st.text(st.sampled_from("aZ9-._~!$&'()*+,;=:@"), max_size=20),
    resources=st.none() | st.lists(URIS, max_size=3).map(tuple),
)


def test_the_vectors_are_many_and_of_both_kinds() -> None:
    assert len(GOOD) >= 30
    assert len(BAD) >= 60
    texts = [one["text"] for one in (*GOOD, *BAD)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("vector", GOOD, ids=[one["name"] for one in GOOD])
def test_what_the_grammar_allows_is_read(vector: dict[str, Any]) -> None:
    read = asdict(parse(vector["text"]))
    assert {
        name: list(value) if isinstance(value, tuple) else value for name, value in read.items()
    } == vector["fields"]


@pytest.mark.parametrize("vector", BAD, ids=[one["name"] for one in BAD])
def test_what_the_grammar_does_not_allow_is_refused_by_name(vector: dict[str, Any]) -> None:
    with pytest.raises(NotAMessage) as refused:
        parse(vector["text"])
    assert str(refused.value) == vector["part"]


@given(MESSAGES)
def test_what_is_written_is_read_back(message: SignIn) -> None:
    assert parse(message.text) == message


@given(MESSAGES, st.data())
def test_no_changed_byte_goes_unnoticed(message: SignIn, data: st.DataObject) -> None:
    """Whatever is still a message says something else, or the same number written otherwise."""
    text = message.text
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.sampled_from(["", "\n", " ", "0", "x", "%", "é", ":", text[at] * 2]))
    changed = text[:at] + put + text[at + 1 :]
    try:
        read = parse(changed)
    except NotAMessage:
        return
    assert LEADING_ZEROS.sub("", read.text) == LEADING_ZEROS.sub("", changed)


@given(st.text(max_size=400))
@example("\n" * 400)
@example("x" * 100_000)
def test_any_text_at_all_is_a_message_or_a_refusal(text: str) -> None:
    with pytest.raises(NotAMessage):
        parse(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T09:00:00+09:00", 0),
        ("1969-12-31T19:30:00-04:30", 0),
        ("1970-01-01T00:00:01.5z", 1.5),
        ("1970-01-01t00:00:00.9999999Z", 0.999999),
        ("2016-12-31T23:59:60Z", 1483228800),
    ],
)
def test_a_moment_is_the_same_however_it_is_written(text: str, seconds: float) -> None:
    assert grammar.moment(text) == EPOCH + timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+09:00", "9999-12-31T23:59:60Z"])
def test_a_moment_beyond_all_calendars_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        grammar.moment(text)
