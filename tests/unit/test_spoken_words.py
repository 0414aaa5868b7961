"""Words said aloud: one spelling for what people type, and none that is easy to guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.spoken_words import (
    LEAST_BITS,
    LOCAL_WORDS,
    LONGEST_WORD,
    PROPOSED_DIGITS,
    bits,
    folded,
    is_strong,
    strong_proposal,
)


@pytest.mark.parametrize(
    "typed",
    [
        "Higata 507-318",
        "higata507318",
        "ＨＩＧＡＴＡ　５０７　３１８",
        "  higata\t507\n318 ",
        "higata・507‐318",
    ],
)
def test_width_case_spaces_and_hyphens_make_no_difference(typed: str) -> None:
    assert folded(typed) == "higata507318"


@pytest.mark.parametrize("typed", ["ムツゴロウ", "むつごろう", "ﾑﾂｺﾞﾛｳ", "むつ ごろう"])
def test_both_kana_are_one_spelling(typed: str) -> None:
    assert folded(typed) == "むつごろう"


def test_a_long_vowel_is_part_of_the_word() -> None:
    assert folded("らーめん") != folded("らめん")


@given(st.text(max_size=400))
def test_folding_twice_changes_nothing_more(typed: str) -> None:
    once = folded(typed)
    assert folded(once[: LONGEST_WORD * 4]) == folded(folded(once[: LONGEST_WORD * 4]))
    assert not any(character.isspace() for character in once)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "kashima",
        "ムツゴロウ",
        "祐徳稲荷神社",
        "12345678",
        "00000000000",
        "98765432",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "password",
        "kashima 2026",
        "x" * (LONGEST_WORD + 1) + "83947261",
        "higata\x00507318",
    ],
)
def test_a_word_that_is_easy_to_guess_is_not_taken(word: str) -> None:
    assert not is_strong(folded(word))


@pytest.mark.parametrize(
    "word",
    ["higata 507 318", "ムツゴロウ 83951", "干潟のガタゴロウ夕焼け", "correct horse battery"],
)
def test_a_word_with_enough_in_it_is_taken(word: str) -> None:
    assert is_strong(folded(word))


def test_what_the_town_proposes_is_strong_and_easy_to_type() -> None:
    for _ in range(500):
        word = strong_proposal()
        assert word.isascii()
        assert is_strong(folded(word))


def test_nobody_guesses_a_proposal_within_the_limits() -> None:
    """How many wrong words may be tried is in `web/limits.py`; the odds are worked out here."""
    from world_server.store.claim_rules import LONGEST_WORD_WINDOW
    from world_server.web.limits import ADDRESS_WORDS, EVENT_WORDS

    drawn = len(LOCAL_WORDS) * 10**PROPOSED_DIGITS
    seconds = LONGEST_WORD_WINDOW.total_seconds()

    def tries(size: int, seconds_each: float) -> float:
        return size + seconds / seconds_each

    one_address = tries(ADDRESS_WORDS.size, ADDRESS_WORDS.seconds_each)
    whole_world = tries(EVENT_WORDS.size, EVENT_WORDS.seconds_each)
    assert drawn / one_address > 100_000
    assert drawn / whole_world > 30_000
    # The weakest word staff may choose themselves, by the estimate from below.
    assert 2**LEAST_BITS / one_address > 40_000
    assert 2**LEAST_BITS / whole_world > 10_000


@given(st.text(max_size=60))
def test_more_characters_are_never_easier(word: str) -> None:
    assert bits(word + "7") >= bits(word)
