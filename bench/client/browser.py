"""A headless Chromium without a graphics card, as an office computer is at its worst."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, async_playwright

from bench.client.stage import Failed

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--enable-precise-memory-info",
]
"""SwiftShader draws on the processor; nothing calls home."""

NAMES = ("chromium", "chromium-browser", "google-chrome")
SIZE = {"width": 1280, "height": 720}


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Chromium of this machine, else the one Playwright fetched; raise Failed without either."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        except Exception as missing:
            told = f"no Chromium: {missing}"
            raise Failed(told) from missing
        try:
            yield browser
        finally:
            await browser.close()
