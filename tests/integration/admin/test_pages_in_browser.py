"""The staff pages in a real Chromium: accessible, alive, and usable without scripts."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from anvil_server import anvil_running
from fixed_time import MORNING
from minter_town import minter_town
from patience import until
from playwright.async_api import Browser as Chromium
from playwright.async_api import expect
from staff_badges import award, badge, real_minter, site_beside
from staff_desk import desk
from staff_site import Site

from nft_badges.settling import NOT_SHOWN
from world_server.i18n import LANGUAGES
from world_server.presence import seats
from world_server.store import events, staff
from world_server.store.tables.award import AwardState
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import StaffRole

pytestmark = pytest.mark.browser

EVIL = "<img src=x onerror=alert(1)>"


async def a_busy_town(site: Site) -> tuple[Event, dict[str, str]]:
    """An event in each state, people in the open one, and every page's address by name."""
    await site.member(StaffRole.OWNER)
    host = await site.member(StaffRole.HOST)
    shown = {state: await site.event(state, title=f"{state.value} {EVIL}") for state in EventState}
    event = shown[EventState.OPEN]
    visitor = await site.visitor(EVIL)
    await site.present(event, (visitor, EVIL), (await site.visitor("のごみ"), "のごみ"))
    async with site.database.transaction() as session:
        await events.announce(
            session, event_id=event.id or 0, staff_id=host, text=EVIL, now=MORNING
        )
        invite = await staff.invite(session, StaffRole.ANALYST, now=MORNING)
    await site.stay(visitor, 900, event=event)
    badge_id = await badge(site, title=EVIL)
    await award(site, badge_id, "0x" + "ab" * 20)
    await award(site, badge_id, "0x" + "cd" * 20, state=AwardState.PARKED, reason=EVIL)
    pages = {
        "sign-in": "/staff/sign-in",
        "invite": f"/staff/invite/{invite}",
        "events": "/staff/events",
        "new": "/staff/events/new",
        "edit": f"/staff/events/{shown[EventState.DRAFT].id}/edit",
        "live": f"/staff/events/{event.id}/live",
        "remove": f"/staff/events/{event.id}/remove/{visitor}",
        "end": f"/staff/events/{event.id}/end",
        "cancel": f"/staff/events/{event.id}/cancel",
        "attendance": f"/staff/events/{event.id}/attendance",
        "grant": f"/staff/events/{event.id}/grant/{visitor}",
        "claims": f"/staff/events/{event.id}/claims",
        "counters": "/staff/counters",
        "figures": "/staff/figures",
        "badges": "/staff/badges",
        "members": "/staff/members",
        "disable": f"/staff/members/{host}/disable",
        "audit": "/staff/audit",
        "password": "/staff/password",
        "nothing": "/staff/events/424242",
    }
    pages |= {f"event {state}": f"/staff/events/{one.id}" for state, one in shown.items()}
    return event, pages


@pytest.mark.parametrize("width", [1180, 390])
async def test_every_page_passes_axe_and_fits(chromium: Chromium, site: Site, width: int) -> None:
    _, pages = await a_busy_town(site)
    at = await desk(chromium, site, viewport={"width": width, "height": 820})
    faults: dict[str, list[str]] = {}
    for name in ("sign-in", "invite"):
        await at.go(pages.pop(name))
        faults[name] = await at.faults()
    await at.sign_in()
    for name, path in pages.items():
        await at.go(path)
        faults[name] = await at.faults()
    assert {name: found for name, found in faults.items() if found} == {}
    assert [one for one in at.complaints if "404" not in one] == []


