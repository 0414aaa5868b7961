"""Gas of one badge: ours, the floor, and the ways others keep attendance."""

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eth_abi.abi import encode
from eth_utils.crypto import keccak

from bench import machine
from bench.badges import floor
from bench.badges.chain import Site, site
from bench.badges.stage import Bench, Failed
from bench.record import Figure

FOLDER = Path(__file__).parent.parent / "peers_badges"
MODULES = FOLDER / "node_modules"
PACKAGES = ("@openzeppelin/contracts", "solady", "solc")
PEERS = {
    "OpenZeppelin1155": "openzeppelin-1155",
    "Solady1155": "solady-1155",
    "OpenZeppelin721": "openzeppelin-721",
    "PoapLike": "poap-like",
}
"""Contracts of `peers_badges/contracts`, and what their figures are called."""

OURS = "kashima"
SIZES = (1, 10, 100, 200)
AWARD = keccak(text="award(uint256,address[])")[:4]


@dataclass
class Subject:
    """A contract that awards, on the chain; `event` counts what it awarded for."""

    name: str
    address: str
    event: int = 0


async def measure(bench: Bench) -> list[Figure]:
    """Gas a badge at 1, 10, 100 and 200 in one transaction, on anvil under the Osaka rules."""
    figures = list(_floor())
    codes = {OURS: b"", **{PEERS[name]: code for name, code in _compiled().items()}}
    async with site() as place:
        codes[OURS] = place.badges()
        for name, code in codes.items():
            bench.say(f"   {name}")
            address, receipt = await place.create(code)
            size = len(await place.chain.code(address))
            figures += [
                Figure(f"gas.{name}.deploy", receipt.gas_used, "gas", "to put the contract there"),
                Figure(f"gas.{name}.bytes", size, "bytes", "of code; 24,576 is the most"),
            ]
            figures += await _awarding(place, Subject(name, address))
    return figures


def versions() -> dict[str, str]:
    """What the peers are compiled from and with, as installed."""
    return machine.node_packages(MODULES, PACKAGES)


def _floor() -> Iterator[Figure]:
    for case, cost in (("fresh", floor.fresh), ("again", floor.again), ("held", floor.held)):
        for size in SIZES:
            yield Figure(f"gas.floor.{case}.{size}", cost(size), "gas")


def _compiled() -> dict[str, bytes]:
    """Creation code of each peer; raise Failed when they cannot be compiled."""
    node = shutil.which("node")
    if node is None or not MODULES.is_dir():
        raise Failed("the peers are not installed: npm ci --prefix bench/peers_badges")
    made = subprocess.run(
        [node, str(FOLDER / "compile.cjs")], capture_output=True, check=False, text=True
    )
    if made.returncode:
        raise Failed(made.stderr)
    return {name: bytes.fromhex(one["bytecode"]) for name, one in json.loads(made.stdout).items()}


async def _awarding(place: Site, subject: Subject) -> list[Figure]:
    found = []
    crowds = random.Random(subject.name)
    for size in SIZES:
        crowd = _people(crowds, size)
        await _begin_event(place, subject, crowds)
        found.append(await _measured(place, subject, crowd, case="fresh"))
        await _begin_event(place, subject, crowds)
        found.append(await _measured(place, subject, crowd, case="again"))
        if subject.name == OURS:  # the others refuse, or give a second one
            found.append(await _measured(place, subject, crowd, case="held"))
    return [figure for figure in found if figure is not None]


async def _begin_event(place: Site, subject: Subject, crowds: random.Random) -> None:
    """What is paid once for an event, and one award, so that counters have been opened."""
    subject.event += 1
    if subject.name == OURS:
        await place.do(subject.address, place.definition(subject.event))
    await place.do(subject.address, _award(subject.event, _people(crowds, 1)))


async def _measured(place: Site, subject: Subject, crowd: list[str], *, case: str) -> Figure | None:
    """Gas a badge; None when so many do not fit into one transaction."""
    try:
        receipt = await place.do(subject.address, _award(subject.event, crowd))
    except Failed:
        return None
    name = f"gas.{subject.name}.{case}.{len(crowd)}"
    return Figure(name, receipt.gas_used / len(crowd), "gas")


def _people(made: random.Random, count: int) -> list[str]:
    """Addresses without a zero byte, which would be cheaper to name than most people's are."""
    return ["0x" + bytes(made.choices(range(1, 256), k=20)).hex() for _ in range(count)]


def _award(event: int, people: list[str]) -> bytes:
    return AWARD + encode(["uint256", "address[]"], [event, people])
