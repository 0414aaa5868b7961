"""Codes and words in a real Chromium: made, printed, shown; accessible, and without scripts."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser as Chromium
from playwright.async_api import expect
from staff_desk import Desk, desk
from staff_site import Site

from world_server.store import redemptions
from world_server.store.redemptions import Scanned
from world_server.store.tables.event import Event
from world_server.store.tables.staff import StaffRole

pytestmark = pytest.mark.browser

NAMED = {1180: "", 1024: "-tablet", 390: "-phone"}
"""What the pictures of each width are called."""


@pytest.fixture
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where screenshots go: `--pictures docs/pictures` keeps them."""
    return Path(request.config.getoption("--pictures") or tmp_path)


async def at_codes(chromium: Chromium, site: Site, *, width: int = 1180) -> tuple[Desk, Event]:
    """The owner on the page of an open event's codes."""
    await site.member(StaffRole.OWNER)
    event = await site.event()
    at = await desk(chromium, site, viewport={"width": width, "height": 900})
    await at.sign_in()
    await at.go(f"/staff/events/{event.id}")
    await at.page.get_by_role("link", name="コードと合言葉").click()
    return at, event


async def make(at: Desk, button: str) -> None:
    await at.page.get_by_role("button", name=button).click()


@pytest.mark.parametrize("width", [1180, 1024, 390])
async def test_an_events_codes_from_making_to_withdrawing(
    chromium: Chromium, site: Site, pictures: Path, width: int
) -> None:
    at, _ = await at_codes(chromium, site, width=width)
    page = at.page
    await make(at, "画面のリンクを作る")
    await expect(page.get_by_role("heading", name="会場の画面")).to_be_visible()
    assert await at.faults() == []
    await page.screenshot(path=pictures / f"staff-claim-screen{NAMED[width]}.png", full_page=True)
    link = await page.get_by_role("link", name="画面を開く").get_attribute("href")
    assert link is not None
    assert link.startswith("https://kashima.example/screen/#")
    await page.get_by_role("link", name="コードの一覧へもどる").click()
    word = await page.locator("#word-word").input_value()
    await make(at, "この合言葉を使う")
    await expect(page.locator("#said-word")).to_have_text(word)
    assert await at.faults() == []
    await page.screenshot(path=pictures / f"staff-claim-word{NAMED[width]}.png", full_page=True)
    await page.get_by_role("link", name="コードの一覧へもどる").click()
    visitor = await site.visitor()
    site.clock.advance(minutes=1)
    async with site.database.transaction() as session:
        await redemptions.redeem(
            session, Scanned(1, site.clock()), visitor_id=visitor, now=site.clock()
        )
    await page.reload()
    await expect(page.get_by_text("1 / 20人")).to_be_visible()
    assert await at.faults() == []
    await page.screenshot(path=pictures / f"staff-claims{NAMED[width]}.png", full_page=True)
    await page.get_by_role("button", name=re.compile("使えなくする：画面に出す")).click()
    await expect(page.get_by_text("使えなくしました。すでに")).to_be_visible()
    await page.get_by_text("終わったもの（1件）").click()
    await expect(page.get_by_text("1 / 20人")).to_be_visible()
    assert at.complaints == []


async def test_a_sheet_prints_eight_slips_on_a_page(
    chromium: Chromium, site: Site, pictures: Path
) -> None:
    at, _ = await at_codes(chromium, site)
    page = at.page
    await page.locator("#one-time-cap").fill("17")
    await make(at, "作って印刷へ")
    await expect(page.get_by_role("button", name="印刷する")).to_be_visible()
    assert await at.faults() == []
    assert await page.locator(".slip").count() == 17
    await page.set_viewport_size({"width": 794, "height": 1123})
    await page.screenshot(path=pictures / "staff-claim-sheet.png")
    printed = await page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 3
    await page.emulate_media(media="print")
    await page.screenshot(path=pictures / "staff-claim-sheet-print.png")
    await expect(page.locator(".sheet-head")).to_be_hidden()
    # Every slip is whole: nothing of it is cut off, and every code can be read.
    cut = await page.evaluate(
        "[...document.querySelectorAll('.slip')].filter(s => s.scrollHeight > s.clientHeight + 1"
        " || s.scrollWidth > s.clientWidth + 1).length"
    )
    assert cut == 0
    await page.emulate_media(media="screen")
    await page.set_viewport_size({"width": 390, "height": 844})
    assert await at.faults() == []
    assert at.complaints == []


@pytest.mark.parametrize("width", [1180, 390])
async def test_a_counter_in_the_city(
    chromium: Chromium, site: Site, pictures: Path, width: int
) -> None:
    await site.member(StaffRole.OWNER)
    at = await desk(chromium, site, viewport={"width": width, "height": 900})
    page = at.page
    await at.sign_in()
    await at.go("/staff/events")
    await page.get_by_role("link", name="窓口のコード").click()
    for place, name in (("michinoeki", "道の駅鹿島"), ("hama-station", "HAMA BAR")):
        await page.locator("#rotating-spot").select_option(place)
        await page.locator("#rotating-label").fill(name)
        await make(at, "画面のリンクを作る")
        await page.get_by_role("link", name="コードの一覧へもどる").click()
    await expect(page.get_by_text("HAMA BAR", exact=False).first).to_be_visible()
    assert await at.faults() == []
    await page.screenshot(path=pictures / f"staff-counters{NAMED[width]}.png", full_page=True)
    await page.evaluate("for (const form of document.forms) form.noValidate = true")
    await make(at, "作って印刷へ")
    await expect(page.locator("#one-time-spot-fault")).to_be_visible()
    await expect(page.locator("#one-time-spot")).to_be_focused()
    assert await at.faults() == []
    assert [one for one in at.complaints if "422" not in one] == []


async def test_codes_are_made_and_withdrawn_without_scripts(chromium: Chromium, site: Site) -> None:
    await site.member(StaffRole.OWNER)
    event = await site.event()
    at = await desk(chromium, site, java_script_enabled=False)
    await at.sign_in()
    await at.go(f"/staff/events/{event.id}/claims")
    await make(at, "作って印刷へ")
    assert await at.page.locator(".slip").count() == 24
    await at.page.get_by_role("link", name="コードの一覧へもどる").click()
    await at.page.get_by_role("button", name=re.compile("使えなくする")).click()
    await expect(at.page.get_by_text("使えなくしました。すでに")).to_be_visible()
