"""The badges' part of RESULTS.md: gas beside others' layouts and the floor, and the rest."""

from collections.abc import Iterator
from pathlib import Path

from bench.badges.gas import SIZES
from bench.record import Record
from bench.tables import begins_with, section, table

NOTES = Path(__file__).parent / "notes.md"
"""What no figure says."""

LAYOUTS = {
    "floor": "the floor: one log and one word a badge, by code that costs nothing",
    "kashima": "Virtual Kashima, complete: a bit in a word of the holder's",
    "openzeppelin-1155": "OpenZeppelin ERC-1155, `_mint` in a loop, AccessControl",
    "solady-1155": "Solady ERC-1155, `_mint` in a loop, Ownable",
    "openzeppelin-721": "OpenZeppelin ERC-721, `_mint` in a loop, event and holder in the token id",
    "poap-like": "as POAP keeps it: ERC-721 Enumerable, event of each token, running number",
}
CASES = {
    "fresh": "Gas a badge, holders who have none yet",
    "again": "Gas a badge, the same holders at their next event",
    "held": "Gas a badge, holders who have it already",
}
COMPARED = 100
"""The size of the batch for which ratios are given."""

SECTIONS = {
    "throughput": ("From award to final on the embedded chain", "throughput."),
    "recount": ("A recount from the chain alone", "recount."),
    "rebuild": ("Getting a lost chain back", "rebuild."),
}


def lines(record: Record) -> Iterator[str]:
    """The part, of whatever has been measured; nothing when nothing was."""
    measured = list(_measured(record))
    if not measured:
        return
    yield from _how()
    yield from measured
    if NOTES.exists():
        yield ""
        yield NOTES.read_text("utf-8").rstrip()


def _how() -> Iterator[str]:
    yield (
        "Chains are anvil with the town's own options: Osaka rules, at most 16,777,216 gas a"
        " transaction, one process, loopback. Gas is the whole receipt's, the transaction's 21,000"
        " included, divided by the badges in it; the event was begun and one badge of it given"
        " before, so that nobody pays for opening a counter. Recipients have no zero byte in their"
        " address. The others are compiled from npm packages by solc-js (optimizer 10,000 runs,"
        " EVM cancun) and do only this; ours is what towns deploy, with roles, pause, windows,"
        " daily cap, supply, revocation and wallets. A dash: so many do not fit into one"
        " transaction, or the layout cannot do it. The floor is worked out in `badges/floor.py`."
    )


def _measured(record: Record) -> Iterator[str]:
    for case, title in CASES.items():
        rows = list(_layouts(record, case))
        heads = ("layout", *(f"{size} at once" for size in SIZES), "to the floor", "to ours")
        yield from section(title, table(heads, rows) if rows else ())
    rows = list(_contracts(record))
    yield from section(
        "The contracts", table(("layout", "gas to deploy", "bytes"), rows) if rows else ()
    )
    for title, begins in SECTIONS.values():
        yield from section(title, begins_with(record, begins))


def _layouts(record: Record, case: str) -> Iterator[list[str]]:
    for name, what in LAYOUTS.items():
        values = [record.value(f"gas.{name}.{case}.{size}") for size in SIZES]
        if all(value is None for value in values):
            continue
        mine = record.value(f"gas.{name}.{case}.{COMPARED}")
        cells = ["–" if value is None else f"{value:,.0f}" for value in values]
        ratios = [
            _ratio(mine, record.value(f"gas.{other}.{case}.{COMPARED}"))
            for other in ("floor", "kashima")
        ]
        yield [what, *cells, *ratios]


def _contracts(record: Record) -> Iterator[list[str]]:
    for name, what in LAYOUTS.items():
        deploy, size = record.value(f"gas.{name}.deploy"), record.value(f"gas.{name}.bytes")
        if deploy is not None and size is not None:
            yield [what, f"{deploy:,.0f}", f"{size:,.0f}"]


def _ratio(value: float | None, other: float | None) -> str:
    return f"{value / other:.3f}" if value and other else "–"
