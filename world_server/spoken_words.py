"""Pure: words said aloud for a badge: one spelling, how hard they are to guess, and proposals."""

import secrets
import unicodedata

LONGEST_WORD = 60
LEAST_BITS = 24
"""One in 16 million; how many guesses anybody has is counted in `web/limits.py`."""

DIGIT_BITS, LETTER_BITS, KANA_BITS, OTHER_BITS = 3.3, 1.5, 2.0, 3.0
"""What one more character of a thing people say is worth to whoever guesses; a digit is drawn."""

RUN = 3
"""Digits that go on like 1234, 7777 or 9876 for longer than this are worth nothing."""

LOCAL_WORDS = (
    "ariake", "asahi", "fune", "gata", "hama", "hana", "higata", "hikari", "hizen", "hoshi",
    "ichigo", "inari", "kagura", "kaki", "kame", "kawa", "kaze", "koi", "kumo", "kura",
    "matsuri", "mikan", "minato", "mori", "mutsu", "nami", "niji", "nori", "sake", "sakura",
    "sato", "shio", "sora", "tanuki", "torii", "tsuki", "umi", "wara", "yama", "yuki", "yuyake",
    "yuzu",
)  # fmt: skip
"""Short words of the town in letters every phone can type, whatever language it speaks."""

PROPOSED_DIGITS = 6


HIRAGANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
"""Which of the two a phone proposes is chance."""

JOINERS = str.maketrans("", "", "-\u2010\u2011\u2012\u2013\u2014\u2015\u30fb\u00b7")
"""Hyphens, dashes and middle dots."""


def folded(typed: str) -> str:
    """The word in its one spelling: width, case, kana, spaces and hyphens make no difference."""
    wide = unicodedata.normalize("NFKC", typed[: LONGEST_WORD * 4]).casefold()
    plain = "".join(wide.translate(JOINERS).translate(HIRAGANA).split())
    return unicodedata.normalize("NFKC", plain)


def bits(word: str) -> float:
    """How many bits it takes to guess a folded word, estimated from below."""
    worth = 0.0
    for at, character in enumerate(word):
        if character in word[max(0, at - RUN) : at] and not character.isdigit():
            continue  # a letter said again so soon adds little
        if character.isdecimal():
            worth += 0 if _goes_on(word, at) else DIGIT_BITS
        elif character.isascii():
            worth += LETTER_BITS
        elif "\u3040" <= character <= "\u30ff":
            worth += KANA_BITS
        else:
            worth += OTHER_BITS
    return worth


def is_strong(word: str) -> bool:
    """Whether a folded word may stand between anybody and a badge."""
    return len(word) <= LONGEST_WORD and word.isprintable() and bits(word) >= LEAST_BITS


def proposed() -> str:
    """A word to say aloud: one of the town's, and six digits in two groups."""
    number = f"{secrets.randbelow(10**PROPOSED_DIGITS):0{PROPOSED_DIGITS}}"
    return f"{secrets.choice(LOCAL_WORDS)} {number[:3]} {number[3:]}"


def strong_proposal() -> str:
    """A proposal that is strong; some digits drawn at random happen to be 123 456."""
    while not is_strong(folded(word := proposed())):
        pass
    return word


def _goes_on(word: str, at: int) -> bool:
    """Whether the digit only continues a run: the same step as between the two before it."""
    if at < RUN - 1 or not all(one.isdecimal() for one in word[at - 2 : at + 1]):
        return False
    first, second, third = (int(one) for one in word[at - 2 : at + 1])
    return second - first == third - second and abs(second - first) <= 1
