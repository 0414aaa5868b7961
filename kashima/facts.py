"""Looks at the machine and the installation; the judging is done in `checks`.

Kept to Python 3.8's syntax and standard library, because `make` looks before it installs.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from kashima.checks import Machine, Port

PROJECT = Path(__file__).resolve().parent.parent
CLIENT = PROJECT / "assets" / "client" / "dist" / "index.html"
MEGABYTE = 1_000_000
NODE_SECONDS = 10


def machine(folder: Path) -> Machine:
    """What the machine offers to a town that keeps its things in `folder`."""
    home = _nearest_existing(folder)
    return Machine(
        python=sys.version_info[:3],
        has_venv=_has_venv(),
        node=_node_version(),
        folder=str(folder),
        folder_is_writable=home.is_dir() and os.access(str(home), os.W_OK | os.X_OK),
        free_mb=shutil.disk_usage(str(home)).free // MEGABYTE,
    )


def port(number: int, *, setting: str, host: str) -> Port:
    """Whether a server could listen on that port now; port 0 (any) is never taken."""
    return Port(number, setting, number != 0 and not _can_listen(host, number))


def free_port(host: str) -> int:
    """A port nobody has at this moment."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        number: int = probe.getsockname()[1]
        return number


def _can_listen(host: str, number: int) -> bool:
    with socket.socket() as probe:
        # Servers set this too: a port whose last connections are still ending is not taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError:
            return False
        return True


def _has_venv() -> bool:
    """Whether a virtual environment can be made, or this Python already lives in one."""
    if sys.prefix != sys.base_prefix:
        return True
    # Debian ships `venv` without `ensurepip` until python3-venv is installed.
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _node_version() -> tuple[int, ...] | None:
    node = shutil.which("node")
    if node is None:
        return None
    try:
        answer = subprocess.run(  # noqa: S603  the path comes from PATH, the argument is ours
            [node, "--version"], capture_output=True, text=True, timeout=NODE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    numbers = re.match(r"v(\d+)\.(\d+)\.(\d+)", answer.stdout)
    return tuple(map(int, numbers.groups())) if numbers else None


def _nearest_existing(folder: Path) -> Path:
    """The folder itself, or the closest one above it that is there already."""
    for candidate in [folder.absolute(), *folder.absolute().parents]:
        if candidate.exists():
            return candidate
    return Path("/")
