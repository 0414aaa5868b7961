"""The first walk in real browsers: meet, earn a badge, come back, and let the city prove it.

One story, told once from the operator's command to the recount on another day.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import requests
from first_walk_people import LONG, SHORT, Staff, Visitor
from playwright.sync_api import Browser, expect
from running_town import RunningTown, kashima, running_town
from servers import free_port

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

JST = ZoneInfo("Asia/Tokyo")
TITLE = "門前から酒蔵通りへ 歩くツアー"
DAY = 24 * 3600
QUALIFYING_SECONDS = 5
PLACE = "sakagura-dori"


@dataclass
class City:
    """Everybody who takes part, and where their town keeps its things."""

    var: Path
    settings: dict[str, str]
    staff: Staff
    aiko: Visitor
    ben: Visitor

    def now_jst(self) -> datetime:
        """The time in Kashima as the town sees it."""
        offset = int(self.settings.get("KASHIMA_CLOCK_OFFSET", "0"))
        return (datetime.now(UTC) + timedelta(seconds=offset)).astimezone(JST)  # noqa: TID251  the machine's

    @property
    def admin_url(self) -> str:
        return f"http://127.0.0.1:{self.settings['KASHIMA_ADMIN_PORT']}"


@pytest.fixture
def city(browser: Browser, tmp_path: Path, pictures: Path) -> City:
    """A town on ports of its own, one member of staff, one who may be remembered, one not."""
    ports = {
        f"KASHIMA_{name}_PORT": str(free_port())
        for name in ("WORLD", "ADMIN", "MINTER", "CHAIN", "REDIS")
    }
    settings = {
        **ports,
        "KASHIMA_QUALIFYING_SECONDS": str(QUALIFYING_SECONDS),
        "KASHIMA_SMALL_GROUP": "1",
    }
    return City(
        var=tmp_path / "var",
        settings=settings,
        staff=Staff(browser, pictures),
        aiko=Visitor(
            browser, nickname="あいこ", locale="ja-JP", pictures=pictures, size=(1024, 576)
        ),
        ben=Visitor(browser, nickname="Ben", locale="en-GB", pictures=pictures, size=(390, 844)),
    )


def test_a_visitor_meets_someone_earns_a_badge_and_comes_back(city: City) -> None:
    with running_town(city.var, city.settings) as town:
        link = staff_open_an_event(city, town)
        visitors_join(city, link)
        they_meet(city)
        staff_host(city)
        staff_end_the_event(city)
        proof = the_badge_becomes_final_while_aiko_looks(city, town)
        anybody_can_check_it(city, proof)
        town.stop()

    city.settings["KASHIMA_CLOCK_OFFSET"] = str(DAY)
    with running_town(city.var, city.settings) as town:
        aiko_comes_back(city, town)
        the_marketer_reads_who_returned(city)
        the_chain_agrees(city, town)
        town.stop()
    assert city.aiko.faults == []
    assert city.ben.faults == []


def staff_open_an_event(city: City, town: RunningTown) -> str:
    """Invitation, plan, publish, doors; give back the event's link."""
    staff = city.staff
    staff.accept_invitation(town.staff)
    staff.plan_event(city.admin_url, title=TITLE, now_jst=city.now_jst())
    staff.press("publish")
    link = staff.link_of_event()

    # Someone with the link waits at the closed door; the page opens by itself.
    city.aiko.open(link + "?tier=low")
    expect(city.aiko.page.locator(city.aiko.by("event-title"))).to_have_text(TITLE)
    expect(city.aiko.page.locator(city.aiko.by("enter"))).not_to_be_visible()
    staff.press("open")
    expect(city.aiko.page.locator(city.aiko.by("enter"))).to_be_visible(timeout=SHORT)
    city.aiko.picture("welcome-event")
    return link


def visitors_join(city: City, link: str) -> None:
    """Aiko walks in 3D and may be remembered; Ben takes the flat town on a phone, this once."""
    city.ben.open(link)
    city.ben.picture("welcome-phone")
    city.ben.enter(remember=False, flat=True)
    city.aiko.enter(remember=True, flat=False)
    cookies = {cookie["name"]: cookie for cookie in city.aiko.page.context.cookies()}
    assert cookies["passport"]["httpOnly"]
    assert cookies["passport"]["expires"] > 0
    kept_by_ben = {cookie["name"]: cookie for cookie in city.ben.page.context.cookies()}
    assert kept_by_ben["passport"]["expires"] == -1


def they_meet(city: City) -> None:
    """Each sees the other, hears the other, and sees the other walk."""
    aiko, ben = city.aiko, city.ben
    for me, other in ((aiko, ben), (ben, aiko)):
        expect(me.page.locator(me.by("people-count"))).to_contain_text("2", timeout=LONG)
        if me is aiko:
            me.page.click(me.by("count"))
            expect(me.page.locator(me.by("people"))).to_contain_text(other.nickname)
            me.close_panel()

    if aiko.page.locator(aiko.by("steps-skip")).count():
        aiko.page.click(aiko.by("steps-skip"))
    before = distance_to(city, aiko.nickname)
    aiko.page.locator("canvas").first.focus()
    # A software renderer may draw one frame in seconds, and a walk is not made up for.
    for _ in range(20):
        aiko.walk(2)
        if distance_to(city, aiko.nickname) != before:
            break
    else:
        pytest.fail("Ben sees no move of Aiko's")

    for visitor in (aiko, ben):
        visitor.open_panel("chat")
    aiko.say("こんにちは、福岡から来ました")
    ben.expect_heard("こんにちは、福岡から来ました")
    ben.page.click(ben.by("phrase-7"))
    aiko.expect_heard("きれいですね")
    ben.expect_heard("beautiful")
    ben.close_panel()
    ben.picture("town-flat-phone")
    ben.open_panel("gesture")
    ben.page.click(ben.by("emote-1"))
    aiko.open_panel("gesture")
    aiko.page.click(aiko.by("emote-2"))
    expect(ben.page.locator("[role=status].unseen")).to_contain_text("bowed", timeout=SHORT)
    aiko.close_panel()
    aiko.picture("town-3d")


