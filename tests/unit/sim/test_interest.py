"""PS3: shared views against a plain search of everybody around everybody."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from world_server.protocol.limits import CELL_METRES, NEAR_LIMIT, UNIT_METRES
from world_server.protocol.poses import RECORD, Records
from world_server.sim.interest import LEVELS, SIZES, View, cells_of, near_views

STEPS = round(CELL_METRES / UNIT_METRES)


def crowd(metres: npt.NDArray[np.float64]) -> Records:
    records = np.zeros(len(metres), RECORD)
    records["id"] = np.arange(len(metres)) + 1000
    records["x"] = np.round(metres[:, 0] / UNIT_METRES)
    records["z"] = np.round(metres[:, 1] / UNIT_METRES)
    return records


def views(
    records: Records,
    *,
    limit: int = NEAR_LIMIT,
    whole: int = NEAR_LIMIT,
    crowds: tuple[int, ...] = (),
    **masks: npt.NDArray[np.bool_],
) -> list[View]:
    everybody = np.ones(len(records), np.bool_)
    slots = np.arange(len(records)) * 3  # slots are not row numbers
    found = near_views(
        records,
        slots=slots,
        **{"moved": everybody, "reading": everybody} | masks,
        limit=limit,
        whole=whole,
        crowds=np.array(crowds, np.int64),
    )
    return list(found)


def ids(view: View) -> set[int]:
    seen = np.frombuffer(b"".join(view.runs), RECORD)
    assert len(seen) == view.count
    assert len(set(seen["id"].tolist())) == view.count
    return set(seen["id"].tolist())


def by_slot(found: list[View]) -> dict[int, set[int]]:
    told: dict[int, set[int]] = {}
    for view in found:
        for slot in view.slots:
            assert slot not in told, "nobody gets two frames in a beat"
            told[slot] = ids(view)
    return told


def test_ps3_a_few_people_see_exactly_those_in_the_cells_around_them() -> None:
    random = np.random.default_rng(7)
    records = crowd(random.uniform(0, 300, (400, 2)))
    told = by_slot(views(records))
    cells = np.stack((records["x"] // STEPS, records["z"] // STEPS), axis=1).astype(int)
    for row in range(len(records)):
        around = (np.abs(cells - cells[row]) <= 1).all(axis=1)
        assert told[row * 3] == set(records["id"][around].tolist())


def test_ps3_everybody_within_twenty_metres_is_seen_in_an_open_square() -> None:
    random = np.random.default_rng(11)
    records = crowd(random.uniform(0, 250, (300, 2)))
    told = by_slot(views(records))
    spots = np.stack((records["x"], records["z"]), axis=1).astype(float) * UNIT_METRES
    for row in range(len(records)):
        close = np.hypot(*(spots - spots[row]).T) <= CELL_METRES
        assert set(records["id"][close].tolist()) <= told[row * 3]


def test_ps3_a_crowd_is_cut_to_the_nearest_hundred_within_the_stated_error() -> None:
    random = np.random.default_rng(13)
    records = crowd(random.uniform(100, 130, (1500, 2)))
    told = by_slot(views(records))
    assert len(told) == 1500
    spots = np.stack((records["x"], records["z"]), axis=1).astype(float) * UNIT_METRES
    for row in range(0, 1500, 17):
        away = np.hypot(*(spots - spots[row]).T)
        seen = np.isin(records["id"], list(told[row * 3]))
        assert 50 <= seen.sum() <= NEAR_LIMIT
        # Distances are taken from the middle of a cell at most 20 m wide: whoever is left out is
        # at most twice 0.71 of the side nearer than the farthest who is shown. In this crowd the
        # cells are far smaller than 20 m.
        assert away[seen].max() <= np.sort(away)[NEAR_LIMIT - 1] + 2 * 0.71 * 5


def test_ps3_the_nearest_are_exact_from_the_middle_of_the_cell() -> None:
    middle = np.array([[110.0, 110.0]])  # the middle of a 20 m cell
    ring = 1 + np.arange(150) * 0.05
    around = middle + np.stack((ring, np.zeros(150)), axis=1)
    records = crowd(np.concatenate((middle, around)))
    (view,) = [view for view in views(records) if 0 in view.slots]
    assert ids(view) == set(range(1000, 1100))


def test_ps3_who_stands_still_is_not_listed_but_reads() -> None:
    records = crowd(np.array([[50.0, 50], [55, 50], [52, 58], [200, 200]]))
    moved = np.array([False, True, False, False])
    told = by_slot(views(records, moved=moved))
    assert told == {0: {1001}, 3: {1001}, 6: {1001}, 9: set()}


def test_ps3_who_does_not_read_is_listed_and_gets_no_view() -> None:
    records = crowd(np.array([[50.0, 50], [55, 50], [52, 58]]))
    told = by_slot(views(records, reading=np.array([True, False, True])))
    assert told == {0: {1000, 1001, 1002}, 6: {1000, 1001, 1002}}


def test_ps3_readers_with_nobody_moving_around_them_have_an_empty_view() -> None:
    records = crowd(np.array([[50.0, 50], [55, 50], [200, 200]]))
    told = views(records, moved=np.zeros(3, np.bool_))
    assert by_slot(told) == {0: set(), 3: set(), 6: set()}
    assert {view.crowd for view in told} == {None}


def test_ps3_a_view_says_whether_all_are_in_it_or_whose_crowd_it_is() -> None:
    random = np.random.default_rng(17)
    middle_of = {cells_of(crowd(np.array([[110.0, 110]]))).item()}
    few = crowd(random.uniform(101, 119, (40, 2)))
    many = crowd(random.uniform(101, 119, (41, 2)))
    assert {view.crowd for view in views(few, limit=27, whole=40)} == {None}
    assert {view.crowd for view in views(many, limit=27, whole=40)} == middle_of
    assert {view.crowd for view in views(few, limit=27, whole=40, crowds=tuple(middle_of))} == (
        middle_of
    )
    assert {len(seen) for seen in by_slot(views(few, limit=27, whole=40)).values()} == {40}
    for seen in by_slot(views(many, limit=27, whole=40)).values():
        assert 13 <= len(seen) <= 27


def test_nobody_reading_is_no_work() -> None:
    records = crowd(np.array([[50.0, 50], [55, 50]]))
    nobody = np.zeros(2, np.bool_)
    assert views(records, reading=nobody) == []
    assert views(crowd(np.zeros((0, 2)))) == []


def test_many_on_one_spot_see_a_hundred_of_each_other() -> None:
    records = crowd(np.full((500, 2), 77.77))
    told = by_slot(views(records))
    assert len(told) == 500
    assert {len(seen) for seen in told.values()} == {NEAR_LIMIT}


def test_the_finest_cells_are_finer_than_people() -> None:
    assert SIZES[-1] * UNIT_METRES < 0.5
    assert len(SIZES) == LEVELS


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1310), st.floats(0, 1310)), min_size=1, max_size=60),
)
def test_ps3_at_the_edge_of_the_town_too(spots: list[tuple[float, float]]) -> None:
    spots += [(0, 0), (1310, 1310), (0, 1310), (1310, 0)]
    records = crowd(np.array(spots, float))
    told = by_slot(views(records))
    cells = np.stack((records["x"] // STEPS, records["z"] // STEPS), axis=1).astype(int)
    assert len(told) == len(records)
    for row in range(len(records)):
        around = (np.abs(cells - cells[row]) <= 1).all(axis=1)
        if around.sum() <= NEAR_LIMIT:
            assert told[row * 3] == set(records["id"][around].tolist())


@pytest.mark.parametrize("count", [99, 100, 101, 199, 200, 201, 260])
def test_ps3_at_the_very_limit(count: int) -> None:
    random = np.random.default_rng(count)
    records = crowd(random.uniform(101, 119, (count, 2)))
    told = by_slot(views(records))
    assert len(told) == count
    assert all(len(seen) <= NEAR_LIMIT for seen in told.values())
    if count <= NEAR_LIMIT:
        assert all(len(seen) == count for seen in told.values())
