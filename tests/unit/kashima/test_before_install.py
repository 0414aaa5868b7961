"""Before anything is installed, make is told in one sentence what is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent.parent


def look(folder: Path, *, locale: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the look with a bare Python: isolated from what is installed here, and `path` as PATH."""
    environment = {"PATH": path, "PYTHONPATH": str(ROOT)} if path else {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-S", "-m", "kashima.before_install", locale, str(folder)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


def fake_node(folder: Path, version: str) -> str:
    program = folder / "node"
    program.write_text(f"#!/bin/sh\necho {version}\n")
    program.chmod(0o755)
    return str(folder)


def test_a_good_machine_is_not_talked_to(tmp_path: Path) -> None:
    said = look(tmp_path / "var", locale="ja", path=fake_node(tmp_path, "v20.0.0"))
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("version", "locale", "words"),
    [
        ("v18.20.4", "en_US.UTF-8", "Node.js 18.20.4 is too old: install Node.js 20 or newer"),
        ("v18.20.4", "ja_JP.UTF-8", "Node.js 18.20.4 は古すぎます"),
        ("nonsense", "en_US.UTF-8", "Node.js was not found"),
    ],
)
def test_a_node_too_old_is_one_sentence(
    tmp_path: Path, version: str, locale: str, words: str
) -> None:
    said = look(tmp_path / "var", locale=locale, path=fake_node(tmp_path, version))
    assert said.returncode == 1
    assert words in said.stderr
    assert len(said.stderr.splitlines()) == 1
