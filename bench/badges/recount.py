"""How long a recount of a real chain takes, beside web3.py's decoding of the same logs."""

import asyncio
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from web3 import HTTPProvider, Web3

from bench.badges.chain import Site, site
from bench.badges.stage import Bench, Failed
from bench.record import Figure
from nft_badges import contract, verify_badges

LOGS = 20_000
PEOPLE = 2_000
TIMES = 5
DAY = 86_400


async def measure(bench: Bench) -> list[Figure]:
    """Seconds for 20,000 badges of 2,000 people over ten days, from the logs of a real chain."""
    async with site() as place:
        address, _ = await place.create(place.badges())
        wanted = await _awarded(place, address, bench)
        head = (await place.chain.head()).number
        raw, fetch = await asyncio.to_thread(_fetched, place.url, address, head)
        bench.say(f"   {len(raw):,} logs in {head:,} blocks")
        ledger = verify_badges.recount(raw)
        figures = ledger.figures()
        if {holder: badges for holder, badges in ledger.held.items() if badges} != wanted:
            raise Failed("the recount is wrong")
        script = await _as_a_marketer(place, address)
        if script.pop("digest") != figures["digest"]:
            raise Failed("the script counts otherwise")
        peer = await asyncio.to_thread(_by_web3, place.url, address, head)
    fold = _seconds(lambda: verify_badges.recount(raw))
    told = _seconds(ledger.figures)
    return [
        Figure("recount.logs", len(raw), "logs", f"of {figures['holders']:,} holders"),
        Figure("recount.fold", fold, "s", "from raw logs to who holds what"),
        Figure("recount.figures", told, "s", "returners, months, retention, steps, digest"),
        Figure("recount.seconds", fold + told, "s", "both; standard library only"),
        Figure("recount.script", script["seconds"], "s", SCRIPT),
        Figure("recount.fetch", fetch, "s", "getting the raw logs from the node"),
        Figure("recount.web3", peer, "s", "web3.py: the same logs fetched and decoded, no more"),
        Figure("recount.web3_ratio", peer / (fetch + fold + told), "times", "to all of ours"),
    ]


SCRIPT = "the program as a marketer runs it: start, fetch, recount, every stored word compared"


async def _awarded(place: Site, address: str, bench: Bench) -> dict[str, set[int]]:
    """Ten events, a fortnight between them, each with everybody; who holds what afterwards."""
    made = random.Random(20_000)
    people = [f"0x{made.getrandbits(160):040x}" for _ in range(bench.share(PEOPLE))]
    for badge_id in range(1, LOGS // PEOPLE + 1):
        place.now += 14 * DAY
        await place.do(address, place.definition(badge_id))
        for at in range(0, len(people), contract.MAX_HOLDERS):
            part = people[at : at + contract.MAX_HOLDERS]
            await place.do(address, contract.award(badge_id, part))
    everything = set(range(1, LOGS // PEOPLE + 1))
    return dict.fromkeys(people, everything)


async def _as_a_marketer(place: Site, address: str) -> dict[str, Any]:
    command = [sys.executable, "-I", str(Path(verify_badges.__file__)), "--json"]
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *command, "--rpc", place.url, "--contract", address, stdout=asyncio.subprocess.PIPE
    )
    answer, _ = await process.communicate()
    seconds = time.perf_counter() - began
    if process.returncode:
        raise Failed("the script found a difference")
    return {"seconds": seconds, "digest": json.loads(answer)["digest"]}


def _fetched(url: str, address: str, head: int) -> tuple[list[dict[str, Any]], float]:
    """The raw logs as the script fetches them, and the seconds that took."""
    wanted = {"address": address, "topics": [verify_badges.TOPICS]}
    began = time.perf_counter()
    raw = verify_badges.ask(
        url, "eth_getLogs", {**wanted, "fromBlock": "0x0", "toBlock": hex(head)}
    )
    return raw, time.perf_counter() - began


def _by_web3(url: str, address: str, head: int) -> float:
    """Seconds web3.py needs to fetch and decode; nothing is added up."""
    abi = json.loads(contract.ARTIFACT.read_text("utf-8"))["abi"]
    web3 = Web3(HTTPProvider(url))
    events = web3.eth.contract(Web3.to_checksum_address(address), abi=abi).events
    began = time.perf_counter()
    for name in ("TransferSingle", "TransferBatch", "BadgeDefined"):
        events[name]().get_logs(from_block=0, to_block=head)
    return time.perf_counter() - began


def _seconds(work: Callable[[], object]) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)
