"""What the figures were measured on: the machine and the versions, without any path or name."""

import json
import os
import platform
import re
import subprocess
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path


def describe(packages: Iterable[str]) -> dict[str, str]:
    """The machine, Python and these packages, one line each."""
    return {
        "processor": _first(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo")),
        "cores": str(os.cpu_count()),
        "memory": f"{_memory_gb():.0f} GB",
        "kernel": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
        **{name: version(name) for name in packages},
    }


def node_packages(modules: Path, names: Iterable[str]) -> dict[str, str]:
    """Versions of npm packages as installed; those that are not are left out."""
    files = {name: modules / name / "package.json" for name in names}
    return {
        name: str(json.loads(file.read_text("utf-8"))["version"])
        for name, file in files.items()
        if file.exists()
    }


def program(command: str) -> str:
    """What a program says its version is, in its first line."""
    answer = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    return answer.stdout.splitlines()[0].strip()


def _first(pattern: str, file: Path) -> str:
    found = re.search(pattern, file.read_text()) if file.exists() else None
    return found.group(1).strip() if found else platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
