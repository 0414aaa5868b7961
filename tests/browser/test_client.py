"""What visitors see and do in the client, against a real world; mostly in the flat town."""

from collections.abc import Iterator

import pytest
from client_people import PHONE, SLOW, Meet
from client_town import ClientTown, client_town
from playwright.sync_api import expect

from world_server.i18n import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all; whoever must be alone meets in an event of their own."""
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/63", folder=folder) as running:
        yield running


def test_a_name_and_an_answer_are_asked_for_and_nothing_is_chosen_for_anybody(meet: Meet) -> None:
    aiko = meet()
    aiko.open()
    aiko.at("enter-flat").click()
    expect(aiko.at("nickname")).to_be_focused()
    expect(aiko.at("nickname-fault")).to_have_text(aiko.says("error-name-refused", rule="empty"))
    expect(aiko.at("remember-yes")).not_to_be_checked()
    expect(aiko.at("remember-no")).not_to_be_checked()
    aiko.at("nickname").fill("運営スタッフ")
    aiko.at("enter-flat").click()
    expect(aiko.at("remember-fault")).to_have_text(aiko.says("town-remember-choose"))
    aiko.at("remember-no").check()
    aiko.at("enter-flat").click()
    expect(aiko.at("nickname-fault")).to_have_text(aiko.says("error-name-refused", rule="reserved"))


def test_who_is_not_remembered_leaves_nothing_behind(meet: Meet) -> None:
    aiko = meet()
    aiko.enter("あいこ", remember=False)
    [cookie] = aiko.context.cookies()
    assert cookie["expires"] == -1
    assert aiko.page.evaluate("localStorage.length") == 0


def test_who_is_remembered_is_greeted_may_change_and_may_erase_everything(meet: Meet) -> None:
    aiko = meet()
    aiko.enter("あいこ")
    aiko.open()
    expect(aiko.at("returner")).to_contain_text(aiko.says("town-returning", name="あいこ"))
    aiko.at("passport-change").locator("summary").first.click()
    aiko.at("nickname").fill("あい")
    aiko.at("passport-save").click()
    expect(aiko.at("returner")).to_contain_text(aiko.says("town-returning", name="あい"))
    aiko.at("erase").click()
    aiko.at("erase-confirm").click()
    aiko.hears(aiko.says("town-erased"))
    expect(aiko.at("remember-yes")).to_be_visible()
    assert aiko.context.cookies() == []
    assert aiko.page.evaluate("localStorage.length") == 0


def test_a_phrase_reaches_everybody_in_their_own_language(meet: Meet, town: ClientTown) -> None:
    slug = town.open_event()
    aiko = meet(size=PHONE)
    ben = meet(language="th")
    aiko.enter("あいこ", f"/e/{slug}")
    ben.enter("สมชาย", f"/e/{slug}")
    expect(aiko.at("count")).to_contain_text("2")
    aiko.at("dock-chat").click()
    aiko.at("phrase-1").click()
    expect(ben.at("ticker")).to_contain_text(ben.says("town-phrase-1"))
    ben.at("dock-gesture").click()
    ben.at("emote-2").click()
    aiko.hears(aiko.says("town-emoted-2", name="สมชาย"))
    assert [*aiko.faults, *ben.faults] == []


def test_keyboard_alone_leads_to_a_place_and_the_arrival_is_spoken(meet: Meet) -> None:
    aiko = meet()
    aiko.open()
    aiko.at("nickname").focus()
    aiko.page.keyboard.type("あいこ")
    aiko.at("remember-no").focus()
    aiko.page.keyboard.press("Space")
    aiko.at("enter-flat").focus()
    aiko.page.keyboard.press("Enter")
    aiko.is_here()
    expect(aiko.page.locator("h1")).to_be_focused()
    aiko.at("go-romon").focus()
    aiko.page.keyboard.press("Enter")
    place = aiko.page.locator(".place-row").nth(1).locator(".row-name").inner_text()
    aiko.hears(aiko.says("town-going", place=place))
    expect(aiko.at("place")).to_have_text(place, timeout=2 * SLOW)
    expect(aiko.at("journey")).to_have_text(
        aiko.says("town-arrived", place=place), timeout=2 * SLOW
    )


def test_the_page_of_an_event_waits_and_lets_in_by_itself(meet: Meet, town: ClientTown) -> None:
    slug = town.open_event(opened=False)
    ben = meet(language="en", timezone_id="Europe/London")
    ben.open(f"/e/{slug}")
    expect(ben.at("event-title")).to_have_text("酒蔵通りの夕べ")
    expect(ben.at("door")).to_contain_text(ben.says("town-event-when-here"))
    expect(ben.at("door-state")).to_have_text(ben.says("town-event-waiting"))
    expect(ben.at("enter-flat")).to_be_hidden()
    town.open_doors(slug)
    expect(ben.at("door-state")).to_have_text(ben.says("town-event-opened"), timeout=SLOW)
    ben.at("nickname").fill("Ben")
    ben.at("remember-no").check()
    ben.at("enter-flat").click()
    ben.is_here()
    expect(ben.at("banner-title")).to_have_text("酒蔵通りの夕べ")
    expect(ben.at("banner-badge")).to_have_text(ben.says("town-banner-progress", minutes=10))


def test_free_text_is_for_events_and_announcements_stand_out(meet: Meet, town: ClientTown) -> None:
    outside = meet()
    outside.enter("そと")
    outside.at("dock-chat").click()
    expect(outside.at("chat-closed")).to_be_visible()
    expect(outside.at("chat-text")).to_be_hidden()
    slug = town.open_event()
    inside = meet()
    inside.enter("なか", f"/e/{slug}")
    inside.at("dock-chat").click()
    expect(inside.at("chat-closed")).to_be_hidden()
    inside.at("chat-text").fill("こんばんは")
    inside.at("chat-send").click()
    expect(inside.at("chat-log")).to_contain_text("こんばんは")
    expect(inside.at("chat-text")).to_have_value("")
    town.announce(slug, "まもなく出発します。")
    expect(inside.at("announcement")).to_have_text("まもなく出発します。", timeout=SLOW)
    expect(inside.at("chat-log")).to_contain_text("まもなく出発します。")


def test_too_many_words_at_once_are_refused_in_plain_words(meet: Meet) -> None:
    aiko = meet()
    aiko.enter("あいこ")
    aiko.at("dock-chat").click()
    aiko.at("phrase-1").evaluate("(button) => { for (let i = 0; i < 9; i += 1) button.click() }")
    refused = aiko.says("error-too-many", seconds=2)[:8]
    expect(aiko.page.locator(".chat .fault")).to_contain_text(refused, timeout=SLOW)


def test_a_radio_gap_is_told_and_mended_with_nothing_missed(meet: Meet) -> None:
    aiko = meet()
    ben = meet(language="en")
    aiko.enter("あいこ")
    ben.enter("Ben")
    aiko.context.set_offline(True)
    aiko.page.wait_for_selector("body[data-line=away]")
    expect(aiko.at("line")).to_contain_text(aiko.says("town-link-away-kept"))
    ben.at("dock-chat").click()
    ben.at("phrase-9").click()
    expect(ben.at("chat-log")).to_contain_text(ben.says("town-phrase-9"))
    aiko.context.set_offline(False)
    aiko.is_here()
    expect(aiko.at("ticker")).to_contain_text(aiko.says("town-phrase-9"))
    aiko.hears(aiko.says("town-link-back"))


def test_rs4_a_world_that_dies_and_comes_back_is_a_radio_gap_to_its_visitors(
    meet: Meet, town: ClientTown
) -> None:
    aiko = meet()
    ben = meet(language="en")
    aiko.enter("あいこ")
    ben.enter("Ben")
    town.kill()
    for one in (aiko, ben):
        one.page.wait_for_selector("body[data-line=away]")
        expect(one.at("line")).to_contain_text(one.says("town-link-away-kept"))
    town.start()
    aiko.is_here()
    ben.is_here()
    ben.at("dock-chat").click()
    ben.at("phrase-9").click()
    expect(aiko.at("ticker")).to_contain_text(aiko.says("town-phrase-9"))


@pytest.mark.parametrize("ending", ["left", "another-tab", "removed", "event-ended"])
def test_every_goodbye_says_why_and_what_next(meet: Meet, town: ClientTown, ending: str) -> None:
    slug = town.open_event()
    aiko = meet()
    aiko.enter(f"なみ-{ending}", f"/e/{slug}")
    details: dict[str, str] = {}
    if ending == "left":
        aiko.at("dock-menu").click()
        aiko.at("leave").click()
    elif ending == "another-tab":
        other = aiko.context.new_page()
        other.goto(f"{town.url}/e/{slug}")
        other.get_by_test_id("enter-flat").click()
    elif ending == "removed":
        details = {"reason": "宣伝はご遠慮ください"}
        town.remove(slug, f"なみ-{ending}", details["reason"])
    else:
        town.end(slug)
    expect(aiko.at(f"farewell-{ending}")).to_be_visible(timeout=2 * SLOW)
    expect(aiko.at("farewell-title")).to_be_focused()
    expect(aiko.at("farewell-reason")).to_have_text(aiko.says(f"error-{ending}", **details))
    assert aiko.find_faults() == []
    if ending == "another-tab":
        aiko.at("farewell-again").click()
        aiko.is_here()
    else:
        aiko.at("farewell-home").click()
        expect(aiko.at("returner")).to_be_visible()


def test_without_webgl_the_flat_town_is_the_way_in(meet: Meet) -> None:
    ben = meet(language="en")
    ben.page.add_init_script(
        "delete globalThis.OffscreenCanvas;"
        "HTMLCanvasElement.prototype.getContext = new Proxy("
        "HTMLCanvasElement.prototype.getContext, {apply: (get, canvas, [kind, ...more]) =>"
        " kind === 'webgl2' ? null : Reflect.apply(get, canvas, [kind, ...more])})"
    )
    ben.open()
    expect(ben.at("enter")).to_have_count(0)
    expect(ben.page.locator("main")).to_contain_text(ben.says("town-no-webgl"))
    ben.enter("Ben")
    expect(ben.at("flat")).to_be_visible()
    expect(ben.at("switch-view")).to_be_hidden()


def test_graphics_that_give_up_end_in_the_flat_town_not_in_a_goodbye(meet: Meet) -> None:
    ben = meet(language="en", size={"width": 480, "height": 300})
    ben.open("/?tier=low")
    ben.at("nickname").fill("Ben")
    ben.at("remember-no").check()
    ben.at("enter").click()
    ben.page.wait_for_selector("body[data-ready=walking]", timeout=4 * SLOW)
    ben.page.evaluate(
        "document.querySelector('canvas.scene').getContext('webgl2')"
        ".getExtension('WEBGL_lose_context').loseContext()"
    )
    ben.page.wait_for_selector("body[data-ready=flat]")
    ben.hears(ben.says("town-no-webgl"))
    ben.is_here()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_a_narrow_phone(meet: Meet, town: ClientTown, language: str) -> None:
    slug = town.open_event()
    someone = meet(language=language, size={"width": 320, "height": 640})
    wide = "document.documentElement.scrollWidth"
    someone.enter("W" * 24, f"/e/{slug}")
    assert someone.page.evaluate("document.documentElement.lang") == language
    for panel in ("chat", "gesture", "badges", "menu"):
        someone.at(f"dock-{panel}").click()
        someone.settles()
        assert someone.page.evaluate(wide) <= 320, panel
    someone.open(f"/e/{slug}")
    assert someone.page.evaluate(wide) <= 320
