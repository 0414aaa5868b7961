"""RESULTS.md: the figures of every bench as tables, with the commands that made them."""

from collections.abc import Iterator
from pathlib import Path

from bench.badges import report as badges
from bench.badges.goals import GOALS as BADGE_GOALS
from bench.client import report as client
from bench.client.goals import GOALS as CLIENT_GOALS
from bench.goals import judged
from bench.record import Record
from bench.tables import part, table
from bench.world import report as world
from bench.world.goals import GOALS as WORLD_GOALS

RESULTS = Path(__file__).parent / "RESULTS.md"
ABOUT_THE_MACHINE = ("processor", "cores", "memory", "kernel")


def write_report(record: Record, path: Path = RESULTS) -> None:
    """Write the tables of whatever has been measured."""
    path.write_text("\n".join(_document(record)) + "\n", "utf-8")


def _document(record: Record) -> Iterator[str]:
    yield "# Measured: the town under load, its badges beside other systems, and its client"
    yield ""
    yield "Written by `python -m bench` (`make bench`); every figure is in `results.json`, with its"
    yield "command. Run one part again with `python -m bench world --stage NAME`, and so `badges`"
    yield "and `client`."
    yield ""
    yield _measured_on(record)
    goals = [
        *judged(record, WORLD_GOALS),
        *judged(record, BADGE_GOALS),
        *judged(record, CLIENT_GOALS),
    ]
    yield from part("Goals", table(("what", "goal", "measured", ""), goals) if goals else ())
    yield from part("The town under load", world.lines(record))
    yield from part("Badges", badges.lines(record))
    yield from part("The client", client.lines(record))


def _measured_on(record: Record) -> str:
    told = dict(record.machine)
    machine = {name: told.pop(name, "?") for name in ABOUT_THE_MACHINE}
    versions = ", ".join(f"{name} {value}" for name, value in told.items())
    dates = sorted(figure.date for figure in record.figures)
    span = f"{dates[0]} to {dates[-1]}" if dates else "never"
    return (
        f"Machine: {machine['processor']}, {machine['cores']} cores, {machine['memory']},"
        f" {machine['kernel']}. Software: {versions}. Measured {span}."
    )
