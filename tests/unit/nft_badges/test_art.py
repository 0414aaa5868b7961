"""Every badge has a picture: the same facts the same bytes, and nothing in it but drawing."""

import hashlib
import itertools
import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nft_badges.metadata import Facts
from nft_badges.proof.art import draw, draw_collection
from nft_badges.proof.drawing.motifs import BY_PLACE, BY_RALLY, MOTIFS, motif_of
from world_server.i18n import LANGUAGES
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


def svg(one: Facts, language: str = "ja") -> bytes:
    return draw(one, language).svg


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
    root = parsed(svg(facts(place=place, occurred_on=date(2027, month, 3))))
    assert root.tag == f"{SVG}svg"
    ids = {element.attrib.get("id") for element in root.iter()}
    for element in root.iter():
        assert element.tag.removeprefix(SVG) not in DANGEROUS
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value or value.removeprefix("url(#").removesuffix(")") in ids


LARGEST = 20_000
"""Bytes; what a phone fetches for one badge."""

LONG = "肥前鹿島干潟のむつごろうと渡り鳥を、ゆっくり観察する朝の会(雨天のときは屋内で行います)"


@pytest.mark.parametrize("kind", list(BadgeKind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sight_in_every_frame_is_small(kind: BadgeKind, language: str) -> None:
    for place, month in itertools.product([*PLACES, ""], (1, 4, 7, 10)):
        one = facts(
            kind=kind, place=place, title=LONG, occurred_on=date(2027, month, 3), key="rally:x:2027"
        )
        assert len(svg(one, language)) < LARGEST


def test_each_kind_has_a_silhouette_of_its_own() -> None:
    """Told apart without colour: the first path is the whole outline."""
    outlines = {
        parsed(svg(facts(kind=kind))).find(f"{SVG}path").attrib["d"]  # type: ignore[union-attr]
        for kind in BadgeKind
    }
    assert len(outlines) == len(BadgeKind)


def test_every_sight_is_shown_by_some_badge() -> None:
    shown = {motif_of(facts(place=place)) for place in PLACES}
    shown |= {
        motif_of(facts(kind=BadgeKind.MONTHLY, place="", occurred_on=date(2027, month, 1)))
        for month in range(1, 13)
    }
    rally = facts(kind=BadgeKind.RALLY, place="", key="rally:four-islands:2027")
    assert shown | {motif_of(rally)} == set(MOTIFS.values())


def test_every_rally_and_every_place_has_a_sight_of_its_own_choice() -> None:
    assert set(PLACES) <= set(BY_PLACE)
    rallies = json.loads((TOWN.parent / "rallies.json").read_text(encoding="utf-8"))["rallies"]
    assert {one["id"] for one in rallies} <= set(BY_RALLY)


def test_an_event_looks_the_same_in_every_language_and_the_others_do_not() -> None:
    assert len({svg(facts(), language) for language in LANGUAGES}) == 1
    month = facts(kind=BadgeKind.MONTHLY, key="monthly:2026-11", place="")
    assert len({svg(month, language) for language in LANGUAGES}) == len(LANGUAGES)
    assert "2026年11月" in parsed(svg(month, "ja")).findtext(f"{SVG}title", "")
    assert "November 2026" in parsed(svg(month, "en")).findtext(f"{SVG}title", "")


def test_the_hash_is_of_the_bytes() -> None:
    for drawn in (draw(facts()), draw_collection()):
        assert drawn.sha256 == hashlib.sha256(drawn.svg).hexdigest()


@given(title=st.text(min_size=1, max_size=80))
def test_any_title_is_escaped_and_named(title: str) -> None:
    shown = "".join(one for one in title if one.isprintable()).strip() or "x"
    name = parsed(svg(facts(title=shown))).findtext(f"{SVG}title")
    assert name is not None
    assert name.endswith("2026-11-22")
    assert shown[:3] in name


def test_the_season_is_seen() -> None:
    spring, autumn = date(2027, 4, 1), date(2027, 10, 1)
    assert draw(facts(occurred_on=spring)) != draw(facts(occurred_on=autumn))
