"""What goes around the picture: each kind of badge has a shape of its own, told without colour.

A medal for an event, a perforated stamp for a rally, a leaf of a calendar for a month, a
six-sided seal for a real visit, a paper lantern for who hosted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nft_badges.proof.drawing.paint import (
    GOLD,
    GOLD_LIT,
    INK,
    TILE_DARK,
    VERMILION,
    VERMILION_SHADE,
    mirrored,
)
from nft_badges.proof.drawing.seasons import Season
from world_server.store.tables.award import BadgeKind


@dataclass(frozen=True)
class Frame:
    """One kind's shape, on a sheet of 512 by 512."""

    outline: str
    """The silhouette, as path data."""
    scene: str
    """The window in which the picture is seen, as path data."""
    trim: str
    """Drawn on the rim, above the picture; `{trim}` and `{rim}` stand for the season's colours."""
    mark: str
    """The kind's own sign, on the right end of the nameplate."""
    rim: str = ""
    """The rim's colour where it is not the season's."""
    date_at: int = 478
    """Baseline of the date."""
    scale: float = 1.0
    """How large the picture is, seen from the middle of the ground."""

    def rim_of(self, season: Season) -> str:
        """The colour of the rim."""
        return self.rim or season.rim

    def trim_of(self, season: Season) -> str:
        """The rim's ornament in the colours of the season."""
        return self.trim.replace("{trim}", season.trim).replace("{rim}", self.rim_of(season))


def _perforated() -> str:
    """A square with eight round teeth missing on each side, as a stamp leaves its sheet."""
    path = "M16 16"
    for way, one in (("h", 1), ("v", 1), ("h", -1), ("v", -1)):
        notch = f"a15 15 0 0 0 {_step(way, 30 * one)}"
        path += f"{way}{15 * one}" + f"{notch}{way}{30 * one}" * 7 + f"{notch}{way}{15 * one}"
    return path + "Z"


def _step(way: str, length: int) -> str:
    return f"{length} 0" if way == "h" else f"0 {length}"


_BLOSSOM = (
    "".join(
        f'<path d="M0-2C-9-6-10-17-3-19L0-16 3-19C10-17 9-6 0-2Z" transform="rotate({turn})"/>'
        for turn in range(0, 360, 72)
    )
    + f'<circle r="4" fill="{GOLD}"/>'
)
_FOUR = (
    '<path d="M0-13L13 0 0 13-13 0Z" fill="none" stroke="#fffaf0" stroke-width="3"/>'
    '<circle cy="-13" r="6"/><circle cx="13" r="6"/><circle cy="13" r="6"/><circle cx="-13" r="6"/>'
)
_MOON = '<path d="M6-18A18 18 0 1 0 16 10 15 15 0 0 1 6-18Z"/>'
_FLAG = '<path d="M-11-18H-6V19H-11ZM-6-17L15-9-6 0Z"/>'


def _seal() -> str:
    """A small square seal; it says "visited", and is no real office's."""
    return (
        '<g transform="translate(6 -14) rotate(-6)"><path d="M-33-33H33V33H-33Z" '
        f'fill="{VERMILION}" stroke="#fffaf0" stroke-width="4" stroke-linejoin="round"/>'
        '<path d="M-26-26H26V26H-26Z" fill="none" stroke="#fffaf0" stroke-width="2"/>'
        '<text text-anchor="middle" font-size="23" font-weight="700" fill="#fffaf0" '
        "font-family=\"'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',serif\">"
        '<tspan x="0" y="-3">来</tspan><tspan x="0" y="21">訪</tspan></text></g>'
    )


def _mark(sign: str) -> str:
    return (
        f'<circle r="30" fill="{{rim}}" stroke="{GOLD}" stroke-width="4"/>'
        f'<g fill="#fffaf0">{sign}</g>'
    )


_RINGS = mirrored(
    f'<path d="M132 74h36" stroke="{INK}" stroke-width="20" stroke-linecap="round"/>'
    f'<path d="M138 76V26a12 12 0 0 1 24 0V76Z" fill="{GOLD}"/>'
    f'<path d="M143 76V27a6 6 0 0 1 8-6V76Z" fill="{GOLD_LIT}"/>'
)

