"""The load generator: built from C when needed, run as a process of its own, its report read."""

import asyncio
import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from bench.world.processes import favoured, on_core
from kashima.leash import leashed

SOURCES = Path(__file__).parent.parent / "loadgen"
BUILT = SOURCES / "build"
SENDER = "sender.c"
FLAGS = ("-std=c11", "-D_DEFAULT_SOURCE", "-O2", "-Wall", "-Wextra", "-Werror")
COMPILERS = ("gcc", "cc", "clang")
LONGEST_SECONDS = 150.0


class NoCompiler(Exception):
    """There is no C compiler, so there is no load generator."""

    def __init__(self) -> None:
        super().__init__(
            "the load generator is written in C and no C compiler is here: install gcc"
        )


class Failed(Exception):
    """The generator ended without a report; the message is what it said instead."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds; -1 when nothing was counted."""

    count: int
    p50: float
    p95: float
    p99: float
    max: float


@dataclass(frozen=True, slots=True)
class Usage:
    """Shares of a core, and megabytes."""

    run: float
    waited: float
    user: float = 0.0
    system: float = 0.0
    resident: float = 0.0


@dataclass(frozen=True, slots=True)
class Window:
    """What was seen from one moment to another; see loadgen/figures.c."""

    name: str
    seconds: float
    people: int
    lost: int
    expected: float
    due_seen: int
    seen: int
    fresh: int
    unmatched: int
    expected_each: float
    seen_each: float
    corrections: int
    recalls: int
    recall: float
    recall_of_ten: float
    reach: float
    down: float
    up: float
    frames_least: float
    frames_middle: float
    server: Usage
    generator: Usage
    stolen: float
    ages: Times
    near_ages: Times
    late: Times
    joins: Times
    chats: Times

    @property
    def updates(self) -> float:
        """Share of the due updates that arrived."""
        return self.due_seen / self.expected if self.expected else 0.0

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        """From the generator's JSON."""
        usages = {name: Usage(**told[name]) for name in ("server", "generator")}
        names = ("ages", "near_ages", "late", "joins", "chats")
        return cls(**{**told, **usages, **{name: Times(**told[name]) for name in names}})


@dataclass(frozen=True, slots=True)
class Report:
    """One run of the generator."""

    count: int
    arrived: int
    gone: int
    connect_seconds: float
    reasons: Mapping[str, int]
    connects: Times
    windows: Sequence[Window]
    problem: str | None

    def window(self, name: str = "steady") -> Window:
        """The window of that name; raise Failed when the run did not come so far."""
        for window in self.windows:
            if window.name == name:
                return window
        problem = f"{self.problem}: {dict(self.reasons)}"
        raise Failed(problem)

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        """From the generator's JSON."""
        return cls(
            count=told["count"],
            arrived=told["in"],
            gone=told["gone"],
            connect_seconds=told["connect_seconds"],
            reasons=told["reasons"],
            connects=Times(**told["connects"]),
            windows=tuple(map(Window.read, told["windows"])),
            problem=told.get("problem"),
        )


def compiler() -> str | None:
    """The first C compiler on the PATH."""
    return next((name for name in COMPILERS if shutil.which(name)), None)


def build() -> tuple[Path, Path]:
    """The generator and the bare sender, compiled unless they are newer than their sources.

    Raise NoCompiler.
    """
    BUILT.mkdir(exist_ok=True)
    sources = sorted(SOURCES.glob("*.c"))
    parts = [str(path) for path in sources if path.name != SENDER]
    return _compiled("loadgen", parts, sources), _compiled(
        "sender", [str(SOURCES / SENDER)], sources
    )


def _compiled(name: str, parts: Sequence[str], sources: Sequence[Path]) -> Path:
    program = BUILT / name
    newest = max(path.stat().st_mtime for path in [*sources, SOURCES / "avatar.h"])
    if program.exists() and program.stat().st_mtime > newest:
        return program
    with_what = compiler()
    if with_what is None:
        raise NoCompiler
    draft = program.with_suffix(".new")  # two runs at once must not read half a program
    subprocess.run([with_what, *FLAGS, "-o", str(draft), *parts, "-lm"], check=True)
    draft.replace(program)
    return program


async def run(program: Path, *, core: int | None, options: Mapping[str, object]) -> Report:
    """Run the generator on one core (None: any) to its end; raise Failed when it has no report."""
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    with on_core(core):
        process = await asyncio.create_subprocess_exec(
            *leashed([str(program), *words]),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
    favoured(process.pid)
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            told, complaints = await process.communicate()
    except TimeoutError:
        problem = f"no report after {LONGEST_SECONDS:g} s"
        raise Failed(problem) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    try:
        return Report.read(json.loads(told))
    except ValueError:
        raise Failed(complaints.decode(errors="replace").strip() or "no report") from None
