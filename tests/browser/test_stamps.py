"""The stamp book in the browser: a first stamp on arrival, the next by walking, kept for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from client_people import PHONE, SLOW, Meet
from client_town import ClientTown, client_town
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all."""
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/60", folder=folder) as running:
        yield running


def test_stamps_are_told_collected_and_there_on_the_next_visit(meet: Meet, pictures: Path) -> None:
    aiko = meet(size=PHONE)
    aiko.enter("あいこ")
    expect(aiko.at("stamp-news")).to_contain_text("一の鳥居", timeout=SLOW)
    aiko.hears(aiko.says("town-stamp-got", place="一の鳥居"))
    aiko.page.screenshot(path=pictures / "stamp-news-phone.png")
    aiko.at("go-romon").click()
    expect(aiko.at("stamp-news")).to_contain_text("楼門", timeout=2 * SLOW)
    aiko.at("dock-badges").click()
    rally = aiko.at("rally-okunoin")
    expect(rally.get_by_test_id("rally-progress")).to_have_text(
        aiko.says("town-rally-progress", done=2, all=5)
    )
    won = rally.get_by_test_id("stamp-romon")
    expect(won).to_contain_text(aiko.says("town-stamp-won"))
    expect(rally.get_by_test_id("stamp-okunoin")).to_contain_text(aiko.says("town-stamp-open"))
    rally.scroll_into_view_if_needed()
    aiko.page.screenshot(path=pictures / "stamps-phone.png")
    assert aiko.find_faults() == []

    aiko.page.reload()
    aiko.page.wait_for_selector("body[data-ready=welcome]")
    aiko.at("stamp-fold").locator("summary").click()
    expect(aiko.at("stamp-romon")).to_contain_text(aiko.says("town-stamp-won"))
    aiko.page.set_viewport_size({"width": 1280, "height": 900})
    aiko.at("stamps").scroll_into_view_if_needed()
    aiko.page.screenshot(path=pictures / "stamps.png", full_page=True)
    assert aiko.find_faults() == []
    assert aiko.faults == []


@pytest.mark.parametrize("language", ["en", "th", "ko", "zh-TW"])
def test_the_stamp_book_reads_in_every_language(meet: Meet, language: str) -> None:
    one = meet(language=language, size=PHONE)
    one.enter("Somebody")
    one.at("dock-badges").click()
    book = one.at("rally-four-islands")
    expect(book.get_by_test_id("rally-progress")).to_have_text(
        one.says("town-rally-progress", done=0, all=4)
    )
    fits = "node => node.scrollWidth <= node.clientWidth"
    assert one.at("stamps").evaluate(fits)
    assert one.find_faults() == []


def test_the_link_of_a_place_leads_there(meet: Meet) -> None:
    ben = meet(language="en")
    ben.enter("Ben", "/p/honden")
    expect(ben.at("place")).to_have_text("Main hall", timeout=SLOW)
    expect(ben.at("stamp-news")).to_contain_text("Main hall", timeout=SLOW)
    assert ben.faults == []
