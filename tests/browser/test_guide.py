"""Guides as visitors meet them: the recorded one on the hour, captions, following, replays."""

import json
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from client_people import PHONE, SLOW, Meet, Someone
from client_town import ClientTown, act, client_town, now
from playwright.sync_api import Page, expect

from world_server.settings import ASSETS
from world_server.store import events, recordings
from world_server.store.recorded_walk import Part, RecordedLine, RecordedMark
from world_server.store.tables.event import EventState

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

TOUR = "shrine-walk"
STOPS = json.loads((ASSETS / "town" / "tours" / f"{TOUR}.json").read_text("utf-8"))["stops"]
SPAWN = json.loads((ASSETS / "town" / "town.json").read_text("utf-8"))["spawn"]
HOUR = 3600


def until_the_hour() -> int:
    """Seconds by which the town's clock is set so that it is just on the hour when it starts."""
    return int(HOUR - time.time() % HOUR)  # noqa: TID251  the machine's time is what is set off


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """A town that starts on the hour, when its recorded guide sets out."""
    settings = {
        "KASHIMA_RECORDED_GUIDE_TOURS": TOUR,
        "KASHIMA_CLOCK_OFFSET": str(until_the_hour()),
    }
    folder = tmp_path_factory.mktemp("world")
    with client_town(redis_url=f"{redis_server}/57", folder=folder, more=settings) as running:
        yield running


def said(someone: Someone, key: str, **values: str | int) -> str:
    return someone.says(f"guide-{key}", **values)


def nothing_hides_the_dock(page: Page) -> bool:
    """Whether every button of the dock can be pressed where it is."""
    return bool(
        page.evaluate(
            """() => [...document.querySelectorAll('.dock button:not([hidden])')].every((one) => {
              const box = one.getBoundingClientRect()
              const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
              return one.contains(at)
            })"""
        )
    )


def test_the_guide_of_the_hour_is_met_read_and_followed_by_keys_alone(
    meet: Meet, pictures: object
) -> None:
    aiko = meet()
    aiko.enter("あいこ")
    expect(aiko.at("guide-name")).to_have_text(aiko.says("town-role-recorded"), timeout=SLOW)
    expect(aiko.at("caption-text")).to_have_text(STOPS[0]["words"]["ja"], timeout=SLOW)
    expect(aiko.at("caption-who")).to_contain_text(said(aiko, "by-recorded"))
    expect(aiko.at("people-count")).to_have_text(aiko.says("town-people-count", count=1))
    assert nothing_hides_the_dock(aiko.page)
    assert aiko.find_faults() == []
    aiko.at("guide-follow").focus()
    aiko.page.keyboard.press("Enter")
    aiko.hears(said(aiko, "following", name=aiko.says("town-role-recorded")))
    expect(aiko.at("guide-follow")).to_have_attribute("aria-pressed", "true")
    expect(aiko.at("guide-where")).to_have_text(said(aiko, "here"), timeout=4 * SLOW)
    aiko.page.screenshot(path=f"{pictures}/town-guide-flat.png")
    aiko.at("map").focus()
    aiko.page.keyboard.down("ArrowUp")
    aiko.hears(said(aiko, "end-steered"))
    aiko.page.keyboard.up("ArrowUp")
    expect(aiko.at("guide-follow")).to_have_attribute("aria-pressed", "false")
    assert aiko.faults == []


def test_captions_are_read_in_ones_own_language_as_large_as_one_likes(
    meet: Meet, pictures: object
) -> None:
    ploy = meet(language="th", size=PHONE)
    ploy.enter("พลอย")
    words = [stop["words"]["th"] for stop in STOPS]
    expect(ploy.at("caption-text")).to_be_visible(timeout=SLOW)
    assert ploy.at("caption-text").inner_text() in words
    sizes = []
    for _ in range(3):
        sizes.append(ploy.at("caption-text").evaluate("(one) => getComputedStyle(one).fontSize"))
        ploy.at("caption-size").click()
    assert sizes == sorted(sizes, key=lambda size: float(size.removesuffix("px")))
    assert len(set(sizes)) == 3
    ploy.at("caption-size").click()
    ploy.at("caption-size").click()
    assert nothing_hides_the_dock(ploy.page)
    ploy.page.screenshot(path=f"{pictures}/town-guide-caption-phone.png")
    ploy.at("caption-fold").click()
    expect(ploy.at("caption")).to_be_hidden()
    expect(ploy.at("caption-unfold")).to_be_focused()
    ploy.page.keyboard.press("Enter")
    expect(ploy.at("caption-text")).to_be_visible()
    ploy.page.set_viewport_size({"width": 320, "height": 640})
    assert ploy.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert nothing_hides_the_dock(ploy.page)


