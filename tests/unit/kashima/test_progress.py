"""An operator sees one line a step, and on a terminal what is being waited for."""

import io

from kashima.progress import Progress


class Terminal(io.StringIO):
    """A place to write to that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class ClosedTerminal(io.StringIO):
    """A terminal whose window was closed."""

    def write(self, text: str) -> int:
        raise OSError(5, text)


class Stopwatch:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_step_is_one_line_with_its_time() -> None:
    out, clock = io.StringIO(), Stopwatch()
    progress = Progress(out, japanese=False, clock=clock)
    progress.begin("redis")
    clock.now = 1.25
    progress.finish("redis")
    assert out.getvalue() == "  ✓ Redis (1.2 s)\n"


def test_a_file_gets_no_waiting_line() -> None:
    out = io.StringIO()
    progress = Progress(out, japanese=False, clock=Stopwatch())
    progress.begin("redis")
    progress.show_waiting()
    assert out.getvalue() == ""


def test_the_waiting_line_names_all_that_is_waited_for_and_makes_room_for_the_next_line() -> None:
    out, clock = Terminal(), Stopwatch()
    progress = Progress(out, japanese=True, clock=clock)
    progress.begin("world")
    progress.begin("minter")
    clock.now = 3.0
    progress.show_waiting()
    assert out.getvalue() == "  … 町, バッジ発行（3 秒）"
    progress.line("町")
    assert out.getvalue().endswith("\r\x1b[K町\n")


def test_stopping_counts_from_its_own_beginning() -> None:
    clock = Stopwatch()
    progress = Progress(Terminal(), japanese=True, clock=clock)
    progress.begin("world")
    clock.now = 100.0
    progress.restart_clock()
    clock.now = 101.5
    assert progress.elapsed() == "1.5"
    progress.show_waiting()


def test_a_closed_terminal_stops_nothing() -> None:
    progress = Progress(ClosedTerminal(), japanese=True, clock=Stopwatch())
    progress.say("stopping")


def test_a_step_that_is_done_while_stopping_says_nothing() -> None:
    out = io.StringIO()
    progress = Progress(out, japanese=False, clock=Stopwatch())
    progress.begin("chain")
    progress.restart_clock()
    progress.finish("chain")
    assert out.getvalue() == ""
