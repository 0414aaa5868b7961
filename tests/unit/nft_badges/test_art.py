"""Every badge has a picture: the same facts the same bytes, safe, and set to fit its ring."""

import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nft_badges.metadata import KINDS, Facts
from nft_badges.proof import art

TOWN = Path(__file__).parents[3] / "assets" / "town" / "town.json"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {
    "svg",
    "title",
    "defs",
    "linearGradient",
    "stop",
    "clipPath",
    "circle",
    "rect",
    "path",
    "g",
    "text",
}


def parsed(drawn: bytes) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314  our own drawing


def facts(**changes: object) -> Facts:
    told: dict[str, object] = {
        "id": 7,
        "kind": "event",
        "title": "酒蔵通りの夕べ",
        "place": "sakagura-dori",
        "occurred_on": date(2026, 11, 22),
    } | changes
    return Facts(**told)  # type: ignore[arg-type]


def test_the_same_facts_give_the_same_bytes_and_others_do_not() -> None:
    art.draw.cache_clear()
    first = art.draw(facts())
    art.draw.cache_clear()
    assert art.draw(facts()) == first
    assert art.draw(facts(id=8)) != first


def test_every_place_of_the_town_has_a_motif_and_every_motif_a_place() -> None:
    town = json.loads(TOWN.read_text(encoding="utf-8"))
    assert {place["id"] for place in town["places"]} == set(art.places())
    drawn = {path.stem for path in (art.FOLDER / "motifs").glob("*.svg")}
    assert set(art.places().values()) == drawn


def test_an_unknown_place_or_kind_still_has_a_picture() -> None:
    assert parsed(art.draw(facts(place="nowhere", kind="unknown"))).tag == f"{SVG}svg"


def test_every_kind_has_its_own_ring() -> None:
    assert set(art.KINDS) == set(KINDS)
    assert len({kind.ring for kind in art.KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("place", sorted(art.places()))
@pytest.mark.parametrize("month", [1, 4, 7, 10])
def test_pictures_are_drawings_and_nothing_else(place: str, month: int) -> None:
    """No script, no style, no picture or font from elsewhere, nothing that reacts."""
    drawn = art.draw(facts(place=place, occurred_on=date(2027, month, 3)))
    for element in parsed(drawn).iter():
        assert element.tag.removeprefix(SVG) in DRAWN
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value or re.fullmatch(r"url\(#(sky|scene)\)", value)


@given(title=st.text(min_size=1, max_size=80))
def test_any_title_is_escaped_and_named(title: str) -> None:
    printable = "".join(one for one in title if one.isprintable()) or "x"
    root = parsed(art.draw(facts(title=printable)))
    name = root.findtext(f"{SVG}title")
    assert name == f"{printable} 2026-11-22"


@given(title=st.text(alphabet="鹿島の夕べ酒蔵通りabcd efgh、。ー", min_size=1, max_size=80))
def test_lines_fit_the_ring_and_lose_nothing_that_fits(title: str) -> None:
    lines, size = art.set_title(title)
    assert 1 <= len(lines) <= 2
    for line, widest in zip(lines, art.WIDEST, strict=False):
        assert art.width(line) * size <= widest + size
    if not lines[-1].endswith("…"):
        assert "".join(lines).replace(" ", "") == title.replace(" ", "")


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("酒蔵通りの夕べ", ["酒蔵通りの夕べ"]),
        ("祐徳稲荷 夜の舞台めぐり", ["祐徳稲荷 夜の", "舞台めぐり"]),
        ("Evening walk along the brewery", ["Evening walk along", "the brewery"]),
    ],
)
def test_titles_break_where_a_reader_would_break_them(title: str, lines: list[str]) -> None:
    assert art.set_title(title)[0] == lines


@pytest.mark.parametrize(("month", "season"), [(12, art.WINTER), (2, art.WINTER), (3, art.SPRING)])
def test_the_sky_is_that_of_the_season(month: int, season: art.Season) -> None:
    assert art.season_of(month) is season
    assert season.top.encode() in art.draw(facts(occurred_on=date(2027, month, 1)))
