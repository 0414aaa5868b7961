"""A leashed command dies with the process that started it, even one that is killed outright."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kashima import leash

PARENT = """
import subprocess, sys, time
from kashima import leash
leash.NEEDS_PIPE = sys.argv[1] == "watch"
command = [sys.executable, "-c", "import os, time; print(os.getpid(), flush=True); time.sleep(600)"]
subprocess.Popen(leash.leashed(command), stdin=subprocess.PIPE, start_new_session=True)
time.sleep(600)
"""
ONLY_LINUX = pytest.mark.skipif(leash.NEEDS_PIPE, reason="only Linux has PR_SET_PDEATHSIG")
WAYS = [pytest.param("become", marks=ONLY_LINUX), "watch"]


def is_alive(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not state.exists() or ") Z " not in state.read_text()
    return False


def has_gone(process: int) -> bool:
    for _ in range(100):
        if not is_alive(process):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("way", WAYS)
def test_killing_the_parent_outright_leaves_nothing_behind(way: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, way], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        grandchild = int(parent.stdout.readline())
        assert is_alive(grandchild)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        assert has_gone(grandchild)


@ONLY_LINUX
def test_a_command_whose_parent_has_gone_already_is_not_started() -> None:
    somebody_else = "1"
    ended = subprocess.run(
        [sys.executable, leash.__file__, "become", somebody_else, "echo", "started"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (leash.ORPHANED, "")


@pytest.mark.parametrize("way", WAYS)
def test_the_command_decides_how_to_stop_and_its_exit_code_is_handed_on(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leash, "NEEDS_PIPE", way == "watch")
    script = "trap 'echo stopping; exit 3' TERM; echo ready; while :; do sleep 0.05; done"
    with subprocess.Popen(
        leash.leashed(["sh", "-c", script]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as held:
        assert held.stdout
        assert held.stdout.readline() == "ready\n"
        os.killpg(held.pid, signal.SIGTERM)
        assert held.stdout.readline() == "stopping\n"
        assert held.wait(10) == 3
