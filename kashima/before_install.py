"""What `make` runs with the machine's own Python before anything is installed.

`python3 -m kashima.before_install "$LANG" FOLDER` says in one sentence what is missing and exits 1,
or says nothing. Runs on any Python from 3.8 on, so that an old one is told so.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kashima import checks, facts
from kashima.words import is_japanese, say, speak_anywhere


def main() -> int:
    """Judge the machine; the first problem is enough, since the next start looks again."""
    speak_anywhere()
    locale, folder = sys.argv[1:3]
    for problems in checks.of_machine(facts.machine(Path(folder))).values():
        for problem in problems:
            text = say(problem.key, japanese=is_japanese(locale), **problem.values)
            sys.stderr.write(text + "\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
