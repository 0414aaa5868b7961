"""Recounts holders and repeat visits from the chain alone, and compares with the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nft_badges import contract, metadata
from nft_badges.nodes import behind, more_of
from nft_badges.port import Chain
from nft_badges.settings import ChainReadSettings
from nft_badges.verify_badges import Ledger
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
    """Badges by (holder, id) that one side has and the other lacks, leaving out those under way.

    What the chain itself says was taken back explains why the database's side has more.
    """

    only_promised: frozenset[tuple[str, int]]
    only_on_chain: frozenset[tuple[str, int]]
    taken_back: frozenset[tuple[str, int]] = frozenset()


async def recount(settings: ChainReadSettings, *, language: str = FIRST_LANGUAGE) -> Recount:
    """Recount, and say it in `language`; raise Unavailable when database or chain is away."""
    database = Database(settings.database_url.get_secret_value())
    chain = behind(settings.rpc_url.get_secret_value())
    others = [behind(url) for url in more_of(settings)]
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
        digests = [await digest_at(node, deployment, block) for node in (chain, *others)]
    finally:
        for node in (chain, *others):
            await node.close()
        await database.close()
    counted = compare(ledger, promised, seen=Chained(block, torn), language=language)
    return beside(counted, digests, block=block, language=language) if others else counted


async def digest_at(chain: Chain, deployment: Deployment, block: int) -> str | None:
    """The digest of one node's own logs up to a block; None while the node has not got there."""
    if (await chain.head()).number < block:
        return None
    ledger, _ = await read_chain(chain, deployment, to=block)
    return ledger.digest()


def beside(
    counted: Recount, digests: Sequence[str | None], *, block: int, language: str
) -> Recount:
    """The same count with what the other nodes say; all of them have to say the same."""
    lines = tuple(
        translate(
            language,
            "proof-verify-node",
            number=number,
            block=block,
            digest=digest or translate(language, "proof-verify-node-behind"),
        )
        for number, digest in enumerate(digests, start=1)
    )
    agrees = counted.agrees and len({*digests, counted.digest}) == 1
    return Recount(agrees=agrees, digest=counted.digest, lines=counted.lines + lines)


async def read_chain(
    chain: Chain, deployment: Deployment, *, to: int | None = None
) -> tuple[Ledger, int]:
    """Add up every log of the contract up to block `to`; the ledger, and the last block read."""
    newest = (await chain.head()).number if to is None else to
    logs = []
    first = deployment.block_number or 0
    while first <= newest:
        last = min(newest, first + BLOCKS_AT_ONCE - 1)
        logs += await chain.logs(
            address=deployment.contract, first=first, last=last, topics=contract.TOPICS
        )
        first = last + 1
    return add_up(logs), newest


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
    found = difference(on_chain, promised, taken=ledger.taken)
    figures = ledger.figures()
    final = [one for one in promised if one.is_final]
    kept = as_ledger(final).figures()

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
            badges=kept["tokens"],
            holders=kept["holders"],
            returners=kept["returners"],
            underway=len(promised) - len(final),
        ),
        say("digest", digest=figures["digest"]),
        say("only-database", count=len(found.only_promised)),
        say("only-chain", count=len(found.only_on_chain)),
        say("taken-back", count=len(found.taken_back)),
        say("torn", count=seen.torn),
    )
    agrees = not (found.only_promised or found.only_on_chain or seen.torn)
    return Recount(agrees=agrees, digest=figures["digest"], lines=lines)


def difference(
    on_chain: set[tuple[str, int]],
    promised: list[Promised],
    *,
    taken: Iterable[tuple[str, int]] = (),
) -> Difference:
    """What only one side has; an award on its way may be on either."""
    final = {(one.holder, one.badge_id) for one in promised if one.is_final}
    under_way = {(one.holder, one.badge_id) for one in promised if not one.is_final}
    missing = frozenset(final - on_chain)
    explained = missing & frozenset(taken)
    return Difference(
        only_promised=missing - explained,
        only_on_chain=frozenset(on_chain - final - under_way),
        taken_back=explained,
    )


def as_ledger(promised: Iterable[Promised]) -> Ledger:
    """What the database says, in the form of what the chain says: both are added up by one rule."""
    ledger = Ledger()
    for one in promised:
        ledger.held[one.holder].add(one.badge_id)
        ledger.days[one.badge_id] = one.day
        ledger.kinds[one.badge_id] = metadata.KINDS[one.kind]
    return ledger
