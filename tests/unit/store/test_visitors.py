"""Nicknames and passports: what is shown to others, and what proves a visitor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.errors import NameRefused
from world_server.store.visitors import NICKNAME_LENGTH, check_nickname, new_passport


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("あいこ", "あいこ"),
        ("  Aiko   Tanaka ", "Aiko Tanaka"),
        ("Ｋａｓｈｉｍａ", "Kashima"),
        ("ณัฐ", "ณัฐ"),
        ("민준", "민준"),
        ("O'Neil", "O'Neil"),
        ("🦊", "🦊"),
    ],
)
def test_a_nickname_in_any_of_the_languages_is_shown(raw: str, shown: str) -> None:
    assert check_nickname(raw) == shown


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("あ" * 25, "long"),
        ("a\u202eb", "characters"),
        ("a\x00b", "characters"),
        ("a\u200bb", "characters"),
        ("...", "characters"),
        (7, "characters"),
        (None, "characters"),
        ("鹿島市役所 観光課", "reserved"),
        ("S T A F F", "reserved"),
        ("ＯＦＦＩＣＩＡＬ", "reserved"),
    ],
)
def test_a_nickname_that_breaks_a_rule_names_the_rule(raw: object, rule: str) -> None:
    with pytest.raises(NameRefused) as refusal:
        check_nickname(raw)
    assert refusal.value.rule == rule


@given(st.text(max_size=400))
def test_whatever_is_typed_the_nickname_is_short_stable_and_printable(raw: str) -> None:
    try:
        name = check_nickname(raw)
    except NameRefused:
        return
    assert 0 < len(name) <= NICKNAME_LENGTH
    assert name.isprintable()
    assert check_nickname(name) == name


def test_passports_are_never_alike_and_hold_their_secret_only_as_a_hash() -> None:
    passports = [new_passport() for _ in range(100)]
    assert len({p.visitor_id for p in passports}) == 100
    assert len({p.secret for p in passports}) == 100
    assert all(len(p.secret_hash) == 32 for p in passports)
    assert all(len(p.visitor_id) == 22 for p in passports)
