"""Pure: the codes visitors show for a badge: made, derived, read back; nothing is looked up here.

A one-time code is 128 random bits, of which only the hash is kept. A rotating code is derived from
the town's secret, the number of its claim and the half minute, so that no row holds it: every
process of the town that has the same secret shows and accepts the same one.

Both are written in Crockford's base 32, without the letters people mistake for digits.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans("OIL", "011")
BITS_EACH = 5

ONE_TIME_LENGTH = 26
"""Characters: 26 of 5 bits each hold 128."""

MAC_LENGTH = 12
"""Characters, 60 bits. Short, so that the code on the screen is coarse enough for a far seat."""

STEP_SECONDS = 30
TOLERATED_STEPS = 1
"""Clocks and networks: the code before and the one after the present are as good as it."""

REMEMBERED_STEPS = 20
"""For how long an old code is told from an invented one: its bearer should look up again."""

LONGEST_TYPED = 100
NUMBER_LENGTH = 9


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """A code that works once, by its hash."""

    code_hash: bytes


@dataclass(frozen=True, slots=True)
class RotatingCode:
    """What somebody read from a screen: the number of a claim, and what proves the moment."""

    claim_id: int
    mac: str


def new_one_time() -> str:
    """A code nobody has seen yet, for print."""
    return text(secrets.randbits(128), ONE_TIME_LENGTH)


def hash_of(code: str) -> bytes:
    """What is kept of a one-time code; 128 random bits need no salt and no slow hash."""
    return hashlib.sha256(code.encode()).digest()


def rotating(secret: str, *, claim_id: int, step: int) -> str:
    """The code the claim's screen shows during the step."""
    told = hmac.new(_key(secret, "rotating"), f"{claim_id}:{step}".encode(), hashlib.sha256)
    bits = int.from_bytes(told.digest()[:8]) >> (64 - MAC_LENGTH * BITS_EACH)
    return f"{claim_id}-{text(bits, MAC_LENGTH)}"


def step_of(now: datetime) -> int:
    """The half minute `now` lies in, counted from 1970."""
    return int(now.timestamp()) // STEP_SECONDS


def step_begins(step: int) -> datetime:
    """The moment a half minute begins."""
    return datetime.fromtimestamp(step * STEP_SECONDS, UTC)


def steps_behind(secret: str, code: RotatingCode, *, now: datetime) -> int | None:
    """How many steps ago the code was shown, -1 for the next; None if it never was, or long ago.

    Every candidate is compared, each in constant time, so that the time tells nothing.
    """
    present, found = step_of(now), None
    for behind in range(-TOLERATED_STEPS, REMEMBERED_STEPS + 1):
        shown = rotating(secret, claim_id=code.claim_id, step=present - behind)
        if hmac.compare_digest(shown.encode(), f"{code.claim_id}-{code.mac}".encode()):
            found = behind
    return found


def read(typed: str) -> OneTimeCode | RotatingCode | None:
    """The code as somebody scanned or typed it; None for what no code looks like."""
    meant = plain(typed)
    if meant is None:
        return None
    if len(meant) == ONE_TIME_LENGTH:
        return OneTimeCode(hash_of(meant))
    number, mac = meant[:-MAC_LENGTH], meant[-MAC_LENGTH:]
    if len(mac) < MAC_LENGTH or not number.isdigit() or len(number) > NUMBER_LENGTH:
        return None
    return RotatingCode(int(number), mac)


def plain(typed: str) -> str | None:
    """The characters as they were meant; None when one is not of the alphabet, or there are many.

    Spaces, hyphens, small letters, wide ones from a Japanese keyboard, and O, I or L for the
    digits they resemble are all understood.
    """
    wide = unicodedata.normalize("NFKC", typed[:LONGEST_TYPED]).upper()
    meant = "".join(wide.replace("-", " ").split()).translate(LOOKALIKES)
    return meant if len(typed) <= LONGEST_TYPED and set(meant) <= set(ALPHABET) else None


def grouped(code: str) -> str:
    """The code in groups of four or five, for people who copy it by hand.

    A one-time code falls into two equal halves, which a narrow slip of paper has as two lines.
    """
    if len(code) == ONE_TIME_LENGTH:
        halves = (code[: ONE_TIME_LENGTH // 2], code[ONE_TIME_LENGTH // 2 :])
        return " ".join(f"{half[:5]} {half[5:9]} {half[9:]}" for half in halves)
    number, _, mac = code.partition("-")
    return " ".join([number, *(mac[at : at + 4] for at in range(0, len(mac), 4))])


def keyed_word(secret: str, word: str, *, event_id: int) -> bytes:
    """What is kept of a word: nothing to whoever has the tables and not the town's secret."""
    return hmac.new(_key(secret, "word"), f"{event_id}:{word}".encode(), hashlib.sha256).digest()


def _key(secret: str, purpose: str) -> bytes:
    """A key for one purpose only, so that what was made for one is nothing to another."""
    return hmac.new(secret.encode(), f"kashima.claim.{purpose}.1".encode(), hashlib.sha256).digest()


def text(number: int, length: int) -> str:
    """`length` characters for the number's lowest bits, five each."""
    return "".join(
        ALPHABET[(number >> (BITS_EACH * place)) & (2**BITS_EACH - 1)]
        for place in reversed(range(length))
    )
