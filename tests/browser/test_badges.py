"""The shelf of badges, one badge in large, and the picture that is shared, in a real browser."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from client_people import DESK, PHONE, SLOW, Meet, Someone
from client_town import ClientTown, act, client_town, now
from playwright.sync_api import Response, expect
from sqlmodel import col, select

from world_server.i18n import LANGUAGES
from world_server.store import badge_making, badge_rules
from world_server.store.badge_rules import Occasion, Rally, Verdict
from world_server.store.clock import JST
from world_server.store.tables.award import AwardState, BadgeKind, Source
from world_server.store.tables.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

ART = 512
"""Pixels across, as the drawings say of themselves."""

LONG = "肥前鹿島干潟のむつごろうと渡り鳥を、ゆっくり観察する朝の会"


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all; each test has visitors of its own."""
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/59", folder=folder) as running:
        yield running


def event(title: str, place: str, day: date, kind: BadgeKind = BadgeKind.EVENT) -> Occasion:
    """An occasion as a staff page would have made it."""
    start = datetime(day.year, day.month, day.day, 10, tzinfo=JST)
    return Occasion(
        key=f"{kind}:{title}:{day}"[:80],
        kind=kind,
        title=title,
        place=place,
        occurred_on=day,
        opens_at=start,
        closes_at=start + timedelta(days=30),
    )


def everything() -> list[tuple[Verdict, AwardState]]:
    """One badge of every kind, in every state, over two months."""
    day, before = date(2026, 11, 22), date(2026, 10, 4)
    rally = Rally(id="four-islands", name="四つの島めぐり", places=("honden",), first_day=before)
    real = badge_rules.real_occasion(spot="michinoeki", name="道の駅鹿島", day=day)
    month = badge_rules.month_occasion(before)
    around = badge_rules.rally_occasion(rally, before)
    return [
        (Verdict(event("酒蔵通りの夕べ", "sakagura-dori", day), Source.PRESENCE), AwardState.MINED),
        (Verdict(real, Source.ROTATING), AwardState.QUEUED),
        (Verdict(event(LONG, "mudflat", day), Source.WORD), AwardState.PARKED),
        (Verdict(month, Source.MONTH), AwardState.FINAL),
        (Verdict(around, Source.STAMPS), AwardState.FINAL),
        (
            Verdict(event("祐徳稲荷めぐり", "honden", before, BadgeKind.HOST), Source.GRANT),
            AwardState.FINAL,
        ),
        (
            Verdict(event("のごみ人形の色つけ", "torii", before), Source.ONE_TIME),
            AwardState.REVOKED,
        ),
    ]


def give(town: ClientTown, nickname: str, some: list[tuple[Verdict, AwardState]]) -> list[str]:
    """As if the visitor had earned these; their names for proof pages, as paths."""

    async def write() -> list[str]:
        paths = []
        async with town._writing() as session:
            found = await session.exec(select(Visitor).where(col(Visitor.nickname) == nickname))
            visitor = found.one()
            for verdict, state in some:
                award = await badge_making.give(session, verdict, visitor_id=visitor.id, now=now())
                award.state = state
                session.add(award)
                paths.append(f"/proof/{award.holder}/{award.badge_id}")
        return paths

    return act(write())


def collector(
    meet: Meet, town: ClientTown, nickname: str, **more: Any
) -> tuple[Someone, list[str]]:
    """Somebody remembered who has every kind of badge, before the welcome."""
    one = meet(**more)
    one.enter(nickname)
    paths = give(town, nickname, everything())
    one.open()
    return one, paths


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_shelf_tells_kind_day_place_how_and_state(
    size: dict[str, int], meet: Meet, town: ClientTown, pictures: Path
) -> None:
    aiko, _ = collector(meet, town, f"あいこ{size['width']}", size=size)
    months = aiko.at("badges").locator("section")
    expect(months).to_have_count(2)
    expect(months.nth(0)).to_have_attribute("aria-label", "2026年11月")
    expect(months.nth(1).locator("li")).to_have_count(4)
    shelf = aiko.at("badges")
    for said in (
        "酒蔵通りの夕べ",
        "道の駅鹿島を訪問",
        "2026年10月の来訪",
        "四つの島めぐり",
        "「祐徳稲荷めぐり」の案内役",
        "2026年11月22日 · 酒蔵通り",
        aiko.says("town-badge-source-grant"),
        aiko.says("town-badge-source-stamps"),
    ):
        expect(shelf).to_contain_text(said)
    # What waits for a person is to the visitor what it is: being prepared.
    expect(shelf.locator(".chip-preparing")).to_have_count(2)
    expect(shelf.locator(".chip-issued")).to_have_count(1)
    expect(shelf.locator(".chip-final")).to_have_count(3)
    expect(shelf.locator("li", has=aiko.page.locator(".chip-revoked"))).to_contain_text(
        aiko.says("town-badge-revoked-about")
    )
    for image in shelf.locator("img").all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("naturalWidth", ART)
    assert aiko.find_faults() == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert aiko.page.evaluate(wide) == 0
    name = "phone" if size is PHONE else "desk"
    shelf.screenshot(path=pictures / f"badge-shelf-{name}.png")
    assert aiko.faults == []


