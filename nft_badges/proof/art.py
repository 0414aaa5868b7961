"""The picture of a badge, drawn in code from its facts alone: the same facts, the same bytes."""

from functools import lru_cache
from html import escape

from nft_badges.metadata import Facts
from nft_badges.proof.drawing.lettering import Fitted, fit, printable
from nft_badges.proof.drawing.motifs import motif_of
from nft_badges.proof.drawing.seasons import Season, season_of

SERIF = "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP','Noto Serif JP',serif"
PAPER = "#fffaf0"
INK = "#2b2320"
GOLD = "#c99a3c"

PLATE_WIDTH = 396.0
ONE_LINE = 50.0
TWO_LINES = 35.0
SMALLEST = 22.0
MIDDLE = 388.0


@lru_cache(maxsize=256)
def draw(facts: Facts) -> bytes:
    """The picture as SVG, 512 by 512: without script, style or reference to anything outside."""
    season = season_of(facts.occurred_on)
    title = fit(facts.title, width=PLATE_WIDTH, sizes=(ONE_LINE, TWO_LINES), smallest=SMALLEST)
    day = facts.occurred_on.strftime("%Y.%m.%d")
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" '
        'role="img" aria-labelledby="t">'
        f'<title id="t">{escape(printable(facts.title))} {facts.occurred_on.isoformat()}</title>'
        f"{_defs(season)}{_medal(season)}"
        f'<g clip-path="url(#scene)">{_sky(season)}'
        f"{motif_of(facts.place, facts.id)(season)}"
        f'<path d="M0 340H512V512H0Z" fill="{season.rim}"/></g>'
        f"{_rim(season)}{_plate(season)}{_title(title)}"
        f'<text x="256" y="479" text-anchor="middle" font-family="{SERIF}" font-size="34" '
        f'font-weight="700" letter-spacing="2" fill="{season.trim}">{day}</text></svg>'
    )
    return drawn.encode()


def _defs(season: Season) -> str:
    return (
        '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">'
        f'<stop offset="0" stop-color="{season.sky_top}"/>'
        f'<stop offset="1" stop-color="{season.sky_low}"/></linearGradient>'
        '<clipPath id="scene"><circle cx="256" cy="256" r="219"/></clipPath></defs>'
    )


def _medal(season: Season) -> str:
    return (
        f'<circle cx="256" cy="256" r="252" fill="{GOLD}"/>'
        f'<circle cx="256" cy="256" r="246" fill="{season.rim}"/>'
    )


def _sky(season: Season) -> str:
    return f'<path d="M0 36H512V344H0Z" fill="url(#sky)"/>{season.drift}'


def _rim(season: Season) -> str:
    # Both lines end behind the nameplate, so that the date below it stands alone.
    return (
        f'<path d="M55 344A219 219 0 1 1 457 344" fill="none" stroke="{GOLD}" stroke-width="5"/>'
        f'<path d="M41 344A232 232 0 1 1 471 344" fill="none" stroke="{season.trim}" '
        'stroke-width="5" stroke-linecap="round" stroke-dasharray=".1 14.590"/>'
    )


def _plate(season: Season) -> str:
    return (
        f'<path d="M34 356L6 372 26 394 6 420 50 432ZM478 356L506 372 486 394 506 420 462 432Z" '
        f'fill="{season.rim}" stroke="{GOLD}" stroke-width="3" stroke-linejoin="round"/>'
        f'<rect x="26" y="336" width="460" height="100" rx="10" fill="{PAPER}" stroke="{GOLD}" '
        'stroke-width="5"/>'
        f'<rect x="36" y="346" width="440" height="80" rx="5" fill="none" stroke="{season.rim}" '
        'stroke-width="2"/>'
    )


def _title(title: Fitted) -> str:
    spacing = title.size * 1.12
    first = MIDDLE - spacing * (len(title.lines) - 1) / 2 + title.size * 0.36
    return "".join(
        f'<text x="256" y="{first + spacing * row:.1f}" text-anchor="middle" '
        f'font-family="{SERIF}" font-size="{title.size:.1f}" font-weight="700" '
        f'fill="{INK}">{escape(line)}</text>'
        for row, line in enumerate(title.lines)
    )
