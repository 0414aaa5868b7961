"""Runs a command that cannot outlive the process which started it, even one killed outright.

`leash.py become PARENT COMMAND...` is for Linux: the kernel is asked to kill this process when its
parent dies, and the command takes this process's place. `leash.py watch PARENT COMMAND...` is for
elsewhere: this process stays and watches its standard input, a pipe that ends with the parent.
It is a program of its own because code run between fork and exec may lock up in a process with
threads.
"""

import ctypes
import os
import select
import signal
import subprocess
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1
NEEDS_PIPE = sys.platform != "linux"
"""Whether the one who starts a leash must hold the other end of its standard input."""

LOOK_SECONDS = 0.2
ORPHANED = 1


def leashed(command: Sequence[str]) -> list[str]:
    """The same command on a leash held by this very process.

    Isolated and without site packages (-IS), Python starts in a few milliseconds.
    """
    way = "watch" if NEEDS_PIPE else "become"
    return [sys.executable, "-IS", __file__, way, str(os.getpid()), *command]


def tie_and_become(parent: int, command: list[str]) -> None:
    """Linux: have the kernel watch, then turn into the command."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) != 0:
        message = os.strerror(ctypes.get_errno())
        raise OSError(message)
    if os.getppid() != parent:  # it died before the kernel was asked
        sys.exit(ORPHANED)
    os.execvp(command[0], command)  # noqa: S606  the whole point is to become the command


def watch(command: Sequence[str]) -> int:
    """Elsewhere: run the command in this process's group and kill the group when the pipe ends."""
    for name in (signal.SIGINT, signal.SIGTERM):  # the group gets them; the command decides
        signal.signal(name, signal.SIG_IGN)
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=_default_signals)  # noqa: PLW1509, S603  this process has one thread and runs what it is told
    while child.poll() is None:
        ended, _, _ = select.select([sys.stdin], [], [], LOOK_SECONDS)
        if ended and not os.read(sys.stdin.fileno(), 1):
            os.killpg(os.getpgrp(), signal.SIGKILL)
    return child.returncode


def _default_signals() -> None:
    """An ignored signal stays ignored across exec, so the command gets the usual ones back."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_DFL)


def main() -> int:
    """Hold the command named on the command line."""
    way, parent, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    if way == "watch":
        return watch(command)
    tie_and_become(parent, command)
    return ORPHANED


if __name__ == "__main__":
    sys.exit(main())
