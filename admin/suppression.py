"""Pure: hide figures about small groups, so that they cannot be worked out from the others either.

A figure about fewer than k people is hidden. Figures add up (visitors = first + again; the weeks
make the total), so a reader can often subtract a hidden one back. `Table.protect` plays that
reader exactly: it knows the smallest and the largest value each hidden figure can have, given
everything that stays visible, and covers further figures, as few and as small as it can, totals
last, until each of those ranges is wide enough.

That is exact because the sums form a network: every figure stands in at most two sums, a flow
from one to the other. How far one figure can move while all sums stay right is then a maximum
flow, and what is best covered to let it move further is a cheapest path.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from admin.network import Bounds, Closed, Name, Network

UNBOUNDED = 10**12
TOTAL = 10**15
"""What covering a total costs: more than any number of other figures."""


class Shown(Enum):
    """How a figure is published: as it is, as "fewer than k", or not at all."""

    PLAIN = "plain"
    SMALL = "small"
    COVERED = "covered"


@dataclass(frozen=True)
class Figure:
    """A number that tells of `people` persons out of a `group`.

    A total is covered only when nothing else helps. A figure that is not published stands on no
    page, but somebody could work it out ("attended, did not return"); it is guarded all the same.
    A secret one is guarded whatever its size.
    """

    value: int
    people: int
    group: int
    is_total: bool = False
    published: bool = True
    secret: bool = False

    def is_guarded(self, small: int) -> bool:
        """Whether nobody may learn it. Zero of an empty group tells of nobody; 1 guards nothing."""
        return small > 1 and self.group > 0 and (self.secret or self.people < small)


class Sum(NamedTuple):
    """`total` is the sum of `parts`."""

    total: Name
    parts: tuple[Name, ...]


class Table:
    """Figures, how they add up, and the size `small` below which a group is guarded."""

    def __init__(self, figures: Mapping[Name, Figure], sums: Sequence[Sum], *, small: int) -> None:
        """Raise ValueError when the figures do not add up, or the sums are no network."""
        for total, parts in sums:
            if figures[total].value != sum(figures[part].value for part in parts):
                raise ValueError(total)
        self.figures = figures
        self.sums = sums
        self.small = small
        self._network = Network(
            [(one.total, one.parts) for one in sums],
            {name: figure.value for name, figure in figures.items()},
        )

    def protect(self) -> dict[Name, Shown]:
        """How each figure may be published; with `small` 1 all that can be is published.

        Covering more only widens what is possible, so each figure is looked at once.
        """
        shown = {name: self._first_look(figure) for name, figure in self.figures.items()}
        bounds = self._bounds(shown)
        for name, figure in self.figures.items():
            if not figure.is_guarded(self.small):
                continue
            while self._is_narrow(self._network.reach(name, bounds)):
                covers = self._network.cheapest_opening(name, bounds, self._coverable(shown))
                if not covers and shown[name] is Shown.SMALL:
                    # Even that it is small says too much.
                    covers = [name]
                for cover in covers:
                    shown[cover] = Shown.COVERED
                    bounds[cover] = self._published(cover, Shown.COVERED)
                if not covers:
                    break
        return shown

    def readable(self, shown: Mapping[Name, Shown]) -> dict[Name, Bounds]:
        """Exactly what a reader of the published figures knows about each of them."""
        bounds = self._bounds(shown)
        return {name: self._network.reach(name, bounds) for name in self.figures}

    def _is_narrow(self, known: Bounds) -> bool:
        return known.high - known.low + 1 < (self.small + 1) // 2

    def _first_look(self, figure: Figure) -> Shown:
        if not figure.published:
            return Shown.COVERED
        if not figure.is_guarded(self.small):
            return Shown.PLAIN
        return Shown.SMALL if figure.value < self.small else Shown.COVERED

    def _bounds(self, shown: Mapping[Name, Shown]) -> dict[Name, Bounds]:
        return {name: self._published(name, how) for name, how in shown.items()}

    def _published(self, name: Name, how: Shown) -> Bounds:
        """What the page itself says about the figure."""
        figure = self.figures[name]
        if how is Shown.PLAIN:
            return Bounds(figure.value, figure.value)
        if how is Shown.SMALL:
            return Bounds(0, self.small - 1)
        # Somebody may guess that a covered figure would be marked as small if it were.
        is_guessed = figure.published and figure.value >= self.small
        return Bounds(self.small if is_guessed else 0, UNBOUNDED)

    def _coverable(self, shown: Mapping[Name, Shown]) -> dict[Name, Closed]:
        """Visible figures that may be covered: what that loses, and what is known of them then."""
        return {
            name: Closed(
                cost=figure.value + (TOTAL if figure.is_total else 0),
                bounds=self._published(name, Shown.COVERED),
            )
            for name, figure in self.figures.items()
            if shown[name] is Shown.PLAIN and figure.group > 0
        }
