"""A town's folder: closed to others, secrets made once, held by one supervisor at a time."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kashima.var_folder import AlreadyRunning, VarFolder

HOLDER = """
import sys
from pathlib import Path
from kashima.var_folder import VarFolder
with VarFolder(Path(sys.argv[1])).held():
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> VarFolder:
    folder = VarFolder(tmp_path / "deep" / "var")
    folder.prepare()
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nobody_else_may_look_inside(folder: VarFolder) -> None:
    folder.secret("kashima_secret")
    assert {mode(path) for path in (folder.root, folder.secrets, folder.redis)} == {0o700}
    assert mode(folder.secrets / "kashima_secret") == 0o600


def test_a_secret_is_made_once_and_long(folder: VarFolder) -> None:
    first = folder.secret("kashima_secret")
    assert len(first) >= 32
    assert folder.secret("kashima_secret") == first
    assert folder.secret("other") != first


def test_a_second_preparation_keeps_everything(folder: VarFolder) -> None:
    secret = folder.secret("kashima_secret")
    folder.prepare()
    assert folder.secret("kashima_secret") == secret


def test_one_supervisor_at_a_time(folder: VarFolder) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        assert folder.holder() == str(other.pid)
        with pytest.raises(AlreadyRunning) as refused, folder.held():
            pass
        assert refused.value.process == str(other.pid)
        other.kill()
        other.wait()
        assert folder.holder() is None, "a killed supervisor still holds the folder"
        with folder.held():
            pass


def test_nobody_holds_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert VarFolder(tmp_path / "nowhere").holder() is None
