"""The people around in the browser: somebody one would rather not meet, and quiet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from client_people import PHONE, SLOW, Meet, Someone
from client_town import ClientTown, client_town
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all."""
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/61", folder=folder) as running:
        yield running


def open_settings(one: Someone) -> None:
    one.at("dock-menu").click()
    one.at("menu-settings").click()
    expect(one.at("quiet")).to_be_visible(timeout=SLOW)


def test_somebody_one_would_rather_not_meet_is_gone_for_both_until_taken_back(
    meet: Meet, pictures: Path
) -> None:
    """All of it by keyboard, as whoever walks by keyboard does it."""
    aiko, kenji = meet(size=PHONE), meet()
    aiko.enter("あいこ")
    kenji.enter("けんじ")
    row = aiko.at("people").get_by_role("button", name="けんじ")
    expect(row).to_be_visible(timeout=SLOW)
    kenji.at("dock-chat").click()
    kenji.at("phrase-1").click()
    expect(aiko.at("ticker")).to_contain_text("けんじ", timeout=SLOW)

    row.focus()
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("person-card")).to_be_visible()
    aiko.page.screenshot(path=pictures / "person-card-phone.png")
    assert aiko.find_faults() == []
    aiko.page.keyboard.press("Escape")
    expect(row).to_be_focused()
    aiko.page.keyboard.press("Enter")
    aiko.at("person-block").focus()
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("people-status")).to_have_text(aiko.says("people-blocked", name="けんじ"))
    expect(row).to_have_count(0)
    expect(aiko.at("ticker")).not_to_contain_text("けんじ")
    expect(kenji.at("people").get_by_text("あいこ")).to_have_count(0, timeout=SLOW)

    open_settings(aiko)
    expect(aiko.at("apart")).to_contain_text("けんじ", timeout=SLOW)
    aiko.at("apart").scroll_into_view_if_needed()
    aiko.page.screenshot(path=pictures / "people-apart-phone.png")
    assert aiko.find_faults() == []
    aiko.at("unblock").focus()
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("apart-status")).to_have_text(aiko.says("people-apart-none"), timeout=SLOW)
    aiko.at("sheet-close").click()
    expect(row).to_be_visible(timeout=SLOW)
    expect(kenji.at("people").get_by_role("button", name="あいこ")).to_be_visible(timeout=SLOW)
    assert aiko.faults == kenji.faults == []


def test_in_quiet_nobody_but_guide_and_staff_is_heard(meet: Meet) -> None:
    aiko, kenji = meet(), meet()
    aiko.enter("あいこ")
    kenji.enter("けんじ")
    open_settings(aiko)
    aiko.at("quiet").check()
    aiko.at("sheet-close").click()
    kenji.at("dock-chat").click()
    kenji.at("phrase-2").click()
    expect(kenji.at("chat-log")).to_contain_text(kenji.says("town-phrase-2"), timeout=SLOW)
    aiko.at("dock-chat").click()
    # Who opens what was said reads it; it was only not brought to them.
    expect(aiko.at("chat-log")).to_contain_text("けんじ", timeout=SLOW)
    aiko.at("sheet-close").click()
    expect(aiko.at("ticker").locator("p")).to_have_count(0)
    aiko.page.reload()
    aiko.page.wait_for_selector("body[data-ready=welcome]")
    aiko.at("enter-flat").click()
    aiko.is_here()
    open_settings(aiko)
    expect(aiko.at("quiet")).to_be_checked()


@pytest.mark.parametrize("language", ["en", "th", "ko", "zh-TW"])
def test_the_settings_about_people_fit_a_narrow_phone(meet: Meet, language: str) -> None:
    one = meet(language=language, size={"width": 320, "height": 640})
    one.enter("Somebody")
    open_settings(one)
    expect(one.at("apart-status")).to_have_text(one.says("people-apart-none"), timeout=SLOW)
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert one.find_faults() == []


def test_a_place_somebody_names_is_named_in_the_reader_s_language_too(
    meet: Meet, town: ClientTown
) -> None:
    slug = town.open_event("酒蔵さんぽ")
    aiko, anna = meet(), meet(language="en")
    aiko.enter("あいこ", f"/e/{slug}")
    anna.enter("Anna", f"/e/{slug}")
    anna.at("dock-chat").click()
    anna.at("chat-text").fill("See you at the romon gate")
    anna.at("chat-send").click()
    said = aiko.at("ticker").get_by_text("See you at the romon gate")
    expect(said).to_have_text("See you at the romon gate（楼門）", timeout=SLOW)
    expect(said.locator("small")).to_have_attribute("lang", "ja")
    expect(anna.at("chat-log").locator("small")).to_have_count(0)
    anna.at("chat-text").fill("see example . com")
    anna.at("chat-send").click()
    expect(anna.page.locator(".chat .fault")).to_have_text(
        anna.says("error-line-refused", rule="link"), timeout=SLOW
    )
