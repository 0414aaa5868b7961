"""The client's part of RESULTS.md."""

from collections.abc import Iterator
from pathlib import Path

from bench.record import Record
from bench.tables import begins_with, section

NOTES = Path(__file__).parent / "notes.md"
"""What no figure says."""

SECTIONS = {
    "A first visit in three dimensions": "solid.",
    "A first visit to the flat town": "flat.",
    "A crowd": "crowd.",
}


def lines(record: Record) -> Iterator[str]:
    """The part, of whatever has been measured; nothing when nothing was."""
    measured = [
        line
        for title, begins in SECTIONS.items()
        for line in section(title, begins_with(record, begins))
    ]
    if not measured:
        return
    yield from measured
    yield ""
    yield NOTES.read_text("utf-8").rstrip()
