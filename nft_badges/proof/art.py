"""A badge's picture, drawn from its facts alone: the same facts always give the same bytes.

One visual language for all: a ring in the colour of the kind, stitched like Kashima-nishiki; the
sky of the season; the motif of the place (`assets/badges/motifs`); the title and the day below.
"""

import hashlib
import json
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

from nft_badges.metadata import Facts

FOLDER = Path(__file__).parent.parent.parent / "assets" / "badges"
SIZE = 512
CENTRE = 256
RING = 250
SCENE = 212
FIRST_MOTIF = "torii"
HORIZON = '<path d="M0 357 Q256 371 512 357"/>'
"""Where the scene ends and the words begin."""

SERIF = (
    "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP','Noto Serif JP',"
    "'Noto Serif Thai','Noto Serif KR',serif"
)


@dataclass(frozen=True)
class Kind:
    """Colours of a kind's ring."""

    ring: str
    stitch: str


KINDS: Mapping[str, Kind] = {
    "event": Kind(ring="#a52d17", stitch="#f0c766"),
    "rally": Kind(ring="#23406b", stitch="#e8cf8a"),
    "monthly": Kind(ring="#2c5e3f", stitch="#e8cf8a"),
    "real": Kind(ring="#7a5a10", stitch="#fbe9b0"),
    "host": Kind(ring="#54305e", stitch="#e8cf8a"),
}


@dataclass(frozen=True)
class Season:
    """Sky from top to bottom, distant hills, what drifts in the air, and how trees look."""

    top: str
    bottom: str
    hills: str
    drift: str
    shape: str
    leaves: tuple[str, str, str]


PETAL = "M0 -7 Q7 -3 0 8 Q-7 -3 0 -7 Z"
LEAF = "M0 -9 L4 -2 L9 0 L4 3 L0 10 L-4 3 L-9 0 L-4 -2 Z"
FLAKE = "M0 -5 A5 5 0 1 1 0 5 A5 5 0 1 1 0 -5 Z"
LIGHT = "M0 -4 A4 4 0 1 1 0 4 A4 4 0 1 1 0 -4 Z"

BLOSSOM = ("#f2a5b6", "#f9cdd6", "#fdeaee")
"""Trees in the motif files, which are drawn in spring; other seasons put theirs instead."""

SPRING = Season("#f2bcc6", "#fff3ea", "#a9bf8c", "#f7a8b8", PETAL, BLOSSOM)
SUMMER = Season(
    "#3d8fb5", "#e2f3ee", "#5f9673", "#f4f7c8", LIGHT, ("#4f8f5a", "#6aa56d", "#8fc08c")
)
AUTUMN = Season("#e08a4e", "#fdeac4", "#b0703e", "#c8401f", LEAF, ("#c8562a", "#dd7b3c", "#f0b06c"))
WINTER = Season(
    "#3f5680", "#dfe7f0", "#71859f", "#ffffff", FLAKE, ("#8d97a5", "#aab3bf", "#e2e8ee")
)
SEASONS = (WINTER, SPRING, SUMMER, AUTUMN)
"""Turning in December, March, June and September."""

DRIFTING = 11
STITCHES = 48

WIDEST = (304.0, 252.0)
"""How wide the first and the second line may be, inside the curve of the ring."""

ONE_LINE_TYPE = (33.0, 31.0, 29.0, 27.0)
TWO_LINE_TYPE = (26.0, 24.0, 22.0, 20.0, 18.0)
HELD_FROM = 0.97
NEVER_FIRST = set("、。,.!?!?)」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ・…々")
"""Characters that may not begin a line in Japanese."""

WIDE = ("W", "F", "A")
NARROW_EM = 0.52


def season_of(month: int) -> Season:
    """The season of a month, 1 to 12."""
    return SEASONS[month % 12 // 3]


@cache
def places() -> Mapping[str, str]:
    """Which motif each place of the town has: constant data beside the code."""
    return dict(json.loads((FOLDER / "motifs.json").read_text(encoding="utf-8")))


@cache
def motif(name: str) -> str:
    """The drawing of a motif, without its outer element."""
    text = (FOLDER / "motifs" / f"{name}.svg").read_text(encoding="utf-8")
    return text.partition(">")[2].rpartition("</svg>")[0].strip()


@lru_cache(maxsize=256)
def draw(facts: Facts) -> bytes:
    """The badge as SVG: no script, no reference to anything outside, every text escaped."""
    kind = KINDS.get(facts.kind, KINDS["event"])
    season = season_of(facts.occurred_on.month)
    scene = _in_season(motif(places().get(facts.place, FIRST_MOTIF)), season)
    label = escape(f"{facts.title} {facts.occurred_on.isoformat()}")
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img">',
            f"<title>{label}</title>",
            _definitions(season),
            f'<g fill="{kind.ring}">{_circle(RING)}</g>',
            _stitches(kind.stitch),
            '<g clip-path="url(#scene)">',
            f'<rect width="{SIZE}" height="{SIZE}" fill="url(#sky)"/>',
            _hills(season),
            scene,
            _drifting(facts, season),
            '<path fill="#fdf8ee" d="M0 352 Q256 366 512 352 V512 H0 Z"/>',
            f'<g fill="none" stroke="{kind.ring}" stroke-width="4">{HORIZON}</g>',
            "</g>",
            f'<g fill="none" stroke="{kind.stitch}" stroke-width="5">{_circle(SCENE)}</g>',
            _words(facts, kind),
            "</svg>\n",
        ]
    ).encode()


def _circle(radius: int) -> str:
    return f'<circle cx="{CENTRE}" cy="{CENTRE}" r="{radius}"/>'


def _in_season(drawing: str, season: Season) -> str:
    for drawn, leaves in zip(BLOSSOM, season.leaves, strict=True):
        drawing = drawing.replace(drawn, leaves)
    return drawing


