"""Small groups stay hidden from a reader who adds, subtracts and tries every possibility."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from admin import suppression
from admin.network import Bounds, Name
from admin.suppression import Figure, Shown, Sum, Table

SMALL = 4
"""A small k keeps the exhaustive search small; the rules are the same for ten."""

MOST = 24
"""Larger than any figure of these tests, so that the search ends."""


def possible(table: Table, shown: dict[Name, Shown], name: Name) -> list[int]:
    """Every value `name` could have, by trying all (the reader of the module, without its wit)."""
    bounds = {}
    for one, figure in table.figures.items():
        match shown[one]:
            case Shown.PLAIN:
                bounds[one] = range(figure.value, figure.value + 1)
            case Shown.SMALL:
                bounds[one] = range(table.small)
            case Shown.COVERED:
                is_guessed = figure.published and figure.value >= table.small
                bounds[one] = range(table.small if is_guessed else 0, MOST)
    return [value for value in bounds[name] if _fits(table.sums, bounds, {name: value})]


def _fits(sums: Sequence[Sum], bounds: dict[Name, range], guess: dict[Name, int]) -> bool:
    """Whether the guess can be completed so that every sum is right."""
    guess = dict(guess)
    while forced := _forced(sums, guess):
        for name, value in forced.items():
            if value not in bounds[name]:
                return False
        guess |= forced
    if any(
        guess[total] != sum(guess[part] for part in parts)
        for total, parts in sums
        if {total, *parts} <= guess.keys()
    ):
        return False
    free = [name for name in bounds if name not in guess]
    if not free:
        return True
    name = min(free, key=lambda one: len(bounds[one]))
    return any(_fits(sums, bounds, guess | {name: value}) for value in bounds[name])


def _forced(sums: Sequence[Sum], guess: dict[Name, int]) -> dict[Name, int]:
    """What follows from a sum of which only one figure is not guessed yet."""
    for total, parts in sums:
        missing = [name for name in (total, *parts) if name not in guess]
        if missing == [total]:
            return {total: sum(guess[part] for part in parts)}
        if len(missing) == 1:
            rest = sum(guess[part] for part in parts if part in guess)
            return {missing[0]: guess[total] - rest}
    return {}


def row(first: int, again: int) -> Table:
    visitors = first + again
    return Table(
        {
            "visitors": Figure(visitors, visitors, visitors),
            "first": Figure(first, first, visitors),
            "again": Figure(again, again, visitors),
        },
        [Sum("visitors", ("first", "again"))],
        small=10,
    )


def test_large_figures_are_shown() -> None:
    assert set(row(20, 30).protect().values()) == {Shown.PLAIN}


def test_a_small_figure_takes_its_neighbour_with_it() -> None:
    assert row(30, 3).protect() == {
        "visitors": Shown.PLAIN,
        "first": Shown.COVERED,
        "again": Shown.SMALL,
    }


def test_zero_of_many_is_small_and_zero_of_nobody_is_zero() -> None:
    assert row(30, 0).protect()["again"] is Shown.SMALL
    assert set(row(0, 0).protect().values()) == {Shown.PLAIN}


def test_a_neighbour_that_would_still_tell_takes_the_sum_with_it() -> None:
    # Eleven visitors and "first" known to be ten or more would leave 0 or 1 for "again".
    assert row(10, 1).protect() == {
        "visitors": Shown.COVERED,
        "first": Shown.COVERED,
        "again": Shown.SMALL,
    }


def test_a_group_below_the_size_hides_its_whole_row() -> None:
    assert set(row(3, 2).protect().values()) == {Shown.SMALL}


def test_a_small_figure_in_a_column_takes_a_second_one() -> None:
    values = {"a": 3, "b": 40, "c": 25}
    figures: dict[Name, Figure] = {name: Figure(n, n, n) for name, n in values.items()}
    figures["total"] = Figure(68, 68, 68, is_total=True)
    shown = Table(figures, [Sum("total", ("a", "b", "c"))], small=10).protect()
    assert shown == {
        "a": Shown.SMALL,
        "b": Shown.PLAIN,
        "c": Shown.COVERED,
        "total": Shown.PLAIN,
    }


def test_an_unpublished_difference_is_guarded_too() -> None:
    figures: dict[Name, Figure] = {
        "attended": Figure(30, 30, 30),
        "returned": Figure(28, 28, 30),
        "stayed away": Figure(2, 2, 30, published=False),
    }
    table = Table(figures, [Sum("attended", ("returned", "stayed away"))], small=10)
    assert table.protect()["returned"] is Shown.COVERED


def test_a_secret_is_kept_though_it_is_large() -> None:
    figures: dict[Name, Figure] = {
        "people": Figure(40, 40, 40, is_total=True),
        "returners": Figure(35, 35, 40, is_total=True, secret=True),
    }
    shown = Table(figures, [], small=10).protect()
    assert shown == {"people": Shown.PLAIN, "returners": Shown.COVERED}


def test_with_size_one_nothing_is_hidden() -> None:
    table = Table({"a": Figure(1, 1, 5), "b": Figure(0, 0, 5)}, [], small=1)
    assert set(table.protect().values()) == {Shown.PLAIN}


def test_figures_that_do_not_add_up_are_refused() -> None:
    figures: dict[Name, Figure] = {"a": Figure(1, 1, 1), "b": Figure(2, 2, 2)}
    with pytest.raises(ValueError, match="a"):
        Table(figures, [Sum("a", ("b",))], small=10).protect()


def test_a_reader_learns_what_subtraction_gives() -> None:
    table = row(30, 3)
    naive: dict[Name, Shown] = dict.fromkeys(table.figures, Shown.PLAIN)
    assert table.readable(naive | {"again": Shown.SMALL})["again"] == Bounds(3, 3)


groups = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=3)


def weekly(pairs: list[tuple[int, int]], together: int) -> Table:
    """Weeks of (first, again) under totals, tied as the marketer's page ties them."""
    people, visitors = sum(first for first, _ in pairs), sum(map(sum, pairs))
    figures: dict[Name, Figure] = {"people": Figure(people, people, visitors, is_total=True)}
    sums = []
    for week, (first, again) in enumerate(pairs):
        here = first + again
        figures |= {
            ("visitors", week): Figure(here, here, here),
            ("first", week): Figure(first, first, here),
            ("again", week): Figure(again, again, here),
        }
        sums.append(Sum(("visitors", week), (("first", week), ("again", week))))
    sums.append(Sum("people", tuple(("first", week) for week in range(len(pairs)))))
    if together:
        backs = sum(again for _, again in pairs)
        returners = max(again for _, again in pairs)
        figures |= {
            "backs": Figure(backs, backs, 0, published=False),
            "returners": Figure(returners, returners, visitors, is_total=True),
            "more": Figure(backs - returners, 0, 0, published=False),
        }
        sums += [
            Sum("backs", tuple(("again", week) for week in range(len(pairs)))),
            Sum("backs", ("returners", "more")),
        ]
    return Table(figures, sums, small=SMALL)


