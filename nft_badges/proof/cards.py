"""One badge of one holder as the pages show it, with what the chain answered just now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nft_badges.metadata import Facts, facts_of
from nft_badges.proof.fold import Source
from nft_badges.proof.holders import Known
from nft_badges.proof.lookups import Lookups
from nft_badges.proof.metadata_files import art_path
from nft_badges.proof.naming import described, is_of_one_day, name_of, where_of
from nft_badges.proof.standing import Held, Standing
from world_server import dates
from world_server.i18n import translate


@dataclass(frozen=True, kw_only=True)
class Card:
    """Everything a page says of one badge; empty where the town has no such badge."""

    id: int
    standing: Standing
    source: Source | None
    time: str
    balance: bool | None
    title: str
    kind: str = ""
    sentence: str = ""
    place: str = ""
    day: str = ""
    iso_day: str = ""
    art: str = ""
    is_visit_day: bool = False
    is_sealed: bool | None = None
    """Whether the chain's hash is of these very facts; None while it holds none."""

    @property
    def is_had(self) -> bool:
        """Whether the badge counts for its holder; one that was taken back does not."""
        return self.standing is not Standing.WITHDRAWN


@dataclass(frozen=True)
class Asked:
    """What the chain answered about one holder."""

    balances: Mapping[int, bool]
    times: Mapping[str, int]


async def asked_of(lookups: Lookups, known: Known, address: str, held: Sequence[Held]) -> Asked:
    """Live balances and block times of these badges; nothing while the chain is away."""
    view = known.view
    if view.seen is None or view.is_away:
        return Asked({}, {})
    sources = [one.source for one in held if one.source is not None]
    ids = [one.badge_id for one in held if one.source is not None]
    balances = await lookups.balances(view.seen.deployment.contract, address, ids) if ids else {}
    return Asked(balances or {}, await lookups.times(sources))


def card(one: Held, known: Known, asked: Asked, language: str) -> Card:
    """What is shown of a badge."""
    badge = known.badges.get(one.badge_id)
    facts = facts_of(badge) if badge else None
    second = asked.times.get(one.source.block_hash) if one.source else None
    shown = Card(
        id=one.badge_id,
        standing=one.standing,
        source=one.source,
        time=dates.unix_moment(language, second) if second is not None else "",
        balance=asked.balances.get(one.badge_id),
        title=translate(language, "proof-badge-unknown"),
    )
    return _told(shown, facts, known, language) if facts else shown


def _told(shown: Card, facts: Facts, known: Known, language: str) -> Card:
    seen = known.view.seen
    digest = seen.fold.ledger.digests.get(facts.id) if seen else None
    return Card(
        id=shown.id,
        standing=shown.standing,
        source=shown.source,
        time=shown.time,
        balance=shown.balance,
        title=name_of(facts, language),
        kind=facts.kind,
        sentence=described(facts, language),
        place=where_of(facts, language),
        day=dates.day(language, facts.occurred_on),
        iso_day=facts.occurred_on.isoformat(),
        art=art_path(facts, language),
        is_visit_day=is_of_one_day(facts.kind),
        is_sealed=facts.version_of(digest) is not None if digest else None,
    )
