# ruff: noqa: INP001  a script, not part of a package
"""Holds the browser client to its budgets: what is downloaded to use the flat town, and to walk.

What belongs to each step is read from the build's own list of files (`.vite/manifest.json`).
"""

import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

DIST = Path(__file__).parent.parent / "assets" / "client" / "dist"
MANIFEST = DIST / ".vite" / "manifest.json"

FIRST_PAGE = 40_000
"""Brotli, until the welcome can be used: on a 1 Mbit/s line, a third of a second."""

FLAT = 75_000
"""Brotli, until the flat town can be used. The goal is 40,000: this only keeps it from growing."""

WALK = 250_000
"""Gzip, everything needed to walk in the whole town in three dimensions."""

LANGUAGES = ("ja", "en", "th", "ko", "zh-TW")

SAID_IN_FLAT = ("flat", "steps")
"""The sentences the flat town fetches by itself."""

Manifest = dict[str, dict[str, Any]]


def found(manifest: Manifest, wanted: str) -> str:
    """The entry of a source, or of a step that was put together under that name."""
    if wanted in manifest:
        return wanted
    (key,) = (
        key
        for key, told in manifest.items()
        if told.get("name") == wanted and key.startswith("_") and key.endswith(".js")
    )
    return key


def needed(manifest: Manifest, entries: Iterable[str]) -> set[Path]:
    """The files of these entries and all they pull in by themselves."""
    seen: set[str] = set()
    files: set[str] = set()
    waiting = [found(manifest, entry) for entry in entries]
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        told = manifest[key]
        files |= {told["file"], *told.get("css", ()), *told.get("assets", ())}
        waiting += told.get("imports", ())
    return {DIST / file for file in files} | {DIST / "index.html"}


def brotli(path: Path) -> int:
    """Bytes that travel: the Brotli sibling where there is one."""
    small = path.with_name(path.name + ".br")
    return (small if small.exists() else path).stat().st_size


def gzipped(path: Path) -> int:
    """Bytes as most tools count them."""
    return len(gzip.compress(path.read_bytes(), 9))


def sizes(manifest: Manifest) -> Iterator[tuple[str, int, int, int]]:
    """What, its bytes in the longest language, its files, and the budget."""
    first = [needed(manifest, ["index.html", f"src/i18n/{language}.ts"]) for language in LANGUAGES]
    yield _worst("first page", first, brotli, FIRST_PAGE)
    flat = [
        files
        | needed(manifest, ["walk", "flat", "src/ui/first-steps.ts"])
        | needed(manifest, (f"../locales/{language}/{name}.ftl?sentences" for name in SAID_IN_FLAT))
        for language, files in zip(LANGUAGES, first, strict=True)
    ]
    yield _worst("flat town", flat, brotli, FLAT)
    walk = [files | needed(manifest, ["walk", "src/solid-view.ts"]) for files in first]
    yield _worst("walking in 3D", walk, gzipped, WALK)


def _worst(
    what: str, ways: list[set[Path]], size: Callable[[Path], int], budget: int
) -> tuple[str, int, int, int]:
    count, files = max((sum(map(size, files)), len(files)) for files in ways)
    return what, count, files, budget


def main() -> int:
    """Print the sizes; 1 when one is over its budget."""
    over = 0
    for what, count, files, budget in sizes(json.loads(MANIFEST.read_text("utf-8"))):
        verdict = "ok" if count <= budget else "TOO MUCH"
        print(f"{what}: {count:,} of {budget:,} bytes, {files} files: {verdict}")  # noqa: T201
        over |= count > budget
    return over


if __name__ == "__main__":
    sys.exit(main())
