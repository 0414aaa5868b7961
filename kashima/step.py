"""Runs one quiet step of `make` and tells how it goes in one line; what failed is shown in full.

`python3 -m kashima.step "$LANG" NAME COMMAND...`. Kept to Python 3.8's syntax and standard library.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time

from kashima.progress import Progress
from kashima.words import is_japanese, speak_anywhere

SHOW_SECONDS = 0.5
INTERRUPTED = 130


def main() -> int:
    """Run the command; its exit code is this one's."""
    speak_anywhere()
    locale, name, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    progress = Progress(sys.stdout, japanese=is_japanese(locale), clock=time.monotonic)
    progress.begin(name)
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)  # noqa: S603  make's own commands
        try:
            code = _until_done(running, progress)
        except KeyboardInterrupt:
            running.wait()
            return INTERRUPTED
        if code != 0:
            said.seek(0)
            progress.line(said.read().decode(errors="replace").rstrip())
            progress.say("step-failed", part=progress.label(name))
            return code
    progress.finish(name)
    return 0


def _until_done(running: subprocess.Popen[bytes], progress: Progress) -> int:
    while True:
        try:
            return running.wait(SHOW_SECONDS)
        except subprocess.TimeoutExpired:
            progress.show_waiting()


if __name__ == "__main__":
    sys.exit(main())
