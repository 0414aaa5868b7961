"""How many badges a second become final, and what others notice of it while they do."""

import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eth_utils.address import to_checksum_address

from bench.badges import databases, issuer
from bench.badges.chain import site
from bench.badges.issuer import Town, Watched
from bench.badges.stage import Bench, Failed
from bench.record import Figure
from bench.world.processes import favoured
from nft_badges import contract
from nft_badges.chain import Web3Chain
from nft_badges.desk import unsigned
from nft_badges.embedded import FUNDING
from nft_badges.keys import Issuer
from nft_badges.sending import Sent, award_gas, first_fees
from world_server.store import chain_journal
from world_server.store.chain_journal import Line
from world_server.store.database import Database
from world_server.store.tables.chain import Deployment

AWARDS = 20_000
EACH = 2
BADGES = 5
"""Everybody in a crowd gets two of five badges: half of all awards go to holders who have none
yet, half to holders who have one, which costs a chain less."""

LATER = 50_000
"""Badges on the chain when its speed is looked at again."""

LAST_BLOCKS = 10
LINES_AT_ONCE = 50
THOUSANDTH = 1_000


@dataclass(frozen=True)
class Run:
    """What one run showed; `lines` are the journal's, of the run only after the first `before`."""

    seconds: float
    alone: float
    watched: Watched
    lines: list[Line]
    before: int
    deployment: Deployment
    badge_id: int


async def measure(bench: Bench) -> list[Figure]:
    """20,000 awards from their first row to their last final one, by a real minter and anvil."""
    if bench.scale >= 1:
        favoured(os.getpid())  # who writes and watches, and PostgreSQL, which inherits it
    awards = BADGES * max(1, round(bench.share(AWARDS) / BADGES))
    figures: list[Figure] = []
    rates: dict[str, float] = {}
    for name, opened in (
        ("sqlite", databases.sqlite(bench.folder)),
        ("postgres", databases.postgres()),
    ):
        async with opened as url:
            run = await _issued(url, bench.folder, awards=awards)
        rates[name] = awards / run.seconds
        bench.say(f"   {name}: {rates[name]:,.0f} badges a second")
        if name == "sqlite":
            mined, last = await _mined_only(run, later=bench.share(LATER))
            limit = awards / mined
        figures += _told(name, run, rates[name])
    share = rates["sqlite"] / limit
    return [
        *figures,
        Figure("throughput.anvil.rate", limit, "badges/s", "the same bytes, and no database"),
        Figure("throughput.sqlite.of_anvil", share, "of 1", "how much of that is left"),
        Figure("throughput.anvil.later", last, "badges/s", f"when it holds {LATER:,}: {WHY}"),
    ]


def _told(name: str, run: Run, rate: float) -> list[Figure]:
    loop, health = sorted(run.watched.loop), sorted(run.watched.health)
    writes = sorted(run.watched.writes)
    stays = "a world writing a stay down meanwhile, 10 ms after the last"
    return [
        Figure(f"throughput.{name}.rate", rate, "badges/s", "first row written to last final"),
        Figure(f"throughput.{name}.alone", run.alone, "s", "an award alone; 2 s of it by setting"),
        Figure(f"throughput.{name}.loop_p99", _part(loop, 0.99), "ms", f"of {len(loop):,}"),
        Figure(f"throughput.{name}.loop_max", _part(loop, 1), "ms", "the minter's loop answering"),
        Figure(f"throughput.{name}.health_max", _part(health, 1), "ms", "its health page"),
        Figure(f"throughput.{name}.write_p99", _part(writes, 0.99), "ms", f"of {len(writes):,}"),
        Figure(f"throughput.{name}.write_max", _part(writes, 1), "ms", stays),
    ]


def _part(values: Sequence[float], part: float) -> float:
    """The value below which that part of the sorted values lies, in milliseconds."""
    return values[min(len(values) - 1, int(part * len(values)))] * THOUSANDTH


