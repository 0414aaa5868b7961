"""The town as it is drawn, without a server: each sight has something to see.

`--pictures docs/pictures` draws the same sights large and in the best quality, for the guides.
"""

import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from servers import await_port, free_port

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CLIENT = Path(__file__).parents[2] / "assets" / "client"

SIGHTS = {
    "town-shrine": "cam=-54,4,330,-150,12,330&n=40",
    "town-brewery-street": "cam=22,2.2,-34,90,3,-33&rel=1&at=60,-34,18&n=24&hour=15",
    "town-brewery-street-dusk": "cam=22,2.2,-34,90,3,-33&rel=1&at=60,-34,18&n=24&hour=18.7",
    "town-thatch": "cam=88,2.4,40,130,2.4,46&rel=1&at=112,42,10&n=8&hour=14",
    "town-mud-flat-dawn": "cam=96,3,-306,180,0.5,-306&rel=1&at=104,-306,6&n=5&hour=6.2",
}


@pytest.fixture(scope="module")
def look_page() -> Iterator[str]:
    """The look page, served by the client's own tool."""
    port = free_port()
    vite = CLIENT / "node_modules" / "vite" / "bin" / "vite.js"
    command = ["node", str(vite), "--host", "127.0.0.1", "--port", str(port), "--strictPort"]
    with subprocess.Popen(command, cwd=CLIENT, stdout=subprocess.DEVNULL) as server:
        await_port(port)
        yield f"http://127.0.0.1:{port}/lab.html"
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize("sight", SIGHTS)
def test_every_sight_has_something_to_see(
    sight: str, look_page: str, browser: Browser, pictures: Path, request: pytest.FixtureRequest
) -> None:
    kept = request.config.getoption("--pictures")
    tier, size = ("high", (1280, 720)) if kept else ("low", (480, 270))
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{look_page}?tier={tier}&{SIGHTS[sight]}")
    page.wait_for_function("document.title === 'ready'", timeout=120_000)
    shown = page.screenshot(path=pictures / f"{sight}.png", timeout=300_000)
    page.close()
    assert faults == []
    # A blank canvas of this size packs to a few hundred bytes whatever its colour.
    assert len(zlib.compress(shown)) > size[0] * size[1] // 20
