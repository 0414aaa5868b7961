"""The pictures that links show are there, in the shape previews have, and light to send."""

import json
from pathlib import Path

import pytest

from world_server.web.share_cards import OF_THE_TOWN, PICTURE_SIZE

ASSETS = Path(__file__).parents[2] / "assets"
CARDS = sorted((ASSETS / "client" / "public" / "cards").iterdir())
PLACES = {one["id"] for one in json.loads((ASSETS / "town/town.json").read_text("utf-8"))["places"]}
HEAVIEST = 300_000
"""Bytes; programs that make previews give up on pictures of more than a few hundred kilobytes."""


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height from the frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at < len(jpeg):
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4])
        if marker in (0xC0, 0xC1, 0xC2):
            return int.from_bytes(jpeg[at + 7 : at + 9]), int.from_bytes(jpeg[at + 5 : at + 7])
        at += 2 + length
    raise AssertionError


def test_the_town_has_one_and_each_other_is_of_a_place() -> None:
    names = {path.stem for path in CARDS}
    assert OF_THE_TOWN in names
    assert names - {OF_THE_TOWN} <= PLACES


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_a_picture_has_the_shape_of_previews(path: Path) -> None:
    jpeg = path.read_bytes()
    assert size_of(jpeg) == PICTURE_SIZE
    assert len(jpeg) < HEAVIEST
