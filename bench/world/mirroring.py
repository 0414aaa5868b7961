"""How much later a guide is seen in the other instances of an event, which other worlds run.

A guide walks in the first instance; one reader there and one in the second note when each of the
guide's poses reaches them. Both worlds have people walking in them meanwhile. The beats of two
processes are as far apart as their starts made them, and stay so: each walk has worlds of its own.
"""

import asyncio
import json
import math
import struct
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median, quantiles

import aiohttp

from bench.record import Figure
from bench.world import generator
from bench.world.generator import Failed
from bench.world.point import Bench
from bench.world.squares import PLAZA, STREET_METRES
from bench.world.town import Venue, World
from kashima.parts import LOOPBACK
from world_server.store.visitors import Passport

CROWD_EACH = 300
ROUNDS = 4
WALK_SECONDS = 6.0
ARRIVAL_SECONDS = 20.0
STEP_SECONDS = 0.1
STEP_METRES = 0.3
CIRCLE_METRES = 20.0
MOVE = struct.Struct("<BBHHHhBB")
RECORD = struct.Struct("<HHHhBB")
HEADER_BYTES = 8
UNIT = 0.02

Place = tuple[int, int]


@dataclass
class Watcher:
    """One connection: who it is, whom it knows as a guide, and when it first saw each place."""

    socket: aiohttp.ClientWebSocketResponse
    welcome: dict[str, object] = field(default_factory=dict)
    guides: set[int] = field(default_factory=set)
    seen: dict[Place, float] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        """Hear until the connection ends."""
        async for message in self.socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self._look(message.data)
            elif message.type is aiohttp.WSMsgType.TEXT:
                await self._hear(message.data)
            self.changed.set()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for something heard; raise TimeoutError."""
        async with asyncio.timeout(ARRIVAL_SECONDS):
            while not holds():
                self.changed.clear()
                await self.changed.wait()

    async def _hear(self, text: str) -> None:
        if text == "2":
            await self.socket.send_str("3")
        elif text.startswith("42"):
            name, body = json.loads(text[2:])
            if name == "welcome":
                self.welcome = body
            cards = body.get("avatars", []) + body.get("came", [])
            self.guides |= {card["id"] for card in cards if card["role"] == "guide"}

    def _look(self, frame: bytes) -> None:
        now = asyncio.get_running_loop().time()
        for at in range(HEADER_BYTES, len(frame), RECORD.size):
            avatar, x, z, *_ = RECORD.unpack_from(frame, at)
            if avatar in self.guides:
                self.seen.setdefault((x, z), now)


Walk = tuple[dict[Place, float], Watcher, Watcher]
"""When each place was sent; who watched in the guide's instance, and who in the other."""


async def mirrored_ms(bench: Bench) -> list[Figure]:
    """Ages of a guide's poses here and there, and the difference."""
    crowd = bench.scaled(CROWD_EACH)
    rounds = ROUNDS if bench.scale >= 1 else 1
    return _figures([await _round(bench, crowd=crowd) for _ in range(rounds)], crowd)


async def _round(bench: Bench, *, crowd: int) -> Walk:
    """One walk of the guide, in worlds that were started for it."""
    town = bench.town
    here = town.venues[0]
    there = replace(town.venues[1], event=here.event, number=2)
    await town.people(2 * crowd + 3)
    await town.empty_redis()
    spare = town.passports[2 * crowd : 2 * crowd + 3]
    async with (
        town.invited(crowd, square=PLAZA, venue=here) as first_file,
        town.invited(crowd, square=PLAZA, venue=there, first=crowd) as second_file,
        town.holding({spare[0].visitor_id: 9001, spare[1].visitor_id: 9002}, venue=here),
        town.holding({spare[2].visitor_id: 9003}, venue=there),
        town.world(here.world, core=0) as first,
        town.world(there.world, core=1) as second,
        asyncio.TaskGroup() as group,
    ):
        crowds = [
            group.create_task(
                _crowd(bench, world, file, core=core, count=crowd), name=f"crowd {core}"
            )
            for world, file, core in ((first, first_file, 1), (second, second_file, 0))
        ]
        await _wait_for_crowd(crowd, first, second)
        async with (
            _inside(bench, first, spare[0], seat=9001, venue=here, role="guide") as guide,
            _inside(bench, first, spare[1], seat=9002, venue=here) as near,
            _inside(bench, second, spare[2], seat=9003, venue=there) as far,
        ):
            await near.until(lambda: near.guides)
            await far.until(lambda: far.guides)
            sent = await _walk(guide)
        for walking in crowds:
            walking.cancel()
    return sent, near, far


