"""The town as it is drawn, without a server: each sight has something to see.

`--pictures docs/pictures` draws the same sights large and in the best quality, for the guides.
"""

import base64
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize
from servers import await_port, free_port

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CLIENT = Path(__file__).parents[2] / "assets" / "client"

SIGHTS = {
    "town-shrine": "by=torii&cam=5,4,0,-110,13,0&at=-90,0,24&n=24",
    "town-stage": "by=kaguraden&cam=27,4.2,10,-22,13,15&at=6,12,14&n=30&hour=9",
    "town-from-stage": "by=honden&cam=-1,22.3,-8,140,6,34&at=1,2,4&level=20&n=5&hour=9",
    "town-torii-path": "by=torii-path&cam=0.4,1.9,2,-9,3,-24&rel=1&n=0&hour=11",
    "town-upper-shrine": "by=okunoin&cam=4,57.5,-2,150,34,-110&n=0&hour=10",
    "town-shopping-street": "by=monzen&cam=0,2.4,0,-14,3.6,40&rel=1&at=-9,24,9&n=18&hour=15",
    "town-station": "by=hama-station&cam=9,3.6,15,3,4.6,-12&at=-2,2,7&n=8&hour=16",
    "town-brewery-street": (
        "by=sakagura-dori&cam=-142,2.2,-38,-100,3.6,-29&rel=1&at=-105,-32,16&n=20"
    ),
    "town-brewery-street-dusk": (
        "by=sakagura-dori&cam=-142,2.2,-38,-100,3.6,-29&rel=1&at=-105,-32,16&n=20&hour=18.7"
    ),
    "town-brewery-street-lanterns": (
        "by=sakagura-dori&cam=-142,2.2,-38,-100,3.6,-29&rel=1&at=-105,-32,16&n=20&hour=19.9&day=08-08"
    ),
    "town-fire": "by=kaguraden&cam=-8,3.4,14,20,5,35&rel=1&at=12,24,10&n=30&hour=20.5&day=12-08",
    "town-cherry-night": "by=cherry-road&cam=0,1.8,30,0,5,-40&rel=1&n=12&hour=19.3&day=04-02",
    "town-thatch": "by=thatch&cam=-34,2.3,0,10,2.6,-1&rel=1&at=-8,0,8&n=6&hour=14",
    "town-red-gate": "by=akamon&cam=1,4.2,-20,-1,6.6,30&at=0,-6,8&n=8&hour=10",
    "town-red-gate-winter": "by=akamon&cam=1,4.2,-20,-1,6.6,30&at=0,-6,8&n=4&hour=10&day=01-20",
    "town-road-station": "by=michinoeki&cam=-26,8.5,16,30,3,14&at=4,2,9&n=10&hour=10",
    "town-mud-flat-dawn": "by=mudflat&cam=14,3,2,110,0.4,2&rel=1&at=22,2,6&n=5&hour=6.2&tide=-2",
    "town-mud-flat-flood": "by=mudflat&cam=14,5,2,110,1,2&at=6,2,4&n=3&hour=12&tide=2",
    "town-shrine-autumn-phone": "by=torii&cam=5,4,0,-110,14,0&at=-60,0,14&n=12&day=11-25",
    "town-station-phone": "by=hama-station&cam=4,3.6,20,3,5,-12&at=-2,2,7&n=6&hour=17.5",
}
"""Looked at from places of the town, in metres from each (see `lab.ts`)."""

ALWAYS = {"town-shrine", "town-station", "town-red-gate-winter", "town-mud-flat-flood"}
"""Drawn in every run; the others only for the pictures."""

CARDS = {
    "town-shrine": ("town", "torii"),
    "town-stage": ("honden",),
    "town-from-stage": ("romon",),
    "town-torii-path": ("torii-path",),
    "town-upper-shrine": ("okunoin",),
    "town-shopping-street": ("monzen",),
    "town-station": ("hama-station",),
    "town-brewery-street": ("sakagura-dori",),
    "town-thatch": ("thatch",),
    "town-red-gate": ("akamon",),
    "town-road-station": ("michinoeki",),
    "town-mud-flat-dawn": ("mudflat",),
}
"""Whose link shows which sight; a place without one shows the town's."""

CARD_SIZE: ViewportSize = {"width": 1200, "height": 630}
CARD_QUALITY = 80

PHONE = (390, 844)


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
    if not kept and sight not in ALWAYS:
        pytest.skip("drawn with --pictures")
    tier, size = ("high", (1280, 720)) if kept else ("low", (480, 270))
    if sight.endswith("-phone"):
        size = PHONE
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{look_page}?tier={tier}&{SIGHTS[sight]}")
    page.wait_for_function("document.title === 'ready'", timeout=120_000)
    shown = page.screenshot(path=pictures / f"{sight}.png", timeout=300_000)
    page.close()
    if kept:
        for place in CARDS.get(sight, ()):
            keep_card(browser, shown, CLIENT / "public" / "cards" / f"{place}.jpg")
    assert faults == []
    # A blank canvas of this size packs to a few hundred bytes whatever its colour.
    assert len(zlib.compress(shown)) > size[0] * size[1] // 20


def keep_card(browser: Browser, sight: bytes, path: Path) -> None:
    """Cut a sight to the shape that previews of links have."""
    page = browser.new_page(viewport=CARD_SIZE)
    drawn = base64.b64encode(sight).decode()
    page.set_content(
        "<style>* { margin: 0 } img { width: 100vw; height: 100vh; object-fit: cover }</style>"
        f'<img src="data:image/png;base64,{drawn}">'
    )
    page.evaluate("document.querySelector('img').decode()")
    path.parent.mkdir(exist_ok=True)
    page.screenshot(path=path, type="jpeg", quality=CARD_QUALITY)
    page.close()
