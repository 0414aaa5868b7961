"""Tours, the quick way and the first minute, as visitors meet them; mostly in the flat town."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from client_people import PHONE, SLOW, Meet, Someone
from client_town import ClientTown, act, client_town, now
from playwright.sync_api import expect
from store_people import a_visitor

from world_server.i18n import LANGUAGES, translate
from world_server.store import stamps
from world_server.store.database import Database
from world_server.store.stamps import Reached

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all; nobody here minds the others."""
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/62", folder=folder) as running:
        act(_seven_were_at("akamon", running.database_url))
        yield running


async def _seven_were_at(place: str, database_url: str) -> None:
    """Others, who have gone, won the stamp of that place an hour ago."""
    database = Database(database_url)
    for _ in range(7):
        visitor_id = await a_visitor(database)
        async with database.transaction() as session:
            await stamps.keep(session, [(visitor_id, Reached(place, now() - timedelta(hours=1)))])
    await database.close()


def opens(someone: Someone, panel: str) -> None:
    someone.at("dock-menu").click()
    someone.at(f"menu-{panel}").click()


def sets_out(someone: Someone, tour: str, mode: str) -> None:
    opens(someone, "tours")
    someone.at(f"start-{mode}-{tour}").click()
    expect(someone.at("tour-card")).to_be_visible(timeout=SLOW)


def place_name(someone: Someone, place: str) -> str:
    """The name of a place as the flat town's list has it."""
    row = someone.page.locator("li", has=someone.at(f"go-{place}")).first
    return row.locator(".row-name").inner_text()


def test_a_tour_begins_where_one_is_taken_and_goes_on_when_the_person_says_so(
    meet: Meet, pictures: Path
) -> None:
    aiko = meet()
    aiko.enter("あいこ")
    aiko.at("steps-skip").click()
    sets_out(aiko, "shrine-walk", "self")
    monzen = place_name(aiko, "monzen")
    expect(aiko.at("tour-words")).to_contain_text("400メートル", timeout=SLOW)
    expect(aiko.at("place")).to_have_text(monzen)
    aiko.hears("400メートル")
    expect(aiko.at("tour-big")).to_be_focused()
    aiko.page.screenshot(path=pictures / "tour-stop.png")
    assert aiko.find_faults() == []
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("tour-place")).to_have_text(
        aiko.says("tour-heading-for", place=place_name(aiko, "torii"))
    )
    aiko.at("tour-skip").click()
    expect(aiko.at("tour-words")).to_contain_text("1687年", timeout=SLOW)


def test_a_question_is_answered_kindly_and_the_state_outlives_language_and_view(
    meet: Meet, pictures: Path
) -> None:
    aiko = meet(size=PHONE, has_touch=True)
    aiko.enter("あいこ", "/?lang=en&tier=low")
    aiko.at("steps-skip").click()
    sets_out(aiko, "hama-walk", "self")
    expect(aiko.at("tour-question")).to_be_visible(timeout=SLOW)
    aiko.at("answer-1").click()
    expect(aiko.at("tour-reply")).to_contain_text("red torii")
    expect(aiko.at("tour-reply")).to_be_focused()
    aiko.hears("red torii")
    aiko.at("tour-size").click()
    aiko.page.screenshot(path=pictures / "tour-question-phone.png")
    assert aiko.find_faults() == []
    aiko.at("dock-menu").click()
    aiko.at("menu-settings").click()
    aiko.at("language").select_option("th")
    expect(aiko.at("tour-reply")).to_contain_text("โทริอิ", timeout=SLOW)
    aiko.at("sheet-close").click()
    aiko.at("switch-view").click()
    aiko.page.wait_for_selector("body[data-ready=walking]", timeout=4 * SLOW)
    expect(aiko.at("tour-reply")).to_contain_text("โทริอิ", timeout=SLOW)
    aiko.page.screenshot(path=pictures / "tour-solid-phone.png")
    aiko.at("tour-mode").click()
    aiko.at("tour-next").click()
    expect(aiko.at("tour-far")).to_contain_text("เมตร", timeout=SLOW)
    far = aiko.at("tour-far").inner_text()
    expect(aiko.at("tour-far")).not_to_have_text(far, timeout=SLOW)
    aiko.page.screenshot(path=pictures / "tour-ride-solid.png")
    aiko.at("tour-end").click()
    expect(aiko.at("tour-card")).to_have_count(0)


def test_a_ride_needs_no_hand_and_waits_for_one(meet: Meet, pictures: Path) -> None:
    aiko = meet()
    aiko.enter("あいこ")
    aiko.at("steps-skip").click()
    sets_out(aiko, "hama-walk", "ride")
    expect(aiko.at("tour-words")).to_be_visible(timeout=SLOW)
    aiko.at("tour-next").click()
    expect(aiko.at("tour-far")).to_contain_text("メートル")
    aiko.page.locator("canvas").first.focus()
    aiko.page.keyboard.down("ArrowUp")
    expect(aiko.at("tour-notice")).to_have_text(translate("ja", "tour-waiting-steering"))
    aiko.page.keyboard.up("ArrowUp")
    aiko.page.screenshot(path=pictures / "tour-waiting.png")
    assert aiko.find_faults() == []
    aiko.at("tour-big").click()
    expect(aiko.at("tour-notice")).to_be_hidden()
    expect(aiko.at("tour-big")).to_have_text(translate("ja", "tour-pause"))
    aiko.at("tour-big").click()
    expect(aiko.at("tour-notice")).to_have_text(translate("ja", "tour-waiting-person"))


