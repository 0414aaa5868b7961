"""From awards that wait to calls the contract would accept; nothing is signed from here."""

import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from nft_badges import abi, contract, metadata, wallet_calls
from nft_badges.desk import Desk
from nft_badges.hooked import REFUSED, hooked_among
from nft_badges.keys import Issuer
from nft_badges.port import Reverted
from nft_badges.sending import DEFINE_GAS, HOOK_GAS, award_gas
from nft_badges.states import (
    BadgeHeld,
    Course,
    Held,
    Why,
    after_trial,
    batches_of,
    check_first,
    separate,
)
from world_server.store import minting
from world_server.store.chain_batches import stored_id
from world_server.store.database import Session
from world_server.store.minting import Lease, Queued
from world_server.store.tables.award import Badge
from world_server.store.tables.chain import BatchKind, Deployment, MintBatch

log = logging.getLogger(__name__)

LATE_GRACE = timedelta(days=30)
"""How much longer a badge can be awarded when its window had closed over awards that waited."""

TakenUp = Callable[[Session, MintBatch], Awaitable[None]]


@dataclass(frozen=True)
class Turn:
    """What every call of one round is made for: which contract, whose key, which second."""

    lease: Lease
    deployment: Deployment
    issuer: Issuer
    at: int
    """Unix second of the embedded chain's next block."""

    nonce: int
    """The issuer's next one, as far as the tables know."""


@dataclass(frozen=True)
class Draft:
    """One call to the contract, ready to be signed."""

    kind: BatchKind
    badge_id: int | None
    data: bytes
    gas: int
    awards: tuple[Queued, ...] = ()
    taken_up: TakenUp | None = None
    """Writes, in the transaction that keeps the signature, what else the batch carries."""


@dataclass(frozen=True)
class Drafted:
    """The calls of one badge, and how many awards a person has to look at instead."""

    drafts: list[Draft]
    parked: int


def definition(badge: Badge) -> bytes:
    """The call that makes this badge known to the contract."""
    return contract.define_badge(
        stored_id(badge.id),
        day=badge.occurred_on,
        kind=metadata.KINDS[badge.kind],
        opens_at=int(badge.opens_at.timestamp()),
        closes_at=int(badge.closes_at.timestamp()),
        metadata_hash=metadata.facts_of(badge).digest,
    )


