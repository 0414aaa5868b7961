"""MV5, MV6, PO4, ID1: which moves are possible, judged for everybody at once."""

import math
from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.protocol.geometry import SNAP_BIT, Bounds, Gait, Pose
from world_server.protocol.limits import REACH_SECONDS, RUN_SPEED, SPEED_TOLERANCE
from world_server.protocol.moves import Move
from world_server.sim.world import FARTHEST, FASTEST, LARGEST, Body, World

BOUNDS = Bounds(min_x=-200, min_z=-200, max_x=200, max_z=200)
HOME = Pose(0, 0, 0, 0)


class Walker:
    """One avatar in a world of its own, asked to be somewhere at some time."""

    def __init__(self, at: Pose = HOME, *, bounds: Bounds = BOUNDS) -> None:
        self.world = World(bounds, size=8)
        self.body = self.world.add(at, now=0.0, beat=0)
        self.beats = count(1)
        self.seqs = count(1)

    def goes(self, pose: Pose, *, now: float, gait: Gait = Gait.WALK) -> bool:
        """Whether the world let the avatar go there."""
        seq = next(self.seqs) & 0xFFFF
        move = Move(seq=seq, pose=self.world.bounds.pack(pose), gait=gait)
        self.world.ask_move(self.body, move)
        refused = self.world.settle(now=now, beat=next(self.beats))
        assert refused in ([], [(self.body.slot, seq)])
        return not refused

    @property
    def pose(self) -> Pose:
        return self.world.pose(self.body)


def at(x: float, z: float = 0, y: float = 0, yaw: float = 0) -> Pose:
    return Pose(x, y, z, yaw)


def test_mv5_running_is_always_possible() -> None:
    walker = Walker()
    for step in range(1, 300):
        now = step / 10
        angle = now / 3
        pose = at(16 * math.sin(angle) * 1.02, 16 * (1 - math.cos(angle)))
        assert walker.goes(pose, now=now, gait=Gait.RUN), now


def test_mv5_running_with_a_jittery_clock_is_possible() -> None:
    walker = Walker()
    arrivals = [0.1, 0.31, 0.32, 0.33, 0.5, 1.4, 1.41, 1.42, 1.5, 1.6]
    for sent, now in enumerate(arrivals, start=1):
        assert walker.goes(at(sent * 0.1 * RUN_SPEED), now=now)


def test_mv5_twice_the_running_speed_is_refused_and_the_avatar_stays() -> None:
    walker = Walker()
    refused_at = None
    for step in range(1, 60):
        if not walker.goes(at(step * 0.1 * 2 * RUN_SPEED), now=step / 10):
            refused_at = step
            break
    assert refused_at is not None
    assert walker.pose.x == pytest.approx((refused_at - 1) * 0.2 * RUN_SPEED, abs=0.02)


def test_mv5_a_jump_across_town_is_refused_however_long_one_rested() -> None:
    walker = Walker()
    assert not walker.goes(at(100), now=3600)
    assert walker.pose == HOME
    assert walker.goes(at(FARTHEST - 0.1), now=3600)


def test_mv5_a_gap_in_the_radio_is_forgiven() -> None:
    walker = Walker()
    assert walker.goes(at(0.5), now=0.1)
    assert walker.goes(at(0.5 + RUN_SPEED * REACH_SECONDS), now=0.1 + REACH_SECONDS)


def test_mv5_a_refused_move_costs_nothing_of_the_reach() -> None:
    walker = Walker()
    for attempt in range(20):
        assert not walker.goes(at(150), now=3 + attempt / 10)
    assert walker.goes(at(FARTHEST - 0.1), now=5)


def test_mv5_flying_up_is_as_far_as_walking() -> None:
    walker = Walker()
    assert not walker.goes(at(0, y=90), now=1)
    assert walker.goes(at(0, y=3), now=1)


@pytest.mark.parametrize(
    ("stands", "wish"),
    [
        pytest.param(at(199.9), at(200.1), id="east"),
        pytest.param(at(0, 199.9), at(0, 200.1), id="south"),
        pytest.param(at(0, y=119), at(0, y=120.5), id="too high"),
        pytest.param(at(0, y=-19), at(0, y=-20.5), id="too low"),
    ],
)
def test_mv6_a_step_outside_the_bounds_or_heights_is_refused(stands: Pose, wish: Pose) -> None:
    walker = Walker(stands)
    wide = Bounds(min_x=-200, min_z=-200, max_x=300, max_z=300, min_y=-100, max_y=200)
    walker.world.ask_move(walker.body, Move(seq=9, pose=wide.pack(wish), gait=Gait.STAND))
    assert walker.world.settle(now=10, beat=5) == [(walker.body.slot, 9)]
    assert walker.goes(stands, now=11)


def test_mv4_the_newest_move_before_a_beat_wins() -> None:
    walker = Walker()
    for x in (0.2, 0.4, 0.6):
        move = Move(seq=int(x * 10), pose=BOUNDS.pack(at(x)), gait=Gait.WALK)
        walker.world.ask_move(walker.body, move)
    assert walker.world.settle(now=1, beat=1) == []
    assert walker.pose.x == pytest.approx(0.6)
    assert walker.world.settle(now=1.1, beat=2) == []


