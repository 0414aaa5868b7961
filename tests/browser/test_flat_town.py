"""The flat town without eyes, without a mouse, without graphics and with a poor line."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator

import pytest
from client_people import PHONE, SLOW, Meet, Someone
from client_town import ClientTown, client_town
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

NAMES = ("chromium", "chromium-browser", "google-chrome")
SEEN = """
() => {
  const at = document.activeElement
  const drawn = at.matches('.pill-choice > input') ? at.nextElementSibling : at
  const style = getComputedStyle(drawn)
  const box = drawn.getBoundingClientRect()
  return {
    testid: at.dataset.testid ?? '',
    isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    what: at.outerHTML.slice(0, 120),
  }
}
"""
THIRD_GENERATION = {
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
"""A phone in the hills: 400 kbit/s, 400 ms to and fro."""


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all; every test has an event of its own."""
    folder = tmp_path_factory.mktemp("flat")
    with client_town(redis_url=f"{redis_server}/57", folder=folder) as running:
        yield running


def tab_to(one: Someone, testid: str, *, back: bool = False) -> list[str]:
    """Press Tab until the focus is there; every stop on the way is marked and in sight."""
    stops: list[str] = []
    for _ in range(90):
        one.page.keyboard.press("Shift+Tab" if back else "Tab")
        at = one.page.evaluate(SEEN)
        assert at["isMarked"], f"no mark of the focus: {at['what']}"
        assert at["isInSight"], f"the focus is out of sight: {at['what']}"
        stops.append(at["testid"])
        if at["testid"] == testid:
            return stops
    pytest.fail(f"Tab never comes to {testid}: {stops}")


def in_order(stops: list[str], *wanted: str) -> bool:
    """Whether these are among the stops, one after the other."""
    found = iter(stops)
    return all(one in found for one in wanted)


def spoken(one: Someone) -> str:
    return str(one.page.locator("body > #town > .unseen[role=status]").inner_text())


def come_in(one: Someone) -> None:
    """From the first page into the flat town."""
    expect(one.at("enter-flat")).to_be_visible()
    tab_to(one, "nickname")
    one.page.keyboard.type("あいこ")
    tab_to(one, "remember-yes")
    one.page.keyboard.press("ArrowDown")
    expect(one.at("remember-no")).to_be_checked()
    tab_to(one, "enter-flat")
    one.page.keyboard.press("Enter")
    one.is_here()
    expect(one.page.locator("h1")).to_be_focused()


def test_a_whole_visit_by_keyboard_alone(meet: Meet, town: ClientTown) -> None:
    one = meet(size={"width": 1024, "height": 700})
    press = one.page.keyboard.press
    one.open(f"/e/{town.open_event()}")
    come_in(one)
    near = str(one.at("near").get_by_role("button").first.get_attribute("data-testid"))
    go = near.replace("near-", "go-")
    stops = tab_to(one, go)
    assert in_order(stops, "map", "map-nearer", near, "tell", "go-torii", go), stops
    place = one.page.locator(".place-row", has=one.at(go)).locator(".row-name").inner_text()
    for _ in range(3):
        press("Enter")
        one.hears(one.says("town-going", place=place))
        expect(one.at("halt")).to_be_hidden(timeout=4 * SLOW)
        # On a busy machine the line may be lost for so long that one begins anew elsewhere.
        if one.at("journey").inner_text() == one.says("town-arrived", place=place):
            break
    expect(one.at("here")).to_have_text(one.says("flat-standing", place=place))
    tab_to(one, "tell", back=True)
    press("Enter")
    one.hears(one.says("flat-standing", place=place))

    tab_to(one, "map", back=True)
    press("+")
    press("+")
    expect(one.page.locator(".map.is-near")).to_be_visible()
    press("0")
    expect(one.page.locator(".map.is-near")).to_have_count(0)

    tab_to(one, "dock-badges", back=True)
    press("Enter")
    expect(one.at("rally-okunoin")).to_be_visible()
    press("Escape")
    expect(one.at("dock-badges")).to_be_focused()
    tab_to(one, "dock-chat", back=True)
    press("Enter")
    expect(one.at("phrase-1")).to_be_visible()
    tab_to(one, "phrase-1")
    press("Enter")
    expect(one.at("chat-log")).to_contain_text(one.says("town-phrase-1"))
    press("Escape")
    tab_to(one, "dock-gesture")
    press("Enter")
    expect(one.at("emote-2")).to_be_visible()
    tab_to(one, "emote-2")
    press("Enter")
    press("Escape")
    tab_to(one, "dock-menu")
    press("Enter")
    tab_to(one, "leave")
    press("Enter")
    expect(one.at("farewell-title")).to_be_focused(timeout=SLOW)
    assert one.faults == []


