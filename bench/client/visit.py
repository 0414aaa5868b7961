"""One first visit in a fresh browser, watched from the first byte to the first step."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Browser, Page

from bench.client.browser import SIZE
from bench.client.stage import Failed

WATCH = (Path(__file__).parent / "watch.js").read_text("utf-8")
PATIENCE_MS = 120_000
STEPS_MS = 1500
"""How long the visitor walks on, so that the world has time to say no."""

BINARY = 2
"""The WebSocket's own number for a binary message: a step, on the compact lane."""

View = Literal["solid", "flat"]


@dataclass
class Wire:
    """What travelled, by the browser's own account; times in its monotonic seconds."""

    began: float | None = None
    bytes: int = 0
    files: int = 0
    stepped: float | None = None
    corrected: bool = False
    scripts: dict[str, int] = field(default_factory=dict)

    def request(self, told: dict[str, Any]) -> None:
        """A request goes out."""
        if self.began is None:
            self.began = told["timestamp"]

    def finished(self, told: dict[str, Any]) -> None:
        """A file has come, with so many bytes of headers and body as sent."""
        self.bytes += int(told["encodedDataLength"])
        self.files += 1

    def sent(self, told: dict[str, Any]) -> None:
        """A WebSocket message goes out."""
        if self.stepped is None and told["response"]["opcode"] == BINARY:
            self.stepped = told["timestamp"]

    def received(self, told: dict[str, Any]) -> None:
        """A WebSocket message comes in."""
        if told["response"]["payloadData"].startswith('42["correct"'):
            self.corrected = True


@dataclass(frozen=True, slots=True)
class Visit:
    """Milliseconds since navigation, bytes, and what was drawn."""

    painted: float
    welcome: float
    pressed: float
    usable: float
    drawn: float | None
    stepped: float | None
    longest: float
    bytes: int
    files: int
    calls: int
    triangles: int


async def first_visit(browser: Browser, url: str, view: View) -> Visit:
    """A stranger comes, fills in the form as fast as a hand on a wire can, and walks."""
    context = await browser.new_context(viewport=SIZE, locale="ja")  # type: ignore[arg-type]
    page = await context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    wire = await _listen(page)
    await page.add_init_script(WATCH)
    await page.goto(f"{url}/?tier=low", wait_until="commit")
    await page.wait_for_selector("body[data-ready=welcome]")
    await page.get_by_test_id("nickname").fill("計る人")
    await page.get_by_test_id("remember-no").check()
    await page.get_by_test_id("enter" if view == "solid" else "enter-flat").click()
    ready = "walking" if view == "solid" else "flat"
    await page.wait_for_selector(f"body[data-ready={ready}][data-line=here]")
    at_usable = (wire.bytes, wire.files)
    if view == "solid":
        await _drawn(page)
        await page.get_by_test_id("scene").focus()
        # Where one stands is told on arrival; what is waited for is the first step.
        wire.stepped = None
        await page.keyboard.down("ArrowUp")
        async with asyncio.timeout(PATIENCE_MS / 1000):
            while wire.stepped is None:  # noqa: ASYNC110  heard from the browser
                await asyncio.sleep(0.02)
        await page.wait_for_timeout(STEPS_MS)
        await page.keyboard.up("ArrowUp")
        if wire.corrected:
            raise Failed("the world took the first step back")
    seen = await page.evaluate("window.seen")
    await context.close()
    if faults:
        told = f"the page had faults: {faults}"
        raise Failed(told)
    marks = seen["marks"]
    stepped = None
    if wire.stepped is not None and wire.began is not None:
        stepped = (wire.stepped - wire.began) * 1000
    return Visit(
        painted=seen["paint"],
        welcome=marks["welcome"],
        pressed=marks["pressed"],
        usable=marks["usable"],
        drawn=seen["drawnAt"],
        stepped=stepped,
        longest=max(
            (length for at, length in seen["long"] if at + length > marks["welcome"]), default=0.0
        ),
        bytes=at_usable[0],
        files=at_usable[1],
        calls=seen["calls"],
        triangles=round(seen["triangles"]),
    )


async def _drawn(page: Page) -> None:
    """Wait for a second frame; asked from here, for the page forbids code made from text."""
    async with asyncio.timeout(PATIENCE_MS / 1000):
        while await page.evaluate("window.seen.frames") < 2:  # noqa: PLR2004, ASYNC110
            await asyncio.sleep(0.1)


async def _listen(page: Page) -> Wire:
    wire = Wire()
    session = await page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", wire.request)
    session.on("Network.loadingFinished", wire.finished)
    session.on("Network.webSocketFrameSent", wire.sent)
    session.on("Network.webSocketFrameReceived", wire.received)
    await session.send("Network.enable")
    return wire
