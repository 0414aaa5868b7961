"""Recounts holders and repeat visits from the chain alone, and compares with the database."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from nft_badges import contract
from nft_badges.chain import Web3Chain
from nft_badges.port import Chain
from nft_badges.settings import ChainReadSettings
from nft_badges.verify_badges import RETURNER_DAYS, Ledger
from nft_badges.verify_badges import recount as add_up
from world_server.i18n import FIRST_LANGUAGE, translate
from world_server.store import chain_journal, outcomes
from world_server.store.database import Database
from world_server.store.outcomes import Promised
from world_server.store.tables.chain import Deployment

BLOCKS_AT_ONCE = 2_000


@dataclass(frozen=True)
class Recount:
    """What the chain says and what the database says; `agrees` when they are the same."""

    agrees: bool
    digest: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Chained:
    """What only the chain knows: its newest block, and holders stored otherwise than logged."""

    block: int
    torn: int


@dataclass(frozen=True)
class Difference:
    """Badges by (holder, id) that one side has and the other lacks, leaving out those under way."""

    only_promised: frozenset[tuple[str, int]]
    only_on_chain: frozenset[tuple[str, int]]


async def recount(settings: ChainReadSettings, *, language: str = FIRST_LANGUAGE) -> Recount:
    """Recount, and say it in `language`; raise Unavailable when database or chain is away."""
    database = Database(settings.database_url.get_secret_value())
    chain = Web3Chain(settings.rpc_url.get_secret_value())
    try:
        async with database.reading() as session:
            deployment = await chain_journal.deployment(session)
            promised = await outcomes.promised(session)
        if deployment is None or deployment.block_number is None:
            nothing = translate(language, "proof-verify-none")
            agrees = not any(one.is_final for one in promised)
            return Recount(agrees=agrees, digest=Ledger().digest(), lines=(nothing,))
        ledger, block = await read_chain(chain, deployment)
        torn = await stored_otherwise(chain, deployment, ledger)
    finally:
        await chain.close()
        await database.close()
    return compare(ledger, promised, seen=Chained(block, torn), language=language)


async def read_chain(chain: Chain, deployment: Deployment) -> tuple[Ledger, int]:
    """Add up every log of the contract; the ledger, and the newest block it covers."""
    head = await chain.head()
    logs = []
    first = deployment.block_number or 0
    while first <= head.number:
        last = min(head.number, first + BLOCKS_AT_ONCE - 1)
        logs += await chain.logs(
            address=deployment.contract, first=first, last=last, topics=contract.TOPICS
        )
        first = last + 1
    return add_up(logs), head.number


async def stored_otherwise(chain: Chain, deployment: Deployment, ledger: Ledger) -> int:
    """Of how many holders the contract stores other badges than its logs add up to.

    Only a chain that tore its own state has any, which is why the logs alone are not enough.
    """
    differing = set()
    for (holder, page), word in ledger.words().items():
        answer = await chain.call(
            to=deployment.contract, data=contract.badges_of(holder, page=page)
        )
        if contract.read_number(answer) != word:
            differing.add(holder)
    return len(differing)


def compare(ledger: Ledger, promised: list[Promised], *, seen: Chained, language: str) -> Recount:
    """Put both counts side by side; awards on their way may be on the chain already or not."""
    on_chain = {(holder, badge) for holder, badges in ledger.held.items() for badge in badges}
    found = difference(on_chain, promised)
    figures = ledger.figures()
    final = [one for one in promised if one.is_final]

    def say(key: str, **values: str | int) -> str:
        return translate(language, f"proof-verify-{key}", **values)

    lines = (
        say(
            "chain",
            block=seen.block,
            badges=figures["tokens"],
            holders=figures["holders"],
            returners=figures["returners"],
        ),
        say(
            "database",
            badges=len(final),
            holders=len({one.holder for one in final}),
            returners=returners(final),
            underway=len(promised) - len(final),
        ),
        say("digest", digest=figures["digest"]),
        say("only-database", count=len(found.only_promised)),
        say("only-chain", count=len(found.only_on_chain)),
        say("torn", count=seen.torn),
    )
    agrees = not (found.only_promised or found.only_on_chain or seen.torn)
    return Recount(agrees=agrees, digest=figures["digest"], lines=lines)


def difference(on_chain: set[tuple[str, int]], promised: list[Promised]) -> Difference:
    """What only one side has; an award on its way may be on either."""
    final = {(one.holder, one.badge_id) for one in promised if one.is_final}
    under_way = {(one.holder, one.badge_id) for one in promised if not one.is_final}
    return Difference(
        only_promised=frozenset(final - on_chain),
        only_on_chain=frozenset(on_chain - final - under_way),
    )


def returners(final: list[Promised]) -> int:
    """Holders with final badges of two or more different days."""
    visits: dict[str, set[date]] = defaultdict(set)
    for one in final:
        visits[one.holder].add(one.day)
    return sum(1 for seen in visits.values() if len(seen) >= RETURNER_DAYS)
