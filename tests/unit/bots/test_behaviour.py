"""What bots do: the same for the same seed, at a plausible speed, on the streets, and in turn."""

import json
import math
from collections.abc import Iterator
from itertools import pairwise

import pytest

from kashima.bots.behaviour import (
    ASIDE_METRES,
    COMPANY_METRES,
    Act,
    Behaviour,
    DropOut,
    Gesture,
    Speak,
    Step,
)
from kashima.bots.habits import LANGUAGES, LINES, RUN_SPEED, Habits
from kashima.bots.sight import Sight
from kashima.bots.streets import STRIDE_METRES, Spot, Streets, read_streets
from world_server.protocol.geometry import Gait, Pose
from world_server.protocol.limits import EMOTES, PHRASES
from world_server.settings import ASSETS

BEAT = 0.1
TOWN = json.loads((ASSETS / "town" / "town.json").read_text("utf-8"))
GATE = Pose(TOWN["spawn"]["x"], TOWN["spawn"]["y"], TOWN["spawn"]["z"], 0)


@pytest.fixture(scope="module")
def streets() -> Streets:
    return read_streets(TOWN)


def bot(streets: Streets, seed: int = 1, **habits: float) -> Behaviour:
    made = Behaviour(streets, seed=seed, habits=Habits(**habits), language="ja")
    made.placed(GATE)
    return made


def lived(
    made: Behaviour,
    seconds: float,
    sight: Sight | None = None,
    *,
    may_talk: bool = False,
    begin: float = 1000.0,
) -> Iterator[tuple[float, Act]]:
    """Everything the bot does in that time, with when."""
    for beat in range(round(seconds / BEAT)):
        now = begin + beat * BEAT
        for act in made.think(now, sight or Sight(), may_talk=may_talk):
            yield now, act


def steps(acts: Iterator[tuple[float, Act]]) -> list[tuple[float, Step]]:
    return [(now, act) for now, act in acts if isinstance(act, Step)]


def test_the_same_seed_does_the_same_and_another_something_else(streets: Streets) -> None:
    first, again, other = (list(lived(bot(streets, seed), 120)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


@pytest.mark.parametrize("seed", range(5))
def test_it_wanders_on_the_streets_no_faster_than_people(streets: Streets, seed: int) -> None:
    walked = 0.0
    at, here = 1000.0, Spot(GATE.x, GATE.y, GATE.z)
    for now, step in steps(lived(bot(streets, seed, run_chance=0.5), 300)):
        there = Spot(step.pose.x, step.pose.y, step.pose.z)
        assert math.dist(here, there) <= RUN_SPEED * (now - at) + 1e-6
        off = min(spot.far(there) for spot in streets.spots)
        assert off <= 18 + ASIDE_METRES + STRIDE_METRES  # places lie beside a street
        walked += here.far(there)
        at, here = now, there
    assert walked > 50


def test_it_stops_and_looks_around_without_moving(streets: Streets) -> None:
    acts = steps(lived(bot(streets, 3), 900))
    rests = [
        (before.pose, after.pose)
        for (_, before), (_, after) in pairwise(acts)
        if before.gait is after.gait is Gait.STAND
    ]
    assert rests
    for before, after in rests:
        assert (before.x, before.z) == (after.x, after.z)
        assert before.yaw != after.yaw


def with_somebody(role: str, spot: Spot) -> Sight:
    sight = Sight()
    sight.welcome(1, [{"id": 1, "role": "visitor"}, {"id": 2, "role": role}])
    sight.saw(2, spot)
    return sight


def test_it_goes_to_the_guide_and_stays_with_them(streets: Streets) -> None:
    guide = streets.spots[streets.places["monzen"]]
    sight = with_somebody("guide", guide)
    made = bot(streets, 4, follow_seconds=10_000)
    *_, (_, last) = steps(lived(made, 120, sight))
    assert Spot(last.pose.x, last.pose.y, last.pose.z).far(guide) <= COMPANY_METRES
    away = Spot(guide.x - 1, guide.y, guide.z - 60)
    sight.saw(2, away)
    *_, (_, last) = steps(lived(made, 120, sight, begin=1200))
    assert Spot(last.pose.x, last.pose.y, last.pose.z).far(away) <= COMPANY_METRES


def test_without_a_guide_it_sometimes_follows_others_until_they_are_gone(streets: Streets) -> None:
    other = streets.spots[streets.places["monzen"]]
    sight = with_somebody("visitor", other)
    made = bot(streets, 5, follow_chance=1.0, follow_seconds=10_000)
    *_, (_, last) = steps(lived(made, 120, sight))
    assert Spot(last.pose.x, last.pose.y, last.pose.z).far(other) <= COMPANY_METRES
    sight.left([2])
    *_, (_, last) = steps(lived(made, 120, sight, begin=1200))
    assert Spot(last.pose.x, last.pose.y, last.pose.z).far(other) > COMPANY_METRES


def test_put_right_it_goes_on_from_there(streets: Streets) -> None:
    made = bot(streets, 1, rest_seconds=0)
    list(lived(made, 20))
    made.placed(Pose(70, 2, -34, 0))
    (_, first), *_ = steps(lived(made, 5))
    assert Spot(first.pose.x, 2, first.pose.z).far(Spot(70, 2, -34)) < 1


def test_it_talks_only_where_it_may_and_waves(streets: Streets) -> None:
    habits = {"talk_seconds": 2.0, "emote_seconds": 2.0}
    quiet = [act for _, act in lived(bot(streets, 1, **habits), 200)]
    said = [act for act in quiet if isinstance(act, Speak)]
    assert said
    assert all(act.text is None and 1 <= (act.phrase or 0) <= PHRASES for act in said)
    assert {act.emote for act in quiet if isinstance(act, Gesture)} == set(range(1, EMOTES + 1))
    free = [act for _, act in lived(bot(streets, 1, **habits), 200, may_talk=True)]
    spoken = {act.text for act in free if isinstance(act, Speak)} - {None}
    assert spoken
    assert spoken <= set(LINES["ja"])


def test_it_drops_out_for_a_blink_a_tunnel_or_too_long(streets: Streets) -> None:
    gaps = [
        act.seconds
        for _, act in lived(bot(streets, 1, drop_seconds=2), 400)
        if isinstance(act, DropOut)
    ]
    assert min(gaps) < 3
    assert any(5 <= gap <= 25 for gap in gaps)
    assert max(gaps) > 30


def test_a_mean_of_zero_means_never(streets: Streets) -> None:
    never = {"talk_seconds": 0.0, "emote_seconds": 0.0, "drop_seconds": 0.0}
    acts = [act for _, act in lived(bot(streets, 1, **never), 200)]
    assert acts
    assert all(isinstance(act, Step) for act in acts)


def test_every_language_has_lines_short_enough_to_be_said() -> None:
    assert set(LINES) == set(LANGUAGES)
    assert all(0 < len(line) <= 40 for lines in LINES.values() for line in lines)
