"""A child is signalled with all it started while it runs, and never once it has ended."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from kashima.child import Child
from kashima.logfile import LogFile


@pytest.fixture
def log(tmp_path: Path) -> LogFile:
    return LogFile(tmp_path / "child.log")


async def start(log: LogFile, script: str) -> Child:
    return await Child.start(["sh", "-c", script], environment={}, log=log)


async def test_the_exit_code_and_the_last_words_are_there_at_the_end(log: LogFile) -> None:
    child = await start(log, "echo first; echo last >&2; exit 7")
    assert await child.ended() == 7
    assert child.has_ended
    assert log.last_lines(5) == "first\nlast"
    log.close()


async def test_waiting_for_the_end_has_an_end(log: LogFile) -> None:
    child = await start(log, "exec sleep 600")
    await child.ended_within(0.01)
    assert not child.has_ended
    child.kill()
    assert await child.ended() == -signal.SIGKILL
    log.close()


async def test_once_it_has_ended_its_number_belongs_to_others_and_is_left_alone(
    log: LogFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = await start(log, "exit 0")
    await child.ended()
    signalled: list[int] = []
    monkeypatch.setattr(os, "killpg", lambda group, _: signalled.append(group))
    child.ask_to_stop()
    child.kill()
    assert signalled == []
    log.close()


async def test_what_it_started_ends_with_it(log: LogFile) -> None:
    child = await start(log, "sleep 600 & echo $!; exit 0")
    async with asyncio.timeout(10):
        # The sleeper holds the output open: only its own end lets the child be over.
        assert await child.ended() == 0
    assert log.last_lines(1).isdigit()
    log.close()
