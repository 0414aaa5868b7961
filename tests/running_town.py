"""Runs `kashima up` as an operator would, in a folder and on ports of its own."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

READY = re.compile(r"^  [^:]+: (http\S+)$")
START_SECONDS = 120
PORTS = ("WORLD", "ADMIN", "MINTER", "CHAIN", "REDIS")


def environment(var: Path, more: Mapping[str, str]) -> dict[str, str]:
    """What an English operator's shell gives a town of its own."""
    ports = {f"KASHIMA_{name}_PORT": "0" for name in PORTS}
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}  # noqa: TID251  a shell's
    alone = {"KASHIMA_RECORDED_GUIDE_TOURS": ""}
    return {**kept, "LANG": "en_GB.UTF-8", "KASHIMA_VAR": str(var), **alone, **ports, **more}


def kashima(
    *arguments: str, var: Path, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one verb to its end."""
    return subprocess.run(
        [sys.executable, "-m", "kashima", *arguments],
        env=environment(var, more or {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=START_SECONDS,
    )


@dataclass
class RunningTown:
    """A supervisor with everything ready."""

    process: subprocess.Popen[str]
    var: Path
    town: str = ""
    staff: str = ""
    proof: str = ""
    said: list[str] = field(default_factory=list)

    def parts(self) -> dict[int, str]:
        """Every process of this town by id, with its command line."""
        found: dict[int, str] = {}
        for child in psutil.Process(self.process.pid).children(recursive=True):
            # One that has just died is no part of the town any more.
            with suppress(psutil.NoSuchProcess):
                found[child.pid] = " ".join(child.cmdline())
        return found

    def part(self, verb: str) -> int:
        """The process that runs this verb."""
        [found] = [pid for pid, command in self.parts().items() if f"kashima {verb}" in command]
        return found

    def stop(self, number: signal.Signals = signal.SIGINT) -> tuple[int, float]:
        """Send the signal and wait: the exit code, and the seconds it took."""
        began = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(30)
        return code, time.monotonic() - began


@contextmanager
def running_town(var: Path, more: Mapping[str, str] | None = None) -> Iterator[RunningTown]:
    """A town with everything ready; whatever happens, nothing of it is left."""
    with subprocess.Popen(
        [sys.executable, "-m", "kashima", "up"],
        env=environment(var, more or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        town = RunningTown(process, var)
        try:
            town.town, town.staff, town.proof = await_links(town)
            yield town
        finally:
            family = list(town.parts()) if process.poll() is None else []
            process.kill()
            process.wait()
            await_gone(family)


def await_links(town: RunningTown) -> list[str]:
    """The three links, once the town has printed them."""
    links: list[str] = []
    assert town.process.stdout
    for line in town.process.stdout:
        town.said.append(line.rstrip("\n"))
        links += READY.findall(town.said[-1])
        if len(links) == 3:
            return links
    pytest.fail("the town did not start:\n" + "\n".join(town.said))


def await_gone(processes: list[int]) -> None:
    """Return when none of these processes runs; fail the test after ten seconds."""
    deadline = time.monotonic() + 10
    while left := [pid for pid in processes if is_running(pid)]:
        if time.monotonic() > deadline:
            pytest.fail(f"left behind: {left}")
        time.sleep(0.05)


def is_running(process: int) -> bool:
    """Whether that process runs; one that waits to be buried does not."""
    try:
        return bool(psutil.Process(process).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
