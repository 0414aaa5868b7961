"""The typed data a wallet signs to take badges, with what only chain and database know."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from nft_badges import contract, wallet_calls
from nft_badges.contract import NoSuchContract
from nft_badges.port import Chain, ChainRefused, Reverted
from nft_badges.wallet.binding import GOOD_FOR, Binding
from world_server.errors import Unavailable
from world_server.store.tables.chain import Deployment

T = TypeVar("T")


@dataclass(frozen=True)
class Asker:
    """Asks the chain what a signature has to name."""

    chain: Chain
    deployment: Deployment

    async def latest_deadline(self, now: datetime) -> int:
        """Unix second until which a signature given now is good.

        Under load the embedded chain's blocks are ahead of the clock, and theirs is the time that
        counts.
        """
        head = await self.chain.head()
        return max(int(now.timestamp()), head.timestamp) + int(GOOD_FOR.total_seconds())

    async def binding(
        self, *, holder: str, wallet: str, others: Sequence[str], deadline: int
    ) -> Binding:
        """What to sign; `others` are holders whose own consent for this wallet is on its way."""
        nonce = contract.read_number(await self._ask(wallet_calls.nonces(wallet)))
        for other in others:
            if other != holder and not await self._is_bound(other, wallet):
                nonce += 1
        return Binding(
            chain_id=self.deployment.chain_id,
            contract=self.deployment.contract,
            holder=holder,
            wallet=wallet,
            nonce=nonce,
            deadline=deadline,
        )

    async def _is_bound(self, holder: str, wallet: str) -> bool:
        answer = await self._ask(wallet_calls.wallet_of(holder))
        return contract.read_address(answer) == wallet.lower()

    async def _ask(self, question: bytes) -> bytes:
        return await self.chain.call(to=self.deployment.contract, data=question)


async def answered(question: Awaitable[T]) -> T:
    """The chain's answer; raise Unavailable when it gives none that makes sense."""
    try:
        return await question
    except (ChainRefused, Reverted, NoSuchContract) as problem:
        raise Unavailable from problem
