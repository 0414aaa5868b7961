"""Codes in the browser: scanned by a newcomer and a returner, typed by hand, shown on a screen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from client_people import PHONE, SLOW, Meet, Someone
from client_town import ClientTown, client_town
from playwright.sync_api import Route, expect

from world_server.codes import grouped

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

TABLET = {"width": 1024, "height": 768}


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all; each test has events of its own."""
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/61", folder=folder) as running:
        yield running


def scan(one: Someone, code: str) -> None:
    """Open the link of a code, as a camera does."""
    one.page.goto(f"{one.town.url}/c/#{code}")


def stands(one: Someone, state: str) -> None:
    one.page.wait_for_selector(f"body[data-ready=claim-{state}]")


def come_in(one: Someone, nickname: str) -> None:
    """Fill in the short welcome on the page of the code."""
    one.at("nickname").fill(nickname)
    one.at("remember-yes").check()


def test_a_newcomer_scans_comes_in_and_has_the_badge(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    (code,) = town.codes(town.open_event())
    asked: list[str] = []
    aiko = meet(size=PHONE)
    aiko.page.on("request", lambda request: asked.append(request.url))
    scan(aiko, code)
    stands(aiko, "offered")
    expect(aiko.at("claim-badge-title")).to_have_text("酒蔵通りの夕べ")
    assert aiko.page.url == f"{town.url}/c/"
    aiko.page.screenshot(path=pictures / "claim-newcomer-phone.png", full_page=True)
    assert aiko.find_faults() == []
    come_in(aiko, "あいこ")
    aiko.at("claim-receive").click()
    stands(aiko, "received")
    expect(aiko.at("claim-title")).to_have_text(aiko.says("town-claim-got"))
    expect(aiko.at("claim-title")).to_be_focused()
    expect(aiko.at("claim-state")).to_have_text(aiko.says("town-badge-preparing"))
    aiko.page.wait_for_load_state("networkidle")
    aiko.page.screenshot(path=pictures / "claim-received-phone.png", full_page=True)
    assert aiko.find_faults() == []
    # The code is in no address anybody logs, and the 3D town was not loaded for it.
    assert not [url for url in asked if code in url]
    assert not [url for url in asked if re.search(r"/(three|net|solid-view|walk)-", url)]
    aiko.at("claim-shelf").click()
    aiko.page.wait_for_selector("body[data-ready=welcome]")
    expect(aiko.at("badges")).to_contain_text("酒蔵通りの夕べ")
    assert aiko.faults == []


def test_a_returner_needs_one_press_and_scanning_again_says_so(
    meet: Meet, town: ClientTown
) -> None:
    slug = town.open_event()
    first, second = town.codes(slug, 2)
    ben = meet(language="en", size=PHONE)
    scan(ben, first)
    come_in(ben, "Ben")
    ben.at("claim-receive").press("Enter")
    stands(ben, "received")
    for code in (first, second):
        scan(ben, code)
        stands(ben, "offered")
        expect(ben.at("passport-form")).to_have_count(0)
        ben.at("claim-receive").click()
        stands(ben, "received")
        expect(ben.at("claim-title")).to_have_text(ben.says("town-claim-had"))
    assert ben.faults == []


def test_a_reload_in_the_middle_of_the_welcome_loses_nothing(meet: Meet, town: ClientTown) -> None:
    (code,) = town.codes(None)
    aiko = meet(size=PHONE)
    scan(aiko, code)
    stands(aiko, "offered")
    expect(aiko.at("claim-badge-title")).to_have_text("道の駅鹿島を訪問")
    aiko.page.reload()
    stands(aiko, "offered")
    come_in(aiko, "あいこ")
    aiko.at("claim-receive").click()
    stands(aiko, "received")
    aiko.page.reload()
    stands(aiko, "typing")  # used, and forgotten by the browser


def test_a_used_code_is_refused_in_words_with_a_way_on(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    (code,) = town.codes(town.open_event())
    aiko, ben = meet(size=PHONE), meet(size=PHONE)
    scan(aiko, code)
    come_in(aiko, "あいこ")
    aiko.at("claim-receive").click()
    stands(aiko, "received")
    scan(ben, code)
    stands(ben, "refused")
    expect(ben.at("claim-why")).to_have_text(ben.says("error-claim-refused", rule="used"))
    expect(ben.at("claim-again")).to_have_count(0)
    ben.page.screenshot(path=pictures / "claim-used-phone.png", full_page=True)
    assert ben.find_faults() == []
    ben.at("claim-town").click()
    ben.page.wait_for_selector("body[data-ready=welcome]")


def test_a_code_is_typed_in_by_hand_with_the_keyboard_alone(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    (code,) = town.codes(town.open_event())
    aiko = meet(language="th")
    aiko.page.goto(f"{town.url}/c/")
    stands(aiko, "typing")
    aiko.page.screenshot(path=pictures / "claim-typing.png")
    aiko.at("code").focus()
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("code-fault")).to_have_text(aiko.says("town-claim-code-missing"))
    aiko.page.keyboard.type("0000 0000")
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("code-fault")).to_have_text(aiko.says("error-claim-refused", rule="unknown"))
    expect(aiko.at("code")).to_be_focused()
    assert aiko.find_faults() == []
    aiko.page.keyboard.press("Control+a")
    aiko.page.keyboard.type(grouped(code).lower())
    aiko.page.keyboard.press("Enter")
    stands(aiko, "offered")
    expect(aiko.at("claim-title")).to_be_focused()


def test_a_lost_answer_is_asked_for_again_by_the_same_button(meet: Meet, town: ClientTown) -> None:
    (code,) = town.codes(town.open_event())
    aiko = meet(size=PHONE)
    scan(aiko, code)
    come_in(aiko, "あいこ")
    lost: list[Route] = []

    def lose(route: Route) -> None:
        """The town does it, and the answer is lost on its way."""
        lost.append(route)
        route.fetch()
        route.abort()

    aiko.page.route("**/api/claims", lose, times=1)
    aiko.at("claim-receive").click()
    fault = aiko.at("form-fault")
    expect(fault).to_have_text(aiko.says("error-unavailable"))
    assert len(lost) == 1
    aiko.at("claim-receive").click()
    stands(aiko, "received")
    expect(aiko.at("badge-state")).to_have_count(0)


def test_the_word_of_an_event_is_typed_into_the_badge_panel(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    slug = town.open_event()
    town.word(slug, "higata 507 318")
    aiko = meet(size=PHONE)
    aiko.enter("あいこ", f"/e/{slug}")
    aiko.at("dock-badges").click()
    aiko.at("word-entry").locator("summary").click()
    aiko.at("word").fill("higata 1")
    aiko.at("word-send").click()
    expect(aiko.at("word-fault")).to_have_text(aiko.says("error-claim-refused", rule="unknown"))
    aiko.page.screenshot(path=pictures / "claim-word-phone.png")
    assert aiko.find_faults() == []
    aiko.at("word").fill("ＨＩＧＡＴＡ　５０７３１８")
    aiko.at("word-send").click()
    expect(aiko.at("word-told")).to_have_text(aiko.says("town-badge-got", title="酒蔵通りの夕べ"))
    expect(aiko.at("badge-state")).to_have_text(aiko.says("town-badge-preparing"))
    assert aiko.faults == []


def test_a_screen_shows_a_code_that_a_phone_can_use_and_never_an_old_one(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    claim, path = town.screen(town.open_event())
    tablet, aiko = meet(size=TABLET), meet(size=PHONE)
    tablet.page.clock.install()
    tablet.page.goto(town.url + path)
    tablet.page.wait_for_selector("body[data-ready=screen]")
    expect(tablet.at("screen-label")).to_have_text("酒蔵通りの夕べ")
    tablet.page.screenshot(path=pictures / "claim-screen-tablet.png")
    assert tablet.find_faults() == []
    first = tablet.at("screen-typed").inner_text()
    scan(aiko, first.replace(" ", ""))
    stands(aiko, "offered")
    come_in(aiko, "あいこ")
    aiko.at("claim-receive").click()
    stands(aiko, "received")
    # The next code comes without the page being loaded anew, though the town cannot be reached.
    tablet.page.route("**/api/claims/screen", lambda route: route.abort())
    tablet.page.clock.fast_forward(31_000)
    expect(tablet.at("screen-trouble")).to_have_text(tablet.says("town-screen-weak"))
    expect(tablet.at("screen-typed")).not_to_have_text(first)
    assert tablet.at("screen-typed").inner_text() != ""
    # Out of codes: it says so, and shows none.
    tablet.page.clock.fast_forward(90_000)
    expect(tablet.at("screen-trouble")).to_have_text(tablet.says("town-screen-lost"))
    expect(tablet.at("screen-qr")).to_be_hidden()
    expect(tablet.at("screen-typed")).to_have_text("")
    tablet.page.screenshot(path=pictures / "claim-screen-lost.png")
    tablet.page.unroute("**/api/claims/screen")
    tablet.page.clock.fast_forward(4000)
    expect(tablet.at("screen-qr")).to_be_visible()
    expect(tablet.at("screen-used")).to_have_text(tablet.says("town-screen-used", count=1))
    town.withdraw(claim)
    tablet.page.clock.fast_forward(11_000)
    expect(tablet.at("screen-trouble")).to_have_text(
        tablet.says("error-claim-refused", rule="withdrawn"), timeout=SLOW
    )
    expect(tablet.at("screen-qr")).to_be_hidden()
    assert tablet.context.cookies() == []
    assert tablet.faults == []


def test_a_screen_stands_upright_too(meet: Meet, town: ClientTown, pictures: Path) -> None:
    _, path = town.screen(None)
    phone = meet(size=PHONE)
    phone.page.goto(town.url + path)
    phone.page.wait_for_selector("body[data-ready=screen]")
    phone.page.screenshot(path=pictures / "claim-screen-phone.png")
    wide = phone.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]


@pytest.mark.parametrize("language", ["ja", "en", "th", "ko", "zh-TW"])
def test_nothing_runs_out_of_the_page_in_any_language(
    meet: Meet, town: ClientTown, language: str
) -> None:
    (code,) = town.codes(None)
    someone = meet(language=language, size={"width": 320, "height": 640})
    scan(someone, code)
    stands(someone, "offered")
    assert someone.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert "town-" not in someone.page.inner_text("body")
    assert someone.find_faults() == []
