"""Everything known of one holder: what the logs gave to the address, what the town promised it."""

from dataclasses import dataclass

from aiohttp import web
from eth_utils.address import to_checksum_address

from nft_badges.proof.fold import Source, TracedLedger
from nft_badges.proof.follower import View
from nft_badges.proof.keys import DATABASE, FOLLOWER
from nft_badges.proof.standing import Held, Reach, of_holder
from world_server.store import proofs
from world_server.store.proofs import Promise
from world_server.store.tables.award import Badge


@dataclass(frozen=True)
class Known:
    """One holder, and how the chain stood when it was asked."""

    view: View
    sources: dict[int, Source]
    promised: list[Promise]
    badges: dict[int, Badge]
    wallet: str | None
    """Where the holder's badges were moved, as the chain tells everybody."""
    taken: frozenset[int]
    """Badges taken back from the holder."""

    @property
    def held(self) -> list[Held]:
        """Every badge with what is true of it now, the newest first."""
        return of_holder(
            self.sources,
            self.promised,
            reach=_reach(self.view),
            moved=self.wallet is not None,
            taken=self.taken,
        )


async def known_of(request: web.Request, address: str) -> Known:
    """What is known of an address (lower case); the chain first, so that promises are newer."""
    view = await request.app[FOLLOWER].view()
    ledger = view.seen.fold.ledger if view.seen else TracedLedger()
    sources = ledger.held_by(address)
    taken = frozenset(badge_id for holder, badge_id in ledger.taken if holder == address)
    async with request.app[DATABASE].reading() as session:
        promised = await proofs.promises(session, [address, to_checksum_address(address)])
        badges = await proofs.badges(session, {*sources, *(one.badge_id for one in promised)})
    return Known(
        view=view,
        sources=sources,
        promised=promised,
        badges=badges,
        wallet=ledger.moved.get(address),
        taken=taken,
    )


def _reach(view: View) -> Reach:
    if view.seen is None:
        return Reach(read_to=-1, final_to=-1, is_away=view.is_away)
    return Reach(read_to=view.seen.block.number, final_to=view.seen.final_to, is_away=view.is_away)
