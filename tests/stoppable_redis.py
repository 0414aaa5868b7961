"""A Redis server of one test's own, to be stopped, started again and frozen in the middle."""

import secrets
import signal
import subprocess
from pathlib import Path

from servers import await_port, free_port, redis_binary


class StoppableRedis:
    """Forgets everything when stopped, as a Redis without persistence does."""

    def __init__(self, folder: Path) -> None:
        self._port = free_port()
        password = secrets.token_hex(8)
        self._config = folder / "redis.conf"
        self._config.write_text(
            f"bind 127.0.0.1\nport {self._port}\nrequirepass {password}\ndir {folder}\n"
            'save ""\nappendonly no\n'
        )
        self.url = f"redis://:{password}@127.0.0.1:{self._port}/0"
        self._server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Run it; return when it listens."""
        self._server = subprocess.Popen(
            [redis_binary(), str(self._config)], stdout=subprocess.DEVNULL
        )
        await_port(self._port)

    def stop(self) -> None:
        """End it at once, as a crash does."""
        if self._server is not None:
            self._server.kill()
            self._server.wait(10)
            self._server = None

    def freeze(self) -> None:
        """Let it keep its connections and answer nothing."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it answer again."""
        assert self._server is not None
        self._server.send_signal(signal.SIGCONT)
