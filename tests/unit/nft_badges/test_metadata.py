"""The facts whose hash is on the chain never depend on where or how they are served."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nft_badges.metadata import CANONICAL_VERSION, KINDS, Facts, base_uri, id_text
from world_server.store.tables.award import BadgeKind

FACTS = Facts(
    id=7,
    kind=BadgeKind.EVENT,
    title="酒蔵通りの夕べ",
    place="sakagura-dori",
    occurred_on=date(2026, 11, 22),
)


KEYED = replace(FACTS, key="event:7")


def test_facts_are_canonical_json() -> None:
    assert KEYED.canonical().decode() == (
        '{"id":7,"key":"event:7","kind":"event","occurredOn":"2026-11-22",'
        '"place":"sakagura-dori","title":"酒蔵通りの夕べ","version":2}'
    )
    assert KEYED.digest == hashlib.sha256(KEYED.canonical()).digest()


OLD_HASH = "b82dd2b3d5f7f14826469ac4e2be82481e8035206442da32644dc923739125d7"


def test_badges_hashed_in_the_first_form_are_known_for_ever() -> None:
    """The bytes and the hash are those of version 1, which chains already hold."""
    first = (
        '{"id":7,"kind":"event","occurredOn":"2026-11-22",'
        '"place":"sakagura-dori","title":"酒蔵通りの夕べ"}'
    )
    assert KEYED.canonical(1).decode() == first
    assert FACTS.canonical().decode() == first  # a badge without a key knows no other form
    assert KEYED.digest_in(1).hex() == OLD_HASH
    assert KEYED.version_of(bytes.fromhex(OLD_HASH)) == 1
    assert KEYED.version_of(KEYED.digest) == CANONICAL_VERSION


@pytest.mark.parametrize(
    "other",
    [
        {"id": 8},
        {"kind": BadgeKind.HOST},
        {"title": "酒蔵通りの朝"},
        {"place": "torii"},
        {"occurred_on": date(2026, 11, 23)},
        {"key": "event:8"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_whatever_matters_is_in_the_hash(other: dict[str, Any]) -> None:
    changed = replace(KEYED, **other)
    assert changed.digest != KEYED.digest
    assert changed.version_of(KEYED.digest) is None


@given(
    st.builds(
        Facts,
        id=st.integers(1, 2**31 - 1),
        kind=st.sampled_from(BadgeKind),
        title=st.text(min_size=1, max_size=80),
        place=st.text(max_size=40),
        occurred_on=st.dates(),
        key=st.none() | st.text(min_size=1, max_size=80),
    )
)
def test_the_form_is_that_of_rfc_8785(facts: Facts) -> None:
    """Names sorted, nothing between them, and only those letters escaped that must be."""
    text = facts.canonical().decode()
    told = json.loads(text)
    assert list(told) == sorted(told)
    quoted = {name: _as_rfc_8785(value) for name, value in told.items()}
    assert text == "{" + ",".join(f'"{name}":{value}' for name, value in quoted.items()) + "}"


ESCAPES = {8: "b", 9: "t", 10: "n", 12: "f", 13: "r", 34: '"', 92: "\\"}


def _as_rfc_8785(value: str | int) -> str:
    """A value as section 3.2.2 of the standard spells it, letter by letter."""
    if isinstance(value, int):
        return str(value)
    letters = (
        f"\\{ESCAPES[ord(one)]}"
        if ord(one) in ESCAPES
        else f"\\u{ord(one):04x}"
        if ord(one) < 32
        else one
        for one in value
    )
    return '"' + "".join(letters) + '"'


def test_ids_in_addresses_are_64_lower_case_hex_digits() -> None:
    assert id_text(7) == "0" * 63 + "7"
    assert id_text(0xABC) == "0" * 61 + "abc"
    assert base_uri("https://town.example") == "https://town.example/badges/meta/"


def test_every_kind_has_its_own_number_for_ever() -> None:
    assert KINDS == {"event": 1, "rally": 2, "monthly": 3, "real": 4, "host": 5}
