"""Who is near whom on a beat: readers who stand close together share one list. Pure.

The square around a reader is taken in cells: the reader's own and the eight around it. Where that
holds more moving avatars than a frame may list, the cells are halved in area, again and again, and
the nearest to the middle of the reader's cell are chosen; so "nearest" is up to 0.71 of the cell's
side off, and a crowd costs one list a cell instead of one a reader.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from world_server.protocol.limits import CELL_METRES, POSE_RECORD_BYTES, UNIT_METRES
from world_server.protocol.poses import Records

LEVELS = 12
"""Cells from 20 m down to 0.44 m: more people than a frame lists cannot stand closer than that."""

STRIDE = 1 << 18
"""More than the cells of a row at the finest level, so that a cell's number is row and column."""

SIZES = tuple(max(1, round(CELL_METRES / UNIT_METRES / 2 ** (k / 2))) for k in range(LEVELS))

Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Slots = npt.NDArray[np.intp]
Cell = TypeVar("Cell", int, Ints)


@dataclass(frozen=True, slots=True)
class View:
    """What the avatars in `slots` see alike: `count` records, their bytes in `runs`.

    `crowd` is the 20 m cell in whose crowd they stand when not all around them are listed, else
    None.
    """

    slots: list[int]
    count: int
    runs: tuple[bytes, ...]
    crowd: int | None = None


def near_views(
    records: Records,
    *,
    slots: Slots,
    moved: Mask,
    reading: Mask,
    limit: int,
    whole: int,
    crowds: Ints,
) -> Iterator[View]:
    """PS3: one View for each group of readers.

    All arrays have one row an avatar: its record, its slot, whether it moved, whether it reads.
    Up to `whole` movers around a reader are all listed; of more, the nearest `limit`. `crowds`
    are 20 m cells that count as full even if they are not.
    """
    shown = records[moved]
    readers, who = records[reading], slots[reading]
    for level, size in enumerate(SIZES):
        groups = _Groups(cells_of(readers, size))
        cells = cells_of(shown, size)
        order = np.argsort(cells)
        low, high = rows_around(groups.cells, cells[order])
        count = (high - low).sum(axis=1)
        taken = count <= 2 * limit if level < LEVELS - 1 else count >= 0
        fits = np.zeros(len(count), np.bool_)
        if level == 0:
            fits = (count <= whole) & ~np.isin(groups.cells, crowds)
            taken |= fits
        readers, who = readers[groups.order], who[groups.order]
        if taken.any():
            members, in_order = groups.shared(who), shown[order]
            raw, over = in_order.tobytes(), taken & ~fits & (count > limit)
            for at in np.flatnonzero(taken & ~over).tolist():
                rows = zip(low[at].tolist(), high[at].tolist(), strict=True)
                runs = tuple(_cut(raw, a, b) for a, b in rows if a < b)
                crowd = None if fits[at] else _coarse(int(groups.cells[at]), size)
                yield View(members(at), int(count[at]), runs, crowd)
            full = np.flatnonzero(over)
            around = _Around(groups.cells[full], low[full], high[full], size)
            for at, run in zip(full.tolist(), around.nearest(in_order, limit), strict=True):
                crowd = _coarse(int(groups.cells[at]), size)
                yield View(members(at), limit, (run,), crowd)
        if taken.all():
            return
        open_ = ~np.repeat(taken, groups.sizes)
        readers, who = readers[open_], who[open_]


class _Groups:
    """Readers by cell: `cells` holds each occupied cell once, `order` brings readers into order."""

    def __init__(self, cell_of: Ints) -> None:
        self.order = np.argsort(cell_of)
        in_order = cell_of[self.order]
        first = np.flatnonzero(np.diff(in_order, prepend=-1))
        self.cells = in_order[first]
        self.sizes = np.diff(first, append=len(in_order))

    def shared(self, who: Slots) -> Callable[[int], list[int]]:
        """What gives the slots of the readers in the cell of an index; `who` is in order."""
        slots: list[int] = who.tolist()
        ends: list[int] = [0, *np.cumsum(self.sizes).tolist()]
        return lambda at: slots[ends[at] : ends[at + 1]]


def cells_of(records: Records, size: int = SIZES[0]) -> Ints:
    """The number of the cell each record lies in, for cells of `size` wire steps."""
    # One is added so that the cells around a border cell keep their own rows.
    column = records["x"].astype(np.int64) // size + 1
    row = records["z"].astype(np.int64) // size + 1
    return row * STRIDE + column


def rows_around(cells: Ints, sorted_cells: Ints) -> tuple[Ints, Ints]:
    """Where the three rows of cells around each cell begin and end in the sorted list."""
    rows = np.stack((cells - STRIDE, cells, cells + STRIDE), axis=-1)
    return (
        np.searchsorted(sorted_cells, rows - 1),
        np.searchsorted(sorted_cells, rows + 1, side="right"),
    )


def _middle(cell: Cell, size: int) -> tuple[Cell, Cell]:
    """The wire position of a cell's middle."""
    return (cell % STRIDE - 1) * size + size // 2, (cell // STRIDE - 1) * size + size // 2


def _coarse(cell: int, size: int) -> int:
    """The 20 m cell in which the middle of a cell lies."""
    x, z = _middle(cell, size)
    return (z // SIZES[0] + 1) * STRIDE + x // SIZES[0] + 1


def _cut(raw: bytes, begin: int, end: int) -> bytes:
    return raw[begin * POSE_RECORD_BYTES : end * POSE_RECORD_BYTES]


@dataclass(frozen=True, slots=True)
class _Around:
    """Cells of one size, and where their three rows begin and end in the sorted list."""

    cells: Ints
    low: Ints
    high: Ints
    size: int

    def nearest(self, shown: Records, limit: int) -> Iterator[bytes]:
        """For each cell, the bytes of the `limit` records around it nearest to its middle.

        Distances are taken for all cells in one go.
        """
        length = self.high - self.low
        count = length.sum(axis=1)
        begun = np.cumsum(length.ravel()) - length.ravel()
        rows = np.arange(count.sum()) + np.repeat(self.low.ravel() - begun, length.ravel())
        middle_x, middle_z = _middle(self.cells, self.size)
        east = shown["x"].astype(np.int64)[rows] - np.repeat(middle_x, count)
        south = shown["z"].astype(np.int64)[rows] - np.repeat(middle_z, count)
        away = east * east + south * south
        whole = shown.view(f"V{POSE_RECORD_BYTES}")  # one lump a record: a quicker copy
        end = 0
        for many in count.tolist():
            begin, end = end, end + many
            chosen = np.argpartition(away[begin:end], limit)[:limit]
            yield whole[rows[begin:end][chosen]].tobytes()
