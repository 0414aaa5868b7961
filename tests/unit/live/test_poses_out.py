"""PS1 to PS9: a square of people who walk, and what each of them is shown beat by beat."""

from collections.abc import Iterable

import numpy as np
import pytest
from heard import HeardConnection

from world_server.live.poses_out import PosesOut
from world_server.protocol.frames import PoseWrite
from world_server.protocol.geometry import Bounds, Gait, Pose
from world_server.protocol.limits import (
    FRESH_BEATS,
    HERO_LIMIT,
    NEAR_LIMIT,
    POSE_BUDGET,
    TOWN_BEATS,
)
from world_server.protocol.moves import Move
from world_server.protocol.poses import PoseFrame
from world_server.sim.world import Body, World

BOUNDS = Bounds(min_x=-500, min_z=-500, max_x=500, max_z=500)


class Reader(HeardConnection):
    """Also knows how many bytes each of its frames took."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: dict[int, int] = {}

    def show(self, write: PoseWrite) -> None:
        super().show(write)
        self.sizes[self.frames[-1].server_ms] = len(write.compact)


class Square:
    """So many avatars in a square, all of them readers."""

    def __init__(
        self, count: int, side: float, *, budget: int = POSE_BUDGET, heroes: Iterable[int] = ()
    ) -> None:
        self.dice = np.random.default_rng(count)
        self.side, self.beats, self.now = side, 0, 0.0
        self.world = World(BOUNDS, size=count)
        self.poses = PosesOut(self.world, budget=budget)
        self.at = self.dice.uniform(-side / 2, side / 2, (count, 2))
        self.heading = self.dice.uniform(0, 2 * np.pi, count)
        guides = set(heroes)
        self.bodies: list[Body] = [
            self.world.add(Pose(x, 0, z, 0), now=0, beat=0, hero=number in guides)
            for number, (x, z) in enumerate(self.at.tolist())
        ]
        self.readers = [Reader() for _ in self.bodies]
        for body, reader in zip(self.bodies, self.readers, strict=True):
            self.poses.seat(body.slot, reader)

    def walk(self, who: Iterable[int]) -> None:
        """Those take a step."""
        for number in who:
            self.heading[number] += self.dice.normal(0, 0.3)
            step = np.array([np.sin(self.heading[number]), np.cos(self.heading[number])]) * 0.3
            self.at[number] = np.clip(self.at[number] + step, -self.side / 2, self.side / 2)
            x, z = self.at[number]
            wish = BOUNDS.pack(Pose(x, 0, z, self.heading[number]))
            self.world.ask_move(self.bodies[number], Move(self.beats & 0xFFFF, wish, Gait.WALK))

    def beat(self, who: Iterable[int] = ()) -> None:
        """Those take a step, and everybody is shown what they are to see."""
        self.walk(who)
        self.beats += 1
        self.now += 0.1
        assert self.world.settle(now=self.now, beat=self.beats) == []
        self.poses.beat(self.beats, server_ms=round(self.now * 1000))

    def number(self, frame: PoseFrame, part: slice = slice(None)) -> list[int]:
        """Who is in a frame, by number from 0."""
        return [one - 1 for one in frame.records["id"][part].tolist()]


SCENES = [
    pytest.param(300, 100.0, id="a full square"),
    pytest.param(400, 12.0, id="a dense crowd"),
    pytest.param(60, 500.0, id="a wide town"),
]


@pytest.mark.parametrize(("count", "side"), SCENES)
@pytest.mark.parametrize("budget", [1000, 2500, POSE_BUDGET, 12_000])
def test_ps1_one_frame_a_beat_and_never_more_bytes_than_the_budget(
    count: int, side: float, budget: int
) -> None:
    square = Square(count, side, budget=budget, heroes=range(12))
    for beat in range(26):
        square.beat(range(0 if beat < 18 else count // 2, count))
    for reader in square.readers:
        stamps = [frame.server_ms for frame in reader.frames]
        assert stamps == sorted(set(stamps))
        for began in range(0, 1600, 100):
            second = (reader.sizes.get(began + at, 0) for at in range(100, 1100, 100))
            assert sum(second) <= budget
        assert all(frame.near <= len(frame.records) for frame in reader.frames)


@pytest.mark.parametrize(("count", "side"), SCENES)
def test_ps7_ps8_ps9_nobody_is_unseen_for_longer_than_stated(count: int, side: float) -> None:
    """By every reader, everybody, and sooner whoever walks around them; heroes at every beat."""
    square = Square(count, side, heroes=[7])
    last = np.zeros((count, count), np.int64)
    town = -(-count // min(5, -(-count // 50))) + TOWN_BEATS
    for beat in range(1, town + 30):
        square.beat(range(count))
        for number, reader in enumerate(square.readers):
            frame = reader.frames[-1]
            assert square.number(frame)[0] == 7
            last[number, square.number(frame)] = beat
            assert beat - last[number].min() <= town
        if beat > 60:
            near = np.abs(square.at[:, None] - square.at[None]).max(axis=2) < 20 - 0.3 * 20
            np.fill_diagonal(near, val=False)  # PS5: oneself, where nobody else is
            crowd = (np.abs(square.at[:, None] - square.at[None]).max(axis=2) < 45).sum(axis=1)
            # Readers who walk from one crowd's round into another's may wait for both.
            waits = np.where(near, beat - last, 0).max(axis=1)
            assert (waits <= 2 * -(-crowd // 11) + 1).all()


@pytest.mark.parametrize(("count", "side"), SCENES)
def test_ps3_ps7_ps8_the_last_step_of_everybody_reaches_everybody(count: int, side: float) -> None:
    square = Square(count, side)
    dice = np.random.default_rng(1)
    for _ in range(30):
        square.beat(dice.permutation(count)[: count // 3].tolist())
    for _ in range(2 * count // 7 + 30):
        square.beat()
    wanted = square.world.records(square.world.here())
    for reader in square.readers:
        known = np.zeros_like(wanted)
        for frame in reader.frames:
            known[square.number(frame)] = frame.records
        assert (known == wanted).all()


def test_ps3_who_is_near_is_shown_at_every_beat_and_their_stop_at_once() -> None:
    square = Square(400, 12.0)
    me, other = 0, 1
    square.at[other] = square.at[me] + 0.2
    east, south = square.at[other].tolist()
    square.world.put(square.bodies[other], Pose(east, 0.0, south, 0.0), now=0, beat=0)
    crowd = [number for number in range(400) if number not in (me, other)]
    shown = []
    for beat in range(20):
        square.at[other] = square.at[me] + 0.2 + 0.01 * (beat % 2)
        square.beat([*crowd, other] if beat < 10 else crowd)
        frame = square.readers[me].frames[-1]
        shown.append(other in square.number(frame, slice(frame.near)))
    assert shown[:10] == [True] * 10
    assert shown[10 : 9 + FRESH_BEATS] == [True] * (FRESH_BEATS - 1)
    assert not any(shown[9 + FRESH_BEATS :])


def test_ps3_without_a_budget_the_nearest_hundred_are_there_at_every_beat() -> None:
    square = Square(400, 12.0, budget=0)
    for _ in range(6):
        square.beat(range(400))
    for reader in square.readers:
        assert all(50 <= frame.near <= NEAR_LIMIT for frame in reader.frames[1:])
        others = [len(frame.records) - frame.near for frame in reader.frames[1:]]
        assert sorted(others)[:4] == [0] * 4, "nothing beside them but the town, once in five"


def test_ps9_heroes_are_near_to_all_from_afar_and_too_many_take_turns() -> None:
    square = Square(120, 900.0, heroes=range(20))
    for _ in range(9):
        square.beat(range(20))
    for reader in square.readers:
        frames = reader.frames[3:]
        first = [set(square.number(frame, slice(HERO_LIMIT))) for frame in frames]
        assert all(len(one) == HERO_LIMIT and max(one) < 20 for one in first)
        assert first[0] | first[1] | first[2] == set(range(20))
        assert all(frame.near >= HERO_LIMIT for frame in frames)
    few = Square(120, 900.0, heroes=[3, 90])
    for _ in range(4):
        few.beat([3, 90])
    assert {tuple(few.number(reader.frames[-1])[:2]) for reader in few.readers} == {(3, 90)}


def test_ps9_a_hero_who_stands_still_takes_no_room() -> None:
    square = Square(120, 900.0, heroes=[3])
    for _ in range(4):
        square.beat([3])
    for _ in range(FRESH_BEATS + TOWN_BEATS):
        square.beat()
    assert {reader.frames[-1].near for reader in square.readers} == {0}


def test_ps4_the_avatars_of_a_page_are_shown_to_its_readers_as_not_near() -> None:
    square = Square(50, 100.0)
    first, second = square.readers[:2]
    square.poses.show_these([first, second], range(10, 30), server_ms=5)
    for reader in (first, second):
        (frame,) = reader.frames
        assert (frame.near, frame.server_ms) == (0, 5)
        assert square.number(frame) == list(range(10, 30))
    assert square.readers[2].frames == []


def test_ps5_readers_of_one_spot_share_the_very_bytes() -> None:
    square = Square(30, 5.0)
    writes: list[PoseWrite] = []
    for body, reader in zip(square.bodies, square.readers, strict=True):
        reader.show = writes.append  # type: ignore[assignment,method-assign]
        square.poses.seat(body.slot, reader)
    square.beat(range(30))
    assert len(writes) == 30
    assert len(set(map(id, writes))) <= 8  # four cells meet here; a fifth also sees the town
    assert len({id(write.compact) for write in writes}) == len(set(map(id, writes)))


def test_ps5_who_walks_alone_is_told_twice_a_second_and_two_who_meet_at_every_beat() -> None:
    square = Square(2, 10.0)
    apart, together = np.array([[-200.0, 0], [200, 0]]), np.array([[0.0, 0], [2, 0]])
    for spots, beats in ((apart, {2}), (together, {10})):
        square.at[:], square.side = spots, 1000
        for body, (x, z) in zip(square.bodies, spots.tolist(), strict=True):
            square.world.put(body, Pose(x, 0, z, 0), now=square.now, beat=square.beats)
        for _ in range(5):
            square.beat([0, 1])
        for reader in square.readers:
            reader.frames.clear()
        for _ in range(10):
            square.beat([0, 1])
        assert {len(reader.frames) for reader in square.readers} == beats


def test_ps3_an_empty_square_and_one_without_readers_are_no_work() -> None:
    square = Square(3, 10.0)
    for body in square.bodies:
        square.poses.seat(body.slot, None)
    square.beat([0, 1, 2])
    for body in square.bodies:
        square.world.hide(body)
    square.beat()
    assert [reader.frames for reader in square.readers] == [[], [], []]


def test_bl4_who_has_no_block_reads_the_very_frames_everybody_reads() -> None:
    """The same bytes object, written for all: a block in the square costs the others nothing."""
    square = Square(60, 30.0)
    written: dict[int, list[PoseWrite]] = {number: [] for number in range(60)}
    for number, body in enumerate(square.bodies):
        reader = square.readers[number]
        reader.show = written[number].append  # type: ignore[assignment, method-assign]
        square.poses.seat(body.slot, reader, unseen=[7, 8] if number == 3 else (), own=body.id)
    for _ in range(10):
        square.beat(range(60))
    private = {id(write) for write in written.pop(3)}
    shared: dict[int, int] = {}
    for writes in written.values():
        for write in writes:
            shared[id(write)] = shared.get(id(write), 0) + 1
    assert private
    assert not private & shared.keys()
    assert sum(shared.values()) / len(shared) > 3, "one frame serves many"
