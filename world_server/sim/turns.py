"""Taking turns: where not everybody fits into a frame, everybody comes up in fair rotation. Pure.

`Round` serves a crowd, `TownTurns` the whole instance. Both promise two things, however people
come, go, walk and stop:

- whoever is due at every beat comes up again after at most ceil(n / fits) beats, n being the
  number of different avatars that were due meanwhile;
- whoever changed stays due until they came up: nobody's last step is lost.
"""

import numpy as np
import numpy.typing as npt

from world_server.protocol.limits import FRESH_BEATS
from world_server.protocol.poses import Records
from world_server.sim.interest import Ints, Slots, cells_of, rows_around

NEWS_BEATS = 10
"""PS8: beats in which all who changed come up, as long as the share of a frame allows."""

REPAIR_BEATS = 50
"""PS8: beats in which everybody at all comes up, as long as the share of a frame allows."""


class Round:
    """Goes through the slots in ascending order, as many as fit a beat, and begins anew.

    `since` is the beat up to which everybody's changes have come up.
    """

    __slots__ = ("_began", "_next", "since")

    def __init__(self, beat: int) -> None:
        """Begin with the first slot, as if every change up to `beat` had come up."""
        self.since = beat
        self._began = beat
        self._next = 0

    def take(self, due: Slots, *, fits: int, beat: int) -> npt.NDArray[np.intp]:
        """Choose among the ascending slots that are due; give back their indices.

        Whoever changed after `since` must be among them; others may be.
        """
        if len(due) <= fits:
            self.since = self._began = beat
            return np.arange(len(due))
        first = int(np.searchsorted(due, self._next))
        after = first + fits
        if after >= len(due):
            # Whoever the cursor passed by came up after the round before this one began.
            self.since, self._began = self._began, beat
        self._next = int(due[after % len(due)])
        return np.arange(first, after) % len(due)


class CrowdTurns:
    """PS7: a round for each 20 m cell around which more avatars move than a frame can list."""

    def __init__(self) -> None:
        self._rounds: dict[int, Round] = {}

    @property
    def cells(self) -> Ints:
        """The cells that had a round on the last beat."""
        return np.fromiter(self._rounds, np.int64, len(self._rounds))

    def take(  # one row an avatar: its record, its slot, the beat of its last change
        self,
        records: Records,
        *,
        slots: Slots,
        changed: Ints,
        cells: set[int],
        fits: int,
        beat: int,
    ) -> dict[int, bytes]:
        """For each of those cells, the records that come up on this beat for who stands there."""
        before, self._rounds = self._rounds, {}
        if not cells:
            return {}
        lies_in = cells_of(records)
        order = np.argsort(lies_in)
        low, high = rows_around(np.fromiter(cells, np.int64, len(cells)), lies_in[order])
        lumps = records.view(f"V{records.itemsize}")
        found: dict[int, bytes] = {}
        for cell, (a, b, c), (d, e, f) in zip(cells, low.tolist(), high.tolist(), strict=True):
            turns = before.get(cell) or Round(beat - FRESH_BEATS)
            rows = np.concatenate((order[a:d], order[b:e], order[c:f]))
            rows = rows[changed[rows] > min(turns.since, beat - FRESH_BEATS)]
            rows.sort()
            if len(rows) > fits:  # otherwise the crowd is over, and everybody has been seen
                self._rounds[cell] = turns
            rows = rows[turns.take(slots[rows], fits=fits, beat=beat)]
            found[cell] = bytes(lumps[rows].data)
        return found


class TownTurns:
    """PS8: a slice of the whole instance, the same for all readers.

    One part of it are those who changed since they last came up, one part everybody in turn, so
    that a frame somebody did not get is made up for; those who waited longest come first.
    """

    def __init__(self, size: int) -> None:
        self._shown = np.zeros(size, np.int64)

    def take(
        self, slots: Slots, *, changed: Ints, fits: tuple[int, int], beat: int
    ) -> npt.NDArray[np.intp]:
        """Choose at most so many who changed, and so many of all; give back their indices."""
        news, repairs = fits
        shown = self._shown[slots]
        every = _oldest(shown, min(repairs, _share(len(slots), REPAIR_BEATS)))
        self._shown[slots[every]] = shown[every] = beat
        due = np.flatnonzero(changed > shown)
        due = due[_oldest(shown[due], min(news, _share(len(due), NEWS_BEATS)))]
        self._shown[slots[due]] = beat
        return np.concatenate((due, every))


def _oldest(shown: Ints, count: int) -> npt.NDArray[np.intp]:
    if count >= len(shown):
        return np.arange(len(shown))
    return np.argpartition(shown, count)[:count]


def _share(count: int, beats: int) -> int:
    return -(-count // beats)
