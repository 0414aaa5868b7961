"""The town can be put on a home screen, and says honestly when there is no network."""

import base64
import json
import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from client_people import PHONE, Meet, Someone
from client_town import ClientTown, client_town
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PUBLIC = Path(__file__).parents[2] / "assets" / "client" / "public"
MANIFEST = json.loads((PUBLIC / "manifest.webmanifest").read_text("utf-8"))
DRAWING = (PUBLIC.parent / "src/ui/icon.svg").read_text("utf-8")
SAME = 3
"""Levels of 256 by which pixels may differ, on average, between two versions of a browser."""


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for all."""
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/57", folder=folder) as running:
        yield running


KEPT = """async () => ({
  workers: (await navigator.serviceWorker.getRegistrations())
    .map(({ active }) => active?.state ?? 'waiting'),
  caches: (await caches.keys()).length,
})"""


def until_kept(someone: Someone, *, workers: list[str], caches: int) -> None:
    """Wait until this browser keeps that much of the page for times without a network."""
    someone.page.wait_for_function(
        f"""async (wanted) => JSON.stringify(await ({KEPT})()) === wanted""",
        arg=json.dumps({"workers": workers, "caches": caches}, separators=(",", ":")),
        polling=200,
    )


def until_ready(someone: Someone) -> None:
    until_kept(someone, workers=["activated"], caches=1)


def test_without_a_network_one_is_told_so_in_ones_language_and_led_back(
    meet: Meet, pictures: Path
) -> None:
    nok = meet(language="th", size=PHONE)
    nok.enter("น้ก")
    until_ready(nok)
    nok.page.wait_for_function("() => navigator.serviceWorker.controller !== null", polling=200)
    nok.context.set_offline(True)
    nok.page.goto(nok.town.url + "/")
    nok.page.wait_for_selector("body[data-ready=offline]")
    expect(nok.page.locator("html")).to_have_attribute("lang", "th")
    expect(nok.page.locator("h1")).to_have_text(nok.says("offline-title"))
    assert nok.find_faults() == []
    nok.page.screenshot(path=pictures / "offline-phone.png")
    nok.page.get_by_role("button", name="日本語").click()
    expect(nok.page.locator("h1")).to_have_text("いま、つながっていません")
    nok.context.set_offline(False)
    nok.page.wait_for_selector("body[data-ready=welcome]")
    assert nok.faults == []


def test_who_is_here_just_once_leaves_nothing_and_who_erases_takes_it_along(meet: Meet) -> None:
    once, aiko = meet(), meet()
    once.enter("いちど", remember=False)
    aiko.enter("あいこ")
    until_ready(aiko)
    until_kept(once, workers=[], caches=0)
    aiko.open()
    aiko.at("erase").click()
    aiko.at("erase-confirm").click()
    until_kept(aiko, workers=[], caches=0)


def test_a_browser_finds_nothing_that_keeps_it_from_installing(meet: Meet) -> None:
    ben = meet()
    ben.open()
    devtools = ben.context.new_cdp_session(ben.page)
    found = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A browser context of tests counts as a private window, in which nothing can be installed.
    assert {one["errorId"] for one in found} <= {"in-incognito"}
    told = devtools.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"].endswith("/manifest.webmanifest")


@pytest.mark.parametrize("icon", MANIFEST["icons"], ids=lambda icon: icon["src"])
def test_an_icon_has_the_size_it_says(icon: dict[str, str]) -> None:
    head = (PUBLIC / icon["src"].lstrip("/")).read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert "{}x{}".format(*struct.unpack(">II", head[16:24])) == icon["sizes"]


def test_the_icons_are_the_drawing(browser: Browser) -> None:
    page = browser.new_page()
    icon = base64.b64encode((PUBLIC / "icon-512.png").read_bytes()).decode()
    differ = page.evaluate(
        """async ([drawing, icon]) => {
          const pixels = async (source) => {
            const image = new Image()
            image.src = source
            await image.decode()
            const brush = new OffscreenCanvas(512, 512).getContext('2d')
            brush.drawImage(image, 0, 0, 512, 512)
            return brush.getImageData(0, 0, 512, 512).data
          }
          const [one, other] = await Promise.all([pixels(drawing), pixels(icon)])
          return one.reduce((sum, level, at) => sum + Math.abs(level - other[at]), 0) / one.length
        }""",
        [f"data:image/svg+xml,{quote(DRAWING)}", f"data:image/png;base64,{icon}"],
    )
    page.close()
    assert differ < SAME
