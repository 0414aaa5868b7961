"""`python -m bench badges`: gas, throughput, recount and rebuilding of the badges' chain.

Each stage can be run alone (`--stage gas,recount`); what it finds is written down at once, so a
run that was broken off goes on with `--missing`. Every chain is a real anvil of the version and
with the options that the town uses.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import machine
from bench.badges import gas, rebuild, recount, throughput
from bench.badges.stage import Bench, Failed, Stage
from bench.record import Record
from bench.report import write_report
from nft_badges.anvil import find_anvil
from world_server.store.clock import system_clock

STAGES: Mapping[str, Stage] = {
    "gas": gas.measure,
    "recount": recount.measure,
    "throughput": throughput.measure,
    "rebuild": rebuild.measure,
}
PACKAGES = ("web3", "eth-account", "vyper")
STOPPED = 130


def main(arguments: Sequence[str]) -> int:
    """Run the stages; the exit code is 1 when one of them could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench badges", description=__doc__)
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
            except (Failed, TimeoutError, ExceptionGroup) as problem:
                _say(f"{name} could not be measured: {type(problem).__name__} {problem}")
                failed.append(name)
                continue
        for figure in figures:
            _say(f"   {figure.name} = {figure.value:.6g} {figure.unit}  {figure.note}")
        if scale >= 1:
            record.keep(name, figures, bench="badges", machine=measured_on(), now=system_clock()())
    return failed


def measured_on() -> dict[str, str]:
    """The machine and the versions of what is measured."""
    found = machine.describe(PACKAGES) | gas.versions()
    return found | {"anvil": machine.program(str(find_anvil())).split()[-1].split("-")[0]}


def _say(line: str) -> None:
    print(line, flush=True)
