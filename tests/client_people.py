"""People with browsers of their own, who look at the client in their language."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from client_town import ClientTown
from playwright.sync_api import Browser, BrowserContext, Page, expect

from world_server.i18n import translate

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 720}
SLOW = 30_000
"""Milliseconds; the machine that runs this may be busy with much else."""

AXE = Path(__file__).parent.parent / "assets/client/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Someone:
    """A person with a browser of their own."""

    def __init__(
        self,
        browser: Browser,
        town: ClientTown,
        *,
        language: str = "ja",
        size: dict[str, int] | None = None,
        **more: Any,
    ) -> None:
        self.town = town
        self.language = language
        viewport: Any = size or DESK
        self.context: BrowserContext = browser.new_context(
            viewport=viewport, locale=language, **more
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(SLOW)
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def says(self, key: str, **values: str | int) -> str:
        """A sentence in this person's language."""
        return translate(self.language, key, **values)

    def open(self, path: str = "/") -> None:
        self.page.goto(self.town.url + path)
        self.page.wait_for_selector("body[data-ready=welcome]")

    def at(self, testid: str) -> Any:
        return self.page.get_by_test_id(testid)

    def enter(self, nickname: str, path: str = "/", *, remember: bool = True) -> None:
        """Come in for the first time, into the flat town."""
        self.open(path)
        self.at("nickname").fill(nickname)
        self.at("remember-yes" if remember else "remember-no").check()
        self.at("enter-flat").click()
        self.is_here()

    def is_here(self) -> None:
        self.page.wait_for_selector("body[data-line=here]")

    def hears(self, sentence: str) -> None:
        """A screen reader was told this."""
        voice = self.page.locator("body > #town > .unseen[role=status]")
        expect(voice).to_contain_text(sentence, timeout=SLOW)

    def settles(self) -> None:
        """Wait until nothing on the page is still being fetched."""
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0)

    def find_faults(self) -> list[str]:
        """What axe-core finds wrong with the page as it is once everything on it has come."""
        self.settles()
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "async (rules) => (await axe.run(document, {runOnly: rules})).violations", RULES
        )
        return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


Meet = Callable[..., Someone]
"""What the fixture `meet` gives."""
