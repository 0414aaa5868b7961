"""Several world processes of one town, and people who come back to whichever goes on."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from live_visitors import Line
from servers import free_port

SECRET = "the secret of a town of several worlds"
START_SECONDS = 60
HURRY = 0.2
"""Seconds between two attempts to come back; a browser waits longer and longer."""


@dataclass(eq=False)
class WorldProcess:
    """One `kashima world`, started and killed at will, always at the same port."""

    name: str
    environment: dict[str, str]
    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / f"{self.name}.log"

    async def start(self) -> None:
        """Return when it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: ASYNC220  it is to live on
                [sys.executable, "-m", "kashima", "world"],
                env={
                    **self.environment,
                    "KASHIMA_WORLD_NAME": self.name,
                    "KASHIMA_PORT": str(self.port),
                },
                stdout=log,
                stderr=log,
            )
        async with asyncio.timeout(START_SECONDS), aiohttp.ClientSession() as session:
            while True:
                assert self.process.poll() is None, self.log.read_text()
                with suppress(aiohttp.ClientError):
                    await session.get(f"{self.url}/healthz")
                    return
                await asyncio.sleep(0.1)

    def kill(self) -> None:
        """As the kernel does when memory is short: not a word, nothing written."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    async def stop(self) -> int:
        """As a rolling restart does; the exit code."""
        assert self.process is not None
        self.process.terminate()
        return await asyncio.to_thread(self.process.wait, 20)


@dataclass
class Worlds:
    """The worlds of one town, as the proxy before them sees them."""

    worlds: list[WorldProcess]

    @property
    def alive(self) -> list[WorldProcess]:
        return [one for one in self.worlds if one.process and one.process.poll() is None]

    def of(self, path: str) -> WorldProcess:
        """The world a path is led to."""
        [world] = [one for one in self.worlds if path.startswith(f"/w/{one.name}/")]
        return world


@asynccontextmanager
async def worlds(
    *names: str, database_url: str, redis_url: str, folder: Path
) -> AsyncIterator[Worlds]:
    """Worlds of these names, all running; nothing of them is left afterwards."""
    environment = {
        "PATH": str(Path(sys.executable).parent),
        "KASHIMA_DATABASE_URL": database_url,
        "KASHIMA_REDIS_URL": redis_url,
        "KASHIMA_SECRET": SECRET,
        "KASHIMA_RECORDED_GUIDE_TOURS": "",
    }
    town = Worlds([WorldProcess(name, environment, folder) for name in names])
    try:
        await asyncio.gather(*(one.start() for one in town.worlds))
        yield town
    finally:
        for one in town.alive:
            one.kill()


class Person:
    """Somebody who does as PROTOCOL.md says, and remembers all they heard."""

    def __init__(self, town: Worlds, name: str) -> None:
        self.town = town
        self.name = name
        self.path = ""
        self.line: Line | None = None
        self.lines: list[Line] = []
        self._ticket = ""
        self._http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self._listeners: list[asyncio.Task[None]] = []
        self._sockets: list[aiohttp.ClientWebSocketResponse] = []

    async def arrive(self) -> None:
        """Get a passport."""
        status, body = await self._post(
            "/api/passport",
            {"nickname": self.name, "look": 1, "language": "ja", "remember": True},
        )
        assert status == 201, body

    async def enter(self, event: str | None = None, *, seconds: float = 30) -> Line:
        """Be in the town, whatever it takes; `after` is told when this is a return (RS2)."""
        async with asyncio.timeout(seconds):
            while True:
                with suppress(aiohttp.ClientError, ConnectionError, AssertionError):
                    return await self._try(event)
                await asyncio.sleep(HURRY)

    @property
    def here(self) -> Line:
        """The line that is open now."""
        assert self.line is not None
        return self.line

    @property
    def chats(self) -> list[str]:
        """Every line of chat ever heard, in the order it was heard."""
        return [said["text"] for line in self.lines for said in line.all("chat")]

    async def close(self) -> None:
        for listener in self._listeners:
            listener.cancel()
        await asyncio.gather(*self._listeners, return_exceptions=True)
        for socket in self._sockets:
            await socket.close()
        await self._http.close()

    async def _try(self, event: str | None) -> Line:
        status, body = await self._post("/api/join", {"event": event})
        assert status == 200, body
        self.path = body["path"]
        world = self.town.of(self.path + "/")
        socket = await self._http.ws_connect(
            f"{world.url}{self.path}/?EIO=4&transport=websocket", max_msg_size=2**22
        )
        self._sockets.append(socket)
        line = Line(socket, "compact")
        loop = asyncio.get_running_loop()
        self._listeners.append(loop.create_task(line.listen(), name=f"line of {self.name}"))
        last = self.line.last if self.line is not None else None
        auth = {"ticket": body["ticket"], "protocol": 1, "lane": "compact", "after": last}
        await socket.send_str("40" + json.dumps(auth))
        await line.until(lambda: line.all("welcome") or line.refused or line.closed)
        assert line.all("welcome"), line.refused
        self.line = line
        self.lines.append(line)
        return line

    async def _post(self, path: str, body: object) -> tuple[int, Any]:
        [first, *_] = self.town.alive or self.town.worlds
        async with self._http.post(f"{first.url}{path}", json=body) as answer:
            return answer.status, await answer.json()
