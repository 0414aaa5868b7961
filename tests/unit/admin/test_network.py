"""How far one figure can move while all sums stay right."""

import pytest

from admin.network import Bounds, Closed, Name, Network

FIXED: dict[Name, Bounds] = {"a": Bounds(3, 3), "b": Bounds(4, 4), "c": Bounds(7, 7)}


def network() -> Network:
    return Network([("c", ("a", "b"))], {"a": 3, "b": 4, "c": 7})


def test_what_stands_alone_moves_as_it_likes() -> None:
    alone = Network([], {"a": 3})
    assert alone.reach("a", {"a": Bounds(0, 9)}) == Bounds(0, 9)


def test_between_fixed_figures_nothing_moves() -> None:
    bounds = FIXED | {"a": Bounds(0, 9)}
    assert network().reach("a", bounds) == Bounds(3, 3)


def test_one_moves_as_far_as_another_makes_room() -> None:
    bounds = FIXED | {"a": Bounds(0, 9), "b": Bounds(2, 9)}
    assert network().reach("a", bounds) == Bounds(0, 5)
    bounds["c"] = Bounds(7, 8)
    assert network().reach("a", bounds) == Bounds(0, 6)


def test_the_cheapest_figure_that_helps_is_opened() -> None:
    bounds = FIXED | {"a": Bounds(0, 9)}
    closed: dict[Name, Closed] = {
        "b": Closed(4, Bounds(4, 99)),
        "c": Closed(7, Bounds(4, 99)),
    }
    assert network().cheapest_opening("a", bounds, closed) == ["b"]
    assert network().cheapest_opening("a", bounds, {"c": closed["c"]}) == ["c"]
    assert network().cheapest_opening("a", bounds, {}) == []
    assert network().cheapest_opening("a", bounds, {"b": Closed(4, Bounds(4, 4))}) == []


def test_a_way_through_several_sums_opens_all_it_needs() -> None:
    values: dict[Name, int] = {"x": 1, "y": 5, "xy": 6, "z": 7, "yz": 12}
    chain = Network([("xy", ("x", "y")), ("yz", ("y", "z"))], values)
    bounds = {name: Bounds(value, value) for name, value in values.items()}
    bounds["x"] = Bounds(0, 9)
    known = Closed(7, Bounds(0, 99))
    closed: dict[Name, Closed] = {"y": known, "z": known}
    assert sorted(map(str, chain.cheapest_opening("x", bounds, closed))) == ["y", "z"]


def test_a_figure_of_three_sums_is_no_flow() -> None:
    values: dict[Name, int] = {"a": 1, "b": 1, "c": 1, "d": 1}
    with pytest.raises(ValueError, match="a"):
        Network([("b", ("a",)), ("c", ("a",)), ("d", ("a",))], values)


def test_sums_that_cannot_be_turned_into_flows_are_refused() -> None:
    values: dict[Name, int] = {"a": 3, "b": 1, "c": 2, "d": 1}
    with pytest.raises(ValueError, match="1"):
        Network([("a", ("b", "c")), ("c", ("b", "d"))], values)
