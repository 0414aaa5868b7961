"""`python -m bench world`: the town under load beside other servers; writes RESULTS.md.

Each stage can be run alone (`--stage plaza,storm`); what it finds is written down at once, so a
run that was broken off goes on with `--missing`. Two cores are needed: servers get the first, the
load generator the second.
"""

import argparse
import asyncio
import logging
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import machine
from bench.record import Figure, Record
from bench.report import write_report
from bench.world import generator, peers
from bench.world.generator import Failed
from bench.world.point import Bench
from bench.world.processes import DidNotStart, favoured
from bench.world.stages import STAGES
from bench.world.town import bench_town
from world_server.store.clock import system_clock

PACKAGES = ("aiohttp", "python-engineio", "python-socketio", "uvloop", "numpy", "orjson")
SECONDS = 5.0
CORES = 2
STOPPED = 130


def main(arguments: Sequence[str]) -> int:
    """Run the stages; the exit code is 1 when one of them could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench world", description=__doc__)
    parser.add_argument("--stage", help=f"which, with commas: {', '.join(STAGES)}")
    parser.add_argument("--missing", action="store_true", help="only stages without figures yet")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="measured seconds a point")
    parser.add_argument(
        "--scale",
        type=float,
        default=1.0,
        help="a rehearsal with this part of the people; its figures are not kept",
    )
    parser.add_argument("--report", action="store_true", help="only write RESULTS.md anew")
    chosen = parser.parse_args(arguments)
    record = Record()
    if not chosen.report:
        names = chosen.stage.split(",") if chosen.stage else list(STAGES)
        unknown = [name for name in names if name not in STAGES]
        if unknown:
            parser.error(f"unknown: {', '.join(unknown)}")
        if chosen.missing:
            names = [name for name in names if name not in record.stages()]
        if len(os.sched_getaffinity(0)) < CORES:
            sys.stderr.write("two cores are needed, one for servers and one for the load\n")
            return 1
        try:
            failed = asyncio.run(_measure(names, record, chosen))
        except (KeyboardInterrupt, asyncio.CancelledError):
            sys.stderr.write("stopped; what was measured is kept, --missing goes on\n")
            return STOPPED
    else:
        failed = []
    if chosen.scale >= 1:
        write_report(record)
    return 1 if failed else 0


async def _measure(names: Sequence[str], record: Record, chosen: argparse.Namespace) -> list[str]:
    logging.disable(logging.WARNING)
    measuring = asyncio.current_task()
    if measuring is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, measuring.cancel)
    try:
        loadgen, sender = generator.build()
    except generator.NoCompiler as missing:
        sys.stderr.write(f"{missing}\n")
        return list(names)
    favoured(os.getpid())  # the guide and the watchers of `mirror` live in this process
    failed = []
    with tempfile.TemporaryDirectory(prefix="kashima-bench-") as folder:
        async with bench_town(Path(folder) / "town") as town:
            bench = Bench(town, loadgen, sender, Path(folder), chosen.seconds, _say, chosen.scale)
            for name in names:
                _say(f"── {name}: {_first_line(name)}")
                try:
                    figures = await STAGES[name](bench)
                except (Failed, DidNotStart, TimeoutError, ExceptionGroup) as problem:
                    _say(f"{name} could not be measured: {_reason(problem)}")
                    failed.append(name)
                    continue
                if chosen.scale < 1:
                    _rehearsed(figures)
                    continue
                record.keep(
                    name,
                    figures,
                    bench="world",
                    machine=machine.describe(PACKAGES) | peers.versions(),
                    now=system_clock()(),
                )
                write_report(record)
    return failed


def _reason(problem: BaseException) -> str:
    """What went wrong, without the groups it comes in."""
    if isinstance(problem, BaseExceptionGroup):
        return "; ".join(map(_reason, problem.exceptions))
    return f"{type(problem).__name__} {problem}".strip()


def _rehearsed(figures: Sequence[Figure]) -> None:
    for figure in figures:
        _say(f"   {figure.name} = {figure.value:.4g} {figure.unit}  {figure.note}")


def _first_line(name: str) -> str:
    stage = STAGES[name]
    told = getattr(stage, "func", stage).__doc__ or ""
    return told.splitlines()[0]


def _say(line: str) -> None:
    print(line, flush=True)
