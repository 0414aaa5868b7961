"""A member of staff at a desk: a real Chromium on the running staff pages."""

from pathlib import Path
from typing import Any

from playwright.async_api import Browser as Chromium
from playwright.async_api import Page, expect
from staff_site import PASSWORD, Site

AXE = Path(__file__).parent.parent / "assets/client/node_modules/axe-core/axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
expect.set_options(timeout=20_000)


class Desk:
    """A member of staff at a desk; what the browser complains of is kept."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        self.address = str(site.server.make_url("")).rstrip("/")
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type == "error" else None,
        )

    async def go(self, path: str) -> None:
        """Open a page of the site."""
        await self.page.goto(f"{self.address}{path}")

    async def sign_in(self, login: str = "owner") -> None:
        """Fill in the sign-in page by keyboard alone."""
        await self.go("/staff/sign-in")
        await self.page.focus("#login")
        await self.page.keyboard.type(login)
        await self.page.keyboard.press("Tab")
        await self.page.keyboard.type(PASSWORD)
        await self.page.keyboard.press("Enter")
        await expect(self.page.locator(".account")).to_be_visible()

    async def faults(self) -> list[str]:
        """What axe-core finds on the page, and what sticks out to the right of it."""
        await self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = await self.page.evaluate(
            "levels => axe.run(document, {runOnly: levels})", LEVELS
        )
        wide = await self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        told = [
            f"{fault['id']}: {node['html'][:160]}"
            for fault in found["violations"]
            for node in fault["nodes"]
        ]
        return told + ([f"{wide} px too wide"] if wide > 0 else [])


async def desk(chromium: Chromium, site: Site, **options: Any) -> Desk:
    """Somebody who has not signed in yet."""
    context = await chromium.new_context(locale="ja-JP", **options)
    return Desk(await context.new_page(), site)
