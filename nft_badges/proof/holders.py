"""Everything known of one holder: what the logs gave to the address, what the town promised it."""

from dataclasses import dataclass

from aiohttp import web
from eth_utils.address import to_checksum_address

from nft_badges.proof.fold import Source
from nft_badges.proof.follower import View
from nft_badges.proof.keys import DATABASE, FOLLOWER
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


async def known_of(request: web.Request, address: str) -> Known:
    """What is known of an address (lower case); the chain first, so that promises are newer."""
    view = await request.app[FOLLOWER].view()
    sources = view.seen.fold.ledger.held_by(address) if view.seen else {}
    async with request.app[DATABASE].reading() as session:
        promised = await proofs.promises(session, [address, to_checksum_address(address)])
        badges = await proofs.badges(session, {*sources, *(one.badge_id for one in promised)})
    return Known(view=view, sources=sources, promised=promised, badges=badges)
