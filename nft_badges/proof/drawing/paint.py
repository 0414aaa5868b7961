"""Colours and small parts that every sight shares, so that all badges look like one hand's."""

from collections.abc import Callable, Iterable

from nft_badges.proof.drawing.seasons import Season

VERMILION = "#d23c22"
VERMILION_LIT = "#ea5f3f"
VERMILION_SHADE = "#9c2814"
TILE = "#39424f"
TILE_LIT = "#56616f"
TILE_DARK = "#232a33"
PLASTER = "#fdfaf2"
PLASTER_SHADE = "#ddd5c4"
WOOD = "#5b3a26"
WOOD_LIT = "#8a5d3c"
WOOD_DARK = "#3a2417"
THATCH = "#b98f4c"
THATCH_LIT = "#d9b56e"
THATCH_SHADE = "#7d5a2b"
BRICK = "#a9532f"
BRICK_SHADE = "#83391d"
INK = "#2b2320"
GOLD = "#c99a3c"
GOLD_LIT = "#f3cf7a"
INDIGO = "#23406b"
INDIGO_LIT = "#3f6296"
SKIN = "#e9b98f"

Motif = Callable[[Season], str]
"""A sight between the sky and the nameplate: it stands on y = 340 and fills 512 across."""


def lines(paths: Iterable[str], *, colour: str, width: float, opacity: float = 1.0) -> str:
    """Strokes of one colour as one path."""
    faded = f' stroke-opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<path d="{" ".join(paths)}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-linecap="round"{faded}/>'
    )


def mirrored(shape: str) -> str:
    """The shape and its mirror image on the other side of the middle."""
    return f'{shape}<g transform="translate(512) scale(-1 1)">{shape}</g>'


def hills(season: Season) -> str:
    """Two ridges of Tara behind whatever stands before them."""
    return (
        f'<path d="M20 340C80 226 150 204 214 230 290 176 420 214 492 340Z" fill="{season.far}"/>'
        f'<path d="M20 340C60 272 112 262 150 284 214 254 300 262 352 284 410 254 464 282 492 340Z"'
        f' fill="{season.near}"/>'
    )
