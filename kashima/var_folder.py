"""The folder in which a town of one machine keeps everything: where what lies, and whose it is.

var/kashima.db     what is kept: visitors, events, awards, the chain's journal
var/redis/         what is live, and its configuration
var/secrets/       made once at the first start, readable by the operator only
var/log/           one log for each part
var/contract.json  the papers of the badges' contract, for whoever checks it
var/chain/         pictures of the chain that spare a rebuild; may be deleted at any time
var/up.lock        held by the running supervisor
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from world_server.whole_file import OWNER_ONLY, write_whole

SECRET_BYTES = 32


class AlreadyRunning(Exception):
    """Another supervisor holds this folder; `process` is its id."""

    def __init__(self, process: str) -> None:
        super().__init__(process)
        self.process = process


class VarFolder:
    """Paths inside one town's folder, made on the first start."""

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()
        self.redis = self.root / "redis"
        self.secrets = self.root / "secrets"
        self.minter_secrets = self.secrets / "minter"
        self.logs = self.root / "log"
        self.contract = self.root / "contract.json"
        self.chain = self.root / "chain"
        self._lock = self.root / "up.lock"

    @property
    def database_url(self) -> str:
        """Address of the SQLite database."""
        return f"sqlite+aiosqlite:///{self.root / 'kashima.db'}"

    def prepare(self) -> None:
        """Make what is missing, closed to other users of the machine."""
        for folder in (self.root, self.logs, self.redis, self.secrets, self.minter_secrets):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def secret(self, name: str) -> str:
        """The secret of that name, made at random the first time."""
        path = self.secrets / name
        if not path.exists():
            write_private(path, secrets.token_urlsafe(SECRET_BYTES))
        return path.read_text().strip()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder for this process; raise AlreadyRunning when another one has it.

        The kernel lets go of the lock when the process ends, however it ends.
        """
        with self._lock.open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AlreadyRunning(self._lock.read_text().strip()) from None
            lock.truncate(0)
            lock.write(f"{os.getpid()}\n")
            lock.flush()
            yield
            lock.truncate(0)

    def holder(self) -> str | None:
        """The id of the process that holds the folder now, or None."""
        if not self._lock.exists():
            return None
        with self._lock.open() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return lock.read().strip()
        return None


def write_private(path: Path, text: str) -> None:
    """Write a file only its owner can read, whole or not at all."""
    write_whole(path, (text.encode(), b"\n"), mode=OWNER_ONLY)