async def test_every_answer_to_a_mistake_passes_axe(chromium: Chromium, site: Site) -> None:
    event, pages = await a_busy_town(site)
    at = await desk(chromium, site)
    faults: dict[str, list[str]] = {}
    page = at.page

    async def send(name: str, button: str) -> None:
        await page.evaluate("for (const form of document.forms) form.noValidate = true")
        await page.click(button)
        await expect(page.locator(".fault:visible").first).to_be_visible()
        faults[name] = await at.faults()

    await at.go(pages["invite"])
    await send("invite", ".button-main")
    await at.go(pages["sign-in"])
    await send("sign-in", ".button-main")
    await at.sign_in()
    await at.go(pages["password"])
    await send("password", ".button-main")
    await at.go(pages["new"])
    await page.uncheck("input[name=languages][value=ja]")
    await send("new", "main .button-main")
    await expect(page.locator("#title")).to_be_focused()
    await at.go(pages["live"])
    await send("live", "#announce .button-main")
    await at.go(pages["remove"])
    await send("remove", "main .button-main")
    assert {name: found for name, found in faults.items() if found} == {}
    assert await site.state(event) is EventState.OPEN


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_fits_the_pages(chromium: Chromium, site: Site, language: str) -> None:
    _, pages = await a_busy_town(site)
    at = await desk(chromium, site, viewport={"width": 390, "height": 820})
    await at.sign_in()
    await at.page.click(f".bottom button[lang='{language}']")
    await expect(at.page.locator(f"html[lang='{language}']")).to_be_visible()
    faults = {}
    for name in ("events", "new", "live", "claims", "counters", "figures", "members"):
        await at.go(pages[name])
        faults[name] = await at.faults()
    assert {name: found for name, found in faults.items() if found} == {}


async def test_the_live_page_follows_who_comes_and_goes(chromium: Chromium, site: Site) -> None:
    event, pages = await a_busy_town(site)
    at = await desk(chromium, site)
    await at.sign_in()
    await at.go(pages["live"])
    page = at.page
    await page.evaluate("window.sameDocument = true")
    row = page.get_by_role("row", name="のごみ")
    await expect(row).to_be_visible()
    remove = row.get_by_role("link")
    await remove.focus()
    aiko = await site.visitor("あいこ")
    nogomi = await site.visitor("のごみ")
    await site.present(event, (aiko, "あいこ"), (nogomi, "のごみ"), (aiko, EVIL))
    await expect(page.get_by_role("row", name="あいこ")).to_be_visible(timeout=30_000)
    await expect(page.get_by_role("row", name=EVIL)).to_be_visible()
    await expect(page.locator("[data-count]")).to_have_text("3")
    await site.present(event)
    await expect(page.locator("[data-nobody]")).to_be_visible(timeout=30_000)
    async with site.database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.ENDED, now=site.clock())
    await expect(page.get_by_text("このイベントは終わりました")).to_be_visible(timeout=30_000)
    assert await page.evaluate("window.sameDocument") is True
    assert at.complaints == []


async def test_pressing_a_button_is_not_spoilt_by_the_refresh(
    chromium: Chromium, site: Site
) -> None:
    event, pages = await a_busy_town(site)
    aiko, nogomi = await site.visitor("あいこ"), await site.visitor("のごみ")
    await site.present(event, (nogomi, "のごみ"))
    at = await desk(chromium, site)
    await at.sign_in()
    await at.go(pages["live"])
    link = at.page.get_by_role("row", name="のごみ").get_by_role("link")
    await link.focus()
    await site.present(event, (aiko, "あいこ"), (nogomi, "のごみ"))
    await expect(at.page.get_by_role("row", name="あいこ")).to_be_visible(timeout=30_000)
    await expect(link).to_be_focused()
    await at.page.keyboard.press("Enter")
    await expect(at.page.get_by_label("理由")).to_be_visible()


async def test_the_link_can_be_copied(chromium: Chromium, site: Site) -> None:
    event, _ = await a_busy_town(site)
    at = await desk(chromium, site, permissions=["clipboard-read", "clipboard-write"])
    await at.sign_in()
    await at.go(f"/staff/events/{event.id}")
    await at.page.get_by_role("button", name="リンクをコピー").click()
    await expect(at.page.get_by_text("コピーしました。")).to_be_visible()
    copied = await at.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"https://kashima.example/e/{event.slug}"


@pytest.mark.parametrize("width", [1180, 390])
async def test_an_entrance_passes_axe_fits_and_can_be_copied(
    chromium: Chromium, site: Site, width: int
) -> None:
    event, pages = await a_busy_town(site)
    at = await desk(
        chromium,
        site,
        viewport={"width": width, "height": 820},
        permissions=["clipboard-read", "clipboard-write"],
    )
    await at.sign_in()
    await at.go(pages["live"])
    await at.page.get_by_role("button", name="案内人として入る").click()
    await expect(at.page.get_by_role("heading", name="会場への入口")).to_be_visible()
    assert await at.faults() == []
    opens = await at.page.get_by_role("link", name="町を開く").get_attribute("href")
    assert opens is not None
    assert opens.startswith(f"https://kashima.example/e/{event.slug}#guide=")
    await at.page.get_by_role("button", name="リンクをコピー").click()
    await expect(at.page.get_by_text("コピーしました。")).to_be_visible()
    assert await at.page.evaluate("navigator.clipboard.readText()") == opens


