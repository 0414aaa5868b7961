"""Pure rules of badges: what each kind asks for, and which occasion it is a badge of.

Facts go in, a verdict or nothing comes out; nothing is read or written here. A badge's occasion
also says when the chain may award it: no window is longer than the contract's 400 days, and the
day a badge stands for lies inside.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from world_server.store.clock import JST
from world_server.store.rules import needed_seconds
from world_server.store.tables.award import BadgeKind, Source
from world_server.store.tables.event import Event, EventState

AWARD_GRACE = timedelta(days=30)
"""How long after its occasion a badge may still be issued on the chain."""

DOORS_BEFORE = timedelta(days=1)
"""How long before its start an event may open its doors and badges may be issued."""

LONGEST_WINDOW = timedelta(days=400)
"""The contract refuses a badge that can be awarded for longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a badge is of: everything its row says, found by `key`.

    `place` is empty for what belongs to the whole town. A host's badge is titled like its event,
    the badge of a real visit like its spot: the kind says the rest, in every language. The badge of
    a month or a rally stands for the day on which somebody earned it first, since an issuer cannot
    define badges of long ago; the month and the year are in the key.
    """

    key: str
    kind: BadgeKind
    title: str
    place: str
    occurred_on: date
    opens_at: datetime
    closes_at: datetime
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A badge was earned: of which occasion, and what that rests on."""

    occasion: Occasion
    source: Source


@dataclass(frozen=True, slots=True)
class Rally:
    """Places to reach in any order, and the days between which reaching the last one counts."""

    id: str
    name: str
    places: tuple[str, ...]
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeRules:
    """The thresholds this town lives by; the settings say what each means."""

    qualifying_seconds: int = 30
    monthly_days: int = 2
    host_seconds: int = 300
    rallies: tuple[Rally, ...] = ()


DEFAULT_RULES = BadgeRules()
"""The thresholds of a town that sets none of its own, and has no rallies."""


# ── verdicts ────────────────────────────────────────────────────────────────


def attended(event: Event, *, active_seconds: int) -> Verdict | None:
    """The event's badge, for enough active seconds in it; a cancelled event has none."""
    if event.state not in (EventState.OPEN, EventState.ENDED):
        return None
    if active_seconds < seconds_needed(event):
        return None
    return Verdict(event_occasion(event), Source.PRESENCE)


def hosted(event: Event, *, hosting_seconds: int, rules: BadgeRules) -> Verdict | None:
    """The host's badge, for whoever was guide or staff of an event that has ended.

    A short event asks of them no more than of any visitor.
    """
    if event.state is not EventState.ENDED:
        return None
    if hosting_seconds < min(rules.host_seconds, seconds_needed(event)):
        return None
    return Verdict(host_occasion(event), Source.PRESENCE)


def came_in_month(
    days: Iterable[date], *, day: date, remembered: bool, rules: BadgeRules
) -> Verdict | None:
    """The badge of the month of `day`, for enough visit days (JST) in it.

    Only for whoever agreed to be remembered: anybody else is counted for one stay.
    """
    in_month = {one for one in days if (one.year, one.month) == (day.year, day.month)}
    if not remembered or len(in_month) < rules.monthly_days:
        return None
    return Verdict(month_occasion(day), Source.MONTH)


def rallied(
    stamped: Collection[str], *, day: date, held: Collection[str], rules: BadgeRules
) -> Iterator[Verdict]:
    """The badges of rallies that are complete on `day`, of those that are not `held` yet.

    `held` are keys of badges. A rally has one badge a year, and a visitor completes it once.
    """
    already = {tuple(key.split(":")[:2]) for key in held}
    for rally in rules.rallies:
        is_on = rally.first_day <= day and (rally.last_day is None or day <= rally.last_day)
        if is_on and ("rally", rally.id) not in already and set(rally.places) <= set(stamped):
            yield Verdict(rally_occasion(rally, day), Source.STAMPS)


# ── occasions ───────────────────────────────────────────────────────────────


def event_occasion(event: Event) -> Occasion:
    """An event's badge can be awarded from a day before it until 30 days after."""
    return Occasion(
        key=f"event:{event.id}",
        kind=BadgeKind.EVENT,
        event_id=event.id,
        title=event.title,
        place=event.place,
        occurred_on=event.starts_at.astimezone(JST).date(),
        opens_at=event.starts_at - DOORS_BEFORE,
        closes_at=event.ends_at + AWARD_GRACE,
    )


def host_occasion(event: Event) -> Occasion:
    """The badge of those who held the event."""
    return Occasion(
        key=host_key(event.id),
        kind=BadgeKind.HOST,
        title=event.title,
        place=event.place,
        occurred_on=event.starts_at.astimezone(JST).date(),
        opens_at=event.starts_at - DOORS_BEFORE,
        closes_at=event.ends_at + AWARD_GRACE,
    )


def host_key(event_id: int | None) -> str:
    """The key of the badge of those who held an event."""
    return f"host:{event_id}"


def month_occasion(day: date) -> Occasion:
    """The badge of the month `day` lies in."""
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return Occasion(
        key=f"monthly:{first:%Y-%m}",
        kind=BadgeKind.MONTHLY,
        title=f"{first.year}年{first.month}月の来訪",
        place="",
        occurred_on=day,
        opens_at=_midnight(first),
        closes_at=_midnight(after) + AWARD_GRACE,
    )


def rally_occasion(rally: Rally, day: date) -> Occasion:
    """The rally's badge of the year `day` lies in."""
    return Occasion(
        key=f"rally:{rally.id}:{day.year}",
        kind=BadgeKind.RALLY,
        title=rally.name,
        place="",
        occurred_on=day,
        opens_at=_midnight(date(day.year, 1, 1)),
        closes_at=_midnight(date(day.year + 1, 1, 1)) + AWARD_GRACE,
    )


def real_occasion(*, spot: str, name: str, day: date) -> Occasion:
    """The badge of having been at a real counter on `day` (JST); `name` is the spot's, Japanese."""
    return Occasion(
        key=f"real:{spot}:{day.isoformat()}",
        kind=BadgeKind.REAL,
        title=name,
        place=spot,
        occurred_on=day,
        opens_at=_midnight(day),
        closes_at=_midnight(day + timedelta(days=1)) + AWARD_GRACE,
    )


def seconds_needed(event: Event) -> int:
    """Active seconds this event's badge asks for."""
    return needed_seconds(
        kind=event.rule_kind,
        value=event.rule_value,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        opened_at=event.opened_at,
        ended_at=event.ended_at,
    )


def _midnight(day: date) -> datetime:
    """The first moment of a day in Kashima."""
    return datetime.combine(day, time(), tzinfo=JST)
