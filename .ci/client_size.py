# ruff: noqa: INP001  a script, not part of a package
"""Holds the browser client to its budget: bytes a visitor downloads, compressed with Brotli."""

import re
import sys
from pathlib import Path

DIST = Path(__file__).parent.parent / "assets" / "client" / "dist"
FIRST_PAGE = 40_000
"""Until the welcome can be read: on a 1 Mbit/s line, a third of a second."""

WHOLE_CLIENT = 300_000
"""Everything, the 3D town included."""


def sent(path: Path) -> int:
    """Bytes that travel: the Brotli sibling where there is one."""
    small = path.with_name(path.name + ".br")
    return (small if small.exists() else path).stat().st_size


def first_page() -> list[Path]:
    """The page, and every file it names."""
    page = DIST / "index.html"
    named = re.findall(r'(?:src|href)="/([^"]+)"', page.read_text(encoding="utf-8"))
    return [page, *(DIST / name for name in named)]


def main() -> int:
    """Print both sizes; 1 when one is over its budget."""
    files = [path for path in DIST.rglob("*") if path.is_file()]
    whole = [path for path in files if path.suffix not in {".br", ".gz", ".map"}]
    over = 0
    for what, paths, budget in (
        ("first page", first_page(), FIRST_PAGE),
        ("whole client", whole, WHOLE_CLIENT),
    ):
        size = sum(map(sent, paths))
        verdict = "ok" if size <= budget else "TOO MUCH"
        print(f"{what}: {size:,} of {budget:,} bytes, {len(paths)} files: {verdict}")  # noqa: T201
        over |= size > budget
    return over


if __name__ == "__main__":
    sys.exit(main())