def test_who_does_not_see_is_told_where_they_are_who_is_here_and_what_was_said(
    meet: Meet, town: ClientTown
) -> None:
    slug = town.open_event()
    aiko = meet()
    aiko.enter("あいこ", f"/e/{slug}")
    ben = meet(language="en")
    ben.enter("Ben", f"/e/{slug}")
    aiko.hears(aiko.says("town-someone-came", name="Ben"))
    expect(aiko.at("people")).to_contain_text("Ben")
    tree = aiko.page.locator("body").aria_snapshot()
    here = aiko.at("here").inner_text()
    assert aiko.at("place").inner_text() in here
    for expected in (
        f'heading "{aiko.says("town-flat")}" [level=1]',
        f'application "{aiko.says("flat-map")}',
        f'region "{aiko.says("flat-here")}"',
        here,
        f'region "{aiko.says("town-places")}"',
        f'region "{aiko.says("town-people-title")}"',
        f'navigation "{aiko.says("town-hud")}"',
        "banner",
        "main",
        "log",
        "status",
    ):
        assert expected in tree, f"{expected} is not in\n{tree}"
    # Told for whoever asks, not by itself: the page is no radio.
    assert here not in spoken(aiko)
    aiko.at("tell").click()
    aiko.hears(here)
    assert "Ben" in spoken(aiko)

    ben.at("dock-chat").click()
    ben.at("phrase-9").click()
    said = aiko.says("town-phrase-9")
    expect(aiko.at("ticker")).to_contain_text(said, timeout=SLOW)
    ben.at("dock-gesture").click()
    ben.at("emote-2").click()
    aiko.hears(aiko.says("town-emoted-2", name="Ben"))
    heard = Counter(re.findall(re.escape(said), aiko.page.locator("body").aria_snapshot()))
    assert heard[said] == 1
    aiko.at("dock-chat").click()
    expect(aiko.at("chat-log")).to_contain_text(said)
    # The log has it now; the lines over the town are gone, or it would be read twice.
    expect(aiko.at("ticker")).to_be_hidden()
    town.announce(slug, "まもなく出発します。")
    expect(aiko.at("announcement")).to_be_visible(timeout=SLOW)
    assert spoken(aiko).count("まもなく出発します。") == 0
    assert [*aiko.faults, *ben.faults] == []


def test_a_browser_that_is_forbidden_three_dimensions_walks_in_the_flat_town(
    browser: Browser, town: ClientTown
) -> None:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    flat = browser.browser_type.launch(
        executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-3d-apis"]
    )
    one = Someone(flat, town, language="en")
    one.open()
    expect(one.at("enter")).to_have_count(0)
    expect(one.page.locator("#flat-about")).to_have_text(one.says("town-no-webgl"))
    one.enter("Ben", f"/e/{town.open_event()}")
    expect(one.at("flat")).to_be_visible()
    expect(one.at("switch-view")).to_be_hidden()
    assert one.faults == []
    flat.close()


