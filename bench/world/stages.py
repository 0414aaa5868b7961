"""The measurements, each a stage that can be run alone and gives its figures back."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from bench import wire
from bench.record import Figure
from bench.world import peers
from bench.world.generator import Failed, Window
from bench.world.mirroring import mirrored_ms
from bench.world.peers import Peer
from bench.world.point import Bench
from bench.world.search import search
from bench.world.squares import CROWD, PLAZA, SQUARES, Square
from bench.world.together import two_worlds
from bench.world.verdict import Point

Stage = Callable[[Bench], Awaitable[list[Figure]]]

SHIPPED_COUNT = 1000
SHIPPED_CHAT = 1.0
"""Lines of chat a second in the whole hall."""

MEMORY_COUNT = 2000
STORM_COUNT, STORM_SECONDS, STORM_INSIDE = 2000, 10.0, 1000
LEAVING_SECONDS = 5.0
COST_COUNT = 1500
CHECK_COUNT = 6000
FLOOR_COUNT = 4000
BEATS = 10
"""A second."""

OURS_START, OURS_POINTS = {"plaza": 4000, "crowd": 4000}, 3
PEER_STARTS: list[tuple[Peer, dict[str, int], int]] = [
    (peers.NAIVE, {"plaza": 125}, 3),
    (peers.PLAIN, {"plaza": 2600}, 2),
    (peers.VIEW, {"plaza": 950, "crowd": 425}, 3),
    (peers.GRID, {"plaza": 1900}, 2),
]


async def check(bench: Bench) -> list[Figure]:
    """Is the generator fast enough? It walks against a server that does next to nothing."""
    point = await bench.peer_point(peers.SENDER, bench.scaled(CHECK_COUNT), square=PLAZA)
    window = point.window
    return [
        Figure("check.visitors", point.count, "visitors", "against the bare sender"),
        Figure("check.age_p99", window.ages.p99, "ms", "send to seen; the beat alone takes 0-100"),
        Figure("check.updates", window.updates, "share"),
        Figure("check.late_p99", window.late.p99, "ms", "how late the generator sent"),
        Figure("check.generator_cpu", window.generator.run, "core"),
        Figure("check.frames", BEATS * point.count, "frames/s", "taken by the generator"),
    ]


async def hold(bench: Bench, square: Square) -> list[Figure]:
    """How many our server holds when it shows what the others show."""
    measure = partial(bench.town_point, square=square, budget=0)
    best, worst = await search(
        measure, start=bench.scaled(OURS_START[square.name]), points=OURS_POINTS, precision=0.12
    )
    return [*_held("kashima", square, best, worst), *_nearness(square, best)]


async def hold_peers(bench: Bench) -> list[Figure]:
    """How many the others hold."""
    why = peers.missing()
    if why is not None:
        raise Failed(why)
    figures: list[Figure] = []
    for peer, starts, points in PEER_STARTS:
        for square in SQUARES:
            if square.name in starts:
                measure = partial(bench.peer_point, peer, square=square)
                best, worst = await search(
                    measure, start=bench.scaled(starts[square.name]), points=points
                )
                figures += _held(peer.name, square, best, worst)
    return figures


def _held(name: str, square: Square, best: Point | None, worst: Point | None) -> Iterator[Figure]:
    where = f"hold.{square.name}.{name}"
    limit = "" if worst is None else f"fails at {worst.count}"
    if best is None:
        yield Figure(where, 0, "visitors", limit)
        return
    window = best.window
    if worst is None:
        limit = "not driven to failure"
    elif worst.is_limited_by_load:
        limit += ", where the generator was the limit"
    yield Figure(where, best.count, "visitors", limit)
    yield Figure(f"{where}.age_p99", window.ages.p99, "ms")
    yield Figure(f"{where}.updates", window.updates, "share")
    yield Figure(f"{where}.down", window.down / 1000, "kB/s", "payload and WebSocket headers")
    yield Figure(f"{where}.cpu", window.server.run, "core")
    yield Figure(f"{where}.cpu_each", window.server.run / best.count * 1e6, "µs/s")
    yield Figure(f"{where}.resident", window.server.resident, "MB")
    yield _waited(where, window)
    yield Figure(f"{where}.generator_cpu", window.generator.run, "core")
    yield Figure(f"{where}.late_p99", window.late.p99, "ms")


def _waited(where: str, window: Window) -> Figure:
    """How quiet the machine was; above a few per cent a time is longer than it need be."""
    note = "of the time the server wanted its core and another program had it"
    return Figure(f"{where}.waited", window.server.waited, "share", note)


def _nearness(square: Square, best: Point | None) -> Iterator[Figure]:
    """What sharing a cell's view costs in exactness."""
    if best is not None and best.window.recalls:
        window = best.window
        where = f"nearness.{square.name}"
        yield Figure(f"{where}.hundred", window.recall, "share", "of the true nearest 100 shown")
        yield Figure(f"{where}.ten", window.recall_of_ten, "share", "of the true nearest 10 shown")


