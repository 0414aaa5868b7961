"""The supervisor starts in order, keeps parts running, gives up with reasons, leaves nothing."""

import asyncio
import io
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from servers import free_port

from kashima import leash, restarts, supervisor
from kashima.parts import Part
from kashima.progress import Progress
from kashima.readiness import AnswersHttp, Finishes
from kashima.supervisor import PartFailed, Supervisor

SERVER = """
import os, signal, sys, threading, time
from http.server import BaseHTTPRequestHandler, HTTPServer

name, port, diary = sys.argv[1], int(sys.argv[2]), sys.argv[3]

def note(what):
    with open(diary, "a") as file:
        file.write(f"{what} {name} {os.getpid()}\\n")

class Health(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()
    def log_message(self, *words):
        pass

def stop(*_):
    note("stopping")
    if "slow" not in sys.argv:
        os._exit(0)

signal.signal(signal.SIGTERM, stop)
if "child" in sys.argv:
    import subprocess
    note(f"child-{subprocess.Popen(['sleep', '600']).pid}")
if "chatty" in sys.argv:
    print("x" * 1_000_000)
print(f"{name} says hello", flush=True)
note("started")
server = HTTPServer(("127.0.0.1", port), Health)
while True:
    server.handle_request()
"""


@dataclass
class Town:
    """A handful of small processes and what they wrote down."""

    folder: Path

    @property
    def diary(self) -> list[list[str]]:
        path = self.folder / "diary"
        return [line.split() for line in path.read_text().splitlines()] if path.exists() else []

    def pid(self, name: str) -> int:
        return [int(pid) for what, who, pid in self.diary if (what, who) == ("started", name)][-1]

    def server(self, name: str, *manners: str) -> Part:
        port = free_port()
        script = [sys.executable, "-c", SERVER, name, str(port), str(self.folder / "diary")]
        return Part(
            name=name,
            command=[*script, *manners],
            readiness=AnswersHttp("127.0.0.1", port),
            environment={"PATH": os.environ["PATH"]},  # noqa: TID251  children need a PATH
            patience=0.5,
        )

    def one_shot(self, name: str, script: str) -> Part:
        return Part(name=name, command=["sh", "-c", script], readiness=Finishes(), environment={})

    @asynccontextmanager
    async def running(self, stages: Sequence[Sequence[Part]]) -> AsyncIterator[Supervisor]:
        """The supervisor with everything ready; stopped in the end, and nothing may be left."""
        ready = asyncio.Event()
        supervising = Supervisor(stages, logs=self.folder, progress=self.progress(io.StringIO()))
        async with asyncio.TaskGroup() as group:
            task = group.create_task(supervising.run(ready.set))
            waiting = group.create_task(ready.wait())
            await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
            try:
                if ready.is_set():
                    yield supervising
            finally:
                waiting.cancel()
                task.cancel()
        assert [pid for _, _, pid in self.diary if is_alive(int(pid))] == []

    def progress(self, out: io.StringIO) -> Progress:
        return Progress(out, japanese=False, clock=asyncio.get_running_loop().time)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restarts, "PAUSES", (0.01, 0.01))


