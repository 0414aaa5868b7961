"""From the first byte to the first step, or to a usable flat town; against a real world."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

from playwright.async_api import Browser

from bench.client.browser import chromium
from bench.client.stage import Bench
from bench.client.visit import View, Visit, first_visit
from bench.record import Figure
from bench.world.town import bench_town
from kashima.parts import LOOPBACK

ROUNDS = 7


async def solid(bench: Bench) -> Sequence[Figure]:
    """A first visit to the town in three dimensions, at the lowest tier, 1280 by 720."""
    visits = await _visits(bench, "solid")
    return [
        *_times("solid", visits),
        _middle("solid.drawn", visits, lambda one: one.drawn or 0, "ms", "the first frame"),
        _middle(
            "solid.walking", visits, lambda one: one.stepped or 0, "ms", "the first step is told"
        ),
        _largest("solid.frozen", visits, lambda one: one.longest, "ms", "after the welcome"),
        _largest("solid.calls", visits, lambda one: one.calls, "calls", "in one frame"),
        _largest("solid.triangles", visits, lambda one: one.triangles, "", "in one frame"),
    ]


async def flat(bench: Bench) -> Sequence[Figure]:
    """A first visit to the flat town."""
    visits = await _visits(bench, "flat")
    return [
        *_times("flat", visits),
        _largest("flat.frozen", visits, lambda one: one.longest, "ms", "after the welcome"),
    ]


async def _visits(bench: Bench, view: View) -> list[Visit]:
    visits = []
    async with _served(bench.folder) as url, chromium() as browser:
        await _warm(browser, url, view)
        for number in range(bench.share(ROUNDS)):
            visits.append(await first_visit(browser, url, view))
            bench.say(f"   visit {number + 1}: {visits[-1]}")
    return visits


@asynccontextmanager
async def _served(folder: Path) -> AsyncIterator[str]:
    """The address of a world that serves the built client."""
    async with bench_town(folder, core=None) as town, town.world(core=None) as world:
        yield f"http://{LOOPBACK}:{world.port}"


async def _warm(browser: Browser, url: str, view: View) -> None:
    """The browser's own start, and the files' way into the server's memory, are nobody's wait."""
    page = await browser.new_page()
    await page.goto(f"{url}/?view={view}")
    await page.wait_for_selector("body[data-ready=welcome]")
    await page.close()


def _times(name: str, visits: Sequence[Visit]) -> list[Figure]:
    return [
        _middle(f"{name}.painted", visits, lambda one: one.painted, "ms", "first contentful paint"),
        _middle(f"{name}.welcome", visits, lambda one: one.welcome, "ms", "the form can be used"),
        _middle(
            f"{name}.usable", visits, lambda one: one.usable, "ms", "in the town, line and all"
        ),
        _middle(
            f"{name}.entering",
            visits,
            lambda one: one.usable - one.pressed,
            "ms",
            "from the button to the town",
        ),
        _largest(f"{name}.bytes", visits, lambda one: one.bytes / 1024, "KiB", "with headers"),
        _largest(f"{name}.files", visits, lambda one: one.files, "files", ""),
    ]


def _middle(
    name: str, visits: Sequence[Visit], of: Callable[[Visit], float], unit: str, note: str
) -> Figure:
    return Figure(
        name, median(map(of, visits)), unit, f"{note}; median of {len(visits)}".lstrip("; ")
    )


def _largest(
    name: str, visits: Sequence[Visit], of: Callable[[Visit], float], unit: str, note: str
) -> Figure:
    return Figure(name, max(map(of, visits)), unit, f"{note}; worst of {len(visits)}".lstrip("; "))
