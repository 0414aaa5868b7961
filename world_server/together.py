"""Questions that come while another is being answered are answered together, in one go."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Together(Generic[Question, Answer]):
    """Asks `answer_all` for one question when all is quiet, for hundreds at once in a storm.

    No question waits for others to come: whoever finds nobody asking asks for all who wait by then.
    """

    def __init__(
        self, answer_all: Callable[[Sequence[Question]], Awaitable[Sequence[Answer | Exception]]]
    ) -> None:
        """`answer_all` gives an answer, or why there is none, for each question in order."""
        self._answer_all = answer_all
        self._waiting: list[tuple[Question, asyncio.Future[Answer]]] = []
        self._turn = asyncio.Lock()

    async def ask(self, question: Question) -> Answer:
        """The answer to one question; raise what `answer_all` raises or gives for it."""
        mine: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, mine))
        try:
            async with self._turn:
                if not mine.done():
                    await self._answer_waiting()
        finally:
            if not mine.cancel() and not mine.cancelled():
                mine.exception()  # looked at, so that nobody complains if the asker has gone away
        return mine.result()

    async def _answer_waiting(self) -> None:
        asked = [(question, mine) for question, mine in self._waiting if not mine.done()]
        self._waiting = []
        try:
            answers = await self._answer_all([question for question, _ in asked])
        except Exception as problem:  # noqa: BLE001  everybody is told, each in their own place
            answers = [problem] * len(asked)
        except asyncio.CancelledError:
            self._waiting = [*asked, *self._waiting]  # the next in turn asks for them again
            raise
        for (_, mine), answer in zip(asked, answers, strict=True):
            if mine.done():
                continue
            if isinstance(answer, Exception):
                mine.set_exception(answer)
            else:
                mine.set_result(answer)
