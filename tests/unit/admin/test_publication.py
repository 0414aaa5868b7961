"""The marketer's tables as published: honest totals, hidden cells that stay hidden."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from admin.analytics import (
    EventReturn,
    Held,
    Totals,
    Week,
    event_returns,
    totals,
    visit_days,
    weeks,
)
from admin.publication import COVERED, _effect, _flow, publish
from world_server.store.returns import Stay

MONDAY = date(2026, 11, 23)


def week(back: int, visitors: int, again: int, visit_days: int) -> Week:
    return Week(MONDAY - timedelta(weeks=back), visitors, again, visit_days)


def effect(attended: int, followed: int, returned: int) -> EventReturn:
    return EventReturn(Held(1, "酒蔵", MONDAY), attended, followed, returned, settled=True)


def test_large_figures_stand_as_they_are() -> None:
    page = publish(
        Totals(1060, 25, 1090), [week(0, 30, 20, 40), week(1, 1050, 15, 1050)], [], small=10
    )
    assert page.hidden == 0
    assert page.totals.visitors.text == "1,060"
    assert page.totals.visitors.plain == "1060"
    assert [one.visitors.text for one in page.weeks] == ["30", "1,050"]
    assert page.weeks[0].iso == "2026-W48"


def test_a_small_week_takes_a_second_one_and_the_total_stays_honest() -> None:
    page = publish(
        Totals(85, 20, 110),
        [week(0, 4, 1, 5), week(1, 40, 15, 50), week(2, 70, 13, 55)],
        [],
        small=10,
    )
    assert page.totals.visit_days.text == "110"
    assert page.weeks[0].visitors.text == "<10"
    assert page.weeks[0].visit_days.value is None
    hidden = [one.visit_days.value is None for one in page.weeks]
    assert sum(hidden) == 2


def test_a_share_would_give_a_hidden_figure_away() -> None:
    (row,) = publish(Totals(0, 0, 0), [], [effect(40, 30, 4)], small=10).events
    assert (row.attended.text, row.returned.text, row.share) == ("40", "<10", None)
    (row,) = publish(Totals(0, 0, 0), [], [effect(60, 40, 15)], small=10).events
    assert row.share == 38


def test_few_who_declined_to_be_remembered_are_guarded_and_none_is_not() -> None:
    (row,) = publish(Totals(0, 0, 0), [], [effect(40, 37, 20)], small=10).events
    assert row.followed.text == COVERED
    (row,) = publish(Totals(0, 0, 0), [], [effect(40, 40, 20)], small=10).events
    assert row.followed.text == "40"


def test_with_size_one_everything_is_told() -> None:
    page = publish(Totals(2, 1, 3), [week(0, 2, 1, 3)], [effect(2, 2, 1)], small=1)
    assert page.hidden == 0
    assert page.events[0].share == 50


def test_an_event_nobody_came_to_has_no_share() -> None:
    (row,) = publish(Totals(0, 0, 0), [], [effect(0, 0, 0)], small=1).events
    assert row.share is None


histories = st.lists(
    st.builds(
        Stay,
        visitor=st.integers(0, 60).map(str),
        day=st.dates(MONDAY - timedelta(days=30), MONDAY),
        event_id=st.sampled_from([None, 1]),
        active_seconds=st.just(60),
        remembered=st.booleans(),
    ),
    max_size=200,
)
HELD = [Held(1, "酒蔵", MONDAY - timedelta(days=30)), Held(2, "干潟", MONDAY - timedelta(days=3))]


def assert_nothing_small_can_be_worked_out(stays: list[Stay], *, small: int) -> None:
    days = visit_days(stays, qualifying_seconds=30)
    effects = event_returns(stays, HELD, qualifying_seconds=30, return_days=30, today=MONDAY)
    tables = (
        _flow(totals(days), weeks(days, today=MONDAY), small=small),
        _effect(effects, small=small),
    )
    for table in tables:
        readable = table.readable(table.protect())
        for name, figure in table.figures.items():
            if figure.is_guarded(small):
                assert readable[name].high - readable[name].low + 1 >= (small + 1) // 2, name


@settings(deadline=None, max_examples=60)
@given(stays=histories, small=st.sampled_from([5, 10]))
def test_nothing_small_can_be_worked_out_of_any_few_stays(stays: list[Stay], small: int) -> None:
    assert_nothing_small_can_be_worked_out(stays, small=small)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_small_can_be_worked_out_of_a_busy_town(seed: int) -> None:
    chance = random.Random(seed)
    size, span = chance.choice([150, 400, 900]), chance.choice([7, 30, 100])
    stays = [
        Stay(
            visitor=str(chance.randrange(size // 2)),
            day=MONDAY - timedelta(days=chance.randrange(span)),
            event_id=chance.choice([None, 1, 2]),
            active_seconds=60,
            remembered=chance.random() < 0.7,
        )
        for _ in range(size)
    ]
    assert_nothing_small_can_be_worked_out(stays, small=chance.choice([3, 10, 20]))


@settings(deadline=None, max_examples=60)
@given(stays=histories)
def test_whatever_happened_can_be_published_without_a_small_cell(stays: list[Stay]) -> None:
    days = visit_days(stays, qualifying_seconds=30)
    effects = event_returns(stays, HELD, qualifying_seconds=30, return_days=30, today=MONDAY)
    whole, found = totals(days), weeks(days, today=MONDAY)
    page = publish(whole, found, effects, small=10)
    rows = [*page.weeks, *page.events, page.totals]
    cells = [
        cell
        for one in rows
        for name in ("visitors", "first", "again", "attended", "followed", "returned", "returners")
        if (cell := getattr(one, name, None)) is not None
    ]
    empty = [week for week in page.weeks if week.visitors.value == 0]
    allowed_zeros = 3 * len(empty) + 3 * len(page.events) + 3
    assert all(cell.value is None or cell.value >= 10 or cell.value == 0 for cell in cells)
    assert sum(cell.value == 0 for cell in cells) <= allowed_zeros
