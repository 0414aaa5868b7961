"""Every page and state a visitor can meet, looked at with other eyes and hands."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from accessibility import faults_of
from client_people import DESK, PHONE, SLOW, Meet, Someone
from client_town import ClientTown, client_town
from playwright.sync_api import expect
from wallet_people import give_badge

from world_server.web.accessibility import TESTED

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

Visit = Callable[[Meet, Someone, ClientTown], Iterator[str]]
VISITS: dict[str, Visit] = {}


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all; every visit has events of its own."""
    folder = tmp_path_factory.mktemp("accessible")
    with client_town(redis_url=f"{redis_server}/58", folder=folder) as running:
        yield running


V = TypeVar("V", bound=Visit)


def chapter(visit: V) -> V:
    """A walk through one chapter, which stops in each of its states and says its name."""
    VISITS[visit.__name__] = visit
    return visit


@pytest.mark.parametrize(("language", "size"), [("ja", PHONE), ("en", DESK)])
@pytest.mark.parametrize("name", TESTED)
def test_nothing_is_in_anybodys_way(
    meet: Meet, town: ClientTown, name: str, language: str, size: dict[str, int]
) -> None:
    one = meet(language=language, size=size)
    seen: dict[str, None] = {}
    faults: list[str] = []
    for state in VISITS[name](meet, one, town):
        seen[state] = None
        found = faults_of(one.page, in_every_shape=language == "ja")
        faults += [f"{state}, {fault}" for fault in found]
    assert faults == [], "\n".join(faults)
    assert tuple(seen) == TESTED[name]
    assert one.faults == []


@chapter
def welcome(meet: Meet, one: Someone, town: ClientTown) -> Iterator[str]:
    slug = town.open_event(capacity=1)
    one.open()
    one.page.locator("summary").first.click()
    yield "new"
    one.at("enter-flat").click()
    expect(one.at("nickname-fault")).not_to_be_empty()
    yield "mistakes"
    one.enter("あいこ" + one.language)
    one.open()
    one.at("passport-change").locator("summary").first.click()
    yield "returning"
    one.at("erase").click()
    yield "erase"
    one.open(f"/e/{slug}")
    expect(one.at("door-state")).not_to_be_empty()
    yield "event"
    meet().enter("さきに", f"/e/{slug}")
    one.open(f"/e/{slug}")
    expect(one.at("door-state")).to_have_text(one.says("town-event-full", waiting=0))
    yield "full"
    one.at("enter-flat").click()
    expect(one.at("line-place")).to_have_text(one.says("town-line-place", place=1))
    yield "line"


@chapter
def flat(meet: Meet, one: Someone, town: ClientTown) -> Iterator[str]:
    slug = town.open_event()
    other = meet(language="en")
    other.enter("Ben with a long name", f"/e/{slug}")
    one.enter("W" * 24, f"/e/{slug}")
    expect(one.at("count")).to_contain_text("2", timeout=SLOW)
    yield "arrived"
    one.at("go-mudflat").click()
    expect(one.at("halt")).to_be_visible()
    yield "walking"
    one.at("halt").click()
    expect(one.at("journey")).to_have_text(one.says("town-stopped"))
    yield "arrival"
    town.announce(slug, "まもなく出発します。足もとに気をつけて、ゆっくりおいでください。")
    expect(one.at("announcement")).to_be_visible(timeout=SLOW)
    yield "announced"
    other.at("dock-chat").click()
    other.at("phrase-9").click()
    expect(one.at("ticker")).to_contain_text(one.says("town-phrase-9"), timeout=SLOW)
    yield "talking"
    for panel in docked(one):
        one.at(panel).click()
        is_open(one)
        yield "panels"
    items = one.page.locator("[data-testid^=menu-]").evaluate_all(TEST_IDS)
    assert len(items) >= 5
    for item in items:
        if one.at(item).count() == 0:
            one.at("dock-menu").click()
        one.at(item).click()
        is_open(one)
        yield "panels"
    one.page.keyboard.press("Escape")
    one.context.set_offline(True)
    one.page.wait_for_selector("body[data-line=away]", timeout=SLOW)
    yield "away"


TEST_IDS = "all => all.map(one => one.dataset.testid)"


def docked(one: Someone) -> list[str]:
    """Every button of the dock that opens a panel, the menu last."""
    found: list[str] = one.page.locator(".dock [aria-expanded]").evaluate_all(TEST_IDS)
    assert found[-1] == "dock-menu"
    return found


def is_open(one: Someone) -> None:
    """A panel is there, or the part of the page that stands for it has the focus."""
    expect(one.page.locator("h2:focus")).to_have_count(1)
    expect(one.page.locator(".sheet-body[aria-busy=true]")).to_have_count(0)


