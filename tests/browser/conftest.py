"""A real Chromium, visitors and staff in it, and a folder for the pictures they take."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client_people import Meet, Someone
from client_town import ClientTown
from playwright.sync_api import Browser, sync_playwright

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
]
"""No graphics card here: SwiftShader draws; nothing may call home; root needs no-sandbox."""

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Chromium of this machine, else the one Playwright fetched.

    One a test: while Playwright's plain interface is open it keeps an event loop running in this
    thread, in which no other test could run one of its own.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where screenshots go: `--pictures docs/pictures` keeps them, else they are thrown away."""
    chosen = request.config.getoption("--pictures")
    folder = Path(chosen) if chosen else tmp_path / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def meet(browser: Browser, town: ClientTown) -> Iterator[Meet]:
    """Makes people; their browsers are closed at the end, for a page left open goes on drawing.

    The town is the module's own.
    """
    people: list[Someone] = []

    def someone(**more: Any) -> Someone:
        people.append(Someone(browser, town, **more))
        return people[-1]

    yield someone
    for one in people:
        one.context.close()
