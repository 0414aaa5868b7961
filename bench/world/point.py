"""One measured point: a server on one core, so many people on the other, and what became of it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp

from bench.world import generator
from bench.world.generator import Failed, Report, Window
from bench.world.peers import Peer
from bench.world.processes import running, said
from bench.world.town import (
    LOAD_CORE,
    SERVER_CORE,
    BenchTown,
    Square,
    Venue,
    World,
    free_port,
)

LATEST_MS = 250.0
LEAST_UPDATES = 0.95
"""A point holds when p99 from send to seen is below, and the share of due updates above."""

NOISE_SERVER, NOISE_LOAD, NOISE_STOLEN = 0.06, 0.12, 0.03
"""Shares of the time in which a process wanted to run and somebody else had its core."""

LIMIT_CPU, LIMIT_LATE_MS = 0.9, 40.0
"""Above these the generator itself was the limit."""

METRIC_SECONDS = 1.0
WARM_SECONDS = 3.0
CONNECT_SECONDS = 60.0
Cores = tuple[int | None, int | None]

OWN_RULE = {"cells": 20, "cap": 100}
"""PS3 without a budget: the nearest hundred of the 3 x 3 cells of 20 m."""


@dataclass(frozen=True, slots=True)
class Beats:
    """What a world's own meters said over the last seconds of a run."""

    share: float
    """Share of the time that went into beats."""
    skipped: int


@dataclass(frozen=True, slots=True)
class Point:
    """One run against one server."""

    server: str
    square: str
    count: int
    report: Report | None
    beats: Beats | None = None
    why: str = ""
    is_judged: bool = True
    """False where people are shown less than the rule of holding asks for, on purpose."""

    @property
    def window(self) -> Window:
        """The measured seconds; raise Failed when there were none."""
        if self.report is None:
            raise Failed(self.why)
        return self.report.window()

    @property
    def is_measured(self) -> bool:
        """Whether everybody got in and the run came to its end."""
        return self.report is not None and bool(self.report.windows)

    @property
    def holds(self) -> bool:
        """Whether everybody was served in time."""
        if not self.is_measured or self.report is None or self.report.gone:
            return False
        window = self.window
        return window.updates >= LEAST_UPDATES and 0 < window.ages.p99 < LATEST_MS

    @property
    def is_noisy(self) -> bool:
        """Whether other programs took so much that the point should be measured again."""
        if not self.is_measured:
            return False
        window = self.window
        return (
            window.server.waited > NOISE_SERVER
            or window.generator.waited > NOISE_LOAD
            or window.stolen > NOISE_STOLEN
        )

    @property
    def is_limited_by_load(self) -> bool:
        """Whether the generator was the limit, not the server."""
        if not self.is_measured:
            return False
        window = self.window
        return window.generator.run > LIMIT_CPU or window.late.p99 > LIMIT_LATE_MS

    def line(self) -> str:
        """For who watches."""
        name = f"{self.server:14} {self.square:6} {self.count:5}"
        if not self.is_measured:
            told = self.why or (self.report and f"{self.report.problem} {self.report.reasons}")
            return f"{name} fails: {told}"
        window = self.window
        verdict = "holds" if self.holds else "fails" if self.is_judged else "done"
        remarks = [" noisy"] * self.is_noisy + [" LOAD IS THE LIMIT"] * self.is_limited_by_load
        return (
            f"{name} {verdict}{''.join(remarks)}: p99 {window.ages.p99:.0f} ms, near"
            f" {window.near_ages.p99:.0f} ms, updates {window.updates:.1%}, down"
            f" {window.down / 1000:.1f} kB/s, up {window.up / 1000:.2f} kB/s, cpu"
            f" {window.server.run:.2f}, load {window.generator.run:.2f}, waited"
            f" {window.server.waited:.2f}/{window.generator.waited:.2f}, lost {window.lost}"
        )


