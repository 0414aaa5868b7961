"""Every badge as a browser draws it: lettering inside its plate, kinds told apart when small.

`--pictures docs/pictures` keeps the contact sheets, which are there to be looked at.
"""

import base64
import itertools
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from nft_badges.metadata import Facts
from nft_badges.proof.art import draw, draw_collection
from nft_badges.proof.drawing.motifs import BY_PLACE, MOTIFS
from world_server.i18n import LANGUAGES
from world_server.store.tables.award import BadgeKind

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

TOWN = Path(__file__).parents[2] / "assets" / "town"
SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "winter": 1}
PLACE_OF = {
    name: next((place for place, sight in BY_PLACE.items() if sight is motif), "")
    for name, motif in MOTIFS.items()
}
"""A place that shows each sight; the mask and the four islands belong to none."""

TITLES = (
    "酒蔵通りの夕べ",
    "秋",
    "肥前鹿島干潟のむつごろうと渡り鳥を、ゆっくり観察する朝の会(雨天のときは屋内で行います)",
    "An evening in Sakagura Street",
    "AUTUMN WALK TO THE UPPER SHRINE OF YUTOKU INARI WITH THE GUIDES OF KASHIMA CITY",
    "เดินชมย่านโรงสาเกฮามาชูกุยามเย็นด้วยกันกับไกด์ท้องถิ่น",
    "양조장 거리의 저녁 산책과 새 술 맛보기 모임",
    "酒藏通的黃昏漫步與新酒品嚐會",
    "Ｗｉｄｅ　ｌｅｔｔｅｒｓ　ｗｉｔｈ　ｎｏ　ｅｎｄ　ａｔ　ａｌｌ",
    "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
)
PLATE = (34, 478, 342, 430)
"""Left, right, top and bottom of the plate's inside."""


def facts(kind: BadgeKind, *, place: str = "", month: int = 11, **other: Any) -> Facts:
    keys = {BadgeKind.MONTHLY: f"monthly:2026-{month:02}", BadgeKind.RALLY: "rally:four-islands:1"}
    told: dict[str, Any] = {
        "id": 7,
        "kind": kind,
        "title": "酒蔵通りの夕べ",
        "place": place,
        "occurred_on": date(2026, month, 22),
        "key": keys.get(kind, "event:7"),
    }
    return Facts(**(told | other))