def test_who_has_no_badge_yet_is_told_how_to_get_one(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    ben = meet(size=PHONE)
    ben.enter("べん")
    ben.open()
    expect(ben.at("badges-none")).to_be_visible()
    expect(ben.at("badges-none")).to_contain_text(ben.says("town-badges-none"))
    ben.at("badges-none").screenshot(path=pictures / "badge-shelf-empty.png")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_badge_in_large_speaks_every_language(
    language: str, meet: Meet, town: ClientTown, pictures: Path
) -> None:
    aiko, paths = collector(meet, town, f"x{language}", language=language)
    at = aiko.page.get_by_test_id(f"badge-look-{paths[0].rsplit('/', 1)[1]}")
    at.click()
    detail = aiko.at("badge-detail")
    expect(detail).to_be_visible(timeout=SLOW)
    expect(detail.locator("h2")).to_be_focused()
    expect(detail).to_contain_text("酒蔵通りの夕べ")
    expect(detail).to_contain_text(aiko.says("town-badge-issued"))
    assert "badge-" not in detail.inner_text()
    expect(detail.locator(".badge-detail-art")).to_have_js_property("naturalWidth", ART)
    assert aiko.find_faults() == []
    expect(aiko.at("badge-detail-proof")).to_have_attribute("href", paths[0])
    aiko.page.screenshot(path=pictures / f"badge-detail-{language}.png")
    aiko.page.keyboard.press("Escape")
    expect(detail).to_have_count(0)
    expect(at).to_be_focused()
    assert aiko.faults == []


@pytest.mark.parametrize("at", [0, 2, 4], ids=["event", "long-title", "rally"])
def test_the_code_on_the_shared_picture_leads_to_the_proof(
    at: int, meet: Meet, town: ClientTown, pictures: Path
) -> None:
    aiko, paths = collector(meet, town, f"しお{at}", size=PHONE)
    fetched: list[str] = []
    aiko.page.on("response", lambda response: fetched.append(_name(response)))
    aiko.at(f"badge-look-{paths[at].rsplit('/', 1)[1]}").click()
    aiko.at("share-make").click()
    picture = aiko.at("share-picture")
    expect(picture).to_be_visible(timeout=SLOW)
    assert len(picture.get_attribute("alt") or "") > 10
    assert aiko.find_faults() == []
    width, height, grey = _pixels(aiko)
    assert (width, height) == (1200, 630)
    codes = zxingcpp.read_barcodes(grey)
    assert [code.text for code in codes] == [f"{town.url}{paths[at].lower()}"]
    with aiko.page.expect_download() as download:
        aiko.at("share-save").click()
    saved = pictures / f"badge-share-{at}.png"
    download.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
    assert download.value.suggested_filename.endswith(".png")
    aiko.at("badge-detail").screenshot(path=pictures / f"badge-share-dialog-{at}.png")
    # Nothing of this was fetched before it was asked for.
    assert any("badge-detail" in name for name in fetched)
    assert aiko.faults == []


def _name(response: Response) -> str:
    return response.url.rsplit("/", 1)[-1]


def _pixels(one: Someone) -> tuple[int, int, Any]:
    """The shared picture as a table of greys, the way a camera would see it."""
    width, height, greys = one.page.evaluate(
        """async () => {
            const image = document.querySelector('[data-testid=share-picture]')
            await image.decode()
            const canvas = document.createElement('canvas')
            canvas.width = image.naturalWidth
            canvas.height = image.naturalHeight
            const pen = canvas.getContext('2d')
            pen.drawImage(image, 0, 0)
            const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
            const greys = Array.from({ length: data.length / 4 }, (_, at) => data[at * 4 + 1])
            return [canvas.width, canvas.height, greys]
        }"""
    )
    return width, height, np.array(greys, dtype=np.uint8).reshape(height, width)


def test_a_device_that_hands_pictures_on_is_asked_to(meet: Meet, town: ClientTown) -> None:
    aiko, paths = collector(meet, town, "おくる", size=PHONE)
    aiko.page.evaluate(
        """() => {
            window.handed = []
            navigator.canShare = () => true
            navigator.share = async (what) => { window.handed.push(what) }
        }"""
    )
    aiko.at(f"badge-look-{paths[0].rsplit('/', 1)[1]}").click()
    aiko.at("share-make").click()
    aiko.at("share-send").click()
    handed = aiko.page.evaluate("window.handed.map(one => [one.text, one.files[0].type])")
    assert handed == [[f"酒蔵通りの夕べ {town.url}{paths[0]}", "image/png"]]


def test_a_picture_that_cannot_be_made_is_said_and_may_be_tried_again(
    meet: Meet, town: ClientTown
) -> None:
    aiko, paths = collector(meet, town, "もう一度", size=PHONE)
    aiko.page.route("**/qr.svg", lambda route: route.abort())
    aiko.at(f"badge-look-{paths[0].rsplit('/', 1)[1]}").click()
    aiko.at("share-make").click()
    expect(aiko.at("share-room").locator(".fault")).to_be_visible()
    aiko.page.unroute("**/qr.svg")
    expect(aiko.at("share-make")).to_be_enabled()
    aiko.at("share-make").click()
    expect(aiko.at("share-picture")).to_be_visible(timeout=SLOW)
