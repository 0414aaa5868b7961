"""So many at once, then one every so often."""

import pytest

from world_server.sim.bucket import Bucket


def test_a_full_bucket_gives_its_size_at_once_and_then_says_how_long_to_wait() -> None:
    bucket = Bucket(size=3, seconds_each=2, now=10)
    assert [bucket.spend(10) for _ in range(3)] == [0, 0, 0]
    assert bucket.spend(10) == pytest.approx(2)
    assert bucket.spend(11) == pytest.approx(1)
    assert bucket.spend(12) == 0
    assert bucket.spend(12) > 0


def test_a_refusal_costs_nothing_and_rest_never_saves_more_than_the_size() -> None:
    bucket = Bucket(size=2, seconds_each=1, now=0)
    assert [bucket.spend(1000), bucket.spend(1000)] == [0, 0]
    for _ in range(50):
        assert bucket.spend(1000) == pytest.approx(1)
    assert bucket.spend(1001) == 0


def test_a_clock_that_steps_back_gives_nothing_away() -> None:
    bucket = Bucket(size=1, seconds_each=1, now=100)
    assert bucket.spend(100) == 0
    assert bucket.spend(50) > 0
    assert bucket.spend(100.5) == pytest.approx(0.5)


def test_many_may_be_taken_together_or_not_at_all() -> None:
    bucket = Bucket(size=10, seconds_each=0.1, now=0)
    assert bucket.spend(0, 8) == 0
    assert bucket.spend(0, 8) == pytest.approx(0.6)
    assert bucket.spend(0.6, 8) == 0
