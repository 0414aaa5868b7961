"""A part's log keeps what it said, never grows without end, and never stops the town."""

from pathlib import Path

from kashima.logfile import KEPT, LogFile


def test_what_is_written_is_there_and_the_last_lines_are_remembered(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "world.log")
    log.write(b"one\ntwo\nthr")
    log.write(b"ee\n")
    log.close()
    assert (tmp_path / "world.log").read_bytes() == b"one\ntwo\nthree\n"
    assert log.last_lines(2) == "two\nthree"


def test_a_full_log_turns_over_and_only_a_few_old_ones_stay(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "world.log", limit=10)
    for number in range(KEPT + 3):
        log.write(f"line {number}\n".encode())
    log.close()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["world.log", *(f"world.log.{age}" for age in range(1, KEPT + 1))]
    assert (tmp_path / "world.log").read_text() == f"line {KEPT + 2}\n"
    assert (tmp_path / "world.log.1").read_text() == f"line {KEPT + 1}\n"


def test_a_log_goes_on_where_the_last_start_ended(tmp_path: Path) -> None:
    for said in (b"first\n", b"second\n"):
        log = LogFile(tmp_path / "world.log")
        log.write(said)
        log.close()
    assert (tmp_path / "world.log").read_text() == "first\nsecond\n"
    assert log.last_lines(5) == "second"


def test_a_full_disk_loses_lines_but_does_not_stop_the_writer() -> None:
    log = LogFile(Path("/dev/full"))
    log.write(b"cannot be kept\n")
    log.close()
    assert log.last_lines(1) == "cannot be kept"


def test_what_is_not_text_is_shown_all_the_same(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "world.log")
    log.write(b"\xff\xfe broken\n")
    assert log.last_lines(1).endswith(" broken")
    log.close()
