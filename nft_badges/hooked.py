"""Which holders run code, and so must be asked whether they take a badge (ERC-1155's hook)."""

from collections.abc import Collection

from eth_utils.address import to_checksum_address

from nft_badges.desk import Desk
from world_server.store import rebinds

REFUSED = "the wallet's own code does not take badges"


async def hooked_among(desk: Desk, holders: Collection[str]) -> set[str]:
    """Those of the holders with code, as they were spelled.

    Only wallets that people linked can have any: every other address is random, without a key.
    """
    by_address = {_as_kept(holder): holder for holder in holders}
    async with desk.database.reading() as session:
        linked = await rebinds.linked_among(session, by_address)
    return {by_address[wallet] for wallet in sorted(linked) if await desk.chain.code(wallet)}


def _as_kept(holder: str) -> str:
    """The address as the tables spell it; awards mostly have it so, and a checksum takes long."""
    return to_checksum_address(holder) if holder == holder.lower() else holder
