"""From transactions in blocks to tokens: what receipts say is checked and written down."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nft_badges import contract
from nft_badges.desk import Desk
from nft_badges.hooked import REFUSED, hooked_among
from nft_badges.port import Receipt
from nft_badges.states import verdict
from world_server.store import batch_outcomes, chain_batches, chain_journal, minting
from world_server.store.batch_outcomes import Settled
from world_server.store.chain_batches import Underway, stored_id
from world_server.store.database import Session
from world_server.store.minting import Lease
from world_server.store.tables.chain import BatchKind, Deployment, MintBatch

log = logging.getLogger(__name__)

NOT_SHOWN = "the chain does not show the badge although its transaction was mined"


@dataclass(frozen=True)
class Mined:
    """A batch whose transaction is in a block, and what it did there."""

    batch: MintBatch
    receipt: Receipt

    @property
    def outcome(self) -> Settled:
        """As the tables keep it."""
        return Settled(
            batch_id=stored_id(self.batch.id),
            succeeded=self.receipt.succeeded,
            tx_hash=self.receipt.tx_hash,
            block_number=self.receipt.block_number,
            block_hash=self.receipt.block_hash,
        )


@dataclass
class Settling:
    """Writes down what receipts say."""

    desk: Desk
    reverts_in_a_row: int = 0
    """Groups of batches settled one after the other in which all that could succeed reverted."""

    tokens: int = 0
    """Badges that became tokens since this process started."""

    async def receipt(self, underway: Underway) -> Receipt | None:
        """What became of whichever attempt was mined; None while none was."""
        for attempt in reversed(underway.attempts):
            receipt = await self.desk.chain.receipt(attempt.tx_hash)
            if receipt is not None:
                return receipt
        return None

    async def settle(
        self,
        lease: Lease,
        deployment: Deployment,
        mined: Sequence[Mined],
        *,
        seen: Mapping[int, str] | None = None,
        settled: Sequence[MintBatch] = (),
    ) -> None:
        """Write down mined batches: their awards are tokens, or wait again where one reverted.

        `seen` are hashes of journal blocks met for the first time. `settled` are earlier batches
        that cannot be undone any more; they become final in the same transaction.
        """
        missing = await self._judge(deployment, mined)
        unwilling = await self._unwilling(mined)
        base_uris = [await self._base_uri(deployment, one.batch) for one in mined]
        async with self.desk.writing(lease) as session:
            now = self.desk.clock()
            await chain_journal.blocks_seen(session, deployment.chain_key, seen or {})
            await batch_outcomes.settle(session, [one.outcome for one in mined], now=now)
            if missing:
                await minting.park(session, missing, reason=NOT_SHOWN, now=now)
            if unwilling:
                ids = [award for awards in unwilling.values() for award in awards]
                await minting.park(session, ids, reason=REFUSED, now=now)
            if settled:
                ids = [stored_id(one.id) for one in settled]
                await batch_outcomes.final(session, ids, now=now)
            for one, base_uri in zip(mined, base_uris, strict=True):
                await self._write_rest(session, deployment, one, base_uri=base_uri)
        # What reverts over one person's wallet says nothing about everybody else's badges.
        telling = [
            one
            for one in mined
            if one.batch.kind is not BatchKind.REBIND and one.batch.id not in unwilling
        ]
        if any(one.receipt.succeeded for one in mined):
            self.reverts_in_a_row = 0
        elif telling:
            self.reverts_in_a_row += 1
        for one in mined:
            _say(one)

    async def _write_rest(
        self, session: Session, deployment: Deployment, one: Mined, *, base_uri: str | None
    ) -> None:
        """What a batch changes besides awards."""
        if one.batch.kind is BatchKind.DEPLOY:
            await chain_journal.deployed(
                session,
                deployment.chain_key,
                block_number=one.receipt.block_number if one.receipt.succeeded else None,
                now=self.desk.clock(),
            )
        if base_uri is not None:
            await chain_journal.moved(session, deployment.chain_key, base_uri=base_uri)

    async def _unwilling(self, mined: Sequence[Mined]) -> dict[int, list[int]]:
        """Awards, by batch, to wallets whose code took them in a trial and refused them in a block.

        They are not tried again: a wallet could make us pay for its refusals without end.
        """
        single = [
            stored_id(one.batch.id)
            for one in mined
            if one.batch.kind is BatchKind.AWARD
            and one.batch.size == 1
            and not one.receipt.succeeded
        ]
        if not single:
            return {}
        async with self.desk.database.reading() as session:
            carried = await chain_batches.promised(session, single)
        holders = [holder for awards in carried.values() for holder in awards]
        hooked = await hooked_among(self.desk, holders)
        return {
            batch_id: list(awards.values())
            for batch_id, awards in carried.items()
            if hooked & awards.keys()
        }

    async def _judge(self, deployment: Deployment, mined: Sequence[Mined]) -> list[int]:
        """Ids of awards that batches promised and the chain does not show."""
        awarding = {
            stored_id(one.batch.id): one
            for one in mined
            if one.batch.kind is BatchKind.AWARD and one.receipt.succeeded
        }
        if not awarding:
            return []
        async with self.desk.database.reading() as session:
            promised = await chain_batches.promised(session, list(awarding))
        missing: list[int] = []
        for batch_id, one in awarding.items():
            missing += await self._unkept(deployment, one, promised[batch_id])
        return missing

    async def _unkept(
        self, deployment: Deployment, one: Mined, promised: Mapping[str, int]
    ) -> list[int]:
        badge_id = stored_id(one.batch.badge_id)
        logged = contract.read_awarded(
            one.receipt.logs, address=deployment.contract, badge_id=badge_id
        )
        held = await self._held(deployment, sorted(promised.keys() - logged), badge_id=badge_id)
        found = verdict(expected=promised, logged=logged, held=held)
        if found.missing or found.foreign:
            log.error(
                "a batch did not do what it promised",
                extra={
                    "batch": one.batch.id,
                    "missing": len(found.missing),
                    "foreign": len(found.foreign),
                },
            )
        self.tokens += len(logged)
        return sorted(promised[holder] for holder in found.missing)

    async def _held(
        self, deployment: Deployment, holders: Sequence[str], *, badge_id: int
    ) -> set[str]:
        """Those who have the badge though this transaction did not log it: they had it before."""
        if not holders:
            return set()
        answer = await self.desk.chain.call(
            to=deployment.contract,
            data=contract.balances([(holder, badge_id) for holder in holders]),
        )
        balances = contract.read_numbers(answer)
        return {holder for holder, balance in zip(holders, balances, strict=True) if balance}

    async def _base_uri(self, deployment: Deployment, batch: MintBatch) -> str | None:
        """Where the contract says metadata lies, after a batch that moved it."""
        if batch.kind is not BatchKind.ADDRESS:
            return None
        answer = await self.desk.chain.call(to=deployment.contract, data=contract.base_uri())
        return contract.read_text(answer)


def _say(one: Mined) -> None:
    log.info(
        "batch mined",
        extra={
            "kind": one.batch.kind,
            "size": one.batch.size,
            "block": one.receipt.block_number,
            "gas": one.receipt.gas_used,
            "succeeded": one.receipt.succeeded,
        },
    )
