"""What a line of chat may not hold: links, and words of a list, however they are dressed up. Pure.

Somebody who means to hurt writes ｄａｒｎ, d a r n, daaarn or シ ネ; so the list and the line are
brought to one plain spelling before they are compared.
"""

import re
import unicodedata
from collections.abc import Iterable

from world_server.errors import LineRefused

_LOOKALIKES = str.maketrans(
    "аеорсухікѕјαεοιν013457@$",
    "aeopcyxiksjaeoivoieastas",
)
"""Letters of other alphabets, digits and signs that are read as Latin letters."""

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
"""Katakana as hiragana: the two lie side by side."""

_LONG_RUN = re.compile(r"(.)\1{2,}")

_ENDINGS = (
    "com|net|org|info|biz|io|jp|kr|tw|th|cn|xyz|app|dev|me|tv|gg|ly|to|shop|site|online|link|top"
)
_LINK = re.compile(
    r"https?:|ftp:|\bwww\s*\."
    rf"|\w(?:\.|。|\s*[(\[](?:\.|dot)[)\]]\s*)(?:{_ENDINGS})(?![a-z])"
    r"|[a-z0-9-]\s*\.\s*(?:com|net|org|jp)(?![a-z])"
    r"|[\w.+-]+@[\w-]+\.\w",
    re.IGNORECASE,
)
"""An address, whole or in pieces; a sentence that ends where the next begins is none."""

_LATIN = re.compile(r"[a-z]+")


def plain(text: str) -> str:
    """The text in one spelling: width, case, kana, lookalikes and accents folded, signs left out.

    Words stay apart by single spaces; letters that stand alone are one word (d a r n).
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)
    words = (_spelt(word) for word in folded.split())
    joined: list[str] = []
    alone = False
    for word in filter(None, words):
        if len(word) == 1 and alone:
            joined[-1] += word
        else:
            joined.append(word)
        alone = len(word) == 1
    return _LONG_RUN.sub(r"\1", " ".join(joined))


def _spelt(word: str) -> str:
    """One word without what is no letter; digits are letters where Latin ones stand beside them."""
    if _LATIN.search(word.translate(_LOOKALIKES)):
        word = word.translate(_LOOKALIKES)
        word = unicodedata.normalize("NFD", word)
        return "".join(one for one in word if unicodedata.category(one)[0] in "LN")
    return "".join(one for one in word if unicodedata.category(one)[0] in "LMN")


class LineRules:
    """The town's list of words, ready to be looked for."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        """`words` as in a file: one each, `*` at the end for any ending, `#` for a remark."""
        self._whole: set[str] = set()
        beginnings: set[str] = set()
        self._anywhere: set[str] = set()
        for raw in words:
            word = raw.partition("#")[0].strip()
            spelt = plain(word).replace(" ", "")
            if not spelt:
                continue
            if not _LATIN.fullmatch(spelt):
                self._anywhere.add(spelt)
            elif word.endswith("*"):
                beginnings.add(spelt)
            else:
                self._whole.add(spelt)
        self._beginnings = tuple(sorted(beginnings))

    def check(self, text: str, *, may_link: bool) -> None:
        """CH7: raise LineRefused for a link, or for a word of the list."""
        if not may_link and _LINK.search(unicodedata.normalize("NFKC", text)):
            raise LineRefused("link")
        spelt = plain(text)
        run = spelt.replace(" ", "")
        if any(word in run for word in self._anywhere):
            raise LineRefused("words")
        for word in spelt.split():
            if word in self._whole or word.startswith(self._beginnings):
                raise LineRefused("words")


ANY_WORDS = LineRules()
"""A list of no words."""


class Repeats:
    """CH7: what one visitor said of late; `now` in seconds."""

    __slots__ = ("_most", "_said", "_seconds")

    def __init__(self, *, most: int, seconds: float) -> None:
        """The same may be said `most` times within so many seconds."""
        self._most = most
        self._seconds = seconds
        self._said: list[tuple[float, str]] = []

    def check(self, text: str, now: float) -> None:
        """Note the line; raise LineRefused when the same was said too often of late."""
        same = plain(text) or text
        self._said = [one for one in self._said if now - one[0] < self._seconds]
        if sum(said == same for _, said in self._said) >= self._most:
            raise LineRefused("repeated")
        self._said.append((now, same))
