"""Questions are answered in as few goes as possible, each with its own answer."""

import asyncio
from collections.abc import Sequence

import pytest

from world_server.together import Together


class Oracle:
    """Doubles numbers, slowly; remembers how it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.may_answer = asyncio.Event()

    async def __call__(self, questions: Sequence[int]) -> Sequence[int | Exception]:
        self.asked.append(list(questions))
        await self.may_answer.wait()
        return [ValueError(one) if one < 0 else one * 2 for one in questions]


async def test_who_asks_alone_is_answered_alone() -> None:
    oracle = Oracle()
    oracle.may_answer.set()
    together = Together(oracle)
    assert [await together.ask(2), await together.ask(3)] == [4, 6]
    assert oracle.asked == [[2], [3]]


async def test_who_comes_while_another_is_answered_waits_for_one_common_answer() -> None:
    oracle = Oracle()
    together = Together(oracle)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(together.ask(number)) for number in range(100)]
        await asyncio.sleep(0)
        oracle.may_answer.set()
    assert [task.result() for task in tasks] == [number * 2 for number in range(100)]
    assert oracle.asked == [[0], list(range(1, 100))]
    assert await together.ask(7) == 14


async def test_one_question_without_an_answer_spoils_no_other() -> None:
    oracle = Oracle()
    oracle.may_answer.set()
    together = Together(oracle)
    answers = await asyncio.gather(
        together.ask(1), together.ask(-5), together.ask(2), return_exceptions=True
    )
    assert [answers[0], answers[2]] == [2, 4]
    assert isinstance(answers[1], ValueError)


async def test_when_nothing_can_be_answered_everybody_is_told() -> None:
    async def fail(_questions: Sequence[int]) -> Sequence[int]:
        raise ConnectionError

    together: Together[int, int] = Together(fail)
    answers = await asyncio.gather(together.ask(1), together.ask(2), return_exceptions=True)
    assert [type(answer) for answer in answers] == [ConnectionError, ConnectionError]
    with pytest.raises(ConnectionError):
        await together.ask(3)


async def test_who_goes_away_while_asking_for_all_leaves_the_others_an_answer() -> None:
    oracle = Oracle()
    together = Together(oracle)
    loop = asyncio.get_running_loop()
    first, second, third = (loop.create_task(together.ask(number)) for number in (1, 2, 3))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    third.cancel()
    oracle.may_answer.set()
    assert await second == 4
    with pytest.raises(asyncio.CancelledError):
        await first
    with pytest.raises(asyncio.CancelledError):
        await third
    assert await together.ask(9) == 18
