"""Which passwords are refused, and that a wrong login costs as much as a wrong password."""

import statistics
import time

import pytest
from argon2 import PasswordHasher

from admin.passwords import NOBODY, Passwords, Weakness, weakness

GOOD = "hama-no-yuugure-42"


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "水曜の朝、汽車で肥前浜へ",
        "kashima-kankou-ka",
        GOOD,
        "x7!kQ2#mP9zL",
    ],
)
def test_a_password_worth_having_is_taken(password: str) -> None:
    assert weakness(password, login="tanaka", name="田中") is None


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", Weakness.SHORT),
        ("hama-no-yuu", Weakness.SHORT),
        ("hama" * 65, Weakness.LONG),
        ("password1234", Weakness.OBVIOUS),
        ("Passw0rd!2026", Weakness.OBVIOUS),
        ("ｐａｓｓｗｏｒｄ１２３４", Weakness.OBVIOUS),
        ("qwertyuiop12", Weakness.OBVIOUS),
        ("123456789012", Weakness.OBVIOUS),
        ("210987654321", Weakness.OBVIOUS),
        ("aaaaaaaaaaaaaa", Weakness.OBVIOUS),
        ("abcXYZ!9abcXYZ!9", Weakness.OBVIOUS),
        ("kashima123456", Weakness.OBVIOUS),
        ("admin kashima 2026", Weakness.OBVIOUS),
        ("tanaka-tanaka", Weakness.OBVIOUS),
        ("田中田中田中田中田中田中ab", Weakness.OBVIOUS),
    ],
)
def test_a_password_everybody_tries_is_refused(password: str, why: Weakness) -> None:
    assert weakness(password, login="tanaka", name="田中") is why


async def test_a_password_opens_what_it_was_kept_for_and_nothing_else() -> None:
    passwords = Passwords()
    kept = await passwords.hash(GOOD)
    assert kept.startswith("$argon2id$")
    assert (await passwords.check(GOOD, kept=kept)).right
    assert not (await passwords.check(GOOD + "!", kept=kept)).right
    assert not (await passwords.check(GOOD, kept=None)).right


async def test_full_width_letters_are_the_same_password() -> None:
    passwords = Passwords()
    kept = await passwords.hash("ｈａｍａ－no-yuugure-42")
    assert (await passwords.check("hama-no-yuugure-42", kept=kept)).right


async def test_a_hash_with_old_parameters_is_renewed_on_use() -> None:
    passwords = Passwords()
    old = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(GOOD)
    answer = await passwords.check(GOOD, kept=old)
    assert answer.right
    assert answer.rehashed is not None
    renewed = await passwords.check(GOOD, kept=answer.rehashed)
    assert renewed.right
    assert renewed.rehashed is None


async def test_a_damaged_hash_opens_for_nobody() -> None:
    assert not (await Passwords().check(GOOD, kept="$argon2id$broken")).right


async def test_the_hash_of_nobody_is_made_like_everybodys() -> None:
    mine = await Passwords().hash(GOOD)
    assert NOBODY.split("$")[:4] == mine.split("$")[:4]


async def test_an_unknown_login_takes_as_long_as_a_wrong_password() -> None:
    passwords = Passwords()
    kept = await passwords.hash(GOOD)

    async def spent(kept_hash: str | None) -> float:
        began = time.process_time()
        await passwords.check("a wrong password", kept=kept_hash)
        return time.process_time() - began

    known = statistics.median([await spent(kept) for _ in range(5)])
    unknown = statistics.median([await spent(None) for _ in range(5)])
    assert 0.5 < unknown / known < 2