@dataclass(frozen=True, slots=True)
class Bench:
    """What every stage needs."""

    town: BenchTown
    loadgen: Path
    sender: Path
    folder: Path
    seconds: float
    tell: Callable[[str], None]
    scale: float = 1.0
    cores: Cores = (SERVER_CORE, LOAD_CORE)
    """Of servers, and of the generator; None is any."""

    def scaled(self, count: int) -> int:
        """So many people, fewer in a rehearsal."""
        return max(20, round(count * self.scale))

    async def town_point(
        self,
        count: int,
        *,
        square: Square,
        budget: int | None = None,
        cores: Cores | None = None,
        storming: int = 0,
        **more: object,
    ) -> Point:
        """Our whole server, complete; budget 0 shows the nearest hundred at every beat."""
        await self.town.empty_redis()
        return await self.world_point(
            count,
            square=square,
            venue=self.town.venues[0],
            budget=budget,
            cores=cores or self.cores,
            storming=storming,
            more=more,
        )

    async def world_point(
        self,
        count: int,
        *,
        square: Square,
        venue: Venue,
        budget: int | None,
        cores: Cores,
        first: int = 0,
        storming: int = 0,
        more: Mapping[str, object] | None = None,
    ) -> Point:
        """One of our worlds and the people in it; Redis is left as it is."""
        async with (
            self.town.invited(
                count, square=square, venue=venue, storming=storming, first=first
            ) as file,
            self.town.world(venue.world, core=cores[0], budget=budget) as server,
        ):
            options = {
                "adapter": "kashima",
                "count": count,
                "inside": count - storming,
                "port": server.port,
                "path": f"/w/{venue.world}/socket.io",
                "visitors": file,
                "processes": server.process,
                **square.options(),
                **OWN_RULE,
            }
            point, beats = await self._with_meters(
                server, self._point("kashima", square, options, core=cores[1], more=more or {})
            )
        done = replace(point, beats=beats, is_judged=budget == 0)
        self.tell(done.line())
        return done

    async def peer_point(self, peer: Peer, count: int, *, square: Square) -> Point:
        """Somebody else's server; its square begins at 0."""
        port = free_port()
        log = self.folder / f"{peer.name}.log"
        command = peer.command(port, sender=self.sender)
        async with running(command, core=self.cores[0], log=log) as process:
            await said(log, "listening", process=process)
            options = {
                "count": count,
                "port": port,
                "side": square.side,
                "processes": process.pid,
                **peer.options,
            }
            if peer.options["adapter"] == "kashima":
                names = self.folder / "nobody"
                names.write_text("ticket - - 100 100\n" * count)
                options["visitors"] = names
            point = await self._point(peer.name, square, options, core=self.cores[1], more={})
        self.tell(point.line())
        return point

    async def _point(
        self,
        name: str,
        square: Square,
        options: Mapping[str, object],
        *,
        core: int | None,
        more: Mapping[str, object],
    ) -> Point:
        asked = {
            "connect": CONNECT_SECONDS,
            "warm": WARM_SECONDS,
            "seconds": self.seconds,
            **options,
            **more,
        }
        count = int(str(options["count"]))
        try:
            report = await generator.run(self.loadgen, core=core, options=asked)
        except Failed as failed:
            return Point(name, square.name, count, None, why=str(failed))
        return Point(name, square.name, count, report)

    async def _with_meters(
        self, world: World, running_point: Awaitable[Point]
    ) -> tuple[Point, Beats | None]:
        """Look at the world's meters every second; the last looks fall into the measured time."""
        looks: list[tuple[float, float, float]] = []
        now = asyncio.get_running_loop().time

        async def look() -> None:
            while True:
                with suppress(aiohttp.ClientError, TimeoutError):  # the point itself will tell
                    spent = await world.metric("kashima_beat_seconds_sum")
                    skipped = await world.metric("kashima_beats_skipped_total")
                    looks.append((now(), spent, skipped))
                await asyncio.sleep(METRIC_SECONDS)

        async with asyncio.TaskGroup() as group:
            watching = group.create_task(look(), name="meters")
            try:
                point = await running_point
            finally:
                watching.cancel()
        back = min(len(looks), max(2, int(self.seconds)))
        if back < 2:  # noqa: PLR2004  two looks make a difference
            return point, None
        (began, spent, missed), (ended, spent_then, missed_then) = looks[-back], looks[-1]
        return point, Beats((spent_then - spent) / (ended - began), int(missed_then - missed))


async def search(
    measure: Callable[[int], Awaitable[Point]], *, start: int, points: int, precision: float = 0.1
) -> tuple[Point | None, Point | None]:
    """The largest count found that holds, and the smallest that does not.

    A point that fails on a noisy machine is measured once more.
    """
    best: Point | None = None
    worst: Point | None = None
    count = start
    for _ in range(points):
        point = await measure(count)
        if not point.holds and point.is_noisy:
            point = await measure(count)
        if point.holds:
            best = point
        else:
            worst = point
        low = 0 if best is None else best.count
        if worst is None:
            count = _rounded(low * 1.25)
        elif best is None:
            count = _rounded(worst.count * 0.65)
        else:
            count = _rounded((low + worst.count) / 2)
        if (best and worst and worst.count - low <= precision * low) or count in (
            low,
            worst and worst.count,
        ):
            break
    return best, worst


def _rounded(count: float) -> int:
    step = 5 if count < 300 else 25  # noqa: PLR2004  about a tenth of a step of the search
    return max(step, round(count / step) * step)
