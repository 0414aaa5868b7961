"""What earns a badge of each kind, and what just does not; and which occasion it is a badge of."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.store.badge_rules import (
    LONGEST_WINDOW,
    BadgeRules,
    Occasion,
    Rally,
    attended,
    came_in_month,
    event_occasion,
    host_occasion,
    hosted,
    month_occasion,
    rallied,
    rally_occasion,
    real_occasion,
)
from world_server.store.clock import JST, visit_day
from world_server.store.tables.award import BadgeKind, Source
from world_server.store.tables.event import Event, EventState, RuleKind

S = EventState
NOON = datetime(2026, 11, 22, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)
ISLANDS = Rally(
    id="islands",
    name="島めぐり",
    places=("torii", "sakagura", "akamon"),
    first_day=date(2026, 4, 1),
    last_day=date(2027, 3, 31),
)
STREET = Rally(id="street", name="酒蔵通り", places=("sakagura",), first_day=date(2026, 4, 1))
RULES = BadgeRules(monthly_days=2, host_seconds=300, rallies=(ISLANDS, STREET))


def an_event(state: EventState = S.OPEN, *, minutes: int = 20, length: timedelta = HOUR) -> Event:
    return Event(
        id=7,
        slug="abc",
        title="酒蔵通りを歩く",
        place="sakagura",
        starts_at=NOON,
        ends_at=NOON + length,
        capacity=20,
        languages=["ja"],
        rule_kind=RuleKind.MINUTES,
        rule_value=minutes,
        state=state,
        created_by=1,
        created_at=NOON,
    )


@pytest.mark.parametrize(
    ("state", "seconds", "earned"),
    [
        (S.OPEN, 1199, False),
        (S.OPEN, 1200, True),
        (S.OPEN, 1201, True),
        (S.ENDED, 1199, False),
        (S.ENDED, 1200, True),
        (S.DRAFT, 9999, False),
        (S.PUBLISHED, 9999, False),
        (S.CANCELLED, 9999, False),
    ],
)
def test_an_event_gives_its_badge_for_the_seconds_it_asks_for(
    state: EventState, *, seconds: int, earned: bool
) -> None:
    verdict = attended(an_event(state), active_seconds=seconds)
    assert (verdict is not None) == earned
    if verdict is not None:
        assert (verdict.occasion.key, verdict.source) == ("event:7", Source.PRESENCE)


@pytest.mark.parametrize(
    ("state", "minutes", "seconds", "earned"),
    [
        (S.ENDED, 20, 299, False),
        (S.ENDED, 20, 300, True),
        (S.ENDED, 2, 119, False),  # a short event asks no more of a guide than of a visitor
        (S.ENDED, 2, 120, True),
        (S.OPEN, 20, 9999, False),  # nobody knows yet whether it was held to its end
        (S.CANCELLED, 20, 9999, False),
    ],
)
def test_whoever_held_an_event_has_a_badge_when_it_has_ended(
    state: EventState, *, minutes: int, seconds: int, earned: bool
) -> None:
    verdict = hosted(an_event(state, minutes=minutes), hosting_seconds=seconds, rules=RULES)
    assert (verdict is not None) == earned
    if verdict is not None:
        assert (verdict.occasion.key, verdict.source) == ("host:7", Source.PRESENCE)


NOVEMBER = [date(2026, 11, day) for day in (1, 2, 30)]


@pytest.mark.parametrize(
    ("days", "day", "remembered", "key"),
    [
        (NOVEMBER[:1], NOVEMBER[0], True, None),
        (NOVEMBER[:2], NOVEMBER[1], True, "monthly:2026-11"),
        (NOVEMBER, NOVEMBER[2], True, "monthly:2026-11"),
        ([NOVEMBER[0], NOVEMBER[0]], NOVEMBER[0], True, None),  # the same day twice is one day
        ([date(2026, 10, 31), NOVEMBER[0]], NOVEMBER[0], True, None),
        ([date(2025, 11, 1), NOVEMBER[0]], NOVEMBER[0], True, None),
        ([NOVEMBER[2], date(2026, 12, 1)], date(2026, 12, 1), True, None),
        ([date(2026, 12, 1), date(2026, 12, 31)], date(2026, 12, 31), True, "monthly:2026-12"),
        (NOVEMBER, NOVEMBER[2], False, None),
    ],
)
def test_a_month_gives_a_badge_to_who_came_on_two_days_of_it(
    *, days: list[date], day: date, remembered: bool, key: str | None
) -> None:
    verdict = came_in_month(days, day=day, remembered=remembered, rules=RULES)
    assert (None if verdict is None else verdict.occasion.key) == key
    if verdict is not None:
        assert verdict.source is Source.MONTH


def test_a_month_ends_at_midnight_in_kashima() -> None:
    before = datetime(2026, 11, 30, 14, 59, 59, tzinfo=UTC)
    days = [visit_day(before), visit_day(before + timedelta(seconds=1))]
    assert days == [date(2026, 11, 30), date(2026, 12, 1)]
    assert came_in_month(days, day=days[-1], remembered=True, rules=RULES) is None


ALL = {"torii", "sakagura", "akamon"}
IN_TIME = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("stamped", "day", "held", "keys"),
    [
        (ALL, IN_TIME, (), {"rally:islands:2026", "rally:street:2026"}),
        (ALL | {"romon"}, IN_TIME, (), {"rally:islands:2026", "rally:street:2026"}),
        (ALL - {"akamon"}, IN_TIME, (), {"rally:street:2026"}),
        (ALL - {"sakagura"}, IN_TIME, (), set()),
        (set(), IN_TIME, (), set()),
        (ALL, date(2026, 3, 31), (), set()),
        (ALL, date(2026, 4, 1), (), {"rally:islands:2026", "rally:street:2026"}),
        (ALL, date(2027, 3, 31), (), {"rally:islands:2027", "rally:street:2027"}),
        (ALL, date(2027, 4, 1), (), {"rally:street:2027"}),
        (ALL, IN_TIME, ("rally:islands:2026",), {"rally:street:2026"}),
        (ALL, date(2027, 1, 1), ("rally:islands:2026", "rally:street:2026"), set()),
        (ALL, IN_TIME, ("monthly:2026-11", "event:7"), {"rally:islands:2026", "rally:street:2026"}),
    ],
)
def test_a_rally_gives_its_badge_once_for_all_its_places(
    stamped: set[str], day: date, held: tuple[str, ...], keys: set[str]
) -> None:
    verdicts = list(rallied(stamped, day=day, held=held, rules=RULES))
    assert {verdict.occasion.key for verdict in verdicts} == keys
    assert {verdict.source for verdict in verdicts} <= {Source.STAMPS}


def days_of(moment: datetime) -> int:
    """The day in Kashima of a moment, as the contract reckons it."""
    return (int(moment.timestamp()) + 9 * 3600) // 86_400


def accepted(occasion: Occasion) -> bool:
    """Whether the contract's `defineBadge` takes this occasion."""
    day = (occasion.occurred_on - date(1970, 1, 1)).days
    length = occasion.closes_at - occasion.opens_at
    return (
        timedelta() < length <= LONGEST_WINDOW
        and days_of(occasion.opens_at) <= day <= days_of(occasion.closes_at)
        and 0 < len(occasion.title) <= 80
        and len(occasion.key) <= 80
    )


