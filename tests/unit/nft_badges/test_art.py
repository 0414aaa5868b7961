"""Every badge has a picture: the same facts the same bytes, and nothing in it but drawing."""

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nft_badges.metadata import Facts
from nft_badges.proof.art import draw
from world_server.store.tables.award import BadgeKind

TOWN = Path(__file__).parents[3] / "assets" / "town" / "town.json"
PLACES = sorted(place["id"] for place in json.loads(TOWN.read_text(encoding="utf-8"))["places"])
SVG = "{http://www.w3.org/2000/svg}"
DANGEROUS = {"script", "style", "image", "use", "foreignObject", "a", "animate", "set"}


def facts(**changes: object) -> Facts:
    told: dict[str, object] = {
        "id": 7,
        "kind": BadgeKind.EVENT,
        "title": "酒蔵通りの夕べ",
        "place": "sakagura-dori",
        "occurred_on": date(2026, 11, 22),
    } | changes
    return Facts(**told)  # type: ignore[arg-type]


def parsed(drawn: bytes) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314  our own drawing


def test_the_same_facts_give_the_same_bytes_and_others_do_not() -> None:
    draw.cache_clear()
    first = draw(facts())
    draw.cache_clear()
    assert draw(facts()) == first
    assert draw(facts(title="別の夕べ")) != first
    assert draw(facts(occurred_on=date(2026, 11, 23))) != first
    assert draw(facts(place="torii")) != first


@pytest.mark.parametrize("place", [*PLACES, "a place that is no more"])
@pytest.mark.parametrize("month", [1, 4, 7, 10])
def test_pictures_are_drawings_and_nothing_else(place: str, month: int) -> None:
    """No script, no style, no picture or font from elsewhere, nothing that reacts."""
    root = parsed(draw(facts(place=place, occurred_on=date(2027, month, 3))))
    assert root.tag == f"{SVG}svg"
    ids = {element.attrib.get("id") for element in root.iter()}
    for element in root.iter():
        assert element.tag.removeprefix(SVG) not in DANGEROUS
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value or value.removeprefix("url(#").removesuffix(")") in ids


@given(title=st.text(min_size=1, max_size=80))
def test_any_title_is_escaped_and_named(title: str) -> None:
    shown = "".join(one for one in title if one.isprintable()).strip() or "x"
    name = parsed(draw(facts(title=shown))).findtext(f"{SVG}title")
    assert name is not None
    assert name.endswith("2026-11-22")
    assert shown[:3] in name


def test_the_season_is_seen() -> None:
    spring, autumn = date(2027, 4, 1), date(2027, 10, 1)
    assert draw(facts(occurred_on=spring)) != draw(facts(occurred_on=autumn))