async def shipped(bench: Bench) -> list[Figure]:
    """Tiers and budgets on, with somebody talking: what a visitor's line carries."""
    figures = []
    for square in SQUARES:
        point = await bench.town_point(
            bench.scaled(SHIPPED_COUNT), square=square, chat=SHIPPED_CHAT
        )
        window = point.window
        where = f"shipped.{square.name}"
        figures += [
            Figure(f"{where}.down", window.down / 1000, "kB/s", "payload and WebSocket headers"),
            Figure(f"{where}.up", window.up / 1000, "kB/s"),
            Figure(f"{where}.near_age_p99", window.near_ages.p99, "ms"),
            Figure(f"{where}.near_age_p50", window.near_ages.p50, "ms"),
            Figure(f"{where}.age_p99", window.ages.p99, "ms", "of whoever is shown"),
            Figure(f"{where}.chat_p99", window.chats.p99, "ms", "from saying to hearing"),
            Figure(f"{where}.frames", window.frames_least, "frames/s", "of the worst served"),
            Figure(f"{where}.ten", window.recall_of_ten, "share", "of the true nearest 10 near"),
            Figure(f"{where}.cpu", window.server.run, "core"),
            Figure(f"{where}.lost", window.lost, "visitors"),
            _waited(where, window),
        ]
    return figures


async def memory(bench: Bench) -> list[Figure]:
    """What a visitor takes, above the empty server."""
    empty = (await bench.town_point(1, square=PLAZA, seconds=1)).window.server.resident
    count = bench.scaled(MEMORY_COUNT)
    full = (await bench.town_point(count, square=PLAZA)).window.server.resident
    each = (full - empty) / count * 1000
    return [
        Figure("memory.empty", empty, "MB"),
        Figure("memory.full", full, "MB", f"{count} visitors"),
        Figure("memory.each", each, "kB"),
    ]


async def storm(bench: Bench) -> list[Figure]:
    """Two thousand come in ten seconds by the front door, and leave at once."""
    inside, coming = bench.scaled(STORM_INSIDE), bench.scaled(STORM_COUNT)
    point = await bench.town_point(
        inside + coming,
        square=PLAZA,
        storming=coming,
        storm=STORM_SECONDS,
        leaving=LEAVING_SECONDS,
    )
    if point.report is None:
        raise Failed(point.why)
    calm, rush, gone = (point.report.window(name) for name in ("steady", "storm", "leaving"))
    return [
        Figure("storm.joined", rush.joins.count, "visitors", f"of {coming}"),
        Figure("storm.join_p50", rush.joins.p50, "ms", "POST /api/join to welcome"),
        Figure("storm.join_p99", rush.joins.p99, "ms"),
        Figure("storm.seconds", rush.seconds, "s", "until the last was in"),
        Figure("storm.inside", inside, "visitors"),
        Figure("storm.calm_age_p99", calm.ages.p99, "ms", "of those inside, before"),
        Figure("storm.age_p99", rush.ages.p99, "ms", "of those inside, meanwhile"),
        Figure("storm.near_age_p99", rush.near_ages.p99, "ms"),
        Figure("storm.cpu", rush.server.run, "core"),
        Figure("storm.lost", rush.lost, "visitors"),
        _waited("storm", rush),
        Figure("storm.leaving_age_p99", gone.ages.p99, "ms", "while all of them leave at once"),
        Figure("storm.leaving_cpu", gone.server.run, "core", f"over {LEAVING_SECONDS:g} s"),
    ]


async def costs(bench: Bench) -> list[Figure]:
    """Where the microseconds go: a message in, a frame out, and the least it can be."""
    count, most = bench.scaled(COST_COUNT), bench.scaled(FLOOR_COUNT)
    often = await bench.town_point(count, square=PLAZA, budget=0)
    seldom = await bench.town_point(count, square=PLAZA, budget=0, hertz=5)
    floor = await bench.peer_point(peers.SENDER, most, square=PLAZA)
    fast, slow = often.window, seldom.window
    per_second = count * BEATS
    moves_in = (fast.server.run - slow.server.run) / (per_second / 2) * 1e6
    return [
        _waited("costs", fast),
        Figure("costs.visitors", count, "visitors"),
        Figure("costs.each", fast.server.run / count * 1e6, "µs/s", "a visitor, all in all"),
        Figure("costs.in", moves_in, "µs", "a move: 10 a second less 5 a second"),
        *_out(often, per_second),
        *_without_sockets(count),
        Figure("costs.kernel", _kernel(fast), "share", "of the time inside the kernel: send, recv"),
        Figure(
            "costs.floor",
            floor.window.server.run / (most * BEATS) * 1e6,
            "µs",
            "C: one send, one move taken in, no rules",
        ),
    ]


def _out(point: Point, per_second: int) -> Iterator[Figure]:
    if point.beats is not None:
        each = point.beats.share / per_second * 1e6
        yield Figure("costs.out", each, "µs", "a frame: judge, choose, encode, send")
        rest = (point.window.server.run - point.beats.share) / per_second * 1e6
        yield Figure("costs.rest", rest, "µs", "outside the beat: moves in, loop, pings, presence")


def _without_sockets(count: int) -> Iterator[Figure]:
    """The same work in this process with nothing behind the transports: Python and numpy alone."""
    spent = wire.beats(count, PLAZA.side, budget=0)
    yield Figure("costs.python_in", spent.moves_in / count, "µs", "a move: tap, check, store")
    yield Figure("costs.python_judge", spent.judging / count, "µs", "a move: possible or not")
    yield Figure(
        "costs.python_out", spent.showing / count, "µs", "a frame: choose, encode, hand on"
    )


def _kernel(window: Window) -> float:
    used = window.server.user + window.server.system
    return window.server.system / used if used else 0.0


STAGES: dict[str, Stage] = {
    "check": check,
    "plaza": partial(hold, square=PLAZA),
    "crowd": partial(hold, square=CROWD),
    "peers": hold_peers,
    "shipped": shipped,
    "memory": memory,
    "storm": storm,
    "costs": costs,
    "worlds": two_worlds,
    "mirror": mirrored_ms,
}
