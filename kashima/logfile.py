"""A log that never fills the disk: it turns over at a size and keeps a few old files."""

from io import FileIO
from pathlib import Path

LIMIT = 5_000_000
KEPT = 3
TAIL = 4_000


class LogFile:
    """One part's log; `tail` remembers the last lines for the sentence that says why it stopped."""

    def __init__(self, path: Path, *, limit: int = LIMIT) -> None:
        self.path = path
        self._limit = limit
        self._tail = b""
        self._file = _unbuffered(path)
        self._size = self._file.tell()

    def write(self, data: bytes) -> None:
        """Add output; a full disk loses log lines, never the town."""
        self._tail = (self._tail + data)[-TAIL:]
        try:
            if self._size and self._size + len(data) > self._limit:
                self._turn_over()
            self._file.write(data)
        except OSError:
            return
        self._size += len(data)

    def last_lines(self, count: int) -> str:
        """The last lines written since this log was opened."""
        return "\n".join(self._tail.decode(errors="replace").splitlines()[-count:])

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _turn_over(self) -> None:
        self._file.close()
        try:
            for age in range(KEPT - 1, 0, -1):
                older = self._aged(age)
                if older.exists():
                    older.replace(self._aged(age + 1))
            self.path.replace(self._aged(1))
        finally:
            self._file = _unbuffered(self.path)
            self._size = self._file.tell()

    def _aged(self, age: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{age}")


def _unbuffered(path: Path) -> FileIO:
    """A buffer would hold a line back, and fail to be emptied when the disk is full."""
    return path.open("ab", buffering=0)
