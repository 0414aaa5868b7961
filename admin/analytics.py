"""Pure: stays in, figures out; who came, who came back, and who came back after which event.

A visitor is a person known by a passport. A visit day is a calendar day in Kashima (JST) on which
the visitor's stays add up to enough active seconds. A returner is a visitor with two or more visit
days who agreed to be remembered: without that, a person is counted for that stay only, and another
day of theirs is a stranger's. People who had themselves erased are in no figure about people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from world_server.store.returns import Stay


class VisitDay(NamedTuple):
    """One visitor, one qualifying day; `remembered` when they agreed to it that day."""

    visitor: str
    day: date
    remembered: bool


@dataclass(frozen=True)
class Totals:
    """Everybody, over all time."""

    visitors: int
    returners: int
    visit_days: int


@dataclass(frozen=True)
class Week:
    """One ISO week (Monday to Sunday, JST); visitors = first + again.

    `again` are visitors whose second or later visit day lies in the week; `first` all others, who
    were here for the first time, or are not remembered.
    """

    monday: date
    visitors: int
    again: int
    visit_days: int

    @property
    def first(self) -> int:
        return self.visitors - self.again


class Held(NamedTuple):
    """An event that has ended."""

    event_id: int
    title: str
    day: date


@dataclass(frozen=True)
class EventReturn:
    """Who came back after one event: attended ≥ followed ≥ returned.

    `followed` are the attendees who agreed to be remembered, the only ones of whom anybody can
    know. `settled` once the days allowed for coming back have passed.
    """

    event: Held
    attended: int
    followed: int
    returned: int
    settled: bool


def visit_days(stays: Iterable[Stay], *, qualifying_seconds: int) -> list[VisitDay]:
    """The qualifying days, in order of day and visitor."""
    seconds: dict[tuple[date, str], int] = defaultdict(int)
    remembered: dict[tuple[date, str], bool] = defaultdict(bool)
    for stay in stays:
        key = (stay.day, stay.visitor)
        seconds[key] += stay.active_seconds
        remembered[key] |= stay.remembered
    return [
        VisitDay(visitor=visitor, day=day, remembered=remembered[day, visitor])
        for day, visitor in sorted(seconds)
        if seconds[day, visitor] >= qualifying_seconds
    ]


def totals(days: Iterable[VisitDay]) -> Totals:
    """Visitors, returners and visit days over all time."""
    people = _people(days)
    return Totals(
        visitors=len(people),
        returners=sum(len(mine) > 1 for mine in people),
        visit_days=sum(map(len, people)),
    )


def weeks(days: Iterable[VisitDay], *, today: date) -> list[Week]:
    """Every week from the first visit day to today's, the newest first, empty weeks included."""
    visitors: Counter[date] = Counter()
    again: Counter[date] = Counter()
    counted: Counter[date] = Counter()
    for mine in _people(days):
        counted.update(map(_monday, mine))
        visitors.update({_monday(day) for day in mine})
        again.update({_monday(day) for day in mine[1:]})
    if not visitors:
        return []
    first, last = min(visitors), max(*visitors, _monday(today))
    return [
        Week(
            monday=monday,
            visitors=visitors[monday],
            again=again[monday],
            visit_days=counted[monday],
        )
        for monday in (last - timedelta(weeks=back) for back in range((last - first).days // 7 + 1))
    ]


def event_returns(
    stays: Sequence[Stay],
    events: Iterable[Held],
    *,
    qualifying_seconds: int,
    return_days: int,
    today: date,
) -> list[EventReturn]:
    """For every event, who attended and came again within `return_days` after it, newest first.

    Coming again is a visit day, anywhere in the town, after the attendee's last day in the event.
    """
    days: dict[str, list[date]] = defaultdict(list)
    for one in visit_days(stays, qualifying_seconds=qualifying_seconds):
        if one.remembered:
            days[one.visitor].append(one.day)
    attended: dict[int, dict[str, list[Stay]]] = defaultdict(lambda: defaultdict(list))
    for stay in stays:
        if stay.event_id is not None:
            attended[stay.event_id][stay.visitor].append(stay)
    window = timedelta(days=return_days)
    found = []
    for event in events:
        present = {
            visitor: max(stay.day for stay in mine)
            for visitor, mine in attended[event.event_id].items()
            if sum(stay.active_seconds for stay in mine) >= qualifying_seconds
        }
        followed = {
            visitor
            for visitor in present
            if any(stay.remembered for stay in attended[event.event_id][visitor])
        }
        returned = [
            visitor
            for visitor in followed
            if any(timedelta() < day - present[visitor] <= window for day in days[visitor])
        ]
        found.append(
            EventReturn(
                event=event,
                attended=len(present),
                followed=len(followed),
                returned=len(returned),
                settled=today > max([event.day, *present.values()]) + window,
            )
        )
    return sorted(found, key=lambda one: (one.event.day, one.event.event_id), reverse=True)


def _people(days: Iterable[VisitDay]) -> list[list[date]]:
    """The days of each person; who is not remembered is a new person every day."""
    grouped: dict[tuple[str, date | None], list[date]] = defaultdict(list)
    for one in sorted(days):
        grouped[one.visitor, None if one.remembered else one.day].append(one.day)
    return list(grouped.values())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
