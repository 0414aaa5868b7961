"""The benchmark in its short form: what it measures is really there, whatever the machine does.

Nothing here is timed; how fast things are is for `make bench` on a quiet machine.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bench.world import generator, peers
from bench.world.generator import Window
from bench.world.peers import Peer
from bench.world.point import Bench
from bench.world.squares import CROWD
from bench.world.town import bench_town

PEOPLE = 20
SECONDS = 2.0
ANY_CORES = (None, None)


@pytest.fixture(scope="module")
def programs() -> tuple[Path, Path]:
    if generator.compiler() is None:
        pytest.skip("no C compiler here (gcc, cc or clang): the load generator is written in C")
    return generator.build()


@pytest.fixture
async def bench(programs: tuple[Path, Path], tmp_path: Path) -> AsyncIterator[Bench]:
    loadgen, sender = programs
    async with bench_town(tmp_path / "town", core=None) as town:
        yield Bench(town, loadgen, sender, tmp_path, SECONDS, print, cores=ANY_CORES)


def walked_and_seen(window: Window, people: int) -> None:
    assert window.people == people
    assert window.lost == 0
    assert window.fresh > people
    assert 0 < window.due_seen <= window.seen
    assert window.ages.count == window.fresh
    assert 0 < window.ages.p50 <= window.ages.p99 <= window.ages.max
    assert window.frames_least > 0
    assert window.down > window.up > 0
    assert window.server.resident > 0


@pytest.mark.parametrize("budget", [None, 0])
async def test_people_walk_in_our_town_and_are_seen(bench: Bench, budget: int | None) -> None:
    point = await bench.town_point(PEOPLE, square=CROWD, budget=budget, warm=1, chat=5)
    assert point.report is not None
    assert (point.report.arrived, point.report.gone, point.report.problem) == (PEOPLE, 0, None)
    window = point.window
    walked_and_seen(window, PEOPLE)
    assert window.near_ages.count > 0
    assert window.unmatched == 0  # every pose that came back is one that was sent
    assert window.corrections == 0
    assert 0 < window.recall <= 1
    assert window.chats.count > 0


async def test_a_storm_comes_in_by_the_front_door_and_leaves(bench: Bench) -> None:
    point = await bench.town_point(
        PEOPLE, square=CROWD, storming=PEOPLE // 2, storm=1, leaving=1, warm=1, seconds=1
    )
    assert point.report is not None
    assert point.report.problem is None
    storm, leaving = point.report.window("storm"), point.report.window("leaving")
    assert storm.joins.count == PEOPLE // 2
    walked_and_seen(storm, PEOPLE // 2)
    walked_and_seen(leaving, PEOPLE // 2)
    assert dict(point.report.reasons) == {}


async def test_the_generator_walks_against_a_server_that_does_next_to_nothing(
    bench: Bench,
) -> None:
    walked_and_seen((await bench.peer_point(peers.SENDER, PEOPLE, square=CROWD)).window, PEOPLE)


@pytest.mark.parametrize(
    "peer",
    [peers.NAIVE, peers.GRID, peers.PLAIN, peers.VIEW],
    ids=lambda peer: peer.name,
)
async def test_people_walk_on_other_servers_and_are_seen(bench: Bench, peer: Peer) -> None:
    why = peers.missing()
    if why is not None:
        pytest.skip(why)
    walked_and_seen((await bench.peer_point(peer, PEOPLE, square=CROWD)).window, PEOPLE)


async def test_a_server_that_refuses_everybody_is_no_point_that_holds(bench: Bench) -> None:
    town = bench.town
    async with (
        town.invited(PEOPLE, square=CROWD, venue=town.venues[0]) as file,
        town.world("w1", core=None) as world,
    ):
        file.write_text("".join(f"forged{line}\n" for line in file.read_text().splitlines()))
        report = await generator.run(
            bench.loadgen,
            core=None,
            options={"count": PEOPLE, "port": world.port, "visitors": file, "connect": 10},
        )
    assert report.arrived == 0
    assert report.problem == "not everybody got in"
    assert dict(report.reasons) == {"refused or let go: ticket-refused": PEOPLE}
