"""Codes: read as they were meant, derived alike everywhere, worthless after a minute."""

from datetime import UTC, datetime, timedelta

import pytest
from fixed_time import MORNING
from hypothesis import given
from hypothesis import strategies as st

from world_server.codes import (
    ALPHABET,
    MAC_LENGTH,
    ONE_TIME_LENGTH,
    STEP_SECONDS,
    OneTimeCode,
    RotatingCode,
    grouped,
    hash_of,
    keyed_word,
    new_one_time,
    read,
    rotating,
    step_begins,
    step_of,
    steps_behind,
)

SECRET = "a secret of thirty-two characters"
NUMBERS = st.integers(min_value=1, max_value=999_999_999)
MOMENTS = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=25_000)).map(
    lambda passed: datetime(2026, 1, 1, tzinfo=UTC) + passed
)


def shown(claim_id: int, at: datetime, *, secret: str = SECRET) -> RotatingCode:
    """What somebody who scans the screen at that moment sends."""
    code = read(rotating(secret, claim_id=claim_id, step=step_of(at)))
    assert isinstance(code, RotatingCode)
    return code


def test_one_time_codes_hold_128_bits_and_never_repeat() -> None:
    made = {new_one_time() for _ in range(2000)}
    assert len(made) == 2000
    assert {len(code) for code in made} == {ONE_TIME_LENGTH}
    assert {character for code in made for character in code} == set(ALPHABET)
    # 26 characters hold two bits more than there are.
    assert {code[0] for code in made} == set(ALPHABET[:8])


@given(st.integers(min_value=0, max_value=2**128 - 1).map(lambda _: new_one_time()))
def test_a_printed_code_is_read_however_it_is_copied(code: str) -> None:
    wide = "".join(chr(ord(character) + 0xFEE0) for character in code)
    copied = (
        code,
        grouped(code),
        grouped(code).replace(" ", "-").lower(),
        f"  {wide}\u3000",
        code.replace("0", "o").replace("1", "l"),
        code.replace("0", "O").replace("1", "I"),
    )
    assert {read(one) for one in copied} == {OneTimeCode(hash_of(code))}


@given(NUMBERS, MOMENTS)
def test_a_rotating_code_is_read_as_it_is_shown(claim_id: int, at: datetime) -> None:
    text = rotating(SECRET, claim_id=claim_id, step=step_of(at))
    code = read(text)
    assert code == read(grouped(text)) == read(text.lower())
    assert isinstance(code, RotatingCode)
    assert code.claim_id == claim_id
    assert steps_behind(SECRET, code, now=at) == 0


@given(st.text(max_size=300))
def test_anything_may_be_typed(typed: str) -> None:
    code = read(typed)
    assert code is None or isinstance(code, OneTimeCode | RotatingCode)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1",
        "A" * 25,
        "A" * 27,
        "U" * 26,
        "' OR 1=1 --",
        "٣" * 26,
        "0" * 10_000,
        "-" * 40,
        "1234567890ABCDEFGHJKMN",
    ],
)
def test_what_no_code_looks_like_is_none(typed: str) -> None:
    assert read(typed) is None


@given(
    NUMBERS,
    MOMENTS,
    st.floats(min_value=-3600, max_value=3600, allow_nan=False).map(
        lambda seconds: timedelta(seconds=seconds)
    ),
)
def test_a_photographed_code_is_worthless_after_a_minute(
    claim_id: int, at: datetime, later: timedelta
) -> None:
    behind = steps_behind(SECRET, shown(claim_id, at), now=at + later)
    begins = step_begins(step_of(at))
    passed = (at + later - begins).total_seconds()
    is_good = behind is not None and -1 <= behind <= 1
    assert is_good == (-STEP_SECONDS <= passed < 2 * STEP_SECONDS)
    # Once it was on the screen it is good for a minute, however early in the half minute.
    if later >= timedelta(minutes=1):
        assert not is_good


def test_at_the_edge_of_a_step_the_codes_around_it_are_good() -> None:
    edge = step_begins(step_of(MORNING))
    code = shown(7, edge)
    ages = {
        seconds: steps_behind(SECRET, code, now=edge + timedelta(seconds=seconds))
        for seconds in (-30.001, -30, -0.001, 0, 29.999, 30, 59.999, 60, 629.999, 630)
    }
    assert ages == {
        -30.001: None,
        -30: -1,
        -0.001: -1,
        0: 0,
        29.999: 0,
        30: 1,
        59.999: 1,
        60: 2,
        629.999: 20,
        630: None,
    }


@given(NUMBERS, NUMBERS, MOMENTS)
def test_a_code_is_of_one_claim_and_of_one_town(one: int, other: int, at: datetime) -> None:
    code = shown(one, at)
    assert steps_behind("another secret of thirty-two letters", code, now=at) is None
    if one != other:
        assert steps_behind(SECRET, RotatingCode(other, code.mac), now=at) is None


def test_a_changed_character_is_another_code() -> None:
    code = shown(7, MORNING)
    for at in range(MAC_LENGTH):
        for character in set(ALPHABET) - {code.mac[at]}:
            changed = code.mac[:at] + character + code.mac[at + 1 :]
            assert steps_behind(SECRET, RotatingCode(7, changed), now=MORNING) is None


def test_sixty_bits_are_beyond_guessing_within_any_limit() -> None:
    """480 tries at once and four a second, from a thousand addresses, for a whole day."""
    tries = 1000 * (480 + 4 * 24 * 3600)
    good_at_a_time = 3
    assert 32**MAC_LENGTH / (tries * good_at_a_time) > 1_000


def test_what_is_kept_of_a_word_depends_on_the_secret_and_the_event() -> None:
    kept = keyed_word(SECRET, "higata507318", event_id=1)
    assert kept == keyed_word(SECRET, "higata507318", event_id=1)
    assert kept != keyed_word(SECRET, "higata507318", event_id=2)
    assert kept != keyed_word("x" * 32, "higata507318", event_id=1)
    assert kept != keyed_word(SECRET, "higata507319", event_id=1)
    assert len(kept) == 32
