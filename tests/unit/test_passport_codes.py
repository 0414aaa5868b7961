"""Codes for passports: as random as they look, read as people type them, kept as keyed hashes."""

from hypothesis import given
from hypothesis import strategies as st

from world_server import codes, passport_codes
from world_server.passport_codes import device_secret, grouped, keyed, keyed_attempt, new, read


def test_a_code_is_sixteen_characters_of_eighty_random_bits() -> None:
    made = {new() for _ in range(2000)}
    assert len(made) == 2000
    assert all(len(code) == 16 and set(code) <= set(codes.ALPHABET) for code in made)
    at_each_place = [{code[place] for code in made} for place in range(16)]
    assert all(len(seen) == 32 for seen in at_each_place)


def test_people_may_type_it_as_they_like() -> None:
    for typed in (
        "0123 4567 89AB CDEF",
        "o123-4567-89ab-cdef",
        " ０１２３４５６７８９ａｂｃｄｅｆ ",
        "OI23456789ABCDEF",
    ):
        assert read(typed) == "0123456789ABCDEF"
    assert grouped("0123456789ABCDEF") == "0123 4567 89AB CDEF"


@given(st.text(max_size=120))
def test_nothing_else_is_read_as_a_code(typed: str) -> None:
    meant = read(typed)
    assert meant is None or (len(meant) == 16 and set(meant) <= set(codes.ALPHABET))


def test_a_code_for_a_badge_is_none_for_a_passport_and_the_other_way_round() -> None:
    assert read(codes.new_one_time()) is None
    assert not isinstance(codes.read(new()), codes.OneTimeCode)


def test_what_is_kept_and_handed_out_needs_the_town_s_secret() -> None:
    code, attempt = new(), "a" * 22
    made = {
        keyed("s" * 32, code),
        keyed("t" * 32, code),
        keyed("s" * 32, new()),
        keyed_attempt("s" * 32, code),
        device_secret("s" * 32, code, attempt).encode(),
        device_secret("t" * 32, code, attempt).encode(),
        device_secret("s" * 32, code, "b" * 22).encode(),
        device_secret("s" * 32, new(), attempt).encode(),
    }
    assert len(made) == 8
    assert device_secret("s" * 32, code, attempt) == device_secret("s" * 32, code, attempt)
    assert len(device_secret("s" * 32, code, attempt)) == 43
    assert passport_codes.LENGTH * codes.BITS_EACH == 80
