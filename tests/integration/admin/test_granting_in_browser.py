"""Giving a badge by hand in a real Chromium, from the attendance list and back to it."""

from pathlib import Path

import pytest
from playwright.async_api import Browser as Chromium
from playwright.async_api import expect
from staff_desk import desk
from staff_site import Site

from world_server.store import events
from world_server.store.tables.event import EventState
from world_server.store.tables.staff import StaffRole

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1180, 390])
async def test_a_badge_is_given_from_the_list_with_its_reason(
    chromium: Chromium,
    site: Site,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    width: int,
) -> None:
    pictures = Path(request.config.getoption("--pictures") or tmp_path)
    await site.member(StaffRole.OWNER)
    event = await site.event()
    for nickname, seconds in (("あいこ", 1500), ("ベン", 540), ("さくら", 1200)):
        await site.stay(await site.visitor(nickname), seconds, event=event)
    site.clock.advance(hours=1)
    async with site.database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.ENDED, now=site.clock())
    at = await desk(chromium, site, viewport={"width": width, "height": 820})
    page = at.page
    await at.sign_in()
    await at.go(f"/staff/events/{event.id}/attendance")
    await page.get_by_role("link", name="ベンさんにバッジを贈る").click()
    await page.get_by_label("理由").fill("回線が切れて、1分だけ足りなかったため")
    assert await at.faults() == []
    await page.screenshot(path=pictures / f"staff-grant-{width}.png", full_page=True)
    await page.get_by_role("button", name="贈る").click()
    await expect(page.get_by_text("ベンさんにバッジを贈りました。")).to_be_visible()
    await page.get_by_role("link", name="さくらさんにバッジを贈る").click()
    await page.get_by_label("案内役のバッジ").check()
    await page.get_by_label("理由").fill("受付を手伝ってくださったため")
    await page.get_by_role("button", name="贈る").click()
    await expect(page.get_by_text("案内役：発行準備中")).to_be_visible()
    assert await at.faults() == []
    await page.screenshot(path=pictures / f"staff-attendance-{width}.png", full_page=True)
