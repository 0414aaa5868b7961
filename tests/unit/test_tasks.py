"""Work beside the answering: ended with its owner, even when it is hard of hearing."""

import asyncio
import logging

import pytest
from aiohttp import web

from world_server import tasks
from world_server.tasks import FAILURES, Failures, running


@pytest.fixture
def app() -> web.Application:
    made = web.Application()
    made[FAILURES] = Failures()
    return made


async def test_it_has_a_name_and_ends_with_the_block(app: web.Application) -> None:
    async with running(app, "patient", asyncio.sleep(3600)):
        (task,) = [one for one in asyncio.all_tasks() if one.get_name() == "patient"]
    assert task.cancelled()
    assert app[FAILURES] == []


async def test_work_whose_library_swallows_a_cancellation_is_asked_again(
    app: web.Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "AGAIN_SECONDS", 0.01)
    started = asyncio.Event()
    swallowed = []

    async def deaf() -> None:
        while True:
            try:
                started.set()
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                swallowed.append(1)
                if len(swallowed) == 3:
                    raise

    async with asyncio.timeout(5):
        async with running(app, "deaf", deaf()):
            await started.wait()
    assert len(swallowed) == 3


async def test_work_that_fails_while_ending_is_logged_and_stops_nothing(
    app: web.Application, caplog: pytest.LogCaptureFixture
) -> None:
    started = asyncio.Event()

    async def clumsy() -> None:
        try:
            started.set()
            await asyncio.sleep(3600)
        finally:
            raise ValueError

    with caplog.at_level(logging.ERROR):
        async with running(app, "clumsy", clumsy()):
            await started.wait()
    assert caplog.messages == ["a task did not end well"]
    assert app[FAILURES] == []


@pytest.mark.parametrize("fails", [True, False])
async def test_work_that_ends_by_itself_stops_the_process(
    app: web.Application, monkeypatch: pytest.MonkeyPatch, *, fails: bool
) -> None:
    stopped = asyncio.Event()
    monkeypatch.setattr(tasks, "_stop", stopped.set)

    async def dying() -> None:
        if fails:
            raise ValueError

    async with asyncio.timeout(5), running(app, "dying", dying()):
        await stopped.wait()
    assert app[FAILURES] == ["dying"]