async def test_the_live_page_follows_how_many_wait(chromium: Chromium, site: Site) -> None:
    event, pages = await a_busy_town(site)
    at = await desk(chromium, site)
    await at.sign_in()
    await at.go(pages["live"])
    await expect(at.page.get_by_text("列で待っている人はいません")).to_be_visible()
    base, room = f"event-{event.slug}", seats.Room(capacity=1, per_instance=1)
    for visitor_id in ("a", "b", "c"):
        await seats.wait(site.redis, base=base, visitor_id=visitor_id, room=room)
    await expect(at.page.get_by_text("列で2人が待っています")).to_be_visible(timeout=30_000)


async def test_an_event_can_be_hosted_without_scripts(chromium: Chromium, site: Site) -> None:
    await site.member(StaffRole.OWNER)
    at = await desk(chromium, site, java_script_enabled=False)
    page = at.page
    await at.sign_in()
    await page.get_by_role("link", name="新しいイベントを作る").click()
    await page.fill("#title", "酒蔵通りの夕べ")
    await page.select_option("#place", index=2)
    await page.fill("#starts_at", "2026-11-22T10:10")
    await page.fill("#ends_at", "2026-11-22T11:10")
    await page.get_by_role("button", name="下書きに保存する").click()
    await page.get_by_role("button", name="公開する").click()
    await page.get_by_role("button", name="開場する").click()
    await page.fill("#text", "まもなくはじまります")
    await page.get_by_role("button", name="お知らせを出す").click()
    await expect(page.get_by_text("まもなくはじまります")).to_be_visible()
    await page.get_by_role("link", name="終了する").click()
    await page.get_by_role("button", name="終了する").click()
    await expect(page.get_by_text("参加した人はいませんでした")).to_be_visible()


@pytest.mark.parametrize(("name", "width"), [("staff-badges", 1180), ("staff-badges-phone", 390)])
async def test_what_waits_is_read_and_put_right_with_one_button(  # noqa: PLR0917  fixtures
    chromium: Chromium,
    site: Site,
    database_url: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    name: str,
    width: int,
) -> None:
    """The chain is away, some badges are set aside; a real minter tells the page about it."""
    await site.member(StaffRole.OWNER)
    with anvil_running() as chain:
        async with minter_town(site.database, chain) as town, AsyncExitStack() as stack:
            evening = await town.badge(title="酒蔵通りの夕べ")
            await town.promise(evening, 24)
            url = await stack.enter_async_context(real_minter(town, database_url, site.clock))
            beside = await stack.enter_async_context(site_beside(site, url))

            async def all_final() -> bool:
                states = await town.states()
                return states[AwardState.FINAL] == states.total()

            await until(all_final, seconds=60)
            chain.kill()
            await town.promise(evening, 5)
            await town.promise(await town.badge(title="のごみ人形の色つけ"), 3)
            for number in (1, 2):
                await award(
                    site,
                    evening,
                    "0x" + f"{number:02x}" * 20,
                    state=AwardState.PARKED,
                    reason=NOT_SHOWN,
                )
            site.clock.advance(minutes=7)
            at = await desk(chromium, beside, viewport={"width": width, "height": 900})
            await at.sign_in()
            await at.go("/staff/badges")
            await expect(at.page.locator("main")).to_contain_text(
                "ブロックチェーンにつながりません"
            )
            await at.page.locator(".parked summary").click()
            assert await at.faults() == []
            folder = Path(request.config.getoption("--pictures") or tmp_path)
            await at.page.screenshot(path=folder / f"{name}.png", full_page=True)
            await at.page.locator(".parked form button.button-main").click()
            await expect(at.page.locator(".words")).to_contain_text("2個を、もう一度")
            await expect(at.page.locator(".empty")).to_contain_text("止めてあるバッジはありません")
            assert at.complaints == []
