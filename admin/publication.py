"""Pure: the marketer's tables as they may be published, small groups hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from admin.analytics import EventReturn, Totals, Week
from admin.network import Name
from admin.suppression import Figure, Shown, Sum, Table

COVERED = "＊"


@dataclass(frozen=True)
class Cell:
    """One figure as published; `value` is None when it is hidden."""

    value: int | None
    text: str

    @property
    def plain(self) -> str:
        """For a spreadsheet: the number without commas, or how it is hidden."""
        return self.text if self.value is None else str(self.value)


@dataclass(frozen=True)
class TotalsRow:
    """Everybody, over all time."""

    visitors: Cell
    returners: Cell
    visit_days: Cell


@dataclass(frozen=True)
class WeekRow:
    """One week; `monday` names it."""

    monday: date
    visitors: Cell
    first: Cell
    again: Cell
    visit_days: Cell

    @property
    def iso(self) -> str:
        """The week's ISO name, such as 2026-W47."""
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"


@dataclass(frozen=True)
class EventRow:
    """One event; `share` is the percentage of the followed who returned, None when hidden."""

    title: str
    day: date
    attended: Cell
    followed: Cell
    returned: Cell
    share: int | None
    settled: bool


@dataclass(frozen=True)
class Publication:
    """All tables of one look at the figures, and how many of their cells are hidden."""

    totals: TotalsRow
    weeks: list[WeekRow]
    events: list[EventRow]
    hidden: int


def publish(
    totals: Totals, weeks: Sequence[Week], events: Sequence[EventReturn], *, small: int
) -> Publication:
    """What may be shown of these figures when groups below `small` people are guarded."""
    flow = _Page(_flow(totals, weeks, small=small))
    effect = _Page(_effect(events, small=small))
    return Publication(
        totals=TotalsRow(
            visitors=flow.cell("people"),
            returners=flow.cell("returners"),
            visit_days=flow.cell("days"),
        ),
        weeks=[
            WeekRow(
                monday=week.monday,
                visitors=flow.cell(("visitors", week.monday)),
                first=flow.cell(("first", week.monday)),
                again=flow.cell(("again", week.monday)),
                visit_days=flow.cell(("days", week.monday)),
            )
            for week in weeks
        ],
        events=[_event_row(one, effect) for one in events],
        hidden=flow.hidden + effect.hidden,
    )


def _flow(totals: Totals, weeks: Sequence[Week], *, small: int) -> Table:
    """Totals and weeks, and what ties them.

    `backs` counts a person once for every week they were back in; `at once` are those who came
    back in the very week they first came; `more days` are a week's visit days beyond the first of
    each visitor.
    """
    people, once = totals.visitors, totals.visitors - totals.returners
    backs = sum(week.again for week in weeks)
    at_once = people - sum(week.first for week in weeks)
    figures: dict[Name, Figure] = {
        "people": Figure(people, people, people, is_total=True),
        # People less returners are those who came once; when those are few, one must not be told.
        "returners": Figure(
            totals.returners, totals.returners, people, is_total=True, secret=once < small
        ),
        "days": Figure(totals.visit_days, people, people, is_total=True),
        "backs": _untold(backs),
        "more backs": _untold(backs - totals.returners),
        "at once": _untold(at_once),
    }
    sums = [Sum("backs", ("returners", "more backs"))]
    for week in weeks:
        monday, here = week.monday, week.visitors
        figures |= {
            ("visitors", monday): Figure(here, here, here),
            ("first", monday): Figure(week.first, week.first, here),
            ("again", monday): Figure(week.again, week.again, here),
            ("days", monday): Figure(week.visit_days, here, here),
            ("more days", monday): _untold(week.visit_days - here),
        }
        sums += [
            Sum(("visitors", monday), (("first", monday), ("again", monday))),
            Sum(("days", monday), (("visitors", monday), ("more days", monday))),
        ]
    mondays = [week.monday for week in weeks]
    sums += [
        Sum("people", ("at once", *(("first", monday) for monday in mondays))),
        Sum("backs", tuple(("again", monday) for monday in mondays)),
        Sum("days", tuple(("days", monday) for monday in mondays)),
    ]
    return Table(figures, sums, small=small)


def _untold(value: int) -> Figure:
    """A figure on no page that nobody minds, and that loosens a sum: nobody knows it."""
    return Figure(value, value, 0, published=False)


def _effect(events: Sequence[EventReturn], *, small: int) -> Table:
    figures: dict[Name, Figure] = {}
    sums = []
    for one in events:
        key = one.event.event_id
        strangers = one.attended - one.followed
        lost = one.followed - one.returned
        figures |= {
            ("attended", key): Figure(one.attended, one.attended, one.attended),
            ("followed", key): Figure(one.followed, one.followed, one.attended),
            ("returned", key): Figure(one.returned, one.returned, one.followed),
            # That nobody declined to be remembered need not be kept from anybody.
            ("strangers", key): Figure(strangers, strangers, strangers, published=False),
            ("lost", key): Figure(lost, lost, one.followed, published=False),
        }
        sums += [
            Sum(("attended", key), (("followed", key), ("strangers", key))),
            Sum(("followed", key), (("returned", key), ("lost", key))),
        ]
    return Table(figures, sums, small=small)


def _event_row(one: EventReturn, page: "_Page") -> EventRow:
    key = one.event.event_id
    followed, returned = page.cell(("followed", key)), page.cell(("returned", key))
    known = followed.value and returned.value is not None
    return EventRow(
        title=one.event.title,
        day=one.event.day,
        attended=page.cell(("attended", key)),
        followed=followed,
        returned=returned,
        share=round(100 * one.returned / one.followed) if known else None,
        settled=one.settled,
    )


class _Page:
    """A protected table that is read cell by cell."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._shown = table.protect()

    @property
    def hidden(self) -> int:
        """How many published figures are hidden."""
        return sum(
            figure.published and self._shown[name] is not Shown.PLAIN
            for name, figure in self._table.figures.items()
        )

    def cell(self, name: Name) -> Cell:
        """The figure `name` as it may be shown."""
        value = self._table.figures[name].value
        match self._shown[name]:
            case Shown.PLAIN:
                return Cell(value=value, text=f"{value:,}")
            case Shown.SMALL:
                return Cell(value=None, text=f"<{self._table.small}")
            case Shown.COVERED:
                return Cell(value=None, text=COVERED)