async def _issued(url: str, folder: Path, *, awards: int) -> Run:
    chance = random.Random(awards)
    async with issuer.town(url, folder) as town:
        badge_ids = await town.badges(BADGES)
        await town.promise([(badge_id, _person(chance)) for badge_id in badge_ids])
        await town.final(BADGES)
        alone = await _alone(town, badge_ids[0], _person(chance))
        known = BADGES + 1
        before = len(await _journal(town.database))
        promised = [
            (badge_ids[(number + turn) % BADGES], person)
            for number, person in enumerate(_person(chance) for _ in range(awards // EACH))
            for turn in range(EACH)
        ]
        async with town.watched() as watched:
            began = time.perf_counter()
            await town.promise(promised)
            ended = await town.final(known + len(promised))
        async with town.database.reading() as session:
            deployment = await chain_journal.deployment(session)
        if deployment is None:
            raise Failed("there is no contract")
        return Run(
            seconds=ended - began,
            alone=alone,
            watched=watched,
            lines=await _journal(town.database),
            before=before,
            deployment=deployment,
            badge_id=badge_ids[0],
        )


async def _alone(town: Town, badge_id: int, person: str) -> float:
    """Seconds from one award's row to its being final, when nobody else waits."""
    began = time.perf_counter()
    await town.promise([(badge_id, person)])
    return await town.final(BADGES + 1) - began


def _person(chance: random.Random) -> str:
    return to_checksum_address(chance.randbytes(20))


async def _journal(database: Database) -> list[Line]:
    lines: list[Line] = []
    async with database.reading() as session:
        deployment = await chain_journal.deployment(session)
        if deployment is None:
            return lines
        while more := await chain_journal.lines_after(
            session, deployment.chain_key, number=len(lines), limit=LINES_AT_ONCE
        ):
            lines += more
    return lines


WHY = "anvil works out the root of the whole state for every block"


async def _mined_only(run: Run, *, later: int) -> tuple[float, float]:
    """Seconds in which an empty anvil mines the run's transactions, with nothing else to do.

    The same two calls a block; every block must come out as it was. And how many badges a second
    it would mine when so many are there `later`.
    """
    async with site() as place:
        chain = place.chain
        await chain.reset()
        await chain.fund(run.deployment.deployer, FUNDING)
        began = time.perf_counter()
        for line in run.lines:
            if line.number == run.before + 1:
                began = time.perf_counter()
            if await chain.send(line.raw) is not Sent.ACCEPTED:
                raise Failed("a transaction is refused that was mined before")
            await chain.mine(line.timestamp)
        seconds = time.perf_counter() - began
        head = await chain.head()
        if head.hash != run.lines[-1].block_hash:
            raise Failed("the same transactions made another chain")
        blocks = later // contract.MAX_HOLDERS - (len(run.lines) - run.before)
        return seconds, await _mined_later(chain, run, blocks=max(blocks, LAST_BLOCKS))


async def _mined_later(chain: Web3Chain, run: Run, *, blocks: int) -> float:
    """Badges a second in the last of so many further blocks."""
    key, chance, line = Issuer.of_key(issuer.ISSUER_KEY), random.Random(blocks), run.lines[-1]
    data = [
        contract.award(run.badge_id, [_person(chance) for _ in range(contract.MAX_HOLDERS)])
        for _ in range(blocks)
    ]
    seconds: list[float] = []
    for number, call in enumerate(data, 1):
        head = await chain.head()
        signed = key.sign(
            unsigned(
                run.deployment,
                nonce=head.number,
                to=run.deployment.contract,
                data=call,
                gas=award_gas(contract.MAX_HOLDERS),
                fees=first_fees(base_fee=head.base_fee, tip=1),
            )
        )
        began = time.perf_counter()
        if await chain.send(signed.raw) is not Sent.ACCEPTED:
            raise Failed("a further transaction is refused")
        await chain.mine(line.timestamp + number)
        seconds.append(time.perf_counter() - began)
    return LAST_BLOCKS * contract.MAX_HOLDERS / sum(seconds[-LAST_BLOCKS:])
