"""What a crowd costs a frame, what a hundred arrivals do to it, and memory over comings and goings.

Drawn by the client's own stage on the page for looking (`lab.html`), without a server: a thousand
connections on the same machine would be measured with it.
"""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page

from bench.client.browser import SIZE, chromium
from bench.client.stage import Bench, Failed
from bench.record import Figure
from bench.world.processes import free_port, last_words, running
from kashima.parts import LOOPBACK

CLIENT = Path(__file__).parents[2] / "assets" / "client"
CROWDS = (1, 100, 1000)
FRAMES = 24
COMINGS = 4000
READY_MS = 180_000
START_SECONDS = 30.0

JS = (Path(__file__).parent / "crowd.js").read_text("utf-8")


async def crowd(bench: Bench) -> Sequence[Figure]:
    """Frames of one, a hundred and a thousand people, a hundred arriving, thousands of comings."""
    figures = []
    async with _looked_at(bench.folder) as url, chromium() as browser:
        page = await _open(browser, url)
        frames = bench.share(FRAMES, least=3)
        for people in CROWDS:
            told = await page.evaluate("([n, frames]) => bench.crowd(n, frames)", [people, frames])
            bench.say(f"   {people} people: {told}")
            figures += _frame_figures(people, told)
        arrival = await page.evaluate("(frames) => bench.arrival(100, frames)", frames)
        figures += [
            Figure("crowd.arrival", arrival["longest"], "ms", "longest frame as 100 come at once"),
            Figure("crowd.arrival_before", arrival["before"], "ms", "longest frame just before"),
        ]
        figures += await _comings(page, bench.share(COMINGS, least=50))
    return figures


def _frame_figures(people: int, told: dict[str, Any]) -> list[Figure]:
    return [
        Figure(f"crowd.{people}.frame", told["median"], "ms", "drawn and read back, median"),
        Figure(f"crowd.{people}.calls", told["calls"], "calls"),
        Figure(f"crowd.{people}.triangles", told["triangles"], ""),
    ]


async def _comings(page: Page, count: int) -> list[Figure]:
    session = await page.context.new_cdp_session(page)

    async def used() -> float:
        await session.send("HeapProfiler.collectGarbage")
        return float((await session.send("Runtime.getHeapUsage"))["usedSize"]) / 1e6

    await page.evaluate("bench.comings(50)")
    before, held = await used(), await page.evaluate("bench.held()")
    await page.evaluate("(count) => bench.comings(count)", count)
    after, kept = await used(), await page.evaluate("bench.held()")
    return [
        Figure("crowd.memory_growth", after - before, "MB", f"after {count} came and went"),
        Figure("crowd.memory", after, "MB", "the page's objects"),
        Figure(
            "crowd.left_behind",
            sum(kept.values()) - sum(held.values()),
            "things",
            "geometries, textures and programs more than before",
        ),
    ]


async def _open(browser: Browser, url: str) -> Page:
    page = await browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
    page.set_default_timeout(READY_MS)
    # The tool reloads the page when a file of the client changes; here it must not.
    await page.route_web_socket("**/*", lambda _socket: None)
    await page.goto(f"{url}?tier=low&n=0&hour=11&day=11-20&tide=0")
    await page.wait_for_function("document.title === 'ready'")
    await page.evaluate(JS)
    return page


@asynccontextmanager
async def _looked_at(folder: Path) -> AsyncIterator[str]:
    """The page for looking, served by the client's own tool."""
    port = free_port()
    vite = CLIENT / "node_modules" / "vite" / "bin" / "vite.js"
    options = ["--host", LOOPBACK, "--port", str(port), "--strictPort"]
    command = ["node", str(vite), str(CLIENT), *options]
    log = folder / "vite.log"
    async with running(command, core=None, log=log) as process:
        await _listens(port, log=log, process=process)
        yield f"http://{LOOPBACK}:{port}/lab.html"


async def _listens(port: int, *, log: Path, process: subprocess.Popen[bytes]) -> None:
    async with asyncio.timeout(START_SECONDS):
        while process.poll() is None:
            try:
                _, writer = await asyncio.open_connection(LOOPBACK, port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return
    raise Failed(last_words(log))