@chapter
def solid(meet: Meet, one: Someone, town: ClientTown) -> Iterator[str]:
    # A software renderer draws every pixel: of this view the tools are what is looked at.
    one.page.set_viewport_size({"width": 390, "height": 600})
    one.open(f"/e/{town.open_event()}?tier=low")
    one.at("nickname").fill("あいこ")
    one.at("remember-no").check()
    one.at("enter").click()
    one.page.wait_for_selector("body[data-ready=walking]", timeout=4 * SLOW)
    one.is_here()
    yield "walking"
    for panel, state in (("chat", "talking"), ("menu", "menu")):
        one.at(f"dock-{panel}").click()
        is_open(one)
        yield state
    one.at("menu-settings").click()
    is_open(one)
    yield "settings"


@chapter
def farewell(meet: Meet, one: Someone, town: ClientTown) -> Iterator[str]:
    slug = town.open_event()
    one.enter("あいこ", f"/e/{slug}")
    one.at("dock-menu").click()
    one.at("leave").click()
    expect(one.at("farewell-left")).to_be_visible()
    yield "left"
    one.open(f"/e/{slug}")
    one.at("enter-flat").click()
    one.is_here()
    town.end(slug)
    expect(one.at("farewell-event-ended")).to_be_visible(timeout=2 * SLOW)
    yield "ended"


@chapter
def badges(meet: Meet, one: Someone, town: ClientTown) -> Iterator[str]:
    nickname = f"あつめ{one.language}"
    one.enter(nickname)
    number = give_badge(town, nickname)
    one.open()
    expect(one.at("badges")).to_contain_text("酒蔵通りの夕べ")
    yield "shelf"
    one.page.locator(".badge-art").first.click()
    expect(one.at("badge-detail")).to_be_visible()
    yield "detail"
    one.at("share-make").click()
    expect(one.at("share-picture")).to_be_visible(timeout=SLOW)
    yield "share"
    one.at("badge-detail-close").click()
    one.at("wallet-open").click()
    # What is told in passing may be over already; what stays is not.
    stays = one.at("wallet").locator("p:not([role=status])")
    expect(stays.first).not_to_be_empty(timeout=SLOW)
    yield "wallet"
    one.page.keyboard.press("Escape")
    expect(one.at("wallet")).to_have_count(0)
    one.at("stamp-fold").locator("summary").click()
    expect(one.at("stamps")).to_be_visible()
    yield "stamps"
    assert number > 0


@chapter
def claims(meet: Meet, one: Someone, town: ClientTown) -> Iterator[str]:
    (code,) = town.codes(town.open_event())
    one.page.goto(f"{town.url}/c/")
    one.page.wait_for_selector("body[data-ready=claim-typing]")
    one.at("code").fill("0000 0000")
    one.page.keyboard.press("Enter")
    expect(one.at("code-fault")).not_to_be_empty()
    yield "typing"
    one.page.goto(f"{town.url}/c/#{code}")
    one.page.wait_for_selector("body[data-ready=claim-offered]")
    yield "offered"
    one.at("nickname").fill("あいこ")
    one.at("remember-yes").check()
    one.at("claim-receive").click()
    one.page.wait_for_selector("body[data-ready=claim-received]")
    yield "received"
    late = meet(language=one.language)
    late.page.goto(f"{town.url}/c/#{code}")
    late.page.wait_for_selector("body[data-ready=claim-refused]")
    one.page, before = late.page, one.page
    yield "refused"
    one.page = before
    _, screen = town.screen(None)
    one.page.goto(town.url + screen)
    expect(one.at("screen-qr")).to_be_visible(timeout=SLOW)
    yield "screen"


@chapter
def pages(meet: Meet, one: Someone, town: ClientTown) -> Iterator[str]:
    nickname = f"しらべ{one.language}"
    one.enter(nickname)
    give_badge(town, nickname)
    for page in ("privacy", "accessibility"):
        one.page.goto(f"{town.url}/{page}?lang={one.language}")
        expect(one.page.locator("h1")).to_be_visible()
        yield page
    one.page.goto(f"{town.url}/nothing-here?lang={one.language}")
    expect(one.page.locator("h1")).to_be_visible()
    yield "nothing"
    one.page.goto(f"{town.url}/proof?lang={one.language}")
    expect(one.page.locator("h1")).to_be_visible()
    yield "proof"
    one.open()
    proof = one.at("badges").get_by_role("link").first.get_attribute("href")
    assert proof is not None
    one.page.goto(town.url + proof)
    expect(one.page.locator("main")).to_contain_text("酒蔵通りの夕べ")
    yield "badge"
    one.page.goto(town.url + proof.rsplit("/", 1)[0])
    expect(one.page.locator("h1")).to_be_visible()
    yield "holder"
