"""Who came and who came back, told by hand and held for whatever stays there are."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from admin.analytics import Held, Totals, Week, event_returns, totals, visit_days, weeks
from world_server.store.returns import Stay

SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)
QUALIFYING = 30


def stay(
    visitor: str,
    day: date,
    seconds: int = 60,
    *,
    event: int | None = None,
    remembered: bool = True,
) -> Stay:
    return Stay(visitor, day, event, seconds, remembered)


def all_time(*stays: Stay) -> Totals:
    return totals(visit_days(stays, qualifying_seconds=QUALIFYING))


def by_week(*stays: Stay, today: date = MONDAY) -> list[Week]:
    return weeks(visit_days(stays, qualifying_seconds=QUALIFYING), today=today)


def test_a_day_qualifies_by_all_its_stays_together() -> None:
    assert all_time(stay("a", SUNDAY, 15), stay("a", SUNDAY, 15, event=1)).visit_days == 1
    assert all_time(stay("a", SUNDAY, 15), stay("a", SUNDAY, 14)).visitors == 0


def test_two_days_make_a_returner_and_two_stays_of_one_day_do_not() -> None:
    assert all_time(stay("a", SUNDAY), stay("a", SUNDAY, event=2)) == Totals(1, 0, 1)
    assert all_time(stay("a", SUNDAY), stay("a", MONDAY)) == Totals(1, 1, 2)


def test_who_is_not_remembered_is_a_stranger_on_every_day() -> None:
    stays = [stay("a", SUNDAY, remembered=False), stay("a", MONDAY, remembered=False)]
    assert all_time(*stays) == Totals(visitors=2, returners=0, visit_days=2)


def test_a_day_before_consent_is_not_held_against_anybody() -> None:
    stays = [stay("a", SUNDAY, remembered=False), stay("a", MONDAY)]
    assert all_time(*stays).returners == 0


def test_a_week_begins_on_monday() -> None:
    assert by_week(stay("a", SUNDAY), stay("a", MONDAY)) == [
        Week(monday=MONDAY, visitors=1, again=1, visit_days=1),
        Week(monday=MONDAY - timedelta(weeks=1), visitors=1, again=0, visit_days=1),
    ]


def test_back_within_the_first_week_counts_as_back_in_it() -> None:
    (week,) = by_week(stay("a", MONDAY), stay("a", MONDAY + timedelta(days=6)), stay("b", MONDAY))
    assert (week.visitors, week.again, week.first, week.visit_days) == (2, 1, 1, 3)


def test_weeks_without_visits_are_there_up_to_today() -> None:
    found = by_week(stay("a", MONDAY), today=MONDAY + timedelta(weeks=2))
    assert [week.visitors for week in found] == [0, 0, 1]


def test_without_stays_there_are_no_weeks() -> None:
    assert by_week() == []
    assert all_time() == Totals(0, 0, 0)


def test_coming_back_is_counted_from_the_attendees_last_day_in_the_event() -> None:
    held = Held(7, "酒蔵", SUNDAY)
    stays = [
        stay("same day", SUNDAY, event=7),
        stay("same day", SUNDAY),
        stay("next day", SUNDAY, event=7),
        stay("next day", MONDAY),
        stay("day 30", SUNDAY, event=7),
        stay("day 30", SUNDAY + timedelta(days=30)),
        stay("day 31", SUNDAY, event=7),
        stay("day 31", SUNDAY + timedelta(days=31)),
        stay("before", SUNDAY - timedelta(days=1)),
        stay("before", SUNDAY, event=7),
        stay("past midnight", SUNDAY, event=7),
        stay("past midnight", MONDAY, event=7),
        stay("not long", SUNDAY, 29, event=7),
        stay("not long", MONDAY),
        stay("back for a blink", SUNDAY, event=7),
        stay("back for a blink", MONDAY, 29),
        stay("nameless", SUNDAY, event=7, remembered=False),
        stay("nameless", MONDAY, remembered=False),
        stay("elsewhere", SUNDAY),
        stay("elsewhere", MONDAY),
    ]
    (found,) = event_returns(
        stays, [held], qualifying_seconds=QUALIFYING, return_days=30, today=SUNDAY
    )
    assert (found.attended, found.followed, found.returned) == (8, 7, 2)


def test_a_figure_is_settled_when_the_last_who_could_return_had_the_days() -> None:
    held = Held(7, "夜の会", SUNDAY)
    stays = [stay("a", SUNDAY, event=7), stay("a", MONDAY, event=7)]

    def settled(today: date) -> bool:
        (found,) = event_returns(
            stays, [held], qualifying_seconds=QUALIFYING, return_days=30, today=today
        )
        return found.settled

    assert not settled(MONDAY + timedelta(days=30))
    assert settled(MONDAY + timedelta(days=31))


some_stays = st.lists(
    st.builds(
        Stay,
        visitor=st.sampled_from("abcdefgh"),
        day=st.dates(SUNDAY, SUNDAY + timedelta(days=40)),
        event_id=st.sampled_from([None, 1, 2]),
        active_seconds=st.integers(0, 90),
        remembered=st.booleans(),
    ),
    max_size=40,
)
EVENTS = [Held(1, "one", SUNDAY), Held(2, "two", SUNDAY + timedelta(days=7))]
TODAY = SUNDAY + timedelta(days=50)


def everything(stays: Sequence[Stay]) -> object:
    days = visit_days(stays, qualifying_seconds=QUALIFYING)
    effects = event_returns(
        stays, EVENTS, qualifying_seconds=QUALIFYING, return_days=30, today=TODAY
    )
    return totals(days), weeks(days, today=TODAY), effects


@given(stays=some_stays, seed=st.integers())
def test_the_order_of_stays_changes_nothing(stays: list[Stay], seed: int) -> None:
    shuffled = list(stays)
    random.Random(seed).shuffle(shuffled)
    assert everything(shuffled) == everything(stays)


@given(stays=some_stays)
def test_figures_hold_together(stays: list[Stay]) -> None:
    days = visit_days(stays, qualifying_seconds=QUALIFYING)
    whole, found = totals(days), weeks(days, today=TODAY)
    assert 0 <= whole.returners <= whole.visitors <= whole.visit_days
    assert sum(week.visit_days for week in found) == whole.visit_days
    assert sum(week.first for week in found) <= whole.visitors
    assert sum(week.again for week in found) >= whole.returners
    for week in found:
        assert week.monday.isoweekday() == 1
        assert 0 <= week.again <= week.visitors <= week.visit_days <= 7 * week.visitors
    for event in event_returns(
        stays, EVENTS, qualifying_seconds=QUALIFYING, return_days=30, today=TODAY
    ):
        assert 0 <= event.returned <= event.followed <= event.attended


@given(stays=some_stays)
def test_who_is_not_remembered_is_never_a_returner(stays: list[Stay]) -> None:
    forgotten = [one._replace(remembered=False) for one in stays]
    days = visit_days(forgotten, qualifying_seconds=QUALIFYING)
    assert totals(days).returners == 0
    assert all(week.again == 0 for week in weeks(days, today=TODAY))
    effects = event_returns(
        forgotten, EVENTS, qualifying_seconds=QUALIFYING, return_days=30, today=TODAY
    )
    assert all(event.followed == event.returned == 0 for event in effects)


@given(stays=some_stays)
def test_one_more_remembered_day_never_makes_fewer(stays: list[Stay]) -> None:
    more = [*stays, stay("a", SUNDAY + timedelta(days=40))]
    days, more_days = (visit_days(one, qualifying_seconds=QUALIFYING) for one in (stays, more))
    before, after = totals(days), totals(more_days)
    assert after.returners >= before.returners
    assert after.visit_days >= before.visit_days


@given(stays=some_stays)
def test_all_time_agrees_with_counting_one_visitor_after_the_other(stays: list[Stay]) -> None:
    returners = 0
    for visitor in {one.visitor for one in stays}:
        mine = [one for one in stays if one.visitor == visitor]
        good = [
            day
            for day in {one.day for one in mine}
            if sum(one.active_seconds for one in mine if one.day == day) >= QUALIFYING
            and any(one.remembered for one in mine if one.day == day)
        ]
        returners += len(good) >= 2
    assert all_time(*stays).returners == returners