def distance_to(city: City, nickname: str) -> str:
    """What Ben's list of people says about where somebody is."""
    row = city.ben.page.locator(f"{city.ben.by('people')} li", has_text=nickname).first
    return row.inner_text(timeout=SHORT)


def staff_host(city: City) -> None:
    """The live page shows both; an announcement reaches both."""
    staff = city.staff
    staff.page.goto(staff.event_path() + "/live")
    for visitor in (city.aiko, city.ben):
        expect(staff.page.get_by_role("row", name=re.compile(visitor.nickname))).to_be_visible(
            timeout=SHORT
        )
    staff.page.fill("#text", "まもなく酒蔵通りへ移動します")
    staff.press("announce")
    staff.picture("staff-live")
    for visitor in (city.aiko, city.ben):
        visitor.expect_announced("まもなく酒蔵通りへ移動します")


def staff_end_the_event(city: City) -> None:
    """Stay long enough for a fifth of the real length, then end."""
    for visitor in (city.aiko, city.ben):
        expect(visitor.page.locator(visitor.by("banner-title"))).to_contain_text(TITLE[:4])
    city.aiko.page.locator("canvas").first.focus()
    # The doors opened while nobody was in yet: half a minute of walking outweighs that.
    for _ in range(6):
        city.aiko.walk(3)
        city.ben.page.keyboard.press("Tab")
    staff = city.staff
    staff.page.goto(staff.event_path() + "/end")
    staff.picture("staff-end")
    staff.page.click("form .button-main")
    for visitor in (city.aiko, city.ben):
        visitor.await_ready("farewell")
    city.aiko.picture("event-ended")


def the_badge_becomes_final_while_aiko_looks(city: City, town: RunningTown) -> str:
    """In the public town the badge's state changes without reloading; give back its proof."""
    aiko = city.aiko
    aiko.page.get_by_role("button", name="いつもの町を歩く").click()
    aiko.page.wait_for_selector("body[data-ready='walking'], body[data-ready='flat']", timeout=LONG)
    aiko.open_panel("badges")
    badge = aiko.page.locator(f"{aiko.by('badges')} li", has_text=TITLE)
    expect(badge).to_be_visible(timeout=LONG)
    expect(badge.locator(aiko.by("badge-state"))).to_have_text("確定", timeout=LONG)
    aiko.picture("badge-final")
    proof = badge.get_by_role("link").first.get_attribute("href")
    assert proof
    return requests.compat.urljoin(town.town, proof)


def anybody_can_check_it(city: City, proof: str) -> None:
    """The public page, opened by a stranger, names the event and the transaction."""
    page = city.ben.page
    page.goto(proof)
    expect(page.locator("main")).to_contain_text(TITLE)
    expect(page.locator("main")).to_contain_text(re.compile(r"0x[0-9a-fA-F]{8,}"))
    city.ben.picture("proof-phone")


def aiko_comes_back(city: City, town: RunningTown) -> None:
    """The next day in Kashima: greeted by name, her badge still there, another visit day."""
    aiko = city.aiko
    aiko.open(town.town)
    expect(aiko.page.locator(aiko.by("returner"))).to_contain_text(aiko.nickname)
    expect(aiko.page.locator(aiko.by("badge-state"))).to_have_text("確定")
    aiko.picture("welcome-back")
    aiko.come_back(flat=True)
    aiko.page.click(aiko.by(f"go-{PLACE}"))
    aiko.page.wait_for_timeout((QUALIFYING_SECONDS + 3) * 1000)
    aiko.picture("town-flat")
    aiko.open_panel("menu")
    aiko.page.click(aiko.by("leave"))
    aiko.await_ready("farewell")
    # The visit is written down within seconds of leaving, beside whatever else is written.
    for _ in range(10):
        aiko.open(town.town)
        if "2日" in aiko.page.locator(aiko.by("visit-days")).inner_text():
            break
        aiko.page.wait_for_timeout(1000)
    expect(aiko.page.locator(aiko.by("visit-days"))).to_contain_text("2日")


def the_marketer_reads_who_returned(city: City) -> None:
    """Two visitors, three visit days, one returner; one of two came back after the event."""
    staff = city.staff
    staff.sign_in(city.admin_url)
    staff.page.goto(f"{city.admin_url}/staff/figures")
    staff.picture("staff-figures")
    figures = staff.page.locator(".figures").first
    expect(figures).to_contain_text(re.compile(r"再訪者\s*1\b"))
    row = staff.page.get_by_role("row", name=re.compile(TITLE[:6]))
    expect(row).to_contain_text("1")


def the_chain_agrees(city: City, town: RunningTown) -> None:
    """`kashima verify` recounts from the chain alone; so does the script anybody can fetch."""
    recount = kashima("verify", var=city.var, more=city.settings)
    assert recount.returncode == 0, recount.stdout + recount.stderr
    manifest = requests.get(f"{town.proof}/manifest.json", timeout=10).json()
    assert manifest["chain_id"]