def test_the_quick_way_takes_one_there_and_a_stamp_is_won_by_standing(
    meet: Meet, pictures: Path
) -> None:
    aiko = meet(size=PHONE)
    aiko.enter("あいこ")
    aiko.at("steps-skip").click()
    opens(aiko, "travel")
    expect(aiko.at("station-shrine")).to_be_checked()
    aiko.at("station-shore").check()
    aiko.page.screenshot(path=pictures / "travel-phone.png")
    assert aiko.find_faults() == []
    there = place_name(aiko, "mudflat")
    aiko.at("travel-mudflat").click()
    aiko.hears(translate("ja", "travel-arrived", place=there))
    expect(aiko.at("place")).to_have_text(there)
    expect(aiko.at("stamp-news")).to_contain_text(there, timeout=SLOW)


def test_the_first_steps_notice_what_was_done_and_are_never_shown_again(
    meet: Meet, pictures: Path
) -> None:
    aiko = meet()
    aiko.enter("あいこ")
    expect(aiko.at("step-go")).to_have_attribute("aria-current", "step")
    aiko.page.screenshot(path=pictures / "first-steps-flat.png")
    assert aiko.find_faults() == []
    aiko.at("go-monzen").click()
    expect(aiko.at("step-arrive")).to_have_attribute("aria-current", "step")
    aiko.at("halt").click()
    expect(aiko.at("step-walk")).to_have_attribute("aria-current", "step")
    aiko.page.locator("canvas").first.focus()
    aiko.page.keyboard.down("ArrowLeft")
    expect(aiko.at("steps-how")).to_have_text(translate("ja", "steps-done"))
    aiko.page.keyboard.up("ArrowLeft")
    aiko.at("steps-skip").click()
    expect(aiko.at("first-steps")).to_have_count(0)
    aiko.open()
    aiko.at("enter-flat").click()
    aiko.is_here()
    expect(aiko.at("go-monzen")).to_be_visible()
    expect(aiko.at("first-steps")).to_have_count(0)


def test_the_first_steps_in_three_dimensions_are_learnt_by_key_and_pointer(
    meet: Meet, pictures: Path
) -> None:
    aiko = meet(size={"width": 640, "height": 480})
    aiko.open("/?tier=low")
    aiko.at("nickname").fill("あいこ")
    aiko.at("remember-no").check()
    aiko.at("enter").click()
    aiko.page.wait_for_selector("body[data-ready=walking]", timeout=4 * SLOW)
    expect(aiko.at("step-look")).to_have_attribute("aria-current", "step")
    aiko.page.screenshot(path=pictures / "first-steps-solid.png")
    aiko.at("scene").focus()
    aiko.page.keyboard.down("KeyE")
    expect(aiko.at("step-walk")).to_have_attribute("aria-current", "step", timeout=SLOW)
    aiko.page.keyboard.up("KeyE")
    aiko.page.keyboard.down("KeyW")
    expect(aiko.at("step-go")).to_have_attribute("aria-current", "step", timeout=SLOW)
    aiko.page.keyboard.up("KeyW")
    aiko.at("steps-skip").click()
    expect(aiko.at("first-steps")).to_have_count(0)


def test_others_are_felt_at_a_place_and_in_the_book_without_names(
    meet: Meet, pictures: Path
) -> None:
    aiko = meet()
    aiko.enter("あいこ")
    aiko.at("steps-skip").click()
    opens(aiko, "travel")
    aiko.at("station-castle").check()
    aiko.at("travel-akamon").click()
    expect(aiko.at("felt")).to_have_text(translate("ja", "felt-many", count=5), timeout=SLOW)
    aiko.hears(translate("ja", "felt-many", count=5))
    aiko.page.screenshot(path=pictures / "felt.png")
    aiko.at("dock-badges").click()
    book = aiko.at("rally-four-islands")
    expect(book.get_by_test_id("stamp-akamon")).to_contain_text(
        translate("ja", "felt-book-many", count=5), timeout=SLOW
    )
    expect(book.get_by_test_id("stamp-honden")).not_to_contain_text("人")
    assert aiko.find_faults() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tour_speaks_every_language_on_a_narrow_screen(meet: Meet, language: str) -> None:
    aiko = meet(language=language, size={"width": 320, "height": 568})
    aiko.enter("Aiko", f"/?lang={language}")
    aiko.at("steps-skip").click()
    sets_out(aiko, "follow-the-water", "ride")
    expect(aiko.at("tour-words")).to_be_visible(timeout=SLOW)
    assert aiko.at("tour-words").inner_text().strip() != ""
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert aiko.page.evaluate(wide)
