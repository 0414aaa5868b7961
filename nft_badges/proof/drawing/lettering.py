"""How wide letters are, near enough to fit a title on a nameplate without a font to ask."""

import unicodedata
from dataclasses import dataclass

WIDE = 1.0
NARROW = 0.57
CAPITAL = 0.8
BROAD = 1.0
SLIM = 0.36
BROAD_LETTERS = frozenset("MWmw@%")
SLIM_LETTERS = frozenset("iljtfrI.,:;'!|()[]·・、。「」（） ")
ELLIPSIS = "…"

NEVER_FIRST = frozenset(
    "、。，．・」』）】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ!?！？～〜)]ะาำๆฯ"
)
NEVER_LAST = frozenset("「『（【([เแโใไ")
JOINERS = "\u200c\u200d"
"""Invisible, and part of how some letters and pictures are written."""
QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("‘", "’"))
TORN = 0.6
"""How badly it reads when a line ends within quotation marks."""
PARTICLES = frozenset("のをにへとではがも")
SAME_SCRIPT = {"latin": 4.0, "katakana": 1.0, "hiragana": 0.5, "kanji": 0.4, "other": 1.0}


@dataclass(frozen=True)
class Fitted:
    """One or two lines and the size of their letters."""

    lines: tuple[str, ...]
    size: float


def fit(title: str, *, width: float, sizes: tuple[float, float], smallest: float) -> Fitted:
    """The title in one line if it is legible so, else in two; `sizes` are the largest of each.

    What fits in no way is cut: the whole title stands beside every picture.
    """
    title = printable(title)
    one = min(sizes[0], width / max(em(title), 1))
    if one >= sizes[1]:
        return Fitted((title,), one)
    lines = halves(title)
    two = min(sizes[1], width / max(em(line) for line in lines))
    if two >= smallest:
        return Fitted(lines, two) if len(lines) > 1 else Fitted(lines, min(one, two))
    return Fitted(_overfull(title, width / smallest), smallest)


def em(text: str) -> float:
    """The width of a text in units of its letters' size."""
    return sum(_em(letter) for letter in text)


def halves(title: str) -> tuple[str, ...]:
    """The title broken where both lines are as short as can be, at a space where there is one."""
    letters = _clusters(title)
    if len(letters) < 2:  # noqa: PLR2004  a single letter has no two halves
        return (title,)

    def cost(at: int) -> float:
        first, second = "".join(letters[:at]).strip(), "".join(letters[at:]).strip()
        harm = _harm(letters[at - 1], letters[at]) + (TORN if _is_quote_torn(first) else 0)
        return max(em(first), em(second)) * (1 + harm)

    best = min(range(1, len(letters)), key=cost)
    lines = "".join(letters[:best]).strip(), "".join(letters[best:]).strip()
    return tuple(line for line in lines if line) or (title,)


def _overfull(title: str, ems: float) -> tuple[str, ...]:
    """Two full lines of a title that is longer than both."""
    letters = _clusters(title)
    full = next(at for at in range(len(letters)) if em("".join(letters[: at + 1])) > ems)
    tidy = (at for at in range(full, full // 2, -1) if _harm(letters[at - 1], letters[at]) <= 1)
    at = next(tidy, full)
    return "".join(letters[:at]).strip(), cut("".join(letters[at:]).strip(), ems)


def cut(text: str, ems: float) -> str:
    """As much of the text as fits, with a sign that it goes on."""
    if em(text) <= ems:
        return text
    kept = ""
    for letter in _clusters(text):
        if em(kept + letter) > ems - WIDE:
            break
        kept += letter
    return kept.rstrip() + ELLIPSIS


def printable(text: str) -> str:
    """The text without what turns, hides or breaks a document, spaces made single."""
    shown = "".join(
        letter if letter in JOINERS or not unicodedata.category(letter).startswith("C") else " "
        for letter in text
    )
    return " ".join(shown.split())


def _em(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if letter in SLIM_LETTERS and unicodedata.east_asian_width(letter) not in ("W", "F"):
        return SLIM
    if unicodedata.east_asian_width(letter) in ("W", "F", "A"):
        return WIDE
    if letter in BROAD_LETTERS:
        return BROAD
    return CAPITAL if letter.isupper() else NARROW


def _clusters(text: str) -> list[str]:
    """Letters together with the marks that stand on them, which no line may part."""
    clusters: list[str] = []
    for letter in text:
        if clusters and (
            unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf") or clusters[-1][-1] == "\u200d"
        ):
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return clusters


def _harm(before: str, after: str) -> float:
    """How badly a line break between two letters reads: 0 well, 1 inside a word."""
    if before.isspace() or after.isspace():
        return 0.0
    if after[0] in NEVER_FIRST or before[0] in NEVER_LAST:
        return 100.0
    if before[0] in "、。，．・」』）】!?！？":
        return 0.02
    return _harm_within(before, after)


def _harm_within(before: str, after: str) -> float:
    if after[0] in "เแโใไ":  # a Thai syllable begins
        return 0.3
    kinds = _script(before), _script(after)
    if kinds[0] == kinds[1]:
        return SAME_SCRIPT[kinds[0]]
    if kinds[0] == "hiragana":
        return 0.05 if before in PARTICLES else 0.15
    return 0.5 if kinds == ("kanji", "hiragana") else 0.25


def _is_quote_torn(first: str) -> bool:
    return any(first.count(begin) > first.count(end) for begin, end in QUOTES)


def _script(cluster: str) -> str:
    name = unicodedata.name(cluster[0], "")
    if cluster[0].isascii() and cluster[0].isalnum():
        return "latin"
    for script, sign in (("hiragana", "HIRAGANA"), ("katakana", "KATAKANA"), ("kanji", "CJK")):
        if name.startswith(sign):
            return script
    return "other"
