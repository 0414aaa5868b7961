"""A part that died is started again soon, later, and in the end not at all."""

from kashima.restarts import PAUSES, WINDOW, pause_before_restart


def test_each_death_within_a_minute_makes_the_pause_longer() -> None:
    deaths = [float(second) for second in range(len(PAUSES))]
    pauses = [pause_before_restart(deaths[: n + 1], now=deaths[n]) for n in range(len(deaths))]
    assert pauses == list(PAUSES)
    assert sorted(PAUSES) == list(PAUSES)


def test_one_death_more_and_the_part_is_given_up() -> None:
    deaths = [float(second) for second in range(len(PAUSES) + 1)]
    assert pause_before_restart(deaths, now=deaths[-1]) is None


def test_a_part_that_lived_long_enough_starts_anew() -> None:
    deaths = [0.0, 1.0, 2.0, 3.0, 3.0 + WINDOW]
    assert pause_before_restart(deaths, now=3.0 + WINDOW) == PAUSES[0]
