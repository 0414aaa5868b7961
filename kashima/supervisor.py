"""Starts the parts of a town stage by stage, keeps them running, and stops them in reverse."""

import asyncio
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from kashima.child import Child
from kashima.logfile import LogFile
from kashima.parts import Part
from kashima.progress import Progress
from kashima.readiness import Answers, Finishes
from kashima.restarts import pause_before_restart

START_SECONDS = 120.0
"""A minter that replays a long chain needs its time; what needs longer will never come."""

KILL_SECONDS = 0.5
"""The kernel needs a moment to end even what is killed."""

ASK_AGAIN = 0.05
SHOW_SECONDS = 0.5
LAST_LINES = 12


class PartFailed(Exception):
    """A part did not start, or died too often; `lines` are the last it said."""

    def __init__(self, part: str, *, log: Path, lines: str) -> None:
        super().__init__(part)
        self.part = part
        self.log = log
        self.lines = lines


class Supervisor:
    """All processes of one town on one machine."""

    def __init__(self, stages: Sequence[Sequence[Part]], *, logs: Path, progress: Progress) -> None:
        self._stages = stages
        self._progress = progress
        self._logs = {
            part.name: LogFile(Path(os.devnull) if part.says_secret else logs / f"{part.name}.log")
            for stage in stages
            for part in stage
        }
        self._children: dict[str, Child] = {}

    async def run(self, when_ready: Callable[[], None]) -> None:
        """Start everything, call `when_ready`, then watch until cancelled.

        Raise PartFailed when a part cannot be kept running. However this ends, every process
        has ended before it returns.
        """
        try:
            async with asyncio.TaskGroup() as group:
                waiting = group.create_task(self._show_waiting(), name="waiting line")
                for stage in self._stages:
                    await self._start_stage(stage, group=group)
                waiting.cancel()
                when_ready()
                await asyncio.Event().wait()
        except BaseExceptionGroup as surprises:
            failures = surprises.subgroup(PartFailed)
            if failures is None:
                raise
            raise failures.exceptions[0] from None
        finally:
            await self._stop()

    def said(self, part: str) -> str:
        """The last lines that part said."""
        return self._logs[part].last_lines(LAST_LINES)

    def kill(self) -> None:
        """End every process at once, for an operator who does not want to wait."""
        for child in self._children.values():
            child.kill()

    async def _start_stage(self, stage: Sequence[Part], *, group: asyncio.TaskGroup) -> None:
        ready = [asyncio.Event() for _ in stage]
        for part, event in zip(stage, ready, strict=True):
            self._progress.begin(part.name)
            group.create_task(self._keep(part, ready=event), name=part.name)
        for event in ready:
            await event.wait()

    async def _keep(self, part: Part, *, ready: asyncio.Event) -> None:
        """Keep one part running for as long as the town runs; raise PartFailed."""
        clock = asyncio.get_running_loop().time
        deaths: list[float] = []
        while True:
            child = await self._start(part)
            if isinstance(part.readiness, Finishes):
                came = await child.ended() == 0
            else:
                came = await self._comes(part, child=child, answers=part.readiness)
            if came:
                self._tell_ready(part, ready=ready)
            if isinstance(part.readiness, Finishes) and came:
                return
            await child.ended()
            deaths.append(clock())
            pause = pause_before_restart(deaths, now=clock()) if ready.is_set() else None
            if pause is None:
                raise self._failed(part)
            self._progress.say("restarting", part=self._progress.label(part.name), seconds=pause)
            await asyncio.sleep(pause)

    async def _start(self, part: Part) -> Child:
        child = await Child.start(
            part.command, environment=part.environment, log=self._logs[part.name]
        )
        self._children[part.name] = child
        return child

    async def _comes(self, part: Part, *, child: Child, answers: Answers) -> bool:
        """Whether the child answers before it ends; raise PartFailed when it does neither."""
        try:
            async with asyncio.timeout(START_SECONDS):
                while not child.has_ended:
                    if await answers.is_ready():
                        return True
                    await child.ended_within(ASK_AGAIN)
        except TimeoutError:
            raise self._failed(part) from None
        return False

    def _tell_ready(self, part: Part, *, ready: asyncio.Event) -> None:
        if ready.is_set():
            self._progress.say("restarted", part=self._progress.label(part.name))
        else:
            self._progress.finish(part.name)
            ready.set()

    def _failed(self, part: Part) -> PartFailed:
        return PartFailed(part.name, log=self._logs[part.name].path, lines=self.said(part.name))

    async def _show_waiting(self) -> None:
        while True:
            await asyncio.sleep(SHOW_SECONDS)
            self._progress.show_waiting()

    async def _stop(self) -> None:
        """Stop the last stage first, so that nobody loses what it still writes to."""
        for stage in reversed(self._stages):
            children = [self._children[part.name] for part in stage if part.name in self._children]
            for child in children:
                child.ask_to_stop()
            patience = asyncio.get_running_loop().time() + max(part.patience for part in stage)
            for child in children:
                await child.ended_within(patience - asyncio.get_running_loop().time())
            for child in children:
                child.kill()
            for child in children:
                await child.ended_within(KILL_SECONDS)
        for log in self._logs.values():
            log.close()
