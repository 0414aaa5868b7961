"""A way between visitors and a world that a test can hold up, cut, close and lead elsewhere."""

import asyncio
import socket
import struct
from contextlib import suppress
from types import TracebackType
from typing import Self

CHUNK = 65_536


class Relay:
    """Forwards TCP to `leads_to`, byte for byte; listens on one loopback port all its life."""

    def __init__(self, port: int, *, host: str = "127.0.0.1") -> None:
        self.leads_to = (host, port)
        """Where connections from now on are led."""
        self.port = 0
        self._server: asyncio.Server | None = None
        self._taken: set[asyncio.Task[None]] = set()
        self._up = asyncio.Event()
        self._down = asyncio.Event()
        self.flow()

    @property
    def url(self) -> str:
        """Where visitors come in."""
        return f"http://127.0.0.1:{self.port}"

    def __len__(self) -> int:
        return len(self._taken)

    async def open(self) -> None:
        """Take connections; on the same port as before, if there was one."""
        self._server = await asyncio.start_server(self._take, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stop as a proxy that is killed does: every connection is reset, new ones are refused."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
        await self.cut()

    async def cut(self) -> None:
        """Reset every connection; new ones are taken."""
        taken = tuple(self._taken)
        for connection in taken:
            connection.cancel()
        await asyncio.gather(*taken, return_exceptions=True)

    def hold(self, *, up: bool = True, down: bool = True) -> None:
        """Stay connected and forward nothing, not even an end, as a radio in a tunnel."""
        if up:
            self._up.clear()
        if down:
            self._down.clear()

    def flow(self) -> None:
        """Forward again; what was held comes first."""
        self._up.set()
        self._down.set()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._taken.add(task)
        ends = [writer]
        try:
            there, further = await asyncio.open_connection(*self.leads_to)
            ends.append(further)
            async with asyncio.TaskGroup() as ways:
                ways.create_task(_pump(reader, further, self._up))
                ways.create_task(_pump(there, writer, self._down))
        except (OSError, asyncio.CancelledError):
            # Cut; or nobody listens there, and the caller is reset as by a proxy without a world.
            for end in ends:
                _reset(end)
        finally:
            self._taken.discard(task)
            for end in ends:
                end.close()


async def _pump(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, flows: asyncio.Event
) -> None:
    """Forward until the end of the stream, and then the end itself."""
    try:
        while True:
            await flows.wait()
            chunk = await reader.read(CHUNK)
            await flows.wait()  # what came while nothing flows is held, an end as well
            if not chunk:
                break
            writer.write(chunk)
            await writer.drain()
    except ConnectionError:
        _reset(writer)
        return
    with suppress(OSError, RuntimeError):
        writer.write_eof()


def _reset(writer: asyncio.StreamWriter) -> None:
    own = writer.get_extra_info("socket")
    with suppress(OSError):  # closed already
        own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
