"""Passwords: what is too easy to guess (pure), and argon2id hashes made off the event loop."""

import asyncio
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 256
FEWEST_DIFFERENT = 6
SHORTEST_RUN = 4
"""A run of this many neighbours ("abcd", "9876") says nothing; a password needs more."""

AT_ONCE = 2
"""Hashes made at the same time; each takes 64 MiB and a core for a moment."""

NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$C6iAUw2fF7HLf7rBxVpxQw"
    "$KcFV3VI3ZkEP9K2ykT7U+zzXV8O2IB7ufEBcmc/YeUU"
)
"""Checked against when the login is unknown, so that both answers take the same time."""

OBVIOUS = (
    "password",
    "passw0rd",
    "letmein",
    "welcome",
    "qwerty",
    "asdfgh",
    "zxcvbn",
    "1q2w3e4r",
    "qazwsx",
    "admin",
    "iloveyou",
    "sakura",
    "kashima",
    "鹿島",
    "かしま",
    "yutoku",
    "saga",
    "パスワード",
)
"""Words everybody tries first; a password may hold one, but must be long enough without it."""

ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")


class Weakness(StrEnum):
    """Why a password is refused; `staff-password-<weakness>` says it to a person."""

    SHORT = "short"
    LONG = "long"
    OBVIOUS = "obvious"


def weakness(password: str, *, login: str = "", name: str = "") -> Weakness | None:
    """Why `password` is too easy to guess for this person, or None when it will do."""
    text = _normal(password)
    if len(text) < SHORTEST:
        return Weakness.SHORT
    if len(text) > LONGEST:
        return Weakness.LONG
    rest = _without_runs(text.casefold())
    known = [word for word in (*OBVIOUS, login.casefold(), name.casefold()) if len(word) > 1]
    for word in sorted(known, key=len, reverse=True):
        rest = rest.replace(word, "")
    if len(rest) < SHORTEST // 2 or len(set(rest)) < FEWEST_DIFFERENT - 1:
        return Weakness.OBVIOUS
    if len(set(text)) < FEWEST_DIFFERENT or _repeats(text):
        return Weakness.OBVIOUS
    return None


def _normal(password: str) -> str:
    """One spelling for what looks the same: a Japanese keyboard types full-width letters too."""
    return unicodedata.normalize("NFKC", password)


def _repeats(text: str) -> bool:
    """Whether the text is one short piece over and over."""
    return text in (text + text)[1:-1]


def _without_runs(text: str) -> str:
    """The text without its neighbours on a keyboard or in the alphabet, either way round."""
    for row in ROWS:
        for line in (row, row[::-1]):
            for length in range(len(line), SHORTEST_RUN - 1, -1):
                for start in range(len(line) - length + 1):
                    text = text.replace(line[start : start + length], "")
    return text


class Checked(NamedTuple):
    """The answer of `Passwords.check`; `rehashed` replaces a hash made with older parameters."""

    right: bool
    rehashed: str | None


class Passwords:
    """Makes and checks argon2id hashes in threads, a bounded number at once."""

    def __init__(self) -> None:
        # RFC 9106's second recommendation, for machines that do other work as well.
        self._hasher = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def hash(self, password: str) -> str:
        """The PHC string to keep for `password`."""
        async with self._turns:
            return await asyncio.to_thread(self._hasher.hash, _normal(password))

    async def check(self, password: str, *, kept: str | None) -> Checked:
        """Whether `password` belongs to the hash `kept`; None (nobody) takes as long as wrong."""
        async with self._turns:
            return await asyncio.to_thread(self._check, _normal(password[:LONGEST]), kept)

    def _check(self, password: str, kept: str | None) -> Checked:
        try:
            self._hasher.verify(kept or NOBODY, password)
        except (VerificationError, InvalidHashError):
            return Checked(right=False, rehashed=None)
        if kept is None:
            return Checked(right=False, rehashed=None)
        stale = self._hasher.check_needs_rehash(kept)
        return Checked(right=True, rehashed=self._hasher.hash(password) if stale else None)
