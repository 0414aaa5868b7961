"""The people of the first walk, each doing with a browser what they would do by hand."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

LONG = 90_000
"""Milliseconds: a software renderer draws its first frame slowly on a busy machine."""

SHORT = 20_000


class Staff:
    """Tourism staff with the staff pages open."""

    def __init__(self, browser: Browser, pictures: Path) -> None:
        self._context = browser.new_context(
            locale="ja-JP", timezone_id="Asia/Tokyo", viewport={"width": 1180, "height": 860}
        )
        self.page: Page = self._context.new_page()
        self._pictures = pictures

    def picture(self, name: str) -> None:
        """Keep what the page looks like now."""
        self.page.screenshot(path=self._pictures / f"{name}.png", full_page=True)

    def accept_invitation(self, link: str) -> None:
        """Become the first owner by the one-time link."""
        page = self.page
        page.goto(link)
        page.fill("#login", "sakura")
        page.fill("#name", "観光課 さくら")
        for field in ("password", "again"):
            page.fill(f"#{field}", "kitsune-torii-sakagura-higata")
        self.picture("staff-invitation")
        page.click("form .button-main")
        expect(page).to_have_url(re.compile(r"/staff"))

    def sign_in(self, admin_url: str) -> None:
        """Sign in with what was chosen at the invitation."""
        page = self.page
        page.goto(f"{admin_url}/staff")
        page.fill("#login", "sakura")
        page.fill("#password", "kitsune-torii-sakagura-higata")
        page.click("form .button-main")
        expect(page.get_by_role("link", name="再訪の数字")).to_be_visible()

    def plan_event(self, admin_url: str, *, title: str, now_jst: datetime) -> None:
        """Write down an event that is on now, for twenty people."""
        page = self.page
        page.goto(f"{admin_url}/staff/events/new")
        page.fill("#title", title)
        page.select_option("#place", index=1)
        for field, minutes in (("starts_at", -5), ("ends_at", 55)):
            moment = now_jst + timedelta(minutes=minutes)
            page.fill(f"#{field}", moment.strftime("%Y-%m-%dT%H:%M"))
        page.fill("#capacity", "20")
        page.check("input[name=languages][value=ja]")
        page.check("input[name=languages][value=en]")
        page.check("input[name=rule_kind][value=share]")
        page.fill("#rule_value", "20")
        self.picture("staff-event-form")
        page.click("form .button-main >> nth=-1")
        expect(page.get_by_role("heading", name=title)).to_be_visible()

    def press(self, action: str) -> None:
        """Press the button of the form that leads to this action."""
        self.page.click(f"form[action$='/{action}'] button")

    def link_of_event(self) -> str:
        """The link staff hand out."""
        text = self.page.content()
        found = re.search(r"https?://[^\s\"'<]+/e/[0-9a-f]+", text)
        assert found, "the event's page shows no link"
        return found.group(0)

    def event_path(self) -> str:
        """The event's page in the staff pages, without what follows it."""
        found = re.match(r".*/staff/events/\d+", self.page.url)
        assert found
        return found.group(0)


class Visitor:
    """Somebody at home with a browser."""

    def __init__(
        self,
        browser: Browser,
        *,
        nickname: str,
        locale: str,
        pictures: Path,
        size: tuple[int, int] = (1280, 720),
    ) -> None:
        self.nickname = nickname
        self._pictures = pictures
        self._context = browser.new_context(
            locale=locale, viewport={"width": size[0], "height": size[1]}
        )
        self.page: Page = self._context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def picture(self, name: str) -> None:
        """Keep what the page looks like now."""
        self.page.screenshot(path=self._pictures / f"{name}.png", timeout=LONG)

    def by(self, testid: str, page: Page | None = None) -> str:
        """Selector of one marked element."""
        del page
        return f"[data-testid='{testid}']"

    def open(self, link: str) -> None:
        """Follow a link to the first page."""
        self.page.goto(link)
        self.await_ready("welcome")

    def await_ready(self, state: str) -> None:
        """Wait until the page says it is in that state."""
        self.page.wait_for_selector(f"body[data-ready='{state}']", timeout=LONG)

    def enter(self, *, remember: bool, flat: bool) -> None:
        """Fill in the form and walk in."""
        page = self.page
        page.fill(self.by("nickname"), self.nickname)
        page.click(self.by("remember-yes" if remember else "remember-no"))
        page.click(self.by("enter-flat" if flat else "enter"))
        self.await_ready("flat" if flat else "walking")

    def come_back(self, *, flat: bool) -> None:
        """Walk in with the passport of last time."""
        self.page.click(self.by("enter-flat" if flat else "enter"))
        self.await_ready("flat" if flat else "walking")

    def open_panel(self, name: str) -> None:
        """Open one of the tools at the edge of the screen."""
        self.page.click(self.by(f"dock-{name}"))

    def close_panel(self) -> None:
        """Close whatever is open."""
        self.page.click(self.by("sheet-close"))

    def walk(self, seconds: float) -> None:
        """Hold the key that walks forward."""
        self.page.keyboard.down("ArrowUp")
        self.page.wait_for_timeout(seconds * 1000)
        self.page.keyboard.up("ArrowUp")

    def say(self, text: str) -> None:
        """Write one line into the chat."""
        self.page.fill(self.by("chat-text"), text)
        self.page.click(self.by("chat-send"))

    def expect_heard(self, text: str) -> None:
        """The chat holds this line."""
        expect(self.page.locator(self.by("chat-log"))).to_contain_text(text, timeout=SHORT)

    def expect_announced(self, text: str) -> None:
        """The announcement is on the screen, whichever tool is open."""
        expect(self.page.locator(self.by("announcement"))).to_contain_text(text, timeout=SHORT)