def sheet(page: Page, pictures: Iterable[bytes], *, side: int, across: int, path: Path) -> None:
    """Many pictures on one page, photographed."""
    encoded = (base64.b64encode(one).decode() for one in pictures)
    images = "".join(
        f'<img width={side} height={side} src="data:image/svg+xml;base64,{one}">' for one in encoded
    )
    gap = max(8, side // 16)
    page.set_viewport_size({"width": across * (side + gap) + gap, "height": 100})
    page.set_content(
        f'<body style="margin:{gap}px;display:grid;gap:{gap}px;background:#fffdf8;'
        f'grid-template-columns:repeat({across},{side}px)">{images}</body>'
    )
    loaded = "[...document.images].every(one => one.complete && one.naturalWidth > 0)"
    page.wait_for_function(loaded)
    page.screenshot(path=path, full_page=True)


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page()


def test_every_sight_in_every_season_is_drawn(page: Page, pictures: Path) -> None:
    shown = [
        _of_sight(name, month).svg for name, month in itertools.product(MOTIFS, SEASONS.values())
    ]
    sheet(page, shown, side=200, across=8, path=pictures / "badges-sights.png")
    assert len(set(shown)) == len(MOTIFS) * len(SEASONS)


def _of_sight(name: str, month: int) -> Any:
    if name == "islands":
        return draw(facts(BadgeKind.RALLY, month=month))
    if name == "mask":
        return draw(facts(BadgeKind.HOST, month=month, title="面浮立を見る会"))
    return draw(facts(BadgeKind.EVENT, place=PLACE_OF[name], month=month))


def test_every_kind_in_every_language_is_drawn(page: Page, pictures: Path) -> None:
    places = ("sakagura-dori", "", "", "michinoeki", "mudflat")
    shown = [
        draw(facts(kind, place=place, month=month), language).svg
        for (kind, place), (language, month) in itertools.product(
            zip(BadgeKind, places, strict=True), zip(LANGUAGES, (11, 4, 7, 1, 9), strict=True)
        )
    ]
    sheet(page, shown, side=256, across=5, path=pictures / "badges-kinds.png")
    sheet(
        page, [*shown, draw_collection().svg], side=64, across=13, path=pictures / "badges-64.png"
    )


def test_every_sight_stands_in_every_frame(page: Page, pictures: Path) -> None:
    shown = [
        draw(facts(kind, place=place, month=11, title="鹿島をあるく")).svg
        for place in filter(None, PLACE_OF.values())
        for kind in BadgeKind
    ]
    sheet(page, shown, side=128, across=10, path=pictures / "badges-frames.png")
    assert len(set(shown)) == len(shown)


def test_no_title_leaves_its_plate(page: Page) -> None:
    rallies = json.loads((TOWN / "rallies.json").read_text(encoding="utf-8"))["rallies"]
    drawn = [draw(facts(BadgeKind.EVENT, title=title)).svg for title in TITLES]
    drawn += [
        draw(facts(kind, title=title, place=place, key=key), language).svg
        for language in LANGUAGES
        for kind, title, place, key in (
            (BadgeKind.HOST, TITLES[2][:40], "mudflat", "host:7"),
            (BadgeKind.REAL, "肥前浜宿まちなみ交流センター", "counter", "real:counter:1"),
            (BadgeKind.MONTHLY, "", "", "monthly:2026-09"),
            *((BadgeKind.RALLY, "", "", f"rally:{one['id']}:2026") for one in rallies),
            *((BadgeKind.REAL, "", place, "real:x:1") for place in BY_PLACE),
        )
    ]
    page.set_content("".join(one.decode() for one in drawn))
    titles = page.evaluate(
        """[...document.querySelectorAll('svg')].map(svg =>
            [...svg.querySelectorAll(':scope > text[fill="#2b2320"]')].map(one => {
                const { x, width } = one.getBBox()
                const size = parseFloat(one.getAttribute('font-size'))
                return [one.textContent, x, x + width, +one.getAttribute('y'), size]
            }))"""
    )
    assert len(titles) == len(drawn)
    assert all(titles)
    left, right, top, bottom = PLATE
    for text, start, end, base, size in itertools.chain(*titles):
        assert left <= start < end <= right, text
        assert top <= base - size * 0.9, text
        assert base + size * 0.2 <= bottom, text


SMALL = 64


def test_kinds_are_told_apart_when_small_and_without_colour(page: Page) -> None:
    """The same sight in the same season: at 64 pixels the silhouettes alone differ."""
    pictures = [
        base64.b64encode(draw(facts(kind, place="torii", month=11)).svg).decode()
        for kind in BadgeKind
    ]
    masks = page.evaluate(
        """async ([pictures, side]) => Promise.all(pictures.map(async (one) => {
            const image = new Image()
            image.src = 'data:image/svg+xml;base64,' + one
            await image.decode()
            const canvas = document.createElement('canvas')
            canvas.width = canvas.height = side
            const pen = canvas.getContext('2d')
            pen.drawImage(image, 0, 0, side, side)
            const data = pen.getImageData(0, 0, side, side).data
            return Array.from({ length: side * side }, (_, at) => +(data[at * 4 + 3] > 127))
        }))""",
        [pictures, SMALL],
    )
    for one, other in itertools.combinations(masks, 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) > SMALL * SMALL * 0.04


def test_the_preview_other_sites_show_is_the_family(page: Page, pictures: Path) -> None:
    """Drawn here and kept as nft_badges/proof/static/og.png, for no other site shows SVG."""
    shown = (
        facts(BadgeKind.MONTHLY, month=4),
        facts(BadgeKind.EVENT, place="honden", month=10, title="祐徳稲荷めぐり"),
        facts(BadgeKind.RALLY, month=7),
        facts(BadgeKind.REAL, place="hama-station", month=1),
    )
    images = "".join(
        f'<img src="data:image/svg+xml;base64,{base64.b64encode(draw(one).svg).decode()}">'
        for one in shown
    )
    page.set_viewport_size({"width": 1200, "height": 630})
    page.set_content(
        "<style>body{margin:0;height:630px;display:grid;place-content:center;gap:34px;"
        "background:#fdf8ee;border-top:14px solid #b8321a;box-sizing:border-box;"
        "font-family:'Noto Serif CJK JP',serif;text-align:center;color:#2b2320}"
        "div{display:flex;gap:22px;justify-content:center}img{width:262px}"
        "h1{margin:0;font-size:62px}p{margin:6px 0 0;font-size:32px;color:#8f2412}</style>"
        f"<div>{images}</div><main><h1>バーチャル鹿島 来訪バッジ</h1>"
        "<p>Virtual Kashima — visit badges anybody can check</p></main>"
    )
    page.wait_for_function("[...document.images].every(one => one.complete)")
    page.screenshot(path=pictures / "badges-og.png")
