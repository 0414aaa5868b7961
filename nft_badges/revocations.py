"""Notices what the registrar took back on a public chain, so that no figure counts it any more.

On the town's own chain only the minter acts, and it takes nothing back.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nft_badges import contract
from nft_badges.desk import Desk
from nft_badges.port import ChainRefused
from nft_badges.verify_badges import BLOCKS_AT_ONCE
from world_server.store import revocations
from world_server.store.minting import Lease
from world_server.store.revocations import Suspect
from world_server.store.tables.chain import Deployment

log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0
TOPICS = (contract.REVOKED, contract.TRANSFER_BATCH)
"""Badges are burned one by one with a reason, or as a whole page: an erasure, or a move that found
the same badge at the wallet."""


@dataclass
class Revocations:
    """Reads those few logs once, in blocks that stay."""

    desk: Desk
    seconds: Callable[[], float]
    _next_block: int = 0
    _looked_at: float | None = None

    async def look(self, lease: Lease, deployment: Deployment) -> None:
        """Write down what was taken back since the last look."""
        now = self.seconds()
        if self._looked_at is not None and now - self._looked_at < LOOK_SECONDS:
            return
        self._looked_at = now
        last = await self.desk.chain.finalized()
        try:
            burned = await self._burned(deployment, last=last)
        except ChainRefused as refusal:
            log.warning("the node does not show what was taken back", extra={"why": str(refusal)})
            return
        if burned:
            await self._revoke(lease, deployment, burned)
        self._next_block = last + 1

    async def _burned(self, deployment: Deployment, *, last: int) -> set[tuple[str, int]]:
        """Addresses and badges of burned tokens, in the blocks not read yet."""
        first = max(self._next_block, deployment.block_number or 0)
        burned: set[tuple[str, int]] = set()
        while first <= last:
            until = min(last, first + BLOCKS_AT_ONCE - 1)
            for raw in await self.desk.chain.logs(
                address=deployment.contract, first=first, last=until, topics=TOPICS
            ):
                burned |= contract.read_burned(raw["topics"], raw["data"])
            first = until + 1
        return burned

    async def _revoke(
        self, lease: Lease, deployment: Deployment, burned: set[tuple[str, int]]
    ) -> None:
        async with self.desk.database.reading() as session:
            found = await revocations.suspects(session, burned)
        held = await self._held(deployment, found)
        gone = [one.award_id for one in found if one not in held]
        if not gone:
            return
        log.warning("badges were taken back on the chain", extra={"awards": gone})
        async with self.desk.writing(lease) as session:
            await revocations.revoke(session, gone, now=self.desk.clock())

    async def _held(self, deployment: Deployment, found: Sequence[Suspect]) -> set[Suspect]:
        """Those who have the badge all the same: it was merged, or given once more."""
        held: set[Suspect] = set()
        for at in range(0, len(found), contract.MAX_HOLDERS):
            part = found[at : at + contract.MAX_HOLDERS]
            answer = await self.desk.chain.call(
                to=deployment.contract,
                data=contract.balances([(one.holder, one.badge_id) for one in part]),
            )
            balances = contract.read_numbers(answer)
            held |= {one for one, has in zip(part, balances, strict=True) if has}
        return held
