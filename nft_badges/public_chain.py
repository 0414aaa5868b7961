"""Keeps batches alive on a chain others share: sends again, offers more, follows its turns."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from nft_badges.desk import Desk, sign_again
from nft_badges.port import Block
from nft_badges.revocations import Revocations
from nft_badges.sending import BATCHES_AT_ONCE, MOST_ATTEMPTS, Fees, Sent, higher_fees, should_bump
from nft_badges.settling import Mined, Settling
from nft_badges.states import Held, Why
from world_server.store import batch_outcomes, chain_batches, chain_journal
from world_server.store.chain_batches import Underway, stored_id
from world_server.store.minting import Lease
from world_server.store.tables.chain import BatchKind, Deployment, MintBatch

log = logging.getLogger(__name__)

RESEND_SECONDS = 15.0
"""How often a transaction no block has taken is broadcast again: nodes forget, and restart."""

SIGHTINGS = 5
"""Looks in a row that must find a nonce used by none of our attempts before we believe it."""


@dataclass
class PublicChain:
    """Settles what was signed on a chain that is not ours."""

    desk: Desk
    settling: Settling
    seconds: Callable[[], float]
    """A monotonic clock, for pauses between broadcasts."""

    revocations: Revocations = field(init=False)
    _sent_at: dict[str, float] = field(default_factory=dict)
    _first_sent: dict[int, int] = field(default_factory=dict)
    _sightings: dict[int, int] = field(default_factory=dict)
    _looked_at: str = ""

    def __post_init__(self) -> None:
        """What is noticed is noticed at the same desk."""
        self.revocations = Revocations(self.desk, self.seconds)

    async def compare_nodes(self, deployment: Deployment | None) -> None:
        """Raise Held when the nodes we ask disagree about the chain: neither is believed then."""
        address = None
        if deployment is not None and deployment.block_number is not None:
            address = deployment.contract
        differs = await self.desk.chain.differences(address)
        if differs:
            raise Held(Why.NODES_DISAGREE, differs)

    async def check(self, deployment: Deployment) -> None:
        """Raise Held when a block that was final is gone: no chain worth the name does that."""
        async with self.desk.database.reading() as session:
            batch = await chain_batches.last_final(session, deployment.chain_key)
        if batch is not None and not await self._is_still_there(batch):
            raise Held(Why.CHAIN_DISAGREES, f"block {batch.block_number} was final and is gone")

    async def settle(self, lease: Lease, deployment: Deployment) -> bool:
        """Look after every batch that is not final; True when none is unmined. May raise Held."""
        head = await self.desk.chain.head()
        await self.revocations.look(lease, deployment)
        if head.hash != self._looked_at:
            await self._look_back(lease, deployment)
            self._looked_at = head.hash
        async with self.desk.database.reading() as session:
            unmined = await chain_batches.unmined(session, deployment.chain_key)
        waiting: list[int] = []
        for underway in unmined:
            receipt = await self.settling.receipt(underway)
            if receipt is None:
                await self._deliver(lease, underway, head)
                receipt = await self.settling.receipt(underway)
            if receipt is None:
                waiting.append(underway.batch.nonce)
                continue
            self._forget(underway)
            await self.settling.settle(lease, deployment, [Mined(underway.batch, receipt)])
        if waiting:
            raise Held(Why.UNCONFIRMED, f"{len(waiting)} wait for a block, from nonce {waiting[0]}")
        return not unmined

    async def _look_back(self, lease: Lease, deployment: Deployment) -> None:
        """Compare blocks of batches that are not final with the chain as it is now."""
        async with self.desk.database.reading() as session:
            unfinal = await chain_batches.unfinal(session, deployment.chain_key)
        if not unfinal:
            return
        finalized = await self.desk.chain.finalized()
        lasting: list[int] = []
        for batch in unfinal:
            if not await self._is_still_there(batch):
                await self._start_again(lease, batch)
            elif batch.block_number is not None and batch.block_number <= finalized:
                lasting.append(stored_id(batch.id))
        # A chain makes many blocks final at once: written down in parts, for others write too.
        for at in range(0, len(lasting), BATCHES_AT_ONCE):
            part = lasting[at : at + BATCHES_AT_ONCE]
            async with self.desk.writing(lease) as session:
                await batch_outcomes.final(session, part, now=self.desk.clock())

    async def _is_still_there(self, batch: MintBatch) -> bool:
        if batch.block_number is None:
            return False
        block = await self.desk.chain.block(batch.block_number)
        return block is not None and block.hash == batch.block_hash

    async def _start_again(self, lease: Lease, batch: MintBatch) -> None:
        """Its block is gone; its transaction is in another one, or has to be sent again."""
        log.warning("a reorganisation took a block", extra={"batch": batch.id})
        async with self.desk.writing(lease) as session:
            await batch_outcomes.taken_back(session, stored_id(batch.id), now=self.desk.clock())
        self._sent_at.clear()

    async def _deliver(self, lease: Lease, underway: Underway, head: Block) -> None:
        """Broadcast the newest attempt when it is due, or offer more when nobody takes it."""
        batch_id = stored_id(underway.batch.id)
        first_sent = self._first_sent.setdefault(batch_id, head.number)
        attempts = len(underway.attempts)
        if should_bump(sent_at_block=first_sent, head=head.number, attempts=attempts):
            underway = await self._offer_more(lease, underway, head)
        attempt = underway.newest
        if self.seconds() < self._sent_at.get(attempt.tx_hash, -RESEND_SECONDS) + RESEND_SECONDS:
            return
        sent = await self.desk.chain.send(attempt.raw)
        log.info("transaction sent", extra={"tx": attempt.tx_hash, "answer": sent})
        if sent is Sent.NO_FUNDS:
            raise Held(Why.OUT_OF_FUNDS, f"cannot pay for nonce {underway.batch.nonce}")
        if sent is Sent.REFUSED:
            raise Held(Why.REFUSED, f"the node refuses nonce {underway.batch.nonce}")
        if sent is Sent.UNDERPRICED:
            await self._offer_more(lease, underway, head)
        elif sent is Sent.NONCE_USED:
            await self._nonce_used(lease, underway)
        else:
            self._sent_at[attempt.tx_hash] = self.seconds()

    async def _offer_more(self, lease: Lease, underway: Underway, head: Block) -> Underway:
        """The same call and nonce with higher fees, stored before it is sent."""
        sender = self.desk.account(underway.batch.sender)
        newest = underway.newest
        if sender is None:
            return underway
        if len(underway.attempts) >= MOST_ATTEMPTS:
            raise Held(Why.UNCONFIRMED, f"{MOST_ATTEMPTS} offers for nonce {underway.batch.nonce}")
        fees = higher_fees(
            Fees(max_fee=newest.max_fee, tip=newest.tip),
            base_fee=head.base_fee,
            tip=await self.desk.chain.tip(),
        )
        signature = sign_again(sender, newest.raw, fees)
        async with self.desk.writing(lease) as session:
            attempt = await chain_batches.add_attempt(
                session,
                underway.batch,
                signature=signature,
                number=newest.number + 1,
                now=self.desk.clock(),
            )
        log.warning("offering more for a transaction", extra={"nonce": underway.batch.nonce})
        return Underway(batch=underway.batch, attempts=(*underway.attempts, attempt))

    async def _nonce_used(self, lease: Lease, underway: Underway) -> None:
        """Either a receipt is about to show, or somebody used the key for something else.

        A wrong guess costs gas and nothing more: the contract gives no badge twice.
        """
        batch_id = stored_id(underway.batch.id)
        self._sightings[batch_id] = self._sightings.get(batch_id, 0) + 1
        if self._sightings[batch_id] < SIGHTINGS:
            return
        log.error("a stranger's transaction took our nonce", extra={"batch": batch_id})
        self._forget(underway)
        async with self.desk.writing(lease) as session:
            now = self.desk.clock()
            await batch_outcomes.replaced(session, batch_id, now=now)
            if underway.batch.kind is BatchKind.DEPLOY:
                await chain_journal.deployed(
                    session, underway.batch.chain_key, block_number=None, now=now
                )

    def _forget(self, underway: Underway) -> None:
        batch_id = stored_id(underway.batch.id)
        self._first_sent.pop(batch_id, None)
        self._sightings.pop(batch_id, None)
        for attempt in underway.attempts:
            self._sent_at.pop(attempt.tx_hash, None)
