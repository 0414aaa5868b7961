"""What is true of each badge of one holder, from the chain and from the town's promises: pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nft_badges.proof.fold import Source
from world_server.store.proofs import Promise
from world_server.store.tables.award import AwardState


class Standing(StrEnum):
    """preparing → issued → final; also in a wallet, taken back, or not to be checked now."""

    PREPARING = "preparing"
    ISSUED = "issued"
    FINAL = "final"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Held:
    """One badge of one holder; `source` is where the chain gave it, as far as is known."""

    badge_id: int
    standing: Standing
    source: Source | None


@dataclass(frozen=True)
class Reach:
    """How far the chain is known: read up to block `read_to`, beyond recall up to `final_to`."""

    read_to: int
    final_to: int
    is_away: bool


def of_holder(
    held: Mapping[int, Source],
    promised: Iterable[Promise],
    *,
    reach: Reach,
    moved: bool = False,
    taken: Collection[int] = (),
) -> list[Held]:
    """Every badge of a holder, the newest first.

    `moved` says that the holder's badges went to a wallet, `taken` which were taken back before.
    While the chain is away nothing is claimed that it would have to confirm.
    """
    shown = {
        badge_id: Held(badge_id, _on_chain(source, reach), source)
        for badge_id, source in held.items()
    }
    for one in promised:
        if one.badge_id not in shown:
            gone = Standing.MOVED if moved and one.badge_id not in taken else Standing.WITHDRAWN
            shown[one.badge_id] = Held(one.badge_id, _promised(one, reach, gone), None)
    return [shown[badge_id] for badge_id in sorted(shown, reverse=True)]


def _on_chain(source: Source, reach: Reach) -> Standing:
    if reach.is_away:
        return Standing.UNCHECKED
    return Standing.FINAL if source.block_number <= reach.final_to else Standing.ISSUED


def _promised(promise: Promise, reach: Reach, gone: Standing) -> Standing:
    match promise.state:
        case AwardState.QUEUED | AwardState.BATCHED | AwardState.PARKED:
            return Standing.PREPARING
        case AwardState.REVOKED:
            return Standing.WITHDRAWN
        case AwardState.MINED | AwardState.FINAL:
            if reach.is_away:
                return Standing.UNCHECKED
            # The minter may know of a block that these pages have not read yet.
            was_read = promise.block_number is not None and promise.block_number <= reach.read_to
            # One that moved was there, however young its block is.
            is_sure = promise.state is AwardState.FINAL or gone is Standing.MOVED
            lost = was_read and is_sure
            return gone if lost else Standing.PREPARING
