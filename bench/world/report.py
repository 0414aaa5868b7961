"""The town's part of RESULTS.md: how it was measured, how many hold, and what else was found."""

from collections.abc import Iterator
from pathlib import Path

from bench.record import Record
from bench.tables import begins_with, section, table
from bench.world.squares import SQUARES
from bench.world.verdict import (
    LATEST_MS,
    LEAST_UPDATES,
    LIMIT_CPU,
    LIMIT_LATE_MS,
    NOISE_LOAD,
    NOISE_SERVER,
    NOISE_STOLEN,
)

NOTES = Path(__file__).parent / "notes.md"
"""What no figure says: where the time goes by the profile, and what was tried."""

SERVERS = {
    "node-naive": "Node Socket.IO, each move relayed to everybody",
    "colyseus": "Colyseus 0.18, everybody sees everybody",
    "colyseus-view": "Colyseus 0.18 with StateView: 40 m, nearest 100",
    "node-grid": "Node Socket.IO, grid of 20 m, shared packed frames, no cap",
    "kashima": "Virtual Kashima, complete; nearest 100 at every beat (`pose_budget` 0)",
}
COLUMNS = {
    "age_p99": ("p99 ms", "{:.0f}", 1),
    "updates": ("updates", "{:.1f} %", 100),
    "down": ("kB/s each", "{:.1f}", 1),
    "cpu": ("CPU, cores", "{:.2f}", 1),
    "cpu_each": ("CPU µs each and s", "{:.0f}", 1),
    "resident": ("RSS MB", "{:.0f}", 1),
    "generator_cpu": ("load's CPU", "{:.2f}", 1),
    "waited": ("waited", "{:.0f} %", 100),
}
SECTIONS = {
    "shipped": ("As shipped: tiers and budget on, a line of chat a second", "shipped."),
    "memory": ("Memory", "memory."),
    "storm": ("Connect storm", "storm."),
    "worlds": ("Two world processes", "worlds."),
    "mirror": ("A guide seen from another world", "mirror."),
    "costs": ("Where the microseconds go", "costs."),
    "nearness": ("What shared views cost in exactness", "nearness."),
    "check": ("Is the load generator the limit?", "check."),
}


def lines(record: Record) -> Iterator[str]:
    """The part, of whatever has been measured; nothing when nothing was."""
    if not any(True for _ in _measured(record)):
        return
    yield from _how()
    yield from _measured(record)
    yield ""
    yield NOTES.read_text("utf-8").rstrip()


def _measured(record: Record) -> Iterator[str]:
    heads = ("server", "holds", *(head for head, *_ in COLUMNS.values()), "")
    for square in SQUARES:
        rows = list(_held(record, square.name))
        title = f"How many hold: {square.name}, {square.side:g} m square"
        yield from section(title, table(heads, rows) if rows else ())
    for title, begins in SECTIONS.values():
        yield from section(title, begins_with(record, begins))


def _how() -> Iterator[str]:
    yield (
        "The server runs on the first core, the load generator (C, `loadgen/`) on the second,"
        " Redis beside the generator, all on loopback. Our server is a whole `kashima world`:"
        " SQLite, Redis, validation, attendance, presence, chat and meters on, in an event whose"
        " doors are open. People walk at 1.4 to 4 m/s and send a move ten times a second. A point"
        f" *holds* when p99 from sending to seeing is below {LATEST_MS:g} ms,"
        f" {LEAST_UPDATES:.0%} of the due updates arrive, and nobody is disconnected. Due is"
        " what a correct server of its kind shows: all, those within 40 m or of the 3 x 3 cells"
        " of 20 m, the nearest 100. Bytes are payload and WebSocket headers, without TCP's."
    )
    yield ""
    yield (
        "Validity: a point that fails while other programs take the cores (server runnable but not"
        f" running for more than {NOISE_SERVER:.0%} of the time, generator {NOISE_LOAD:.0%},"
        f" stolen {NOISE_STOLEN:.0%}) is measured once more. The generator counts as the limit"
        f" above {LIMIT_CPU:g} of a core or when its p99 of sending late is above"
        f" {LIMIT_LATE_MS:g} ms; how many it can serve when the server does next to nothing is"
        " measured too (last table). Ten visitors decode every frame; of the others sizes count."
        " Our wire carries no time of sending: the generator keeps what each avatar sent and looks"
        " up when a pose that comes back was sent."
    )


def _held(record: Record, square: str) -> Iterator[list[str]]:
    ours = record.value(f"hold.{square}.kashima")
    for server, what in SERVERS.items():
        held = record.find(f"hold.{square}.{server}")
        if held is None:
            continue
        cells = []
        for part, (_, shape, factor) in COLUMNS.items():
            value = record.value(f"{held.name}.{part}")
            cells.append("–" if value is None else shape.format(value * factor))
        ratio = f"; ours holds {ours / held.value:.1f} x" if ours and held.value else ""
        remark = held.note + (ratio if server != "kashima" else "")
        yield [what, f"{held.value:,.0f}", *cells, remark]
