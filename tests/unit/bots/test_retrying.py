"""How long bots wait before they try again."""

from kashima.bots.retrying import FIRST_DELAY, LONGEST_DELAY, delay


def test_waits_double_up_to_the_longest() -> None:
    waits = [delay(failures, chance=0.5) for failures in range(12)]
    assert waits[0] == FIRST_DELAY
    assert waits[1] == 2 * FIRST_DELAY
    assert waits[-1] == LONGEST_DELAY


def test_a_crowd_is_spread() -> None:
    assert delay(3, chance=0.0) < delay(3, chance=0.9)


def test_what_the_town_asks_for_is_waited() -> None:
    assert delay(0, chance=0.0, at_least=20) == 20
    assert 20 < delay(0, chance=0.9, at_least=20) < 31
