"""What the figures were measured on: the machine and the versions, without any path or name."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

from bench.world import peers

PACKAGES = ("aiohttp", "python-engineio", "python-socketio", "uvloop", "numpy", "orjson")


def describe() -> dict[str, str]:
    """One line each."""
    told = {
        "processor": _first(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo")),
        "cores": str(os.cpu_count()),
        "memory": f"{_memory_gb():.0f} GB",
        "kernel": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }
    return told | peers.versions()


def _first(pattern: str, file: Path) -> str:
    found = re.search(pattern, file.read_text()) if file.exists() else None
    return found.group(1).strip() if found else platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
