"""Two people in the town: they see each other walk, and read each other's words."""

import math

import pytest
from live_visitors import Arrive


@pytest.mark.parametrize("lane", ["compact", "events"])
async def test_jn4_welcome_tells_everything_needed_to_draw_the_town(
    arrive: Arrive, lane: str
) -> None:
    aiko = await arrive("あいこ", look=0xA1B2C3)
    line = await aiko.enter(lane=lane)
    welcome = line.first("welcome")
    assert welcome["n"] > 10**15
    assert (welcome["protocol"], welcome["oldest"], welcome["beat_ms"]) == (1, 1, 100)
    assert welcome["instance"] == "public"
    assert welcome["event"] is None
    assert welcome["resumed"] is False
    assert (welcome["people"], welcome["badges"]) == (1, [])
    assert welcome["avatars"] == [
        {"id": welcome["avatar"], "name": "あいこ", "look": 0xA1B2C3, "role": "visitor"}
    ]
    bounds, pose = welcome["bounds"], welcome["pose"]
    assert bounds["minX"] < pose["x"] < bounds["maxX"]
    assert bounds["minZ"] < pose["z"] < bounds["maxZ"]
    frame = await line.sees(welcome["avatar"])
    assert math.isclose(frame.avatars[welcome["avatar"]].x, pose["x"], abs_tol=0.011)


@pytest.mark.parametrize(("walks", "looks"), [("compact", "events"), ("events", "compact")])
async def test_mv1_mv3_ps2_each_sees_the_other_walk_in_either_lane(
    arrive: Arrive, walks: str, looks: str
) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    walker, watcher = await aiko.enter(lane=walks), await kenji.enter(lane=looks)
    assert walker.avatar != watcher.avatar
    start = walker.first("welcome")["pose"]
    card = {"id": watcher.avatar, "name": "けんじ", "look": 7, "role": "visitor"}
    await walker.until(lambda: any(card in news["came"] for news in walker.all("avatars")))
    await walker.move(start["x"] + 1.5, start["z"] - 2, y=start["y"], seq=1)
    seen = await watcher.sees(
        walker.avatar, lambda seen: math.isclose(seen.x, start["x"] + 1.5, abs_tol=0.011)
    )
    assert math.isclose(seen.avatars[walker.avatar].z, start["z"] - 2, abs_tol=0.011)
    assert seen.avatars[walker.avatar].state == 1
