"""From a signed transaction to tokens that stay: sent, seen in a receipt, final."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nft_badges import contract
from nft_badges.desk import Desk
from nft_badges.port import Receipt
from nft_badges.states import verdict
from world_server.store import chain_batches, chain_journal, minting
from world_server.store.chain_batches import Underway, stored_id
from world_server.store.minting import Lease
from world_server.store.tables.chain import BatchKind, Deployment, MintBatch

log = logging.getLogger(__name__)

NOT_SHOWN = "the chain does not show the badge although its transaction was mined"


@dataclass
class Settling:
    """Writes down what receipts say."""

    desk: Desk
    reverts_in_a_row: int = 0
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
        batch: MintBatch,
        receipt: Receipt,
        *,
        seen: Mapping[int, str],
        settled: Sequence[MintBatch] = (),
    ) -> None:
        """Write down a mined batch: its awards are tokens, or wait again when it reverted.

        `seen` are hashes of journal blocks met for the first time. `settled` are earlier batches
        that cannot be undone any more; they become final in the same transaction.
        """
        missing = await self._judge(deployment, batch, receipt)
        base_uri = await self._base_uri(deployment, batch)
        async with self.desk.writing(lease) as session:
            now = self.desk.clock()
            for number, block_hash in seen.items():
                await chain_journal.block_seen(
                    session, deployment.chain_key, number=number, block_hash=block_hash
                )
            write = chain_batches.mined if receipt.succeeded else chain_batches.reverted
            await write(
                session,
                stored_id(batch.id),
                tx_hash=receipt.tx_hash,
                block_number=receipt.block_number,
                block_hash=receipt.block_hash,
                now=now,
            )
            if missing:
                await minting.park(session, missing, reason=NOT_SHOWN, now=now)
            if settled:
                ids = [stored_id(one.id) for one in settled]
                await chain_batches.final(session, ids, now=now)
            if batch.kind is BatchKind.DEPLOY:
                await chain_journal.deployed(
                    session,
                    deployment.chain_key,
                    block_number=receipt.block_number if receipt.succeeded else None,
                    now=now,
                )
            if base_uri is not None:
                await chain_journal.moved(session, deployment.chain_key, base_uri=base_uri)
        self.reverts_in_a_row = 0 if receipt.succeeded else self.reverts_in_a_row + 1
        log.info(
            "batch mined",
            extra={
                "kind": batch.kind,
                "size": batch.size,
                "block": receipt.block_number,
                "gas": receipt.gas_used,
                "succeeded": receipt.succeeded,
            },
        )

    async def _judge(self, deployment: Deployment, batch: MintBatch, receipt: Receipt) -> list[int]:
        """Ids of awards that the batch promised and the chain does not show."""
        if batch.kind is not BatchKind.AWARD or not receipt.succeeded or batch.badge_id is None:
            return []
        async with self.desk.database.reading() as session:
            awards = await chain_batches.awards_of(session, stored_id(batch.id))
        ids = {award.holder.lower(): stored_id(award.id) for award in awards}
        logged = contract.read_awarded(
            receipt.logs, address=deployment.contract, badge_id=batch.badge_id
        )
        silent = sorted(ids.keys() - logged)
        held = await self._held(deployment, silent, badge_id=batch.badge_id)
        found = verdict(expected=ids, logged=logged, held=held)
        if found.missing or found.foreign:
            log.error(
                "a batch did not do what it promised",
                extra={
                    "batch": batch.id,
                    "missing": len(found.missing),
                    "foreign": len(found.foreign),
                },
            )
        self.tokens += len(logged)
        return sorted(ids[holder] for holder in found.missing)

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
