"""A quiet step of make is one line when it goes well, and the whole story when it does not."""

import subprocess
import sys

STEP = [sys.executable, "-m", "kashima.step", "en_GB.UTF-8", "python"]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*STEP, *command], capture_output=True, text=True, check=False)


def test_a_good_step_says_only_how_long_it_took() -> None:
    done = run("sh", "-c", "echo noise; echo more noise >&2")
    assert done.returncode == 0
    assert done.stdout.startswith("  ✓ Python packages (")
    assert len(done.stdout.splitlines()) == 1


def test_a_failed_step_shows_what_it_said_and_keeps_its_exit_code() -> None:
    done = run("sh", "-c", "echo no such package; exit 7")
    assert done.returncode == 7
    assert done.stdout.splitlines() == [
        "no such package",
        "Setting up Python packages failed.",
    ]
