"""Tide, sky and sounds: a line under the place, a panel for everybody, sounds by synthesis."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import faults_of
from client_people import DESK, PHONE, SLOW, Meet
from client_town import ClientTown, client_town
from playwright.sync_api import Browser, expect
from servers import await_port, free_port

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

CLIENT = Path(__file__).parents[2] / "assets" / "client"
SOUNDS = ("river", "sea", "mud", "cicadas", "crickets", "frogs", "wind", "bell")

RENDER = """async (wanted) => {
  const { makeChoir } = await import('/src/sound/choir.ts')
  const context = new OfflineAudioContext(2, 24000 * 5, 24000)
  const choir = makeChoir(context)
  choir.output.connect(context.destination)
  for (const sound of wanted) choir.set(sound, 1, 0.4, 0, 0.05)
  const heard = await context.startRendering()
  let [peak, sum, count] = [0, 0, 0]
  for (const channel of [0, 1])
    for (const sample of heard.getChannelData(channel).subarray(24000)) {
      peak = Math.max(peak, Math.abs(sample))
      sum += sample * sample
      count += 1
    }
  return [peak, Math.sqrt(sum / count)]
}"""
"""The sounds together for five seconds, as fast as they can be: loudest sample and power."""


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """One world for both visitors."""
    folder = tmp_path_factory.mktemp("tide")
    with client_town(redis_url=f"{redis_server}/59", folder=folder) as running:
        yield running


@pytest.mark.parametrize(("language", "size"), [("ja", PHONE), ("en", DESK)])
def test_the_flat_town_tells_tide_light_season_and_sounds(
    meet: Meet, pictures: Path, language: str, size: dict[str, int]
) -> None:
    one = meet(language=language, size=size)
    one.enter("Shio")
    chip = one.at("nature-chip")
    expect(chip).to_contain_text(re.compile(r"[+−±]\d\.\d"), timeout=SLOW)
    chip.focus()
    one.page.keyboard.press("Enter")
    rows = one.at("tide-table").locator("tbody tr")
    expect(rows.first).to_be_visible(timeout=SLOW)
    # Between two turns lie six hours and some minutes: a day has three or four.
    assert rows.count() in (3, 4)
    for row in rows.all():
        expect(row).to_contain_text(re.compile(r"\d{2}:\d{2}"))
    expect(one.at("nature").locator("svg[role=img]")).to_have_attribute(
        "aria-label", one.says("nature-curve")
    )
    expect(one.at("nature")).to_contain_text(one.says("nature-festival-check"))
    found = faults_of(one.page, in_every_shape=size == PHONE)
    assert found == [], "\n".join(found)
    one.at("nature").locator("h3").first.scroll_into_view_if_needed()
    one.page.screenshot(path=pictures / f"tide-and-sky-{language}.png")

    sound = one.at("sound")
    expect(sound).to_have_attribute("aria-pressed", "false")
    sound.click()
    expect(sound).to_have_attribute("aria-pressed", "true")
    expect(sound).to_have_text(one.says("nature-sound-off"))
    one.at("sheet-close").click()
    expect(chip).to_be_focused()
    chip.click()
    # The sounds went on while the panel was closed, and end with one press.
    expect(sound).to_have_attribute("aria-pressed", "true")
    sound.click()
    expect(sound).to_have_attribute("aria-pressed", "false")
    assert one.faults == []


@pytest.fixture
def source_page() -> Iterator[str]:
    """The client's own source, served by its own tool."""
    port = free_port()
    vite = CLIENT / "node_modules" / "vite" / "bin" / "vite.js"
    command = ["node", str(vite), "--host", "127.0.0.1", "--port", str(port), "--strictPort"]
    with subprocess.Popen(command, cwd=CLIENT, stdout=subprocess.DEVNULL) as server:
        await_port(port)
        yield f"http://127.0.0.1:{port}/screen.html"
        server.terminate()
        server.wait(10)


def test_sounds_are_there_and_never_too_loud(source_page: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(source_page)
    for sound in SOUNDS:
        peak, power = page.evaluate(RENDER, [sound])
        assert 0.002 < power < 0.2, (sound, peak, power)
        assert peak < 1, (sound, peak, power)
    together, _ = page.evaluate(RENDER, list(SOUNDS))
    assert together < 1
    nothing, _ = page.evaluate(RENDER, [])
    assert nothing == 0
    page.close()
