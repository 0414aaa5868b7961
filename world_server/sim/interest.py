"""Who sees whom on a beat: readers who stand close together share one list. Pure.

The square around a reader is taken in cells: the reader's own and the eight around it. Where that
holds more than NEAR_LIMIT moving avatars the cells are halved in area, again and again, and the
nearest to the middle of the reader's cell are chosen; so "nearest" is up to 0.71 of the cell's
side off, and a crowd costs one list a cell instead of one a reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from world_server.protocol.limits import CELL_METRES, NEAR_LIMIT, POSE_RECORD_BYTES, UNIT_METRES
from world_server.protocol.poses import Records

LEVELS = 12
"""Cells from 20 m down to 0.44 m: more than NEAR_LIMIT people cannot stand closer than that."""

STRIDE = 1 << 18
"""More than the cells of a row at the finest level, so that a cell's number is row and column."""

SIZES = tuple(max(1, round(CELL_METRES / UNIT_METRES / 2 ** (k / 2))) for k in range(LEVELS))

Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class View:
    """What the avatars in `slots` see alike: `count` records, their bytes in `runs`."""

    slots: list[int]
    count: int
    runs: tuple[bytes, ...]


def near_views(
    records: Records, *, slots: npt.NDArray[np.intp], moved: Mask, reading: Mask
) -> Iterator[View]:
    """PS3: one View for each group of readers that has somebody moving around it.

    All arrays have one row an avatar: its record, its slot, whether it moved, whether it reads.
    """
    shown = records[moved]
    if not len(shown):
        return
    readers, who = records[reading], slots[reading]
    for level, size in enumerate(SIZES):
        last = level == LEVELS - 1
        cells = _cells(shown, size)
        order = np.argsort(cells, kind="stable")
        cells, sorted_shown = cells[order], shown[order]
        raw = sorted_shown.tobytes()
        groups = _Groups(_cells(readers, size), who)
        low, high = _block(cells, groups.cells)
        count = (high - low).sum(axis=1)
        taken = np.ones(len(count), np.bool_) if last else count <= 2 * NEAR_LIMIT
        for at in np.flatnonzero(taken & (count > 0)).tolist():
            rows = list(zip(low[at].tolist(), high[at].tolist(), strict=True))
            members = groups.members(at)
            if count[at] <= NEAR_LIMIT:
                yield View(members, int(count[at]), tuple(_cut(raw, a, b) for a, b in rows))
            else:
                block = np.concatenate([sorted_shown[a:b] for a, b in rows])
                nearest = _nearest(block, cell=int(groups.cells[at]), size=size)
                yield View(members, NEAR_LIMIT, (nearest.tobytes(),))
        if taken.all():
            return
        open_ = ~groups.spread(taken)
        readers, who = readers[open_], who[open_]


class _Groups:
    """Readers by cell: `cells` holds each occupied cell once."""

    def __init__(self, cell_of: Ints, who: npt.NDArray[np.intp]) -> None:
        self.cells, self._inverse = np.unique(cell_of, return_inverse=True)
        order = np.argsort(self._inverse, kind="stable")
        self._who: list[int] = who[order].tolist()
        self._ends: list[int] = np.concatenate(
            ([0], np.cumsum(np.bincount(self._inverse)))
        ).tolist()

    def members(self, at: int) -> list[int]:
        """The slots of the readers in the cell with that index."""
        return self._who[self._ends[at] : self._ends[at + 1]]

    def spread(self, of_cell: Mask) -> Mask:
        """One value a cell → one value a reader."""
        return of_cell[self._inverse]


def _cells(records: Records, size: int) -> Ints:
    # One is added so that the cells around a border cell keep their own rows.
    column = records["x"].astype(np.int64) // size + 1
    row = records["z"].astype(np.int64) // size + 1
    return row * STRIDE + column


def _block(sorted_cells: Ints, around: Ints) -> tuple[Ints, Ints]:
    """Where the three rows of cells around each cell begin and end in the sorted list."""
    rows = np.stack((around - STRIDE, around, around + STRIDE), axis=1)
    return (
        np.searchsorted(sorted_cells, rows - 1),
        np.searchsorted(sorted_cells, rows + 1, side="right"),
    )


def _cut(raw: bytes, begin: int, end: int) -> bytes:
    return raw[begin * POSE_RECORD_BYTES : end * POSE_RECORD_BYTES]


def _nearest(block: Records, *, cell: int, size: int) -> Records:
    middle_x = (cell % STRIDE - 1) * size + size // 2
    middle_z = (cell // STRIDE - 1) * size + size // 2
    east = block["x"].astype(np.int64) - middle_x
    south = block["z"].astype(np.int64) - middle_z
    away = east * east + south * south
    return block[np.argpartition(away, NEAR_LIMIT)[:NEAR_LIMIT]]
