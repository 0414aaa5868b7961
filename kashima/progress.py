"""Tells an operator what is going on: one line a step, and while waiting, what is waited for.

Kept to Python 3.8's syntax and standard library, because `make` installs with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from kashima.words import say


class Progress:
    """Writes sentences to a terminal or a file; the waiting line exists on a terminal only."""

    def __init__(self, out: TextIO, *, japanese: bool, clock: Callable[[], float]) -> None:
        self._out = out
        self._japanese = japanese
        self._clock = clock
        self._began = clock()
        self._pending: dict[str, float] = {}
        self._has_waiting_line = False

    def say(self, key: str, **values: object) -> None:
        """Write one sentence on a line of its own."""
        self.line(say(key, japanese=self._japanese, **values))

    def line(self, text: str) -> None:
        """Write one line as it is."""
        self._wipe()
        self._write(text + "\n")

    def label(self, part: str) -> str:
        """What an operator calls that part."""
        return say(f"part-{part}", japanese=self._japanese)

    def begin(self, part: str) -> None:
        """A step begins."""
        self._pending[part] = self._clock()

    def finish(self, part: str) -> None:
        """A step that had begun is done; one that came while stopping is not worth a line."""
        begun = self._pending.pop(part, None)
        if begun is None:
            return
        seconds = self._clock() - begun
        self.say("step-done", part=self.label(part), seconds=f"{seconds:.1f}")

    def link(self, key: str, url: str) -> None:
        """One of the links an operator came for."""
        self.line(f"  {say(key, japanese=self._japanese)}: {url}")

    def restart_clock(self) -> None:
        """Count from here on: stopping begins."""
        self._pending.clear()
        self._began = self._clock()

    def elapsed(self) -> str:
        """Seconds since the beginning, as an operator reads them."""
        return f"{self._clock() - self._began:.1f}"

    def show_waiting(self) -> None:
        """On a terminal, rewrite the line that says what is waited for and for how long."""
        if not self._out.isatty() or not self._pending:
            return
        self._wipe()
        parts = ", ".join(map(self.label, self._pending))
        seconds = f"{self._clock() - min(self._pending.values()):.0f}"
        self._write(say("step-waiting", japanese=self._japanese, parts=parts, seconds=seconds))
        self._has_waiting_line = True

    def _wipe(self) -> None:
        if self._has_waiting_line:
            self._write("\r\x1b[K")
            self._has_waiting_line = False

    def _write(self, text: str) -> None:
        try:
            self._out.write(text)
            self._out.flush()
        except OSError:
            return  # the terminal was closed; the town is stopped by its signal, not by this
