"""TV1 to TV3: to be taken to a place, how often, and what others and the stamps make of it."""

import math

import pytest
from heard import HeardConnection
from scene import TOWN, Scene

from world_server.errors import NotFound, TooMany
from world_server.protocol.geometry import GAIT_BITS, SNAP_BIT, Gait, Pose
from world_server.protocol.limits import TRAVEL_AT_ONCE, TRAVEL_SECONDS_EACH
from world_server.protocol.moves import Move
from world_server.protocol.requests import Travel
from world_server.sim.town import ARRIVAL_METRES

BREWERY = TOWN.places[0]
THERE = Travel(BREWERY.id)


def travels(scene: Scene, name: str = "aiko") -> None:
    scene.instance.travel(scene.stay(name), THERE, now=scene.now)


def away(scene: Scene, name: str = "aiko") -> float:
    pose = scene.instance.world.pose(scene.stay(name).body)
    return math.dist((pose.x, pose.y, pose.z), (BREWERY.pose.x, BREWERY.pose.y, BREWERY.pose.z))


def states(reader: HeardConnection, number: int) -> list[int]:
    """The state bytes of that avatar in every frame the reader was shown."""
    shown = [record for frame in reader.frames for record in frame.records]
    return [int(record["state"]) for record in shown if record["id"] == number]


def test_tv1_tv3_one_stands_at_the_place_and_is_told_where(scene: Scene) -> None:
    aiko = scene.enters()
    assert away(scene) > 50
    travels(scene)
    assert away(scene) <= ARRIVAL_METRES + 0.02
    (told,) = aiko.all("stand")
    pose = scene.instance.world.pose(scene.stay().body)
    assert told["pose"] == pytest.approx(pose.body(), abs=1e-3)


def test_tv1_a_place_the_town_does_not_have_is_refused_and_costs_nothing(scene: Scene) -> None:
    scene.enters()
    for _ in range(TRAVEL_AT_ONCE + 1):
        with pytest.raises(NotFound):
            scene.instance.travel(scene.stay(), Travel("moon"), now=scene.now)
    travels(scene)
    assert away(scene) <= ARRIVAL_METRES + 0.02


def test_tv2_who_travels_too_often_waits(scene: Scene) -> None:
    aiko = scene.enters()
    for _ in range(TRAVEL_AT_ONCE):
        travels(scene)
    with pytest.raises(TooMany) as refused:
        travels(scene)
    assert refused.value.details == {"seconds": int(TRAVEL_SECONDS_EACH)}
    assert len(aiko.all("stand")) == TRAVEL_AT_ONCE
    scene.passes(TRAVEL_SECONDS_EACH)
    travels(scene)
    with pytest.raises(TooMany):
        travels(scene)


def test_tv3_others_see_one_snap_there_and_walk_on(scene: Scene) -> None:
    aiko, ben = scene.enters(), scene.enters("ben")
    scene.passes(1)
    travels(scene, "ben")
    scene.passes(1)
    number = scene.stay("ben").body.id
    assert states(aiko, number)[-1] & SNAP_BIT
    walked = Pose(BREWERY.pose.x + 1, BREWERY.pose.y, BREWERY.pose.z, 0)
    wire = scene.instance.world.bounds.pack(walked)
    scene.instance.move(scene.stay("ben"), Move(seq=1, pose=wire, gait=Gait.WALK))
    scene.passes(1)
    assert states(aiko, number)[-1] & (SNAP_BIT | GAIT_BITS) == Gait.WALK
    assert ben.all("correct") == []


def test_tv2_a_move_from_before_the_journey_does_not_take_one_back(scene: Scene) -> None:
    scene.enters()
    stay = scene.stay()
    wire = scene.instance.world.bounds.pack(Pose(0.5, 0, 0, 0))
    scene.instance.move(stay, Move(seq=1, pose=wire, gait=Gait.WALK))
    travels(scene)
    scene.passes(0.2)
    scene.instance.move(stay, Move(seq=2, pose=wire, gait=Gait.WALK))
    scene.passes(0.2)
    assert away(scene) <= ARRIVAL_METRES + 0.02


def test_tv3_st1_a_stamp_is_won_by_standing_there_like_anybody(scene: Scene) -> None:
    scene.enters()
    account = scene.stay().account
    for _ in range(2):
        travels(scene)
        scene.passes(2)
        scene.instance.put(scene.stay(), TOWN.spawn, now=scene.now)
        scene.passes(1)
    assert account.reached == []
    travels(scene)
    scene.passes(4)
    assert [one.place for one in account.reached] == [BREWERY.id]


def test_tv1_ac1_who_travels_is_active(scene: Scene) -> None:
    scene.enters()
    scene.passes(200)
    before = scene.stay().measured(scene.now)
    travels(scene)
    scene.passes(30)
    assert scene.stay().measured(scene.now) - before >= 29