def test_nothing_is_lost_between_the_two_towns_nor_when_graphics_give_up(
    meet: Meet, town: ClientTown
) -> None:
    slug = town.open_event()
    ben = meet(language="en")
    ben.enter("Ben", f"/e/{slug}")
    one = meet(size={"width": 420, "height": 520})
    one.open(f"/e/{slug}?tier=low")
    one.at("nickname").fill("あいこ")
    one.at("remember-no").check()
    one.at("enter-flat").click()
    one.is_here()
    expect(ben.at("people")).to_contain_text("あいこ", timeout=SLOW)
    one.at("dock-chat").click()
    one.at("phrase-1").click()
    expect(one.at("chat-log")).to_contain_text(one.says("town-phrase-1"))
    where = one.at("place").inner_text()
    one.at("switch-view").click()
    one.page.wait_for_selector("body[data-ready=walking]", timeout=4 * SLOW)
    expect(one.at("chat-log")).to_contain_text(one.says("town-phrase-1"))
    one.page.evaluate(
        "document.querySelector('canvas.scene').getContext('webgl2')"
        ".getExtension('WEBGL_lose_context').loseContext()"
    )
    one.page.wait_for_selector("body[data-ready=flat]", timeout=SLOW)
    one.hears(one.says("town-no-webgl"))
    expect(one.at("chat-log")).to_contain_text(one.says("town-phrase-1"))
    expect(one.at("place")).to_have_text(where)
    expect(one.at("switch-view")).to_be_hidden()
    # To everybody else the same person stands there.
    expect(ben.at("people-count")).to_contain_text("2", timeout=SLOW)
    expect(ben.at("people")).to_contain_text("あいこ", timeout=SLOW)
    assert one.faults == []


def test_a_slow_line_and_none_are_told_at_every_step(meet: Meet, town: ClientTown) -> None:
    one = meet(size=PHONE)
    devtools = one.context.new_cdp_session(one.page)
    devtools.send("Network.enable")

    def line(*, is_cut: bool) -> None:
        told = THIRD_GENERATION | {"offline": is_cut}
        devtools.send("Network.emulateNetworkConditions", told)

    line(is_cut=False)
    one.page.goto(f"{town.url}/e/{town.open_event()}", wait_until="commit")
    expect(one.page.locator(".opening, main").first).to_be_visible(timeout=SLOW)
    one.page.wait_for_selector("body[data-ready=welcome]")
    one.at("nickname").fill("あいこ")
    one.at("remember-yes").check()
    expect(one.at("enter-flat")).to_be_visible(timeout=SLOW)
    line(is_cut=True)
    one.at("enter-flat").click()
    expect(one.at("form-fault")).to_have_text(one.says("error-unavailable"), timeout=SLOW)
    line(is_cut=False)
    one.at("enter-flat").click()
    one.page.wait_for_selector("body[data-line=joining], body[data-line=here]")
    one.is_here()
    line(is_cut=True)
    one.page.wait_for_selector("body[data-line=away]", timeout=SLOW)
    expect(one.at("line")).to_contain_text(one.says("town-link-away-kept"))
    # What is already here goes on: one walks, and is told that a panel cannot come just now.
    one.at("near").get_by_role("button").first.click()
    expect(one.at("halt")).to_be_visible()
    one.at("dock-gesture").click()
    expect(one.at("sheet").get_by_role("alert")).to_have_text(
        one.says("error-unavailable"), timeout=SLOW
    )
    line(is_cut=False)
    one.is_here()
    one.hears(one.says("town-link-back"))
    one.at("dock-gesture").click()
    one.at("dock-gesture").click()
    expect(one.at("emote-1")).to_be_visible(timeout=SLOW)
    assert one.faults == []


@pytest.mark.parametrize("language", ["ja", "th"])
def test_high_contrast_and_less_motion_leave_everything_in_place(
    meet: Meet, town: ClientTown, language: str
) -> None:
    one = meet(language=language, size=PHONE, forced_colors="active", reduced_motion="reduce")
    one.enter("あいこ", f"/e/{town.open_event()}")
    edges = one.page.locator(".dock, .map-tools, .around, .quiet-button").evaluate_all(
        "all => all.filter(one => one.checkVisibility())"
        ".map(one => getComputedStyle(one).borderTopWidth + getComputedStyle(one).borderLeftWidth)"
    )
    assert edges
    assert all(edge != "0px0px" for edge in edges)
    moving = one.page.evaluate(
        "document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 0).length"
    )
    assert moving == 0
    one.at("dock-menu").click()
    one.at("menu-settings").click()
    expect(one.at("calm")).to_be_checked()
    one.at("text-size").select_option("200")
    size = one.page.evaluate("getComputedStyle(document.body).fontSize")
    assert size == "32px"
    assert one.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert one.faults == []
