"""From awards that wait to one signed transaction in the database; nothing is sent from here."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from nft_badges import contract, metadata
from nft_badges.desk import Desk, sign, unsigned
from nft_badges.keys import Issuer
from nft_badges.port import Block, Reverted
from nft_badges.sending import ADDRESS_GAS, DEFINE_GAS, OWN_TIP, Fees, award_gas, first_fees
from nft_badges.states import (
    Course,
    Held,
    Why,
    after_trial,
    block_time,
    is_ripe,
    separate,
)
from world_server.store import chain_batches, chain_journal, minting
from world_server.store.chain_batches import Plan, stored_id
from world_server.store.minting import Lease, Waiting
from world_server.store.tables.award import Award, Badge
from world_server.store.tables.chain import BatchKind, Deployment

log = logging.getLogger(__name__)

LATE_GRACE = timedelta(days=30)
"""How much longer a badge can be awarded when its window had closed over awards that waited."""


@dataclass(frozen=True)
class Draft:
    """One call to the contract, ready to be signed."""

    kind: BatchKind
    badge_id: int | None
    data: bytes
    gas: int
    awards: tuple[Award, ...] = ()


@dataclass
class Issuing:
    """Turns what waits into batches, one at a time."""

    desk: Desk
    is_admin: bool = True
    _refused: set[bytes] = field(default_factory=set)
    """Calls that are not about awards and were refused; said once, and not tried again."""

    async def next_batch(self, lease: Lease, deployment: Deployment) -> bool:
        """Sign one batch if anything is ripe; True when something was done. May raise Held."""
        issuer = self.desk.signer(deployment)
        moved = self._moved(deployment)
        if moved is not None and await self._passes(deployment, issuer, moved):
            return await self._sign(lease, deployment, issuer, moved)
        for candidate in await self._ripe():
            if await self._serve(lease, deployment, issuer, candidate.badge):
                return True
        return False

    def _moved(self, deployment: Deployment) -> Draft | None:
        """The call that tells the contract where the town lies now, when it has moved."""
        wanted = metadata.base_uri(self.desk.settings.public_url)
        draft = Draft(BatchKind.ADDRESS, None, contract.set_base_uri(wanted), ADDRESS_GAS)
        if deployment.base_uri == wanted or not self.is_admin or draft.data in self._refused:
            return None
        return draft

    async def _passes(self, deployment: Deployment, issuer: Issuer, draft: Draft) -> bool:
        at = await self._block_time(deployment)
        reason = await self._trial(deployment, issuer, draft, at=at)
        if reason is None:
            return True
        self._refused.add(draft.data)
        log.error("the contract refuses", extra={"what": draft.kind, "why": reason})
        return False

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

    async def _serve(
        self, lease: Lease, deployment: Deployment, issuer: Issuer, badge: Badge
    ) -> bool:
        awards = await self._readable(lease, badge)
        if not awards:
            return True
        at = await self._block_time(deployment)
        reason = await self._trial(deployment, issuer, self._award(badge, awards), at=at)
        course = after_trial(reason, is_admin=self.is_admin)
        if course is Course.WAIT:
            return False
        if course is Course.PARK:
            await self._park(lease, awards, reason=reason or "")
            return True
        if course is Course.SPLIT:
            awards = await self._without_poison(lease, deployment, issuer, badge, awards)
            if not awards:
                return True
        draft = self._draft(course, badge, awards, at=at)
        if draft.kind is not BatchKind.AWARD:
            refusal = await self._trial(deployment, issuer, draft, at=at)
            if refusal is not None:
                await self._park(lease, awards, reason=refusal)
                return True
        return await self._sign(lease, deployment, issuer, draft)

    async def _readable(self, lease: Lease, badge: Badge) -> list[Award]:
        """The badge's longest waiting awards; those whose holder is no address are parked."""
        async with self.desk.database.reading() as session:
            found = await minting.queued(
                session, stored_id(badge.id), limit=self.desk.settings.batch_size
            )
        unreadable = [award for award in found if not contract.is_address(award.holder)]
        if unreadable:
            await self._park(lease, unreadable, reason="the holder is not an address")
        return [award for award in found if award not in unreadable]

    async def _without_poison(
        self,
        lease: Lease,
        deployment: Deployment,
        issuer: Issuer,
        badge: Badge,
        awards: Sequence[Award],
    ) -> list[Award]:
        at = await self._block_time(deployment)

        async def trial(rows: Sequence[Award]) -> str | None:
            return await self._trial(deployment, issuer, self._award(badge, rows), at=at)

        good, bad = await separate(awards, trial)
        for award, reason in bad:
            await self._park(lease, [award], reason=reason)
        return good

    def _award(self, badge: Badge, awards: Sequence[Award]) -> Draft:
        badge_id = stored_id(badge.id)
        data = contract.award(badge_id, [award.holder for award in awards])
        return Draft(BatchKind.AWARD, badge_id, data, award_gas(len(awards)), tuple(awards))

    def _draft(self, course: Course, badge: Badge, awards: Sequence[Award], *, at: int) -> Draft:
        badge_id = stored_id(badge.id)
        if course is Course.DEFINE:
            facts = metadata.facts_of(badge)
            data = contract.define_badge(
                badge_id,
                day=badge.occurred_on,
                kind=metadata.KINDS[badge.kind],
                opens_at=int(badge.opens_at.timestamp()),
                closes_at=int(badge.closes_at.timestamp()),
                metadata_hash=facts.digest,
            )
            return Draft(BatchKind.DEFINE, badge_id, data, DEFINE_GAS)
        if course is Course.EXTEND:
            until = at + int(LATE_GRACE.total_seconds())
            data = contract.extend_badge(badge_id, closes_at=until)
            return Draft(BatchKind.EXTEND, badge_id, data, DEFINE_GAS)
        return self._award(badge, awards)

    async def _trial(
        self, deployment: Deployment, issuer: Issuer, draft: Draft, *, at: int
    ) -> str | None:
        """Why the contract would refuse this call, or None."""
        try:
            answer = await self.desk.chain.call(
                to=deployment.contract,
                data=draft.data,
                sender=issuer.address,
                # Elsewhere the newest block's time is the present; here it may be days old.
                at=at if deployment.embedded else None,
            )
        except Reverted as refusal:
            return str(refusal) or "reverted without a reason"
        if draft.kind is BatchKind.AWARD:
            contract.read_number(answer)  # an address without code would not refuse either
        return None

    async def _block_time(self, deployment: Deployment) -> int:
        async with self.desk.database.reading() as session:
            last = await chain_journal.last_line(session, deployment.chain_key)
        return block_time(now=self.desk.clock(), last=last.timestamp if last else 0)

    async def _park(self, lease: Lease, awards: Sequence[Award], *, reason: str) -> None:
        ids = [stored_id(award.id) for award in awards]
        log.error("awards parked", extra={"awards": ids, "why": reason})
        async with self.desk.writing(lease) as session:
            await minting.park(session, ids, reason=reason, now=self.desk.clock())

    async def _sign(
        self, lease: Lease, deployment: Deployment, issuer: Issuer, draft: Draft
    ) -> bool:
        """Nonce, signature, raw bytes, journal and the awards' state in one transaction."""
        fees = await self.fees(deployment)
        await self.check_funds(issuer, cost=fees.cost(draft.gas))
        # Somebody may have used the key elsewhere; on the embedded chain nobody can.
        mined = 0 if deployment.embedded else await self.desk.chain.nonce(issuer.address)
        async with self.desk.writing(lease) as session:
            now = self.desk.clock()
            claimed = await minting.claim(session, [stored_id(one.id) for one in draft.awards])
            if draft.awards and not claimed:
                return True
            if len(claimed) < len(draft.awards):
                draft = self._award_claimed(draft, claimed)
            known = await chain_batches.next_nonce(
                session, chain_key=deployment.chain_key, sender=issuer.address
            )
            nonce = max(known, mined)
            last = await chain_journal.last_line(session, deployment.chain_key)
            transaction = unsigned(
                deployment,
                nonce=nonce,
                to=deployment.contract,
                data=draft.data,
                gas=draft.gas,
                fees=fees,
            )
            plan = Plan(draft.kind, draft.badge_id, sender=issuer.address, nonce=nonce)
            await chain_batches.begin(
                session,
                deployment,
                plan,
                signature=sign(issuer, transaction),
                awards=claimed,
                journal_time=(
                    block_time(now=now, last=last.timestamp if last else 0)
                    if deployment.embedded
                    else None
                ),
                now=now,
            )
        log.info("batch signed", extra={"kind": draft.kind, "nonce": nonce, "size": len(claimed)})
        return True

    def _award_claimed(self, draft: Draft, claimed: Sequence[Award]) -> Draft:
        badge_id = draft.badge_id
        if badge_id is None:
            message = "only awards are claimed"
            raise ValueError(message)
        data = contract.award(badge_id, [award.holder for award in claimed])
        return Draft(draft.kind, badge_id, data, award_gas(len(claimed)), tuple(claimed))

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
