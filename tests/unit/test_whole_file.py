"""A file is there whole or not at all, and readable by whom it is meant for."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from world_server.whole_file import OWNER_ONLY, write_whole


def test_it_replaces_what_was_there_and_leaves_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "papers.json"
    path.write_text("old")
    write_whole(path, (b"new", b"\n"))
    assert path.read_bytes() == b"new\n"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_when_the_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "papers.json"
    path.write_text("old")

    def torn() -> Iterator[bytes]:
        yield b"half"
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011  the bare error of a full disk
        write_whole(path, torn())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_its_owners_is_never_readable_by_others(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("readable by all")
    path.chmod(0o644)
    write_whole(path, (b"mine",), mode=OWNER_ONLY)
    assert stat.S_IMODE(path.stat().st_mode) == OWNER_ONLY
