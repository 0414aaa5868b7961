"""Who is near whom on a beat: readers who stand close together share one list. Pure.

The square around a reader is taken in cells: the reader's own and the eight around it. Where that
holds more moving avatars than a frame may list, the cells are halved in area, again and again, and
the nearest to the middle of the reader's cell are chosen; so "nearest" is up to 0.71 of the cell's
side off, and a crowd costs one list a cell instead of one a reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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
        last = level == LEVELS - 1
        cells = cells_of(shown, size)
        order = np.argsort(cells, kind="stable")
        cells, sorted_shown = cells[order], shown[order]
        raw = sorted_shown.tobytes()
        groups = _Groups(cells_of(readers, size), who)
        low, high = rows_around(groups.cells, cells)
        count = (high - low).sum(axis=1)
        fits = (count <= whole) & ~np.isin(groups.cells, crowds) if level == 0 else None
        taken = np.ones(len(count), np.bool_) if last else count <= 2 * limit
        if fits is not None:
            taken |= fits
        for at in np.flatnonzero(taken).tolist():
            rows = list(zip(low[at].tolist(), high[at].tolist(), strict=True))
            members, cell, found = groups.members(at), int(groups.cells[at]), int(count[at])
            is_whole = fits is not None and bool(fits[at])
            crowd = None if is_whole else _coarse(cell, size)
            if is_whole or found <= limit:
                runs = tuple(_cut(raw, a, b) for a, b in rows if a < b)
                yield View(members, found, runs, crowd)
            else:
                block = np.concatenate([sorted_shown[a:b] for a, b in rows])
                nearest = _nearest(block, cell=cell, size=size, limit=limit)
                yield View(members, limit, (nearest.tobytes(),), crowd)
        if taken.all():
            return
        open_ = ~groups.spread(taken)
        readers, who = readers[open_], who[open_]


class _Groups:
    """Readers by cell: `cells` holds each occupied cell once."""

    def __init__(self, cell_of: Ints, who: Slots) -> None:
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


def _middle(cell: int, size: int) -> tuple[int, int]:
    """The wire position of a cell's middle."""
    return (cell % STRIDE - 1) * size + size // 2, (cell // STRIDE - 1) * size + size // 2


def _coarse(cell: int, size: int) -> int:
    """The 20 m cell in which the middle of a cell lies."""
    x, z = _middle(cell, size)
    return (z // SIZES[0] + 1) * STRIDE + x // SIZES[0] + 1


def _cut(raw: bytes, begin: int, end: int) -> bytes:
    return raw[begin * POSE_RECORD_BYTES : end * POSE_RECORD_BYTES]


def _nearest(block: Records, *, cell: int, size: int, limit: int) -> Records:
    middle_x, middle_z = _middle(cell, size)
    east = block["x"].astype(np.int64) - middle_x
    south = block["z"].astype(np.int64) - middle_z
    away = east * east + south * south
    return block[np.argpartition(away, limit)[:limit]]
