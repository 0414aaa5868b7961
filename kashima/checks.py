"""What must be true before the town can start: pure judgements over facts gathered elsewhere.

Kept to Python 3.8's syntax, because `make` judges the machine before anything is installed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20
LEAST_FREE_MB = 500
"""The databases, logs and an install fit; below this, a write may fail in the middle of a stay."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong; `key` names the sentence in `words`, `values` fill it."""

    key: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Machine:
    """What the machine itself offers; `node` is None when there is no Node.js."""

    python: tuple[int, ...]
    has_venv: bool
    node: tuple[int, ...] | None
    folder: str
    folder_is_writable: bool
    free_mb: int


@dataclass(frozen=True)
class Installed:
    """What has been set up: where the Redis server is, and whether chain and client are there."""

    redis: str | None
    has_chain: bool
    has_client: bool


@dataclass(frozen=True)
class Port:
    """One port the town wants, the setting that names it, and whether somebody else has it."""

    number: int
    setting: str
    is_taken: bool


def of_machine(machine: Machine) -> dict[str, list[Problem]]:
    """Problems of the machine by what was looked at; an empty list is good news."""
    return {
        "checked-python": _python(machine),
        "checked-node": _node(machine.node),
        "checked-folder": _folder(machine),
        "checked-disk": _disk(machine),
    }


def of_installation(installed: Installed) -> dict[str, list[Problem]]:
    """Problems of what should have been set up, by what was looked at."""
    return {
        "checked-redis": [] if installed.redis else [Problem("redis-missing")],
        "checked-chain": [] if installed.has_chain else [Problem("chain-missing")],
        "checked-client": [] if installed.has_client else [Problem("client-missing")],
    }


def of_ports(ports: tuple[Port, ...]) -> dict[str, list[Problem]]:
    """Every port somebody else has."""
    taken = [port for port in ports if port.is_taken]
    return {
        "checked-ports": [
            Problem("port-taken", {"port": port.number, "setting": port.setting}) for port in taken
        ]
    }


def _python(machine: Machine) -> list[Problem]:
    if machine.python[:2] < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        found = ".".join(map(str, machine.python[:2]))
        return [Problem("python-old", {"found": found, "wanted": wanted})]
    if not machine.has_venv:
        return [Problem("venv-missing")]
    return []


def _node(node: tuple[int, ...] | None) -> list[Problem]:
    if node is None:
        return [Problem("node-missing", {"wanted": OLDEST_NODE})]
    if node[0] < OLDEST_NODE:
        found = ".".join(map(str, node))
        return [Problem("node-old", {"found": found, "wanted": OLDEST_NODE})]
    return []


def _folder(machine: Machine) -> list[Problem]:
    if machine.folder_is_writable:
        return []
    return [Problem("folder-unwritable", {"folder": machine.folder})]


def _disk(machine: Machine) -> list[Problem]:
    if machine.free_mb >= LEAST_FREE_MB:
        return []
    values = {"folder": machine.folder, "free": machine.free_mb, "wanted": LEAST_FREE_MB}
    return [Problem("disk-full", values)]
