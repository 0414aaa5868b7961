"""The picture of a badge, drawn in code from its facts alone: the same facts, the same bytes."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from nft_badges.metadata import Facts
from nft_badges.proof.drawing.frames import FRAMES, Frame
from nft_badges.proof.drawing.lettering import Fitted, fit, printable
from nft_badges.proof.drawing.motifs import islands, motif_of
from nft_badges.proof.drawing.paint import GOLD, INK
from nft_badges.proof.drawing.seasons import AUTUMN, Season, season_of
from nft_badges.proof.naming import month_of, name_of
from world_server.i18n import FIRST_LANGUAGE, translate
from world_server.store.tables.award import BadgeKind

SERIFS = {
    "ja": "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP','Noto Serif JP'",
    "zh-TW": "'Songti TC','PMingLiU','Noto Serif CJK TC','Noto Serif TC'",
    "ko": "AppleMyungjo,'Nanum Myeongjo',Batang,'Noto Serif CJK KR','Noto Serif KR'",
    "th": "'Noto Serif Thai',Thonburi,'Leelawadee UI','Noto Sans Thai'",
}
LATIN = "Georgia,'Times New Roman'"
PAPER = "#fffaf0"

PLATE_WIDTH = 396.0
ONE_LINE = 50.0
TWO_LINES = 35.0
SMALLEST = 22.0
MIDDLE = 388.0
THAI = ("\u0e00", "\u0e7f")
THAI_ROOM = 1.36
THAI_SIZE = 28.0
"""Thai marks stand above and below the letters: two lines need more room than others' do."""


@dataclass(frozen=True)
class Drawn:
    """A finished picture and the SHA-256 it is known by."""

    svg: bytes
    sha256: str


@lru_cache(maxsize=512)
def draw(facts: Facts, language: str = FIRST_LANGUAGE) -> Drawn:
    """The picture as SVG, 512 by 512: without script, style or reference to anything outside.

    What staff typed is the same in every language, so an event has one picture.
    """
    language = FIRST_LANGUAGE if facts.kind is BadgeKind.EVENT else language
    name, season = name_of(facts, language), season_of(facts.occurred_on)
    head = str(month_of(facts).month) if facts.kind is BadgeKind.MONTHLY else ""
    foot = f"{month_of(facts):%Y}" if head else f"{facts.occurred_on:%Y.%m.%d}"
    return _sheet(
        season=season,
        frame=FRAMES[facts.kind],
        sight=motif_of(facts)(season),
        words=_Words(name, facts.occurred_on.isoformat(), head, foot, language),
    )


@lru_cache(maxsize=1)
def draw_collection() -> Drawn:
    """The picture of all badges together: the four islands in an event's medal."""
    name = translate(FIRST_LANGUAGE, "proof-town")
    words = _Words(name, "Virtual Kashima", "", "KASHIMA", FIRST_LANGUAGE)
    return _sheet(
        season=AUTUMN, frame=FRAMES[BadgeKind.EVENT], sight=islands(AUTUMN), words=words, mark=""
    )


@dataclass(frozen=True)
class _Words:
    """What is written into a picture."""

    name: str
    about: str
    """Stands behind the name where programs read the picture aloud."""
    head: str
    foot: str
    language: str

    @property
    def serif(self) -> str:
        """Fonts for the name."""
        return _serif(self.language)


def _sheet(
    *, season: Season, frame: Frame, sight: str, words: _Words, mark: str | None = None
) -> Drawn:
    title = fit(words.name, width=PLATE_WIDTH, sizes=(ONE_LINE, TWO_LINES), smallest=SMALLEST)
    letter = season.letter if mark is None else mark
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" '
        f'role="img" aria-labelledby="t" xml:lang="{words.language}">'
        f'<title id="t">{escape(printable(words.name))} {words.about}</title>'
        f"{_defs(season, frame)}"
        f'<path d="{frame.outline}" fill="{frame.rim_of(season)}" stroke="{GOLD}" '
        'stroke-width="6" stroke-linejoin="round"/>'
        f"{_scene(sight, season, frame)}{frame.trim_of(season)}{_head(words, season)}"
        f"{_plate(season, frame)}{_seals(letter, season, frame)}{_title(title, words.serif)}"
        f"{_foot(words, season, frame)}</svg>"
    ).encode()
    return Drawn(drawn, hashlib.sha256(drawn).hexdigest())


