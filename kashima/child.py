"""One running process of a part: on a leash, in a group of its own, its output kept in a log."""

import asyncio
import os
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Self, cast

from kashima import leash
from kashima.logfile import LogFile


class Child(asyncio.SubprocessProtocol):
    """A process and whatever it has started, stopped together.

    Output goes from the event loop straight into the log, not through a task: it has to be read
    until the very end, or a child that says much while stopping would block on a full pipe.
    """

    def __init__(self, log: LogFile) -> None:
        self._log = log
        self._ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._transport: asyncio.SubprocessTransport
        self._has_exited = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Learn which process this is."""
        self._transport = cast("asyncio.SubprocessTransport", transport)

    @classmethod
    async def start(
        cls, command: Sequence[str], *, environment: Mapping[str, str], log: LogFile
    ) -> Self:
        """Start the command; a session of its own keeps the terminal's Ctrl-C to the supervisor."""
        _, child = await asyncio.get_running_loop().subprocess_exec(
            lambda: cls(log),
            *leash.leashed(command),
            stdin=asyncio.subprocess.PIPE if leash.NEEDS_PIPE else asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
        return child

    @property
    def process(self) -> int:
        """The process id, which is the group's too."""
        return self._transport.get_pid()

    @property
    def has_ended(self) -> bool:
        return self._ended.done()

    async def ended(self) -> int:
        """Wait for the end and give back the exit code (negative: the signal that ended it)."""
        return await asyncio.shield(self._ended)

    async def ended_within(self, seconds: float) -> None:
        """Wait for the end, but no longer than that."""
        await asyncio.wait([self._ended], timeout=max(0.0, seconds))

    def ask_to_stop(self) -> None:
        """SIGTERM for the whole group."""
        self._signal_group(signal.SIGTERM)

    def kill(self) -> None:
        """SIGKILL for the whole group."""
        self._signal_group(signal.SIGKILL)

    def pipe_data_received(self, fd: int, data: bytes | str) -> None:  # noqa: ARG002  asyncio's signature
        """Keep what the process says."""
        self._log.write(data if isinstance(data, bytes) else data.encode())

    def process_exited(self) -> None:
        """Sweep up what the process started; that also closes the last hands on the output.

        This is the last moment to signal the group: later its number may belong to others.
        """
        self.kill()
        self._has_exited = True

    def connection_lost(self, exc: Exception | None) -> None:
        """The end: the process has exited and its last words have been read."""
        del exc
        code = self._transport.get_returncode()
        self._transport.close()
        if not self._ended.done():
            self._ended.set_result(-1 if code is None else code)

    def _signal_group(self, number: signal.Signals) -> None:
        if self._has_exited:
            return
        with suppress(ProcessLookupError, PermissionError):  # macOS says EPERM for a dead group
            os.killpg(self.process, number)
