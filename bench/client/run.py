"""`python -m bench client`: what the client costs a visitor, in a browser without a graphics card.

Each stage can be run alone (`--stage flat,crowd`); what it finds is written down at once, so a run
that was broken off goes on with `--missing`. The client must have been built.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.async_api import Error as BrowserError

from bench import machine
from bench.client import arrival, crowd
from bench.client.stage import Bench, Failed, Stage
from bench.record import Record
from bench.report import write_report
from world_server.store.clock import system_clock

STAGES: Mapping[str, Stage] = {
    "solid": arrival.solid,
    "flat": arrival.flat,
    "crowd": crowd.crowd,
}
MODULES = Path(__file__).parents[2] / "assets" / "client" / "node_modules"
STOPPED = 130


def main(arguments: Sequence[str]) -> int:
    """Run the stages; the exit code is 1 when one of them could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench client", description=__doc__)
    parser.add_argument("--stage", help=f"which, with commas: {', '.join(STAGES)}")
    parser.add_argument("--missing", action="store_true", help="only stages without figures yet")
    parser.add_argument(
        "--scale",
        type=float,
        default=1.0,
        help="a rehearsal with this part of the work; its figures are not kept",
    )
    parser.add_argument("--report", action="store_true", help="only write RESULTS.md anew")
    chosen = parser.parse_args(arguments)
    record = Record()
    names = [] if chosen.report else (chosen.stage.split(",") if chosen.stage else list(STAGES))
    if unknown := [name for name in names if name not in STAGES]:
        parser.error(f"unknown: {', '.join(unknown)}")
    if chosen.missing:
        names = [name for name in names if name not in record.stages()]
    try:
        failed = asyncio.run(_measure(names, record, scale=chosen.scale))
    except KeyboardInterrupt:
        sys.stderr.write("stopped; what was measured is kept, --missing goes on\n")
        return STOPPED
    if chosen.scale >= 1:
        write_report(record)
    return 1 if failed else 0


async def _measure(names: Sequence[str], record: Record, *, scale: float) -> list[str]:
    logging.disable(logging.WARNING)
    failed = []
    for name in names:
        _say(f"── {name}: {(STAGES[name].__doc__ or '').splitlines()[0]}")
        with tempfile.TemporaryDirectory(prefix="kashima-bench-") as folder:
            try:
                figures = await STAGES[name](Bench(Path(folder), scale, _say))
            except (Failed, BrowserError, TimeoutError, ExceptionGroup) as problem:
                _say(f"{name} could not be measured: {type(problem).__name__} {problem}")
                failed.append(name)
                continue
        for figure in figures:
            _say(f"   {figure.name} = {figure.value:.6g} {figure.unit}  {figure.note}")
        if scale >= 1:
            record.keep(name, figures, bench="client", machine=measured_on(), now=system_clock()())
    return failed


def measured_on() -> dict[str, str]:
    """The machine and the versions of what is measured."""
    return machine.describe(("playwright",)) | machine.node_packages(MODULES, ("three",))


def _say(line: str) -> None:
    print(line, flush=True)