def _definitions(season: Season) -> str:
    return (
        f'<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="0.72">'
        f'<stop offset="0" stop-color="{season.top}"/>'
        f'<stop offset="1" stop-color="{season.bottom}"/></linearGradient>'
        f'<clipPath id="scene">{_circle(SCENE)}</clipPath></defs>'
    )


def _stitches(colour: str) -> str:
    """Lozenges around the ring, as in the weave of Kashima-nishiki."""
    radius = (RING + SCENE) / 2
    marks = []
    for number in range(STITCHES):
        angle = 2 * math.pi * number / STITCHES
        x, y = CENTRE + radius * math.sin(angle), CENTRE - radius * math.cos(angle)
        high = 9 if number % 2 == 0 else 5
        wide = high * 0.62
        marks.append(f"M{x:.1f} {y - high:.1f}l{wide:.1f} {high}l-{wide:.1f} {high}")
        marks.append(f"l-{wide:.1f} -{high}z")
    return f'<path fill="{colour}" d="{"".join(marks)}"/>'


def _hills(season: Season) -> str:
    return (
        f'<path fill="{season.hills}" opacity="0.75" '
        'd="M0 300 Q90 236 170 262 Q250 214 330 250 Q420 222 512 292 V512 H0 Z"/>'
    )


def _drifting(facts: Facts, season: Season) -> str:
    """Petals, leaves, snow or light, where the badge's own facts strew them."""
    chance = hashlib.sha256(facts.canonical()).digest()
    marks = []
    for number in range(DRIFTING):
        x = 70 + (chance[number] * 372) // 255
        y = 62 + (chance[number + DRIFTING] * 150) // 255
        turn = chance[(number * 7) % 32] * 360 // 255
        scale = 0.8 + (chance[(number * 5) % 32] % 60) / 80
        marks.append(
            f'<path d="{season.shape}" transform="translate({x} {y}) rotate({turn}) '
            f'scale({scale:.2f})"/>'
        )
    return f'<g fill="{season.drift}" opacity="0.9">{"".join(marks)}</g>'


def _words(facts: Facts, kind: Kind) -> str:
    """The title on one or two lines, as large as it fits, and the day."""
    lines, size = set_title(facts.title)
    upper = 380 + size * 0.45
    baselines = [402.0] if len(lines) == 1 else [upper, upper + size * 1.17]
    parts = [
        _line(line, y=y, size=size, colour="#2b2320", widest=widest)
        for line, y, widest in zip(lines, baselines, WIDEST, strict=False)
    ]
    day = f"{facts.occurred_on:%Y.%m.%d}"
    below = baselines[-1] + (29 if len(lines) == 1 else 24)
    parts.append(_line(day, y=below, size=20, colour=kind.ring, widest=WIDEST[1]))
    return (
        f'<g font-family="{escape(SERIF)}" font-weight="700" text-anchor="middle">'
        f"{''.join(parts)}</g>"
    )


def _line(text: str, *, y: float, size: float, colour: str, widest: float) -> str:
    # Fonts differ from machine to machine; a line that could touch the ring is held to its width.
    crowded = width(text) * size > widest * HELD_FROM
    held = f' textLength="{widest:.0f}" lengthAdjust="spacingAndGlyphs"' if crowded else ""
    return (
        f'<text x="{CENTRE}" y="{y:.0f}" font-size="{size:.0f}" fill="{colour}"{held}>'
        f"{escape(text)}</text>"
    )


def set_title(title: str) -> tuple[list[str], float]:
    """Lines of a title and their type size; what does not fit at the smallest size is cut."""
    for size in ONE_LINE_TYPE:
        if width(title) * size <= WIDEST[0]:
            return [title], size
    for size in TWO_LINE_TYPE:
        lines = _two_lines(title, first=WIDEST[0] / size, second=WIDEST[1] / size)
        if lines is not None:
            return lines, size
        if width(title) * size <= WIDEST[0]:  # one long word, or a script without spaces
            return [title], size
    size = TWO_LINE_TYPE[-1]
    first = _as_much_as_fits(title, WIDEST[0] / size)
    second = _as_much_as_fits(title[len(first) :].lstrip(), WIDEST[1] / size - 1)
    return [first.strip(), second.strip() + "…"], size


def _two_lines(title: str, *, first: float, second: float) -> list[str] | None:
    """The break that leaves the two lines most alike, if both fit."""
    pieces = _pieces(title)
    fitting = []
    for at in range(1, len(pieces)):
        upper, lower = "".join(pieces[:at]).strip(), "".join(pieces[at:]).strip()
        if width(upper) <= first and width(lower) <= second and lower[:1] not in NEVER_FIRST:
            fitting.append((abs(width(upper) - width(lower) * first / second), [upper, lower]))
    return min(fitting)[1] if fitting else None


def _as_much_as_fits(title: str, widest: float) -> str:
    end = 1
    while end < len(title) and width(title[: end + 1]) <= widest:
        end += 1
    return title[:end]


def _pieces(title: str) -> list[str]:
    """Where a line may break: between words, or between any two characters as in Japanese."""
    pieces = [""]
    for character in title:
        is_wide = unicodedata.east_asian_width(character) in WIDE
        was_wide = bool(pieces[-1]) and unicodedata.east_asian_width(pieces[-1][-1]) in WIDE
        if pieces[-1] and (is_wide or was_wide or pieces[-1].endswith(" ")):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def width(text: str) -> float:
    """Roughly how many ems a text is wide."""
    return sum(
        0.0
        if unicodedata.combining(character)
        else 1.0
        if unicodedata.east_asian_width(character) in WIDE
        else NARROW_EM
        for character in text
    )
