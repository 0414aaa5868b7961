"""The colours of the four seasons of Kashima, and what drifts in the air in each."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Season:
    """Colours of one season, from the top of the sky to the ground, and of the rim."""

    name: str
    sky_top: str
    sky_low: str
    far: str
    near: str
    ground: str
    path: str
    bloom: tuple[str, str, str, str]
    """Of trees and bushes: lit, in between, in shade, and the dots of flowers or leaves."""
    rim: str
    trim: str
    letter: str
    """The season's name in one letter, as almanacs print it."""
    drift: str
    """SVG of what is in the air, drawn in front of the sky."""


def season_of(day: date) -> Season:
    """The season of a day: spring begins in March."""
    return (WINTER, SPRING, SUMMER, AUTUMN)[day.month % 12 // 3]


def _scattered(shape: str, spots: tuple[tuple[int, int, float, int], ...]) -> str:
    return "".join(
        f'<g transform="translate({x} {y}) rotate({turn}) scale({size})">{shape}</g>'
        for x, y, size, turn in spots
    )


_PETAL = '<path d="M0 9C-9 3-7-8-2-9L0-6 2-9C7-8 9 3 0 9Z" fill="#fff" fill-opacity=".92"/>'
_LEAF = (
    '<path d="M0 13V5C-4 8-8 8-8 8-7 5-9 3-12 2-8 1-8-1-10-4-6-4-4-3-3-5-3-9-1-11 0-13 '
    '1-11 3-9 3-5 4-3 6-4 10-4 8-1 8 1 12 2 9 3 7 5 8 8 8 8 4 8 0 5Z" fill="#c23a1b"/>'
)
_FLAKE = '<circle r="5" fill="#fff" fill-opacity=".95"/>'
_CLOUD = (
    '<path d="M-46 12C-60 12-60-8-44-8-42-26-16-28-10-14 0-24 20-18 18-6 34-10 44 12 26 12Z" '
    'fill="#fff" fill-opacity=".9"/>'
)

SPRING = Season(
    name="spring",
    sky_top="#f9c9d2",
    sky_low="#fff3ea",
    far="#a9c49a",
    near="#6f9f68",
    ground="#8fb573",
    path="#efe2c8",
    bloom=("#fbd5dd", "#f3b4c3", "#e596ab", "#fff4f6"),
    rim="#8f2f4e",
    letter="春",
    trim="#f7d3da",
    drift=_scattered(
        _PETAL,
        (
            (92, 190, 1.2, 20),
            (130, 108, 1.0, -40),
            (190, 82, 0.8, 75),
            (330, 92, 1.1, -15),
            (392, 140, 0.9, 50),
            (424, 214, 1.2, -65),
            (74, 262, 0.8, 100),
        ),
    ),
)
SUMMER = Season(
    name="summer",
    sky_top="#3fa6c4",
    sky_low="#d9f1ea",
    far="#5f9f8a",
    near="#2f7a55",
    ground="#63a35a",
    path="#f0e4c6",
    bloom=("#7dbf74", "#56a05c", "#3a8250", "#e8f6d8"),
    rim="#14506b",
    letter="夏",
    trim="#cfeaf0",
    drift=_scattered(_CLOUD, ((128, 158, 0.8, 0), (398, 134, 1.0, 0))),
)
AUTUMN = Season(
    name="autumn",
    sky_top="#ef9a4f",
    sky_low="#fdeccb",
    far="#b98650",
    near="#96592e",
    ground="#c99a4a",
    path="#f6e6c4",
    bloom=("#e0672f", "#c64a22", "#a23519", "#f6b75a"),
    rim="#7d2413",
    letter="秋",
    trim="#fbdfae",
    drift=_scattered(
        _LEAF,
        (
            (96, 196, 1.3, 20),
            (146, 112, 1.0, -35),
            (406, 134, 1.2, 40),
            (434, 208, 1.0, -20),
            (78, 274, 0.9, 70),
        ),
    ),
)
WINTER = Season(
    name="winter",
    sky_top="#233a6b",
    sky_low="#a9bde0",
    far="#7f95bd",
    near="#50689a",
    ground="#f2f5fa",
    path="#dbe3f0",
    bloom=("#f4f7fb", "#d3deee", "#a9bcd9", "#ffffff"),
    rim="#1b2f57",
    letter="冬",
    trim="#dfe8f6",
    drift='<circle cx="192" cy="84" r="24" fill="#fff6d8"/>'
    + _scattered(
        _FLAKE,
        (
            (92, 202, 1.1, 0),
            (136, 122, 0.9, 0),
            (392, 128, 0.8, 0),
            (300, 74, 0.8, 0),
            (420, 196, 1.1, 0),
            (416, 262, 0.8, 0),
            (76, 268, 0.9, 0),
            (330, 182, 0.6, 0),
        ),
    ),
)
