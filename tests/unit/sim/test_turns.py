"""PS7, PS8: fair turns, judged by what somebody who sees every beat would know."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from world_server.protocol.limits import UNIT_METRES
from world_server.protocol.poses import RECORD
from world_server.sim.interest import cells_of
from world_server.sim.turns import CrowdTurns, Round, TownTurns

SLOTS = 60


class Watched:
    """Slots that change or not, and when each was last chosen."""

    def __init__(self) -> None:
        self.changed = np.zeros(SLOTS, np.int64)
        self.chosen = np.zeros(SLOTS, np.int64)

    @property
    def unseen(self) -> npt.NDArray[np.bool_]:
        """Whose newest change was never chosen."""
        return self.changed > self.chosen


@pytest.mark.parametrize(("count", "fits"), [(10, 3), (60, 7), (11, 11), (12, 11), (60, 1)])
def test_ps7_of_n_who_walk_on_each_comes_up_within_n_over_fits_beats(count: int, fits: int) -> None:
    turns, due = Round(0), np.sort(np.random.default_rng(3).permutation(SLOTS)[:count])
    last = dict.fromkeys(due.tolist(), 0)
    for beat in range(1, 200):
        chosen = due[turns.take(due, fits=fits, beat=beat)].tolist()
        assert len(chosen) == len(set(chosen)) == min(fits, count)
        for slot in chosen:
            assert beat - last[slot] <= -(-count // fits)
            last[slot] = beat


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.lists(st.integers(0, SLOTS - 1), max_size=25), min_size=10, max_size=120),
    st.integers(1, 9),
)
def test_ps7_no_last_step_is_lost_however_people_start_and_stop(
    steps: list[list[int]], fits: int
) -> None:
    turns, town = Round(0), Watched()

    def beat(number: int, who: list[int]) -> None:
        town.changed[who] = number
        due = np.flatnonzero(town.changed > min(turns.since, number - 3))
        assert set(np.flatnonzero(town.unseen).tolist()) <= set(due.tolist())
        chosen = due[turns.take(due, fits=fits, beat=number)]
        assert len(chosen) <= fits
        town.chosen[chosen] = number

    for number, who in enumerate(steps, start=1):
        beat(number, who)
    for rest in range(1, 2 * SLOTS // fits + 4):
        beat(len(steps) + rest, [])
    assert not town.unseen.any()
    before = len(steps) + rest
    due = np.flatnonzero(town.changed > min(turns.since, before - 3))
    assert len(due) == 0, "a crowd that stands costs nothing"


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sets(st.integers(0, SLOTS - 1)), min_size=40, max_size=80), st.integers(1, 9))
def test_ps7_who_walks_on_among_others_who_come_and_go_waits_for_no_more_than_all_of_them(
    others: list[set[int]], fits: int
) -> None:
    turns, walker, last = Round(0), 30, 0
    seen: set[int] = set()
    for number, who in enumerate(others, start=1):
        due = np.array(sorted(who | {walker}), np.intp)
        seen |= who | {walker}
        chosen = due[turns.take(due, fits=fits, beat=number)].tolist()
        assert number - last <= -(-len(seen) // fits)
        if walker in chosen:
            last, seen = number, set()


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.lists(st.integers(0, SLOTS - 1), max_size=25), min_size=1, max_size=100),
    st.integers(1, 9),
    st.integers(1, 5),
)
def test_ps8_everybody_comes_up_in_turn_and_no_last_step_is_lost(
    steps: list[list[int]], news: int, repairs: int
) -> None:
    turns, town, slots = TownTurns(SLOTS), Watched(), np.arange(SLOTS)
    longest = -(-SLOTS // min(repairs, 2))
    for number in range(1, len(steps) + 2 * longest + 1):
        town.changed[steps[number - 1] if number <= len(steps) else []] = number
        chosen = turns.take(slots, changed=town.changed, fits=(news, repairs), beat=number)
        assert len(chosen) == len(set(chosen.tolist())) <= news + repairs
        town.chosen[chosen] = number
        assert (number - town.chosen).max() <= longest
    assert not town.unseen.any()


@pytest.mark.parametrize(
    ("walking", "beats"),
    [pytest.param(40, 10, id="who fits comes up within a second"), pytest.param(60, 10, id="all")],
)
def test_ps8_who_changed_comes_up_within_a_second_if_the_share_allows(
    walking: int, beats: int
) -> None:
    turns, slots = TownTurns(SLOTS), np.arange(SLOTS)
    changed, last = np.zeros(SLOTS, np.int64), np.zeros(SLOTS, np.int64)
    for number in range(1, 60):
        changed[:walking] = number
        chosen = turns.take(slots, changed=changed, fits=(7, 5), beat=number)
        last[chosen] = number
        assert (number - last[:walking]).max() <= beats


def test_ps8_a_quiet_town_is_gone_through_in_five_seconds_with_few_bytes() -> None:
    turns, slots = TownTurns(100), np.arange(100)
    standing = np.zeros(100, np.int64)
    counts = [
        len(turns.take(slots, changed=standing, fits=(7, 5), beat=beat)) for beat in range(1, 51)
    ]
    assert counts == [2] * 50


def test_ps7_the_crowd_of_a_cell_takes_turns_and_its_end_is_noticed() -> None:
    random = np.random.default_rng(5)
    spots = random.uniform(100, 120, (80, 2))
    records = np.zeros(80, RECORD)
    records["id"] = np.arange(80)
    records["x"], records["z"] = np.round(spots / UNIT_METRES).T
    cell = int(cells_of(records)[0])
    slots, changed = np.arange(80) * 2, np.full(80, 10, np.int64)
    turns = CrowdTurns()
    seen: set[int] = set()
    beats = 0
    while beats == 0 or len(turns.cells):
        raw = turns.take(
            records, slots=slots, changed=changed, cells={cell}, fits=11, beat=10 + beats
        )[cell]
        chosen = np.frombuffer(raw, RECORD)["id"].tolist()
        assert len(chosen) == len(set(chosen)) <= 11
        seen |= set(chosen)
        beats += 1
    assert seen == set(range(80))
    assert beats <= 2 * 8 + 1, "everybody has stopped: they come up twice at most"
