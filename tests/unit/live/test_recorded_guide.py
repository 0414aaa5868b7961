"""The recorded guide in an instance: seen by all, nobody itself, and where the clock says."""

from collections.abc import Sequence
from typing import Any

import pytest
from heard import HeardConnection
from scene import TOWN, Scene

from world_server.live.mirrored import FIRST_NUMBER
from world_server.live.readings import _instance
from world_server.protocol.geometry import Pose
from world_server.sim.programme import Programme, Walked
from world_server.sim.script import GATHER_SECONDS, Cue, Mark, Script

TOUR = Walked(
    "brewery-tour",
    Script(
        (Mark(0, Pose(0, 0, 0, 0)), Mark(20, Pose(0, 0, 0, 0)), Mark(40, Pose(44, 1, 0, 0))),
        (Cue(6, 0), Cue(30, 1)),
    ),
)
HOURLY = Programme((TOUR,))


def guided(packets: Sequence[str] = (), *, since: float = 0) -> Scene:
    """A public town whose clock stands so many seconds after the hour."""
    scene = Scene()
    scene.clock.advance(seconds=since)
    scene.instance.recorded.begin(HOURLY, packets, now=scene.now)
    return scene


def recorded(line: HeardConnection) -> list[dict[str, Any]]:
    """Cards of recorded guides this visitor was told of."""
    return [card for told in line.all("avatars") for card in told["came"] if "recorded" in card]


def xs(line: HeardConnection, avatar: int) -> list[float]:
    """Where the avatar was seen, from west to east."""
    return [
        TOWN.bounds.min_x + 0.02 * int(record["x"])
        for frame in line.frames
        for record in frame.records
        if record["id"] == avatar
    ]


def test_rg1_everybody_sees_it_and_knows_it_for_a_recording() -> None:
    scene = guided()
    aiko = scene.enters("aiko")
    scene.passes(0.2)
    [card] = recorded(aiko)
    assert (card["role"], card["recorded"], card["id"] >= FIRST_NUMBER - 8) == ("guide", True, True)
    later = scene.enters("kenji")
    met = later.all("welcome")[0]["avatars"]
    assert [one for one in met if "recorded" in one] == [card]
    assert card["id"] in {one for frame in aiko.frames for one in frame.records["id"].tolist()}


def test_rg1_it_is_counted_nowhere() -> None:
    scene = guided()
    aiko = scene.enters("aiko")
    scene.passes(8)
    kenji = scene.enters("kenji")
    assert kenji.all("welcome")[0]["people"] == 2
    assert set(scene.instance.stays) == {"aiko", "kenji"}
    reading = _instance(scene.instance)
    assert (reading.connected, reading.mirrored) == (2, 0)
    assert scene.instance.heroes.now() == ()
    assert scene.ledger.waiting == 2
    scene.loses(aiko)
    scene.instance.leave("aiko", None, now=scene.now)
    scene.instance.leave("kenji", None, now=scene.now)
    assert scene.instance.empty_since is not None, "a town with only a recording in it is empty"


def test_rg2_it_walks_its_way_and_goes_at_the_end() -> None:
    scene = guided(since=20)
    aiko = scene.enters("aiko")
    scene.passes(0.1)
    [card] = recorded(aiko)
    aiko.frames.clear()
    scene.passes(10)
    seen = xs(aiko, card["id"])
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(22, abs=0.5)
    scene.passes(11)
    assert aiko.all("avatars")[-1]["left"] == [card["id"]]
    assert scene.enters("late").all("welcome")[0]["narrated"] is None


def test_rg2_it_sets_out_again_on_the_next_hour_under_another_number() -> None:
    scene = guided()
    aiko = scene.enters("aiko")
    scene.passes(41)
    scene.clock.advance(seconds=3600 - 41)
    scene.passes(0.2)
    first, second = recorded(aiko)
    assert first["id"] != second["id"]
    assert xs(aiko, first["id"])[-1] == pytest.approx(44, abs=0.5)
    assert xs(aiko, second["id"])[0] == 0


def test_rg3_it_says_each_stop_once_and_the_number_is_kept_for_who_comes_back() -> None:
    scene = guided()
    aiko = scene.enters("aiko")
    scene.passes(GATHER_SECONDS - 0.5)
    assert aiko.all("narrate") == []
    scene.passes(40)
    said = aiko.all("narrate")
    assert [(one["tour"], one["stop"], one["begun"]) for one in said] == [
        ("brewery-tour", 0, "2026-11-22T01:00:00Z"),
        ("brewery-tour", 1, "2026-11-22T01:00:00Z"),
    ]
    scene.loses(aiko)
    back = scene.enters("aiko", after=said[0]["n"])
    assert [one["n"] for one in back.all("narrate")] == [said[1]["n"]]


def test_rg3_who_comes_in_the_middle_is_told_its_last_words() -> None:
    scene = guided(since=35)
    scene.passes(0.1)
    late = scene.enters("late")
    narrated = late.all("welcome")[0]["narrated"]
    assert (narrated["tour"], narrated["stop"]) == ("brewery-tour", 1)
    assert "n" not in narrated


def test_rg3_another_world_that_takes_over_does_not_say_it_again() -> None:
    before = guided(since=35)
    before.enters("aiko")
    before.passes(1)
    packets = [entry.packet for entry in before.instance.conversation.log.kept]
    after = guided(packets, since=36.5)
    aiko = after.enters("aiko")
    after.passes(2)
    assert aiko.all("narrate") == []
    assert after.enters("late").all("welcome")[0]["narrated"]["stop"] == 1


def test_rg1_a_full_town_has_no_room_for_it_and_goes_on_without() -> None:
    scene = guided(since=50)
    scene.clock.advance(seconds=3600 - 50)
    while len(scene.instance.world) < scene.instance.world.size:
        scene.enters(f"v{len(scene.instance.world)}")
    scene.passes(8)
    assert len(scene.instance.recorded) == 0
