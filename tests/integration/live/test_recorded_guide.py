"""The recorded guide of a real world, from the town's files; in the public town, and uncounted."""

import json
import math
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from live_visitors import Arrive
from web_town import Town

from world_server.app import build_app
from world_server.live.mount import LIVE
from world_server.live.presence_feed import PresenceFeed
from world_server.live.tours_in import read_programme
from world_server.presence import roster
from world_server.settings import ASSETS, WorldSettings
from world_server.sim.script import GATHER_SECONDS
from world_server.sim.town import parse_town

SPEAKS = 40.0


def write_tour(folder: Path, name: str = "short") -> None:
    """A town with one tour between two places that lie near each other."""
    raw = json.loads((ASSETS / "town" / "town.json").read_text("utf-8"))
    pairs = [(a, b) for a in raw["places"] for b in raw["places"] if a["id"] < b["id"]]
    start, end = min(pairs, key=lambda two: math.dist(*((p["x"], p["y"], p["z"]) for p in two)))
    texts = dict.fromkeys(("ja", "en", "th", "ko", "zh-TW"), "…")
    stops = [
        {
            "place": place["id"],
            "seconds": SPEAKS,
            "words": texts,
            "facts": [{"says": "It is there.", "source": "1"}],
        }
        for place in (start, end)
    ]
    tour = {"version": 1, "id": name, "names": texts, "about": texts, "stops": stops}
    leg = [[place[axis] for axis in ("x", "y", "z")] for place in (start, end)]
    ways = {"version": 1, "tour": name, "legs": [leg]}
    for kind, data in (("tours", tour), ("ways", ways)):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        (folder / kind / f"{name}.json").write_text(json.dumps(data))
    (folder / "sources.json").write_text(json.dumps({"version": 1, "sources": {"1": "a book"}}))
    (folder / "town.json").write_text(json.dumps(raw))


@pytest.fixture
def settings(settings: WorldSettings, tmp_path: Path) -> WorldSettings:
    """A town with a tour, and a recorded guide who walks it."""
    folder = tmp_path / "town"
    write_tour(folder)
    return settings.model_copy(
        update={"town_dir": folder, "recorded_guide_tours": ("all",), "recorded_guide_minutes": 60}
    )


async def test_rg1_rg3_a_visitor_meets_it_hears_it_and_knows_what_it_is(
    arrive: Arrive, town: Town
) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    [card] = [one for one in line.first("welcome")["avatars"] if one.get("recorded")]
    assert card["role"] == "guide"
    await line.sees(card["id"])
    town.clock.advance(seconds=GATHER_SECONDS + 1)
    said = await line.hears("narrate")
    assert (said["from"], said["tour"], said["stop"]) == (card["id"], "short", 0)
    late = await (await arrive("おそい")).enter()
    welcome = late.first("welcome")
    assert (welcome["people"], welcome["narrated"]["stop"]) == (2, 0)


async def test_rg1_presence_meters_and_attendance_do_not_know_it(
    arrive: Arrive, town: Town
) -> None:
    line = await (await arrive()).enter()
    town.clock.advance(seconds=GATHER_SECONDS + 1)
    await line.hears("narrate")
    live = town.server.app[LIVE]
    feed = PresenceFeed(live, town.redis, world=town.settings.world_name, clock=town.clock)
    await feed.tell(live.beat_at or 0.0)
    present = await roster.present(town.redis, "public")
    assert [one.avatar for one in present] == [line.avatar]
    assert len(live.visitors()) == 1


async def test_rg2_an_event_has_none(arrive: Arrive, town: Town) -> None:
    event = await town.event()
    line = await (await arrive()).enter(event=event.slug)
    town.clock.advance(seconds=GATHER_SECONDS + 1)
    await line.sees(line.avatar)
    assert line.first("welcome")["people"] == 1
    assert line.all("narrate") == []
    assert [one for one in line.first("welcome")["avatars"] if one.get("recorded")] == []


async def test_rg2_rg3_another_world_goes_on_where_the_clock_says(
    arrive: Arrive, town: Town, settings: WorldSettings, clock: ManualClock
) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    clock.advance(seconds=GATHER_SECONDS + 1)
    said = await line.hears("narrate")
    await town.server.close()
    clock.advance(seconds=5)
    other = TestServer(build_app(settings, clock=clock), port=town.server.port)
    await other.start_server()
    town.server = other
    try:
        back = await aiko.enter(after=line.last)
        card = next(one for one in back.first("welcome")["avatars"] if one.get("recorded"))
        assert card["id"] == said["from"], "who followed it goes on following"
        assert back.first("welcome")["narrated"]["stop"] == 0
        clock.advance(seconds=SPEAKS * 2)
        again = await back.hears("narrate")
        assert (again["stop"], again["begun"]) == (1, said["begun"])
        assert [one["stop"] for one in back.all("narrate")] == [1]
    finally:
        await aiko.close()
        await other.close()


def test_a_tour_that_cannot_be_walked_keeps_nobody_out(
    settings: WorldSettings, caplog: pytest.LogCaptureFixture
) -> None:
    town = parse_town(json.loads((settings.town_dir / "town.json").read_text("utf-8")))
    (settings.town_dir / "ways" / "short.json").write_text('{"version": 1}')
    wanted = settings.model_copy(update={"recorded_guide_tours": ("short", "../town", "none")})
    assert read_programme(wanted, town).tours == ()
    assert len([one for one in caplog.records if "cannot be walked" in one.message]) == 3


def test_a_tour_longer_than_the_time_between_two_is_left_out(settings: WorldSettings) -> None:
    town = parse_town(json.loads((settings.town_dir / "town.json").read_text("utf-8")))
    assert [one.tour for one in read_programme(settings, town).tours] == ["short"]
    hurried = settings.model_copy(update={"recorded_guide_minutes": 1})
    assert read_programme(hurried, town).tours == ()