def record(town: ClientTown, slug: str) -> None:
    """An event that is over, and what was recorded of its guide."""

    async def write() -> None:
        begun = now() - timedelta(minutes=3)
        x, y, z = SPAWN["x"], SPAWN["y"], SPAWN["z"]
        marks = tuple(RecordedMark(at * 1000, x + at * 0.01, y, z, 1.0) for at in (0, 60, 120))
        lines = (
            RecordedLine(1000, "guide", text="ここが楼門です"),
            RecordedLine(4000, "guide", phrase=1),
        )
        async with town._writing() as session:
            event = await events.by_slug(session, slug)
            number = event.id or 0
            await recordings.switch(session, number, on=True, staff_id=1, now=begun)
            part = Part(begun, marks, lines)
            assert await recordings.keep(session, number, part, writer="w", now=begun)
            await events.move(session, number, to=EventState.ENDED, now=now())
            await recordings.publish(session, number, now=now())

    act(write())


def test_a_recorded_tour_is_walked_along_waited_for_and_ended(
    meet: Meet, town: ClientTown, pictures: object
) -> None:
    slug = town.open_event("門前さんぽ")
    record(town, slug)
    aiko, ken = meet(), meet()
    ken.enter("けん")
    aiko.enter("あいこ")
    aiko.at("dock-menu").click()
    aiko.at("menu-recordings").click()
    expect(aiko.at("recordings")).to_contain_text("門前さんぽ", timeout=SLOW)
    assert aiko.find_faults() == []
    aiko.page.screenshot(path=f"{pictures}/town-recordings.png")
    aiko.at(f"play-{slug}").click()
    aiko.hears(said(aiko, "playing", title="門前さんぽ"))
    expect(aiko.at("caption-who")).to_contain_text(said(aiko, "by-replay"), timeout=SLOW)
    aiko.at("caption-earlier").click()
    expect(aiko.at("caption-history")).to_contain_text("ここが楼門です", timeout=SLOW)
    aiko.at("replay-hold").click()
    expect(aiko.at("replay-hold")).to_have_text(said(aiko, "replay-go-on"))
    aiko.at("replay-hold").click()
    assert aiko.find_faults() == []
    expect(ken.at("replay")).to_be_hidden()
    aiko.at("replay-end").click()
    expect(aiko.at("replay")).to_be_hidden()
    aiko.hears(said(aiko, "end-gone"))
    assert aiko.faults == []


def test_a_guide_in_person_is_read_in_the_caption_and_not_twice(
    meet: Meet, town: ClientTown
) -> None:
    slug = town.open_event("案内のある散歩")
    aiko, guide = meet(), meet()
    aiko.enter("あいこ", f"/e/{slug}")
    guide.enter("やまと", town.entrance(slug, "guide"))
    expect(aiko.at("guide-name")).to_have_text("やまと", timeout=SLOW)
    guide.at("dock-chat").click()
    guide.at("chat-text").fill("次は本殿へ行きます")
    guide.at("chat-send").click()
    expect(aiko.at("caption-text")).to_have_text("次は本殿へ行きます", timeout=SLOW)
    expect(aiko.at("caption-who")).to_contain_text("やまと")
    expect(aiko.at("ticker")).not_to_contain_text("次は本殿へ行きます")
    expect(guide.at("caption")).to_have_count(0)
    aiko.at("dock-chat").click()
    expect(aiko.at("chat-log")).to_contain_text("次は本殿へ行きます")
    assert nothing_hides_the_dock(aiko.page)
    assert aiko.find_faults() == []


def test_a_guide_calls_and_who_is_called_decides(
    meet: Meet, town: ClientTown, pictures: object
) -> None:
    slug = town.open_event("呼びかけのある散歩")
    aiko, ken, guide = meet(size=PHONE), meet(language="ko"), meet()
    aiko.enter("あいこ", f"/e/{slug}")
    ken.enter("켄", f"/e/{slug}")
    guide.enter("やまと", town.entrance(slug, "guide"))
    expect(aiko.at("gather")).to_be_hidden()
    ken.at("guide-follow").click()
    guide.at("gather-call").click()
    expect(guide.at("gather")).to_contain_text(said(guide, "gathered"), timeout=SLOW)
    expect(aiko.at("gather-offer")).to_contain_text(said(aiko, "calls", name="やまと"))
    assert aiko.find_faults() == []
    aiko.page.screenshot(path=f"{pictures}/town-gather-phone.png")
    ken.hears(said(ken, "calls", name="やまと"))
    expect(ken.at("gather-offer")).to_be_hidden()
    expect(ken.at("guide-follow")).to_have_attribute("aria-pressed", "true")
    aiko.at("gather-come").focus()
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("gather-offer")).to_be_hidden()
    expect(aiko.at("guide-follow")).to_have_attribute("aria-pressed", "true")
    assert aiko.faults + ken.faults + guide.faults == []
