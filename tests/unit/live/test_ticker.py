"""The beat: late ones are left out and never made up for."""

import asyncio

import pytest

from world_server.live.ticker import keep_beating, keep_doing


class Time:
    """Seconds that pass only by sleeping and by work that takes them."""

    def __init__(self) -> None:
        self.now = 100.0
        self.naps: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


async def beats_of(work: list[float]) -> tuple[list[float], list[int]]:
    """Beat times and skips when the n-th beat takes so many seconds."""
    time = Time()
    at: list[float] = []
    skipped: list[int] = []
    left = iter(work)

    def beat(now: float) -> None:
        at.append(round(now - 100, 6))
        took = next(left, None)
        if took is None:
            raise asyncio.CancelledError
        time.now += took

    with pytest.raises(asyncio.CancelledError):
        await keep_beating(beat, period=0.1, now=time, skipped=skipped.append, sleep=time.sleep)
    return at, skipped


async def test_beats_come_ten_a_second_without_drifting() -> None:
    at, skipped = await beats_of([0.01, 0.03, 0.0, 0.09, 0.01])
    assert at == pytest.approx([0, 0.1, 0.2, 0.3, 0.4, 0.5])
    assert skipped == []


async def test_a_stall_leaves_beats_out_and_the_next_gaps_are_whole_again() -> None:
    at, skipped = await beats_of([0.01, 0.35, 0.01, 0.01])
    assert at[:2] == pytest.approx([0, 0.1])
    assert at[2] == pytest.approx(0.45)
    assert at[3:] == pytest.approx([0.5, 0.6])
    assert sum(skipped) == 2


async def test_how_late_each_beat_began_is_told() -> None:
    time = Time()
    lags: list[float] = []
    naps = iter([0.0, 0.04, 0.0])

    async def oversleep(seconds: float) -> None:
        extra = next(naps, None)
        if extra is None:
            raise asyncio.CancelledError
        await time.sleep(seconds + extra)

    with pytest.raises(asyncio.CancelledError):
        await keep_beating(
            lambda _now: None,
            period=0.1,
            now=time,
            skipped=lambda _count: None,
            late=lags.append,
            sleep=oversleep,
        )
    assert lags == pytest.approx([0, 0, 0.04, 0])


async def test_work_that_dies_ends_the_loop() -> None:
    async def work() -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        await keep_doing(work, period=1)


async def test_work_is_done_again_after_a_rest() -> None:
    time = Time()
    done = 0

    async def work() -> None:
        nonlocal done
        done += 1
        if done == 3:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await keep_doing(work, period=2.5, sleep=time.sleep)
    assert time.naps == [2.5, 2.5]
