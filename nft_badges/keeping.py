"""The embedded chain's half of a step: mine what is in the journal, settle it, make it final."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nft_badges.desk import Desk
from nft_badges.embedded import Follower, Outlook
from nft_badges.sending import BATCHES_AT_ONCE
from nft_badges.settling import Mined, Settling
from nft_badges.states import Held, Why
from world_server.store import batch_outcomes, chain_batches, chain_journal
from world_server.store.chain_batches import Underway, stored_id
from world_server.store.chain_journal import Line
from world_server.store.minting import Lease
from world_server.store.tables.chain import BatchKind, Deployment, MintBatch


@dataclass(frozen=True)
class Work:
    """What there is to do: the journal's last line, what is not mined, what is not final."""

    last: Line
    unmined: list[Underway]
    unfinal: list[MintBatch]
    outlook: Outlook

    @property
    def leaves_the_rest_alone(self) -> bool:
        """Whether this work decides nothing about what is issued next, so that both may go on.

        So it is when the chain only lacks its newest lines and these only award: one badge's
        definition, or a contract that is being rebuilt, changes what the next trial would say.
        """
        return self.outlook.lacks(len(self.unmined), of=self.last.number) and all(
            one.batch.kind is BatchKind.AWARD for one in self.unmined
        )


@dataclass
class Keeping:
    """Keeps chain, journal and tables in step."""

    desk: Desk
    settling: Settling
    follower: Follower

    async def look(self, deployment: Deployment) -> Work:
        """What is to be done. Raise Held when the journal cannot be ours."""
        async with self.desk.database.reading() as session:
            last = await chain_journal.last_line(session, deployment.chain_key)
            unmined = await chain_batches.unmined(session, deployment.chain_key)
            unfinal = await chain_batches.unfinal(session, deployment.chain_key)
        if last is None:
            raise Held(Why.CHAIN_DISAGREES, "the journal is empty although a contract is recorded")
        outlook = await self.follower.compare(deployment, last)
        return Work(last=last, unmined=unmined, unfinal=unfinal, outlook=outlook)

    async def keep(self, lease: Lease, deployment: Deployment, work: Work) -> None:
        """Make the chain equal to the journal as it was looked at, and write down what it did.

        A block equal to the journal's line is there for good, so batches that were mined before
        this look are final; they say so in the same transaction that settles the next ones.
        """
        seen = await self.follower.follow(deployment, work.last, work.outlook)
        lasting = work.unfinal
        for group in _groups(work.unmined):
            mined = [await self._mined(one, seen) for one in group]
            await self.settling.settle(lease, deployment, mined, seen=seen, settled=lasting)
            lasting = []
        if lasting:
            async with self.desk.writing(lease) as session:
                ids = [stored_id(batch.id) for batch in lasting]
                await batch_outcomes.final(session, ids, now=self.desk.clock())

    async def _mined(self, underway: Underway, seen: Mapping[int, str]) -> Mined:
        receipt = await self.settling.receipt(underway)
        if receipt is None:
            raise Held(Why.CHAIN_DISAGREES, f"no receipt for nonce {underway.batch.nonce}")
        if seen.get(receipt.block_number, receipt.block_hash) != receipt.block_hash:
            raise Held(Why.CHAIN_DISAGREES, f"block {receipt.block_number} changed meanwhile")
        return Mined(underway.batch, receipt)


def _groups(unmined: Sequence[Underway]) -> Iterator[Sequence[Underway]]:
    """As many as are settled in one transaction; after a crash two rounds may be unmined."""
    for at in range(0, len(unmined), BATCHES_AT_ONCE):
        yield unmined[at : at + BATCHES_AT_ONCE]
