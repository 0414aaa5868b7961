"""Pure: hide figures about small groups, so that they cannot be worked out from the others either.

A figure about fewer than k people is hidden. Figures add up (visitors = first + again; the weeks
make the total), so a reader can often subtract a hidden one back. `protect` plays that reader:
from everything left visible it works out the range each hidden figure must lie in, and covers
further figures, the smallest first and totals last, until each range is wide enough.

The reader narrows range after range, sum by sum, until nothing changes. Where the sums form a
tree that finds all there is to find; ours do but for one slack total, and tests compare it with
an exhaustive search.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Shown(Enum):
    """How a figure is published: as it is, as "fewer than k", or not at all."""

    PLAIN = "plain"
    SMALL = "small"
    COVERED = "covered"


Name = Hashable


@dataclass(frozen=True)
class Figure:
    """A number that tells of `people` persons out of a `group`.

    A total is covered only when nothing else helps. A figure that is not published stands on no
    page, but somebody could work it out ("attended, did not return"); it is guarded all the same.
    """

    value: int
    people: int
    group: int
    is_total: bool = False
    published: bool = True

    def is_guarded(self, small: int) -> bool:
        """Whether nobody may learn it. Zero of an empty group tells of nobody; 1 guards nothing."""
        return small > 1 and self.group > 0 and self.people < small


class Sum(NamedTuple):
    """`total` is the sum of `parts`."""

    total: Name
    parts: tuple[Name, ...]

    def others(self, name: Name) -> list[Name]:
        """Every figure of this sum but `name`."""
        return [member for member in (self.total, *self.parts) if member != name]


class Range(NamedTuple):
    """What a reader knows of a figure, both ends included."""

    low: int
    high: int


Ranges = dict[Name, Range]
UNBOUNDED = 10**12


@dataclass(frozen=True)
class Table:
    """Figures, how they add up, and the size `small` below which a group is guarded."""

    figures: Mapping[Name, Figure]
    sums: Sequence[Sum]
    small: int

    def protect(self) -> dict[Name, Shown]:
        """How each figure may be published; with `small` 1 all that can be is published.

        Raise ValueError when the figures do not add up as the sums say.
        """
        for total, parts in self.sums:
            if self.figures[total].value != sum(self.figures[part].value for part in parts):
                raise ValueError(total)
        shown = {name: self._first_look(figure) for name, figure in self.figures.items()}
        guarded = [name for name in self.figures if self.figures[name].is_guarded(self.small)]
        ranges = self.readable(shown)
        while True:
            narrow = (name for name in guarded if self._is_narrow(ranges[name]))
            if not any(self._widen(name, (), shown, ranges) for name in narrow):
                return shown
            ranges = self.readable(shown)

    def readable(self, shown: Mapping[Name, Shown]) -> Ranges:
        """What a careful reader of the published figures knows about each of them.

        Raise ValueError for what no reader could believe.
        """
        ranges = {name: self._published(name, shown[name]) for name in self.figures}
        learned = True
        while learned:
            learned = False
            for one in self.sums:
                learned |= _read(one, ranges)
        return ranges

    def _first_look(self, figure: Figure) -> Shown:
        if not figure.published:
            return Shown.COVERED
        if not figure.is_guarded(self.small):
            return Shown.PLAIN
        return Shown.SMALL if figure.value < self.small else Shown.COVERED

    def _published(self, name: Name, how: Shown) -> Range:
        figure = self.figures[name]
        if how is Shown.PLAIN:
            return Range(figure.value, figure.value)
        if how is Shown.SMALL:
            return Range(0, self.small - 1)
        # Whoever knows these rules knows that a covered figure would be "fewer than k" if it were.
        return Range(self.small if figure.published else 0, UNBOUNDED)

    def _is_narrow(self, known: Range) -> bool:
        return known.high - known.low + 1 < (self.small + 1) // 2

    def _widen(
        self, name: Name, path: tuple[Sum, ...], shown: dict[Name, Shown], ranges: Ranges
    ) -> bool:
        """Cover what makes `name` narrow in each sum off the `path`; whether anything was."""
        done = False
        for one in self.sums:
            if one in path or name not in (one.total, *one.parts):
                continue
            if self._is_narrow(_implied(one, name, ranges)):
                done |= self._open(one, name, (*path, one), shown, ranges)
        return done

    def _open(
        self,
        one: Sum,
        name: Name,
        path: tuple[Sum, ...],
        shown: dict[Name, Shown],
        ranges: Ranges,
    ) -> bool:
        """Make another figure of the sum uncertain: a hidden one if need be, else the smallest."""
        others = one.others(name)
        for other in others:
            is_stuck = shown[other] is not Shown.PLAIN and self._is_narrow(ranges[other])
            if is_stuck and self._widen(other, path, shown, ranges):
                return True
        visible = [
            other
            for other in others
            if shown[other] is Shown.PLAIN and self.figures[other].group > 0
        ]
        if not visible:
            return False
        cover = min(
            visible, key=lambda other: (self.figures[other].is_total, self.figures[other].value)
        )
        shown[cover] = Shown.COVERED
        ranges[cover] = self._published(cover, Shown.COVERED)
        return True

    def _loss(self, name: Name) -> tuple[bool, int]:
        """What a reader loses when the figure is covered."""
        return self.figures[name].is_total, self.figures[name].value


def _implied(one: Sum, name: Name, ranges: Ranges) -> Range:
    """What the sum alone says about `name`, given what is known of its other figures."""
    parts = [ranges[part] for part in one.parts if part != name]
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    if name == one.total:
        return Range(low, high)
    whole = ranges[one.total]
    return Range(max(0, whole.low - high), whole.high - low)


def _read(one: Sum, ranges: Ranges) -> bool:
    """Narrow the ranges of one sum's figures; whether anything was learned."""
    low = sum(ranges[part].low for part in one.parts)
    high = sum(ranges[part].high for part in one.parts)
    learned = _learn(ranges, one.total, low, high)
    whole = ranges[one.total]
    for part in one.parts:
        mine = ranges[part]
        learned |= _learn(
            ranges, part, whole.low - (high - mine.high), whole.high - (low - mine.low)
        )
    return learned


def _learn(ranges: Ranges, name: Name, low: int, high: int) -> bool:
    known = ranges[name]
    ranges[name] = Range(max(known.low, low), min(known.high, high))
    if ranges[name].low > ranges[name].high:
        raise ValueError(name)
    return ranges[name] != known
