"""From awards that wait to signed transactions in the database; nothing is sent from here."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from nft_badges import contract, metadata
from nft_badges.desk import Desk, sign, unsigned
from nft_badges.drafting import Draft, Drafting, Turn
from nft_badges.keys import Issuer
from nft_badges.port import Block
from nft_badges.sending import ADDRESS_GAS, BATCHES_AT_ONCE, OWN_TIP, Fees, first_fees
from nft_badges.states import BadgeHeld, Held, Why, block_time, is_ripe
from world_server.store import chain_batches, chain_journal, minting
from world_server.store.chain_batches import Plan, SignedBatch
from world_server.store.minting import Lease, Waiting
from world_server.store.tables.chain import BatchKind, Deployment

log = logging.getLogger(__name__)


@dataclass
class Issuing:
    """Turns what waits into batches, a round at a time."""

    desk: Desk
    is_admin: bool = True
    drafting: Drafting = field(init=False)
    _refused: set[bytes] = field(default_factory=set)
    """Calls that are not about awards and were refused; said once, and not tried again."""

    def __post_init__(self) -> None:
        """All parts work at the same desk."""
        self.drafting = Drafting(self.desk)

    async def next_round(self, lease: Lease, deployment: Deployment) -> bool:
        """Sign what is ripe, a few batches at most; True when anything was done. May raise Held."""
        issuer = self.desk.signer(deployment)
        turn = await self.turn(lease, deployment, issuer)
        moved = self._moved(deployment)
        if moved is not None and await self._passes(turn, moved):
            return await self.sign(turn, [moved])
        drafts, parked = await self._drafts(turn)
        if drafts:
            return await self.sign(turn, drafts)
        return parked > 0

    async def turn(self, lease: Lease, deployment: Deployment, issuer: Issuer) -> Turn:
        """What the next calls are made for, by this account."""
        async with self.desk.database.reading() as session:
            last = await chain_journal.last_time(session, deployment.chain_key)
            nonce = await chain_batches.next_nonce(
                session, chain_key=deployment.chain_key, sender=issuer.address
            )
        at = block_time(now=self.desk.clock(), last=last)
        return Turn(lease, deployment, issuer, at=at, nonce=nonce)

    def _moved(self, deployment: Deployment) -> Draft | None:
        """The call that tells the contract where the town lies now, when it has moved."""
        wanted = metadata.base_uri(self.desk.settings.public_url)
        draft = Draft(BatchKind.ADDRESS, None, contract.set_base_uri(wanted), ADDRESS_GAS)
        if deployment.base_uri == wanted or not self.is_admin or draft.data in self._refused:
            return None
        return draft

    async def _passes(self, turn: Turn, draft: Draft) -> bool:
        reason = await self.drafting.trial(turn, draft)
        if reason is None:
            return True
        self._refused.add(draft.data)
        log.error("the contract refuses", extra={"what": draft.kind, "why": reason})
        return False

    async def _drafts(self, turn: Turn) -> tuple[list[Draft], int]:
        """Calls for one round, of the badges that wait longest, and how many awards were parked.

        Each is tried by itself. Together they can still pass the daily cap: those that do revert,
        cost nothing on a chain of our own, wait again, and the next trial says why.
        """
        most = BATCHES_AT_ONCE if turn.deployment.embedded else 1
        drafts: list[Draft] = []
        parked = 0
        held: BadgeHeld | None = None
        for candidate in await self._ripe():
            try:
                found = await self.drafting.of_badge(turn, candidate.badge, most=most - len(drafts))
            except BadgeHeld as badge_held:
                held = held or badge_held
                continue
            except Held:
                if not drafts:
                    raise
                break
            drafts += found.drafts
            parked += found.parked
            if len(drafts) >= most:
                break
        if held is not None and not drafts and not parked:
            raise held
        return drafts, parked

    async def _ripe(self) -> list[Waiting]:
        now = self.desk.clock()
        async with self.desk.database.reading() as session:
            found = await minting.waiting(session, now=now)
        return [
            one
            for one in found
            if is_ripe(
                count=one.count,
                oldest=one.oldest,
                now=now,
                size=self.desk.settings.batch_size,
                flush=self.desk.flush,
            )
        ]

    async def sign(self, turn: Turn, drafts: Sequence[Draft]) -> bool:
        """Nonces, signatures, raw bytes, journal and the awards' states in one transaction.

        The signatures are made before it, for they take milliseconds each. Nobody else can have
        taken a nonce or a journal line meanwhile: that would be another minter, and its epoch
        another one, so that the transaction would raise LeaseLost.
        """
        fees = await self.fees(turn.deployment)
        await self.check_funds(turn.issuer, cost=fees.cost(sum(draft.gas for draft in drafts)))
        # Somebody may have used the key elsewhere; on the embedded chain nobody can.
        mined = 0 if turn.deployment.embedded else await self.desk.chain.nonce(turn.issuer.address)
        first = max(turn.nonce, mined)
        signed = []
        for number, draft in enumerate(drafts):
            signed.append(_signed(turn, draft, fees, nonce=first + number, at=turn.at + number))
            await asyncio.sleep(0)
        async with self.desk.writing(turn.lease) as session:
            now = self.desk.clock()
            promised = {award.id: award.holder for draft in drafts for award in draft.awards}
            there = await minting.claim(session, promised) if promised else set()
            standing = self._standing(turn, drafts, signed, there=there, fees=fees)
            batches = await chain_batches.begin_all(session, turn.deployment, standing, now=now)
            for draft, batch in zip(drafts, batches, strict=False):
                if draft.taken_up is not None:
                    await draft.taken_up(session, batch)
        for one in standing:
            log.info(
                "batch signed",
                extra={
                    "kind": one.plan.kind,
                    "nonce": one.plan.nonce,
                    "size": len(one.award_ids),
                },
            )
        return True

    def _standing(
        self,
        turn: Turn,
        drafts: Sequence[Draft],
        signed: Sequence[SignedBatch],
        *,
        there: set[int],
        fees: Fees,
    ) -> list[SignedBatch]:
        """The batches whose awards are still `there`, those with some left signed anew.

        One with none left ends the row: its nonce stays free, so none after it could be mined.
        """
        standing: list[SignedBatch] = []
        for draft, one in zip(drafts, signed, strict=True):
            left = [award for award in draft.awards if award.id in there]
            if len(left) == len(draft.awards):
                standing.append(one)
                continue
            if not left or draft.badge_id is None:
                break
            fewer = self.drafting.award(draft.badge_id, left)
            at = one.journal_time or 0
            standing.append(_signed(turn, fewer, fees, nonce=one.plan.nonce, at=at))
        return standing

    async def fees(self, deployment: Deployment) -> Fees:
        """What to offer for the next block."""
        head: Block = await self.desk.chain.head()
        tip = OWN_TIP if deployment.embedded else await self.desk.chain.tip()
        return first_fees(base_fee=head.base_fee, tip=tip)

    async def check_funds(self, issuer: Issuer, *, cost: int) -> None:
        """Raise Held before a nonce is taken for something the account cannot pay."""
        balance = await self.desk.chain.balance(issuer.address)
        if balance < cost:
            raise Held(Why.OUT_OF_FUNDS, f"{issuer.address} has {balance} wei, needs {cost}")


def _signed(turn: Turn, draft: Draft, fees: Fees, *, nonce: int, at: int) -> SignedBatch:
    transaction = unsigned(
        turn.deployment,
        nonce=nonce,
        to=turn.deployment.contract,
        data=draft.data,
        gas=draft.gas,
        fees=fees,
    )
    return SignedBatch(
        plan=Plan(draft.kind, draft.badge_id, sender=turn.issuer.address, nonce=nonce),
        signature=sign(turn.issuer, transaction),
        award_ids=[award.id for award in draft.awards],
        journal_time=at if turn.deployment.embedded else None,
    )
