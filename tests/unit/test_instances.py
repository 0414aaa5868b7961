"""Names of instances are made and read alike."""

import pytest

from world_server.instances import PUBLIC, base_of, base_of_event, nth_instance, number_of


@pytest.mark.parametrize("base", [PUBLIC, base_of_event("1f0c9a77d2")])
@pytest.mark.parametrize("number", [1, 2, 17])
def test_a_name_says_which_sibling_it_is(base: str, number: int) -> None:
    name = nth_instance(base, number)
    assert (base_of(name), number_of(name)) == (base, number)


def test_the_first_has_the_plain_name() -> None:
    assert nth_instance("event-x", 1) == "event-x"
    assert nth_instance("event-x", 2) == "event-x.2"
