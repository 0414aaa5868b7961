"""One run: a server on one core, so many people on the other."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp

from bench.world import generator
from bench.world.generator import Failed
from bench.world.peers import Peer
from bench.world.processes import free_port, running, said
from bench.world.squares import Square
from bench.world.town import LOAD_CORE, SERVER_CORE, BenchTown, Venue, World
from bench.world.verdict import OURS, Beats, Point

METRIC_SECONDS = 1.0
WARM_SECONDS = 3.0
CONNECT_SECONDS = 60.0
Cores = tuple[int | None, int | None]

OWN_RULE = {"cells": 20, "cap": 100}
"""PS3 without a budget: the nearest hundred of the 3 x 3 cells of 20 m."""


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
                server, self._point(OURS, square, options, core=cores[1], more=more or {})
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