def test_po4_being_put_somewhere_snaps_until_the_next_step() -> None:
    walker = Walker()
    walker.world.put(walker.body, at(50, 50), now=1, beat=1)
    here = walker.world.here()
    assert walker.world.records(here)["state"][0] & SNAP_BIT
    assert walker.goes(at(50.3, 50), now=1.1)
    assert not walker.world.records(here)["state"][0] & SNAP_BIT


def test_standing_still_is_no_change_but_turning_and_stopping_are() -> None:
    walker = Walker()
    here = walker.world.here()
    assert walker.goes(at(0.3), now=1)
    before = walker.world.moved_at(walker.body)
    assert before == 1
    assert walker.goes(at(0.3), now=2)
    assert walker.world.moved_at(walker.body) == before
    assert walker.world.changed(here).tolist() == [1]
    assert walker.goes(at(0.3, yaw=1), now=3)
    assert walker.world.moved_at(walker.body) == 3
    assert walker.goes(at(0.3, yaw=1), now=4, gait=Gait.STAND)
    assert walker.world.moved_at(walker.body) == 4


def test_id1_a_number_comes_back_as_late_as_possible() -> None:
    world = World(BOUNDS, size=4)
    seen = []
    for _ in range(65_535):
        body = world.add(HOME, now=0, beat=0)
        seen.append(body.id)
        world.remove(body)
    assert len(set(seen)) == 65_535
    assert min(seen) == 1
    assert world.add(HOME, now=0, beat=0).id == seen[0]


def test_rs4_an_old_number_is_given_again_only_if_it_is_free() -> None:
    world = World(BOUNDS, size=4)
    returned = world.add(HOME, now=0, beat=0, avatar_id=2)
    assert returned.id == 2
    assert [world.add(HOME, now=0, beat=0).id for _ in range(2)] == [1, 3]
    assert world.add(HOME, now=0, beat=0, avatar_id=2).id == 4
    with pytest.raises(OverflowError):
        world.add(HOME, now=0, beat=0)


@pytest.mark.parametrize("wanted", [0, -1, 65_536])
def test_rs4_a_number_the_wire_cannot_say_is_not_given(wanted: int) -> None:
    assert World(BOUNDS, size=4).add(HOME, now=0, beat=0, avatar_id=wanted).id == 1


def test_who_left_is_neither_here_nor_moved_by_a_late_move() -> None:
    world = World(BOUNDS, size=4)
    first, second = (world.add(HOME, now=0, beat=0) for _ in range(2))
    move = Move(seq=1, pose=BOUNDS.pack(at(1)), gait=Gait.WALK)
    world.ask_move(first, move)
    world.remove(first)
    assert len(world) == 1
    assert world.here().tolist() == [second.slot]
    assert world.settle(now=1, beat=1) == []


def test_who_is_hidden_keeps_pose_and_number_and_is_not_here() -> None:
    world = World(BOUNDS, size=4)
    body = world.add(at(5), now=0, beat=0)
    world.hide(body)
    assert not len(world.here())
    assert len(world) == 1
    world.show(body, beat=7)
    here = world.here()
    assert world.pose(body).x == pytest.approx(5)
    assert world.changed(here).tolist() == [7]


@pytest.mark.parametrize("size", [0, LARGEST + 1])
def test_a_world_has_a_size_the_wire_can_number(size: int) -> None:
    with pytest.raises(ValueError, match="avatars"):
        World(BOUNDS, size=size)


steps = st.tuples(
    st.floats(0, 0.5), st.floats(-250, 250), st.floats(-250, 250), st.floats(-30, 130)
)


@given(st.lists(steps, max_size=60))
def test_mv5_no_sequence_of_moves_gains_on_the_fastest(
    asked: list[tuple[float, float, float, float]],
) -> None:
    """Whatever is asked, the way covered is at most the reach saved up at the start plus time."""
    everywhere = Bounds(min_x=-300, min_z=-300, max_x=300, max_z=300, min_y=-40, max_y=140)
    walker = Walker(bounds=everywhere)
    now, covered, here = 0.0, 0.0, walker.pose
    for wait, x, z, y in asked:
        now += wait
        walker.goes(Pose(x, y, z, 0), now=now)
        there = walker.pose
        covered += math.dist((here.x, here.y, here.z), (there.x, there.y, there.z))
        here = there
        assert covered <= FASTEST * (now + 1) + 0.1
    assert pytest.approx(RUN_SPEED * SPEED_TOLERANCE) == FASTEST


def test_many_are_judged_each_by_their_own_way() -> None:
    world = World(BOUNDS, size=100)
    bodies: list[Body] = [world.add(at(i - 50), now=0, beat=0) for i in range(100)]
    for i, body in enumerate(bodies):
        away = 1.0 if i % 3 else 60.0
        pose = BOUNDS.pack(at(i - 50, away))
        world.ask_move(body, Move(seq=i, pose=pose, gait=Gait.WALK))
    refused = world.settle(now=0.5, beat=1)
    assert sorted(seq for _, seq in refused) == list(range(0, 100, 3))
    z = np.array([world.pose(body).z for body in bodies])
    assert np.allclose(z, [0 if i % 3 == 0 else 1 for i in range(100)], atol=0.011)