def _defs(season: Season, frame: Frame) -> str:
    return (
        '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">'
        f'<stop offset="0" stop-color="{season.sky_top}"/>'
        f'<stop offset="1" stop-color="{season.sky_low}"/></linearGradient>'
        f'<clipPath id="scene"><path d="{frame.scene}"/></clipPath></defs>'
    )


def _scene(sight: str, season: Season, frame: Frame) -> str:
    if frame.scale < 1:
        sight = (
            f'<g transform="translate(256 340) scale({frame.scale}) translate(-256 -340)">'
            f"{sight}</g>"
        )
    return (
        f'<g clip-path="url(#scene)"><path d="M0 30H512V344H0Z" fill="url(#sky)"/>{season.drift}'
        f'{sight}<path d="M0 340H512V512H0Z" fill="{frame.rim_of(season)}"/></g>'
    )


def _head(words: _Words, season: Season) -> str:
    """The number of the month, on the badges that stand for one."""
    if not words.head:
        return ""
    return (
        f'<text x="256" y="96" text-anchor="middle" font-family="{_serif()}" font-size="54" '
        f'font-weight="700" fill="{season.trim}">{words.head}</text>'
    )


def _plate(season: Season, frame: Frame) -> str:
    return (
        f'<rect x="26" y="336" width="460" height="100" rx="10" fill="{PAPER}" stroke="{GOLD}" '
        'stroke-width="5"/>'
        '<rect x="36" y="346" width="440" height="80" rx="5" fill="none" '
        f'stroke="{frame.rim_of(season)}" stroke-width="2"/>'
    )


def _seals(letter: str, season: Season, frame: Frame) -> str:
    """The season on the left end of the nameplate, the kind's own mark on the right."""
    if not letter:
        return ""
    return (
        f'<g transform="translate(58 330)"><circle r="30" fill="{season.rim}" stroke="{GOLD}" '
        f'stroke-width="4"/><text y="12" text-anchor="middle" font-family="{_serif()}" '
        f'font-size="34" font-weight="700" fill="{PAPER}">{letter}</text></g>'
        '<g transform="translate(454 330)">'
        f"{frame.mark.replace('{rim}', frame.rim_of(season))}</g>"
    )


def _title(title: Fitted, serif: str) -> str:
    size = title.size
    if len(title.lines) > 1 and any(THAI[0] <= one <= THAI[1] for one in "".join(title.lines)):
        size = min(size, THAI_SIZE)
    spacing = size * (THAI_ROOM if size < title.size else 1.12)
    first = MIDDLE - spacing * (len(title.lines) - 1) / 2 + size * 0.36
    return "".join(
        f'<text x="256" y="{first + spacing * row:.1f}" text-anchor="middle" '
        f'font-family="{serif}" font-size="{size:.1f}" font-weight="700" '
        f'fill="{INK}">{escape(line)}</text>'
        for row, line in enumerate(title.lines)
    )


def _foot(words: _Words, season: Season, frame: Frame) -> str:
    return (
        f'<text x="256" y="{frame.date_at}" text-anchor="middle" font-family="{_serif()}" '
        f'font-size="34" font-weight="700" letter-spacing="2" fill="{season.trim}">'
        f"{words.foot}</text>"
    )


def _serif(language: str = FIRST_LANGUAGE) -> str:
    """Fonts for a language first, then for all the others: a title may be in any of them."""
    own = SERIFS.get(language)
    others = (fonts for other, fonts in SERIFS.items() if other != language)
    families = [own, *others, LATIN] if own else [LATIN, *others]
    return ",".join([one for one in families if one] + ["serif"])