@dataclass
class Drafting:
    """Finds out, by trial, which call is due for awards that wait."""

    desk: Desk
    _ours: set[tuple[str, int]] = field(default_factory=set)
    """Contracts and badges that were seen to be defined as we define them."""

    async def of_badge(self, turn: Turn, badge: Badge, *, most: int) -> Drafted:
        """At most `most` calls for those who wait for a badge; raise Held when there is none.

        A call that makes the badge awardable stands alone: awards follow when it is mined.
        """
        drafts: list[Draft] = []
        rows, parked = await self._readable(turn, badge, limit=most * self.desk.settings.batch_size)
        hooked = await hooked_among(self.desk, [row.holder for row in rows])
        for awards in self._groups(rows, hooked)[:most]:
            asks = awards[0].holder in hooked
            try:
                draft, bad = await self._draft(turn, badge, awards, asks=asks)
            except Held:
                if not drafts:
                    raise
                break
            parked += bad
            if draft is not None:
                drafts.append(draft)
            elif not bad:
                break
            if draft is not None and draft.kind is not BatchKind.AWARD:
                break
        return Drafted(drafts, parked)

    async def trial(self, turn: Turn, draft: Draft) -> str | None:
        """Why the contract would refuse this call, or None."""
        try:
            answer = await self.desk.chain.call(
                to=turn.deployment.contract,
                data=draft.data,
                sender=turn.issuer.address,
                # Elsewhere the newest block's time is the present; here it may be days old.
                at=turn.at if turn.deployment.embedded else None,
            )
        except Reverted as refusal:
            return str(refusal) or "reverted without a reason"
        if draft.kind is BatchKind.AWARD:
            contract.read_number(answer)  # an address without code would not refuse either
        return None

    def award(self, badge_id: int, awards: Sequence[Queued]) -> Draft:
        """The call that gives a badge to these."""
        data = contract.award(badge_id, [award.holder for award in awards])
        return Draft(BatchKind.AWARD, badge_id, data, award_gas(len(awards)), tuple(awards))

    async def _asking(self, turn: Turn, badge: Badge, award: Queued) -> tuple[Draft | None, int]:
        """The call that asks a wallet with code whether it takes the badge.

        What it says to that decides about its own badge only: it may put any words into the
        contract's mouth, so the contract itself was asked before, without it.
        """
        badge_id = stored_id(badge.id)
        data = wallet_calls.award_to_contract(badge_id, award.holder)
        draft = Draft(BatchKind.AWARD, badge_id, data, award_gas(1) + HOOK_GAS, (award,))
        reason = await self.trial(turn, draft)
        if reason is None:
            return draft, 0
        return None, await self._park(turn, [award], reason=f"{REFUSED}: {reason}")

    def _groups(self, rows: Sequence[Queued], hooked: Collection[str]) -> list[Sequence[Queued]]:
        """What may share a call: many without code, and each wallet with code by itself."""
        plain = [row for row in rows if row.holder not in hooked]
        alone = [[row] for row in rows if row.holder in hooked]
        return [*self._ripe(plain), *(ripe for one in alone for ripe in self._ripe(one))]

    async def _readable(self, turn: Turn, badge: Badge, *, limit: int) -> tuple[list[Queued], int]:
        """The badge's longest waiting awards; those whose holder is no address are parked."""
        async with self.desk.database.reading() as session:
            found = await minting.queued(session, stored_id(badge.id), limit=limit)
        unreadable = [award for award in found if not abi.is_address(award.holder)]
        if not unreadable:
            return found, 0
        await self._park(turn, unreadable, reason="the holder is not an address")
        return [award for award in found if award not in unreadable], len(unreadable)

    def _ripe(self, rows: Sequence[Queued]) -> list[Sequence[Queued]]:
        return batches_of(
            rows,
            now=self.desk.clock(),
            size=self.desk.settings.batch_size,
            flush=self.desk.flush,
        )

    async def _draft(
        self, turn: Turn, badge: Badge, awards: Sequence[Queued], *, asks: bool
    ) -> tuple[Draft | None, int]:
        """The call that is due for these, if any, and how many of them were parked.

        `asks` when there is one holder, whose code has to be asked.
        """
        award = self.award(stored_id(badge.id), awards)
        reason = await self.trial(turn, award)
        course = after_trial(reason)
        if course is Course.WAIT:
            return None, 0
        if course is Course.SPLIT:
            return await self._without_poison(turn, badge, awards)
        if course is Course.AWARD:
            await self._check_is_ours(turn, badge)
            return await self._asking(turn, badge, awards[0]) if asks else (award, 0)
        draft = self._first(turn, course, badge)
        refusal = await self.trial(turn, draft)
        if refusal is None:
            return draft, 0
        check_first(refusal, badge_id=stored_id(badge.id))
        return None, await self._park(turn, awards, reason=refusal)

    async def _check_is_ours(self, turn: Turn, badge: Badge) -> None:
        """Raise BadgeHeld when the contract knows the badge by another day or as another kind.

        Somebody else who had the issuer's key could have defined it before us; what we award then
        would tell of a visit on a day nobody came.
        """
        badge_id = stored_id(badge.id)
        if (turn.deployment.chain_key, badge_id) in self._ours:
            return
        answer = await self.desk.chain.call(
            to=turn.deployment.contract, data=contract.badge(badge_id)
        )
        day, kind = contract.read_definition(answer)
        ours = (contract.day_number(badge.occurred_on), metadata.KINDS[badge.kind])
        if (day, kind) != ours:
            raise BadgeHeld(
                Why.DEFINED_OTHERWISE,
                f"badge {badge_id} is day {ours[0]}, kind {ours[1]}; "
                f"the contract says day {day}, kind {kind}",
            )
        self._ours.add((turn.deployment.chain_key, badge_id))

    def _first(self, turn: Turn, course: Course, badge: Badge) -> Draft:
        """What has to be done before the badge can be awarded: define it, or extend its window."""
        badge_id = stored_id(badge.id)
        if course is Course.DEFINE:
            return Draft(BatchKind.DEFINE, badge_id, definition(badge), DEFINE_GAS)
        until = turn.at + int(LATE_GRACE.total_seconds())
        data = contract.extend_badge(badge_id, closes_at=until)
        return Draft(BatchKind.EXTEND, badge_id, data, DEFINE_GAS)

    async def _without_poison(
        self, turn: Turn, badge: Badge, awards: Sequence[Queued]
    ) -> tuple[Draft | None, int]:
        badge_id = stored_id(badge.id)

        async def trial(rows: Sequence[Queued]) -> str | None:
            return await self.trial(turn, self.award(badge_id, rows))

        good, bad = await separate(awards, trial)
        for award, reason in bad:
            await self._park(turn, [award], reason=reason)
        return (self.award(badge_id, good) if good else None), len(bad)

    async def _park(self, turn: Turn, awards: Sequence[Queued], *, reason: str) -> int:
        ids = [award.id for award in awards]
        log.error("awards parked", extra={"awards": ids, "why": reason})
        async with self.desk.writing(turn.lease) as session:
            await minting.park(session, ids, reason=reason, now=self.desk.clock())
        return len(ids)