def is_alive(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110  what is waited for happens in another process
            await asyncio.sleep(0.02)


async def test_a_stage_waits_for_the_one_before_and_stopping_goes_backwards(town: Town) -> None:
    stages = [
        [
            town.server("redis"),
            town.one_shot("migrate", f"echo done migrate $$ >>{town.folder}/diary"),
        ],
        [town.server("world"), town.server("admin")],
    ]
    async with town.running(stages):
        pass
    order = [(what, who) for what, who, _ in town.diary]
    first, second = set(order[:2]), set(order[2:4])
    assert first == {("started", "redis"), ("done", "migrate")}
    assert second == {("started", "world"), ("started", "admin")}
    assert set(order[4:6]) == {("stopping", "world"), ("stopping", "admin")}
    assert order[6:] == [("stopping", "redis")]


@pytest.mark.parametrize("needs_pipe", [False, True])
async def test_a_part_that_dies_is_started_again(
    town: Town, monkeypatch: pytest.MonkeyPatch, *, needs_pipe: bool
) -> None:
    monkeypatch.setattr(leash, "NEEDS_PIPE", needs_pipe)
    async with town.running([[town.server("world")]]):
        first = town.pid("world")
        os.kill(first, signal.SIGKILL)
        await until(lambda: town.pid("world") != first)
        assert is_alive(town.pid("world"))


async def test_a_part_that_keeps_dying_stops_everything_and_its_last_words_are_told(
    town: Town,
) -> None:
    with pytest.raises(ExceptionGroup) as failed:  # noqa: PT012  the failure comes in between
        async with town.running([[town.server("redis")], [town.server("world")]]):
            for deaths in range(1, 10):
                os.kill(town.pid("world"), signal.SIGKILL)
                await until(
                    lambda: len([1 for what, *_ in town.diary if what == "started"]) > deaths + 1  # noqa: B023
                )
    [reason] = failed.value.exceptions
    assert isinstance(reason, PartFailed)
    assert reason.part == "world"
    assert reason.lines.splitlines()[-1] == "world says hello"
    assert reason.log == town.folder / "world.log"
    starts = [who for what, who, _ in town.diary if what == "started"]
    assert starts.count("world") == 1 + len(restarts.PAUSES)


async def test_a_part_that_cannot_start_is_not_tried_again(town: Town) -> None:
    broken = town.one_shot("migrate", "echo no such table; exit 3")
    with pytest.raises(ExceptionGroup) as failed:
        async with town.running([[town.server("redis")], [broken], [town.server("world")]]):
            pytest.fail("a town without a database is not ready")
    [reason] = failed.value.exceptions
    assert isinstance(reason, PartFailed)
    assert (reason.part, reason.lines) == ("migrate", "no such table")
    assert "world" not in [who for _, who, _ in town.diary]


async def test_a_part_that_never_answers_is_given_up(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "START_SECONDS", 0.3)
    mute = Part(
        name="world",
        command=["sleep", "600"],
        readiness=AnswersHttp("127.0.0.1", free_port()),
        environment={},
    )
    with pytest.raises(ExceptionGroup) as failed:
        async with town.running([[mute]]):
            pytest.fail("it never answered")
    assert isinstance(failed.value.exceptions[0], PartFailed)


async def test_a_part_that_will_not_stop_is_killed_with_what_it_started(town: Town) -> None:
    async with town.running([[town.server("world", "slow", "child")]]):
        pass
    children = [what.split("-")[1] for what, _, _ in town.diary if what.startswith("child-")]
    assert len(children) == 1
    await until(lambda: not is_alive(int(children[0])))


async def test_a_part_that_says_very_much_does_not_choke(town: Town) -> None:
    async with town.running([[town.server("world", "chatty")]]) as supervising:
        assert supervising.said("world").splitlines()[-1] == "world says hello"


async def test_what_holds_a_secret_is_told_but_not_logged(town: Town) -> None:
    invite = Part(
        name="invite",
        command=["echo", "link-invite http://127.0.0.1/token"],
        readiness=Finishes(),
        environment={},
        says_secret=True,
    )
    async with town.running([[invite]]) as supervising:
        assert supervising.said("invite") == "link-invite http://127.0.0.1/token"
    assert not (town.folder / "invite.log").exists()


async def test_nothing_is_left_when_stopped_in_the_middle_of_starting(town: Town) -> None:
    mute = Part(
        name="admin",
        command=["sleep", "600"],
        readiness=AnswersHttp("127.0.0.1", free_port()),
        environment={},
    )
    supervising = Supervisor(
        [[town.server("world")], [mute]], logs=town.folder, progress=town.progress(io.StringIO())
    )
    task = asyncio.ensure_future(supervising.run(lambda: pytest.fail("it is not ready")))
    await until(lambda: any(who == "world" for _, who, _ in town.diary))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not is_alive(town.pid("world"))


async def test_every_step_is_told_with_its_time(town: Town) -> None:
    out = io.StringIO()
    ready = asyncio.Event()
    supervising = Supervisor(
        [[town.server("redis")], [town.server("world")]],
        logs=town.folder,
        progress=town.progress(out),
    )
    task = asyncio.ensure_future(supervising.run(ready.set))
    await asyncio.wait_for(ready.wait(), 20)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    lines = out.getvalue().splitlines()
    assert [line.split(" (")[0] for line in lines] == ["  ✓ Redis", "  ✓ the town"]
    assert all(line.endswith(" s)") for line in lines)
