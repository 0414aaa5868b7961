"""Links of screens and holds of codes: ours only, in time only, each for its own purpose."""

from datetime import datetime, timedelta

import pytest
from fixed_time import MORNING
from hypothesis import given
from hypothesis import strategies as st

from world_server import qr
from world_server.claim_tokens import (
    LONGEST_HOLD,
    claim_of_screen,
    hold_token,
    new_hold,
    read_hold,
    screen_token,
)
from world_server.errors import ClaimRefused
from world_server.store.claim_rules import LONGEST_WINDOW

SECRET = "a secret of thirty-two characters"
OTHER = "another secret of thirty-two letters"


def test_a_screens_link_names_its_claim_for_as_long_as_a_claim_may_last() -> None:
    token = screen_token(SECRET, claim_id=7, now=MORNING)
    assert claim_of_screen(SECRET, token, now=MORNING) == 7
    assert claim_of_screen(SECRET, token, now=MORNING + LONGEST_WINDOW) == 7
    with pytest.raises(ClaimRefused, match="too-late"):
        claim_of_screen(SECRET, token, now=MORNING + LONGEST_WINDOW + timedelta(seconds=1))


def test_a_hold_keeps_the_moment_to_the_millisecond_for_ten_minutes() -> None:
    at = datetime.fromisoformat("2026-11-22T14:59:59.999+00:00")
    hold = new_hold(7, now=at)
    token = hold_token(SECRET, hold)
    assert read_hold(SECRET, token, now=at + timedelta(minutes=5)) == hold
    with pytest.raises(ClaimRefused, match="stale"):
        read_hold(SECRET, token, now=at + LONGEST_HOLD + timedelta(seconds=2))


def test_two_holds_of_one_code_are_told_apart() -> None:
    one, other = new_hold(7, now=MORNING), new_hold(7, now=MORNING)
    assert one.number != other.number


def test_what_was_signed_for_one_purpose_is_nothing_for_another() -> None:
    screen = screen_token(SECRET, claim_id=7, now=MORNING)
    hold = hold_token(SECRET, new_hold(7, now=MORNING))
    for read, token in ((claim_of_screen, hold), (read_hold, screen)):
        with pytest.raises(ClaimRefused, match="unknown"):
            read(SECRET, token, now=MORNING)


def test_another_towns_tokens_are_nothing() -> None:
    screen = screen_token(OTHER, claim_id=7, now=MORNING)
    hold = hold_token(OTHER, new_hold(7, now=MORNING))
    for read, token in ((claim_of_screen, screen), (read_hold, hold)):
        with pytest.raises(ClaimRefused, match="unknown"):
            read(SECRET, token, now=MORNING)


@given(st.text(max_size=400))
def test_nothing_anybody_makes_up_is_a_token(made_up: str) -> None:
    for read in (claim_of_screen, read_hold):
        with pytest.raises(ClaimRefused):
            read(SECRET, made_up, now=MORNING)


def test_a_changed_character_spoils_a_token() -> None:
    token = hold_token(SECRET, new_hold(7, now=MORNING))
    # Of the last character some bits are padding.
    for at in range(len(token) - 1):
        other = "A" if token[at] != "A" else "B"
        with pytest.raises(ClaimRefused):
            read_hold(SECRET, token[:at] + other + token[at + 1 :], now=MORNING)


def test_the_rows_of_a_code_are_the_drawing_of_it() -> None:
    link = "https://kashima.example/c/#12-ABCDEFGHJKMN"
    rows = qr.rows(link)
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"0", "1"}
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    assert [row[:7] for row in rows[:7]] == finder
    assert [row[-7:] for row in rows[:7]] == finder
    size = len(rows) + 8  # with the quiet zone on both sides
    assert f'viewBox="0 0 {size} {size}"' in qr.svg(link)
