"""Avatars whose moves another world has judged: their poses are taken over as they are."""

import numpy as np
import pytest

from world_server.protocol.geometry import SNAP_BIT, Bounds, Pose, WirePose
from world_server.sim.world import World

BOUNDS = Bounds(min_x=-10, min_z=-10, max_x=10, max_z=10)
FAR = WirePose(x=1000, z=999, y=120, yaw=77)


def test_mi1_a_pose_is_taken_over_without_asking_how_far_it_is() -> None:
    world = World(BOUNDS, size=4)
    body = world.add(Pose(-10, 0, -10, 0), now=0, beat=1)
    world.follow(body, FAR, 1, beat=2)
    assert world.stance(body) == (FAR, 1)
    assert world.changed(np.array([body.slot])).tolist() == [2]
    world.follow(body, FAR, 1 | SNAP_BIT, beat=5)
    assert world.stance(body) == (FAR, 1 | SNAP_BIT)


def test_mi1_the_same_pose_again_is_no_movement() -> None:
    world = World(BOUNDS, size=4)
    body = world.add(Pose(-10, 0, -10, 0), now=0, beat=1)
    world.follow(body, FAR, 1, beat=2)
    world.follow(body, FAR, 1, beat=9)
    assert world.changed(np.array([body.slot])).tolist() == [2]


@pytest.mark.parametrize(
    "outside",
    [
        WirePose(x=1001, z=0, y=0, yaw=0),
        WirePose(x=0, z=1001, y=0, yaw=0),
        WirePose(x=0, z=0, y=-2001, yaw=0),
        WirePose(x=0, z=0, y=12001, yaw=0),
    ],
)
def test_mi1_a_pose_outside_this_town_changes_nothing(outside: WirePose) -> None:
    world = World(BOUNDS, size=4)
    body = world.add(Pose(1, 2, 3, 0), now=0, beat=1)
    stood = world.stance(body)
    assert not world.may_stand(outside)
    world.follow(body, outside, 1, beat=2)
    assert world.stance(body) == stood
    assert world.changed(np.array([body.slot])).tolist() == [1]
