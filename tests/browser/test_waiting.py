"""A full event in the browser: the line, one's turn, the guide who needs no seat."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from client_people import PHONE, SLOW, Meet, Someone
from client_town import ClientTown, client_town
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all; each test has events of its own."""
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/62", folder=folder) as running:
        yield running


def press(one: Someone, nickname: str, path: str) -> None:
    """Fill in the form of the page and go in by the flat town, whatever comes of it."""
    one.open(path)
    one.at("nickname").fill(nickname)
    one.at("remember-no").check()
    expect(one.at("enter-flat")).to_be_visible()
    one.at("enter-flat").click()


def stands_at(one: Someone, place: int) -> None:
    expect(one.at("line-place")).to_have_text(
        one.says("town-line-place", place=place), timeout=SLOW
    )


def leave(one: Someone) -> None:
    """Leave the town for good."""
    one.at("dock-menu").click()
    one.at("leave").click()
    one.page.wait_for_selector("body[data-ready=farewell]")


def test_who_waits_comes_in_by_turn_and_by_itself(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    slug = town.open_event(capacity=1)
    aiko, ben, chai = meet(), meet(language="en", size=PHONE), meet(size=PHONE)
    aiko.enter("あいこ", f"/e/{slug}")
    ben.open(f"/e/{slug}")
    expect(ben.at("door-state")).to_have_text(ben.says("town-event-full", waiting=0))
    expect(ben.at("enter-flat")).to_have_text(ben.says("town-line-join-flat"))
    press(ben, "Ben", f"/e/{slug}")
    stands_at(ben, 1)
    expect(ben.at("line-title")).to_be_focused()
    expect(ben.at("waiting")).to_contain_text("酒蔵通りの夕べ")
    assert ben.find_faults() == []
    press(chai, "ちゃい", f"/e/{slug}")
    stands_at(chai, 2)
    for one, name in ((ben, "waiting-phone-en"), (chai, "waiting-phone")):
        one.page.screenshot(path=pictures / f"{name}.png")
    chai.page.set_viewport_size({"width": 1280, "height": 720})
    chai.page.screenshot(path=pictures / "waiting.png")
    assert "(2)" in chai.page.title()

    leave(aiko)
    ben.is_here()
    ben.hears(ben.says("town-line-turn"))
    expect(ben.at("banner-title")).to_have_text("酒蔵通りの夕べ")
    stands_at(chai, 1)
    chai.hears(chai.says("town-line-place", place=1))
    assert [*aiko.faults, *ben.faults, *chai.faults] == []


def test_who_finds_every_seat_taken_at_the_last_moment_stands_in_line(
    meet: Meet, town: ClientTown
) -> None:
    slug = town.open_event(capacity=1)
    aiko, ben = meet(), meet(language="th", size=PHONE)
    ben.open(f"/e/{slug}")
    expect(ben.at("enter-flat")).to_have_text(ben.says("town-event-join-flat"))
    ben.at("nickname").fill("สมชาย")
    ben.at("remember-no").check()
    aiko.enter("あいこ", f"/e/{slug}")
    ben.at("enter-flat").click()
    stands_at(ben, 1)
    width = ben.page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
    ben.at("line-leave").click()
    ben.page.wait_for_selector("body[data-ready=welcome]")
    expect(ben.at("door-state")).to_have_text(ben.says("town-event-full", waiting=0))


def test_who_was_away_too_long_and_lost_the_seat_stands_in_line_again(
    meet: Meet, town: ClientTown
) -> None:
    slug = town.open_event(capacity=1)
    aiko, ben = meet(), meet()
    aiko.enter("あいこ", f"/e/{slug}")
    aiko.context.set_offline(True)
    aiko.page.wait_for_selector("body[data-line=away]")
    press(ben, "ベン", f"/e/{slug}")
    stands_at(ben, 1)
    ben.page.wait_for_selector("body[data-line=here]", timeout=3 * SLOW)
    aiko.context.set_offline(False)
    stands_at(aiko, 1)
    leave(ben)
    aiko.is_here()


def test_who_waits_may_walk_in_the_public_town_instead(meet: Meet, town: ClientTown) -> None:
    slug = town.open_event(capacity=1)
    aiko, ben, chai = meet(), meet(), meet()
    aiko.enter("あいこ", f"/e/{slug}")
    press(ben, "ベン", f"/e/{slug}")
    stands_at(ben, 1)
    press(chai, "ちゃい", f"/e/{slug}")
    stands_at(chai, 2)
    ben.at("line-public").click()
    ben.is_here()
    assert ben.page.url == f"{town.url}/"
    stands_at(chai, 1)


def test_the_end_of_the_event_ends_the_waiting_in_plain_words(meet: Meet, town: ClientTown) -> None:
    slug = town.open_event(capacity=1)
    aiko, ben = meet(), meet()
    aiko.enter("あいこ", f"/e/{slug}")
    press(ben, "ベン", f"/e/{slug}")
    stands_at(ben, 1)
    town.end(slug)
    expect(ben.at("farewell-reason")).to_have_text(ben.says("error-event-not-open"), timeout=SLOW)


def test_the_guide_comes_into_a_full_event_and_everybody_knows_them(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    slug = town.open_event(capacity=1)
    aiko, hana, eve = meet(), meet(), meet(language="en")
    aiko.enter("あいこ", f"/e/{slug}")
    path = town.entrance(slug, "guide")
    hana.open(path)
    expect(hana.at("entrance")).to_have_text(hana.says("town-entrance", role="guide"))
    assert hana.page.url == f"{town.url}/e/{slug}"
    hana.page.reload()
    expect(hana.at("entrance")).to_be_visible()
    hana.at("nickname").fill("花")
    hana.at("remember-no").check()
    hana.at("enter-flat").click()
    hana.is_here()
    mark = aiko.page.locator("[data-testid=people] .chip")
    expect(mark).to_have_text(aiko.says("town-role-guide"), timeout=SLOW)
    expect(aiko.at("people")).to_contain_text("花")
    hana.at("dock-chat").click()
    hana.at("phrase-1").click()
    expect(aiko.at("ticker")).to_contain_text(aiko.says("town-phrase-1"), timeout=SLOW)
    expect(aiko.at("ticker")).to_contain_text(aiko.says("town-role-guide"))
    aiko.page.screenshot(path=pictures / "guide-flat.png")

    press(eve, "Eve", path)
    expect(eve.at("farewell-reason")).to_have_text(
        eve.says("error-entry-refused", rule="other-visitor"), timeout=SLOW
    )
    expect(eve.at("farewell-again")).to_have_text(eve.says("town-gone-as-visitor"))
    eve.at("farewell-again").click()
    stands_at(eve, 1)