def test_where_even_smallness_tells_the_figure_it_is_not_said() -> None:
    table = weekly([(1, 3)] * 3, together=0)
    assert table.protect()["people"] is Shown.COVERED


@settings(deadline=None, max_examples=100)
@given(pairs=groups, together=st.integers(0, 1))
def test_trying_every_possibility_never_leaves_one_value(
    pairs: list[tuple[int, int]], together: int
) -> None:
    table = weekly(pairs, together)
    shown = table.protect()
    for name, figure in table.figures.items():
        if figure.is_guarded(SMALL):
            assert len(possible(table, shown, name)) >= (SMALL + 1) // 2, (name, shown)


@settings(deadline=None, max_examples=100)
@given(pairs=groups, together=st.integers(0, 1), hidden=st.sets(st.integers(0, 14), max_size=7))
def test_the_reader_knows_exactly_what_trying_everything_tells(
    pairs: list[tuple[int, int]], together: int, hidden: set[int]
) -> None:
    table = weekly(pairs, together)
    shown: dict[Name, Shown] = {
        name: Shown.PLAIN if figure.published else Shown.COVERED
        for name, figure in table.figures.items()
    }
    for number, name in enumerate(table.figures):
        if number in hidden and table.figures[name].published:
            is_small = table.figures[name].value < SMALL
            shown[name] = Shown.SMALL if is_small else Shown.COVERED
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suppression, "UNBOUNDED", MOST - 1)  # as far as the search goes
        readable = table.readable(shown)
    for name, known in readable.items():
        assert possible(table, shown, name) == list(range(known.low, known.high + 1))


@settings(deadline=None)
@given(pairs=groups)
def test_what_is_guarded_is_never_shown_and_totals_go_last(pairs: list[tuple[int, int]]) -> None:
    table = weekly(pairs, together=1)
    shown = table.protect()
    for name, figure in table.figures.items():
        if figure.is_guarded(SMALL):
            assert shown[name] is not Shown.PLAIN
        if shown[name] is Shown.SMALL:
            assert figure.value < SMALL


def test_five_years_of_weeks_are_quick() -> None:
    pairs = [(week % 23, week % 7) for week in range(260)]
    table = weekly(pairs, together=1)
    shown = table.protect()
    assert sum(how is Shown.PLAIN for how in shown.values()) > 400