_RIBS = "".join(
    f'<path d="M{left} {y}Q{left + 6} {y + 7} {right} {y + 8}M{512 - left} {y}Q{506 - left} {y + 7}'
    f' {512 - right} {y + 8}" fill="none" stroke="{{trim}}" stroke-width="3" stroke-opacity=".6"/>'
    for left, right, y in (
        (72, 96, 108),
        (48, 74, 152),
        (34, 62, 196),
        (29, 58, 240),
        (31, 60, 284),
    )
)

FRAMES: Mapping[BadgeKind, Frame] = MappingProxyType(
    {
        BadgeKind.EVENT: Frame(
            outline="M256 6A250 250 0 0 1 256 506 250 250 0 0 1 256 6Z",
            scene="M256 37A219 219 0 0 1 256 475 219 219 0 0 1 256 37Z",
            # Both lines end behind the nameplate, so that the date below it stands alone.
            trim=f'<path d="M55 344A219 219 0 1 1 457 344" fill="none" stroke="{GOLD}" '
            'stroke-width="5"/><path d="M41 344A232 232 0 1 1 471 344" fill="none" '
            'stroke="{trim}" stroke-width="5" stroke-linecap="round" '
            'stroke-dasharray=".1 14.590"/>'
            '<path d="M34 356L6 372 26 394 6 420 50 432ZM478 356L506 372 486 394 506 420 462 '
            f'432Z" fill="{{rim}}" stroke="{GOLD}" stroke-width="3" stroke-linejoin="round"/>',
            mark=_mark(_BLOSSOM),
        ),
        BadgeKind.RALLY: Frame(
            outline=_perforated(),
            scene="M52 52H460V460H52Z",
            trim=f'<path d="M52 340V52H460V340" fill="none" stroke="{GOLD}" stroke-width="5"/>'
            '<path d="M42 340V42H470V340" fill="none" stroke="{trim}" stroke-width="2.5"/>',
            mark=_mark(_FOUR),
            date_at=474,
        ),
        BadgeKind.MONTHLY: Frame(
            outline="M58 46H454A28 28 0 0 1 482 74V478A28 28 0 0 1 454 506H58A28 28 0 0 1 30 "
            "478V74A28 28 0 0 1 58 46Z",
            scene="M46 104H466V344H46Z",
            trim=f'<path d="M46 340V104H466V340" fill="none" stroke="{GOLD}" stroke-width="5"/>'
            f"{_RINGS}",
            mark=_mark(_MOON),
            scale=0.9,
            date_at=479,
        ),
        BadgeKind.REAL: Frame(
            outline="M128 12H384L508 256 384 500H128L4 256Z",
            scene="M147 46H365L468 256 365 466H147L44 256Z",
            trim=f'<path d="M85 340L44 256 147 46H365L468 256 427 340" fill="none" '
            f'stroke="{GOLD}" stroke-width="5" stroke-linejoin="round"/>'
            '<path d="M62 340L21 256 137 28H375L491 256 450 340" fill="none" stroke="#ffe3cf" '
            'stroke-width="3" stroke-linejoin="round"/>',
            mark=_seal(),
            rim=VERMILION_SHADE,
            date_at=474,
        ),
        BadgeKind.HOST: Frame(
            outline="M132 44H380C450 96 488 170 488 256 488 352 452 434 386 490H126C60 434 24 352 "
            "24 256 24 170 62 96 132 44Z",
            scene="M146 70H366C424 116 454 180 454 256S424 396 366 442H146C88 396 58 332 58 256"
            "S88 116 146 70Z",
            trim=f'{_RIBS}<path d="M80 344C66 316 58 288 58 256 58 180 88 116 146 70H366C424 116 '
            f'454 180 454 256 454 288 446 316 432 344" fill="none" stroke="{GOLD}" '
            'stroke-width="5"/>'
            f'<path d="M220 24C220-6 292-6 292 24" fill="none" stroke="{GOLD}" stroke-width="9"/>'
            f'<path d="M126 20H386V64H126ZM146 484H366V508H146Z" fill="{TILE_DARK}"/>'
            f'<path d="M126 54H386V64H126ZM146 484H366V492H146Z" fill="{GOLD}"/>',
            mark=_mark(_FLAG),
            date_at=472,
        ),
    }
)