def _figures(walks: Sequence[Walk], crowd: int) -> list[Figure]:
    here, there, count = [], [], 0
    for sent, near, far in walks:
        both = [place for place in sent if place in near.seen and place in far.seen]
        here += [(near.seen[place] - sent[place]) * 1000 for place in both]
        there += [(far.seen[place] - sent[place]) * 1000 for place in both]
        count += len(sent)
    if len(here) < count / 2:
        problem = f"{len(here)} of {count} poses of the guide were seen in both instances"
        raise Failed(problem)
    added = [b - a for a, b in zip(here, there, strict=True)]
    return [
        Figure("mirror.poses", len(here), "poses", f"of {count} sent, seen in both"),
        Figure("mirror.here_p99", _p99(here), "ms", "send to seen in the guide's own instance"),
        Figure("mirror.there_p99", _p99(there), "ms", "send to seen in the other world's"),
        Figure("mirror.added_p50", median(added), "ms"),
        Figure("mirror.added_p99", _p99(added), "ms", f"over {len(walks)} starts of the worlds"),
        Figure("mirror.crowd", crowd, "visitors", "walking in each instance meanwhile"),
    ]


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100)[98]


async def _crowd(bench: Bench, world: World, file: Path, *, core: int, count: int) -> None:
    await generator.run(
        bench.loadgen,
        core=core,
        options={
            "count": count,
            "port": world.port,
            "path": f"/w/{world.name}/socket.io",
            "visitors": file,
            "seconds": WALK_SECONDS + 2 * ARRIVAL_SECONDS,
            **PLAZA.options(),
        },
    )


async def _wait_for_crowd(count: int, *worlds: World) -> None:
    async with asyncio.timeout(ARRIVAL_SECONDS):
        for world in worlds:
            while await world.metric("kashima_visitors") < count:  # noqa: ASYNC110  another process
                await asyncio.sleep(STEP_SECONDS)


@asynccontextmanager
async def _inside(
    bench: Bench,
    world: World,
    passport: Passport,
    *,
    seat: int,
    venue: Venue,
    role: str = "visitor",
) -> AsyncIterator[Watcher]:
    auth = {
        "ticket": bench.town.ticket(passport, seat=seat, venue=venue, role=role),
        "protocol": 1,
        "lane": "compact",
    }
    url = f"http://{LOOPBACK}:{world.port}/w/{world.name}/socket.io/?EIO=4&transport=websocket"
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(url, max_msg_size=1 << 22) as socket,
        asyncio.TaskGroup() as group,
    ):
        watcher = Watcher(socket)
        listening = group.create_task(watcher.listen(), name="watcher")
        await socket.send_str("40" + json.dumps(auth))
        await watcher.until(lambda: watcher.welcome)
        try:
            yield watcher
        finally:
            listening.cancel()


async def _walk(guide: Watcher) -> dict[Place, float]:
    """Once around a circle from where the guide stands, a step every beat; when each was sent."""
    told = json.loads(json.dumps(guide.welcome))
    bounds, pose = told["bounds"], told["pose"]
    now = asyncio.get_running_loop().time
    sent: dict[Place, float] = {}
    began = now()
    for step in range(int(WALK_SECONDS / STEP_SECONDS)):
        # Not in step with the beat: each step is a little longer than one.
        await asyncio.sleep(max(0.0, began + step * STEP_SECONDS * 1.013 - now()))
        turn = step * STEP_METRES / CIRCLE_METRES
        x = pose["x"] + CIRCLE_METRES * math.sin(turn)
        z = pose["z"] + CIRCLE_METRES * (math.cos(turn) - 1)
        place = round((x - bounds["minX"]) / UNIT), round((z - bounds["minZ"]) / UNIT)
        raw = MOVE.pack(1, 1, step, *place, round(STREET_METRES * 100), 0, 0)
        sent[place] = now()
        await guide.socket.send_bytes(raw)
    await asyncio.sleep(1.0)
    return sent
