"""ST1: a place is reached by standing in it for three seconds, where the world has one stand."""

import pytest

from world_server.protocol.geometry import Bounds, Pose
from world_server.protocol.limits import STAMP_METRES_UP, STAMP_SECONDS
from world_server.sim.reach import Reach
from world_server.sim.town import Place
from world_server.sim.world import Body, World

BOUNDS = Bounds(min_x=-100, min_z=-100, max_x=100, max_z=100)
GATE = Place(id="gate", pose=Pose(0, 2, 0, 0), radius=10)
STAGE = Place(id="stage", pose=Pose(0, 20, 0, 0), radius=12)
SHORE = Place(id="shore", pose=Pose(50, 2, 50, 0), radius=5)
SPOTS = (GATE, STAGE, SHORE)


class Square:
    """A world of three places and a clock."""

    def __init__(self, *, size: int = 8) -> None:
        self.world = World(BOUNDS, size=size)
        self.reach = Reach(SPOTS, self.world)
        self.now = 100.0

    def comes(self, pose: Pose, *, had: frozenset[str] = frozenset()) -> Body:
        body = self.world.add(pose, now=self.now, beat=0, avatar_id=None, hero=False)
        self.reach.begin(body.slot, had=had)
        self.reach.watch(body.slot, is_here=True)
        return body

    def passes(self, seconds: float) -> list[tuple[int, str]]:
        won = []
        for _ in range(round(seconds * 2)):
            self.now += 0.5
            won += self.reach.look(self.now)
        return won


@pytest.fixture
def square() -> Square:
    return Square()


@pytest.mark.parametrize(
    ("pose", "places"),
    [
        (Pose(0, 2, 0, 0), {"gate"}),
        (Pose(9.9, 2, 0, 0), {"gate"}),
        (Pose(0, 2, -9.9, 0), {"gate"}),
        (Pose(10.1, 2, 0, 0), set()),
        (Pose(8, 2, 8, 0), set()),
        (Pose(0, 2 + STAMP_METRES_UP - 0.1, 0, 0), {"gate"}),
        (Pose(0, 2 + STAMP_METRES_UP + 0.1, 0, 0), set()),
        (Pose(0, 20 - STAMP_METRES_UP + 0.1, 0, 0), {"stage"}),
        (Pose(0, 20, 0, 0), {"stage"}),
        (Pose(11, 20, 0, 0), {"stage"}),
        (Pose(52, 2, 53, 0), {"shore"}),
    ],
)
def test_a_place_is_reached_within_its_radius_and_at_its_height(
    square: Square, pose: Pose, places: set[str]
) -> None:
    body = square.comes(pose)
    assert set(square.passes(5)) == {(body.slot, place) for place in places}


def test_it_takes_three_seconds_and_is_told_once(square: Square) -> None:
    square.comes(Pose(0, 2, 0, 0))
    square.passes(0.5)  # seen there for the first time
    assert square.passes(STAMP_SECONDS - 0.5) == []
    assert len(square.passes(0.5)) == 1
    assert square.passes(60) == []


def test_who_only_passes_through_begins_anew(square: Square) -> None:
    body = square.comes(Pose(0, 2, 0, 0))
    for away in (Pose(90, 2, 0, 0), Pose(0, 2, 0, 0)):
        assert square.passes(2.5) == []
        square.world.put(body, away, now=square.now, beat=1)
    assert square.passes(2.5) == []
    assert len(square.passes(1)) == 1


def test_whose_connection_is_lost_reaches_nothing_until_they_are_back(square: Square) -> None:
    body = square.comes(Pose(0, 2, 0, 0))
    square.passes(2.5)
    square.reach.watch(body.slot, is_here=False)
    assert square.passes(60) == []
    square.reach.watch(body.slot, is_here=True)
    assert square.passes(3) == []
    assert square.passes(1) == [(body.slot, "gate")]


def test_a_stamp_one_has_is_not_won_again(square: Square) -> None:
    body = square.comes(Pose(0, 2, 0, 0), had=frozenset({"gate", "a place that is gone"}))
    assert square.passes(60) == []
    square.world.put(body, STAGE.pose, now=square.now, beat=1)
    assert square.passes(5) == [(body.slot, "stage")]


def test_the_next_one_in_a_slot_has_stamps_of_their_own() -> None:
    square = Square(size=1)
    first = square.comes(Pose(0, 2, 0, 0))
    square.passes(5)
    square.reach.watch(first.slot, is_here=False)
    square.world.remove(first)
    second = square.comes(Pose(0, 2, 0, 0))
    assert second.slot == first.slot
    assert square.passes(5) == [(second.slot, "gate")]


def test_a_world_that_stood_still_gives_no_stamps_away(square: Square) -> None:
    square.comes(Pose(0, 2, 0, 0))
    square.passes(1)
    square.now += 600
    assert square.reach.look(square.now) == []


def test_a_town_without_places_has_nothing_to_reach() -> None:
    world = World(BOUNDS, size=2)
    reach = Reach((), world)
    body = world.add(Pose(0, 0, 0, 0), now=0, beat=0, avatar_id=None, hero=False)
    reach.begin(body.slot, had=())
    reach.watch(body.slot, is_here=True)
    assert [reach.look(now / 2) for now in range(20)] == [[]] * 20