@given(day=st.dates(date(2026, 1, 1), date(2100, 1, 1)))
def test_every_occasion_is_one_the_contract_accepts(day: date) -> None:
    for occasion in (
        month_occasion(day),
        rally_occasion(ISLANDS, day),
        real_occasion(spot="michinoeki", name="道の駅鹿島", day=day),
    ):
        assert accepted(occasion)
        now = datetime.combine(day, datetime.max.time(), tzinfo=JST)
        assert occasion.opens_at <= now < occasion.closes_at


@given(
    starts=st.datetimes(datetime(2026, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  made aware below
    minutes=st.integers(1, 720),
)
def test_an_event_and_its_host_have_badges_the_contract_accepts(
    starts: datetime, minutes: int
) -> None:
    event = an_event()
    event.starts_at = starts.replace(tzinfo=UTC)
    event.ends_at = event.starts_at + timedelta(minutes=minutes)
    assert accepted(event_occasion(event))
    assert accepted(host_occasion(event))


def test_an_occasion_says_all_that_a_name_in_any_language_needs() -> None:
    told = [
        month_occasion(date(2026, 11, 22)),
        rally_occasion(ISLANDS, date(2026, 11, 22)),
        real_occasion(spot="michinoeki", name="道の駅鹿島", day=date(2026, 11, 23)),
        host_occasion(an_event()),
    ]
    assert [(one.key, one.kind, one.place, one.title, str(one.occurred_on)) for one in told] == [
        ("monthly:2026-11", BadgeKind.MONTHLY, "", "2026年11月の来訪", "2026-11-22"),
        ("rally:islands:2026", BadgeKind.RALLY, "", "島めぐり", "2026-11-22"),
        ("real:michinoeki:2026-11-23", BadgeKind.REAL, "michinoeki", "道の駅鹿島", "2026-11-23"),
        ("host:7", BadgeKind.HOST, "sakagura", "酒蔵通りを歩く", "2026-11-22"),
    ]
