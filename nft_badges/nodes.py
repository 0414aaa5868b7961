"""One chain behind several nodes: asks the one that answers, sends to all, and compares them.

A provider may be away, lag behind, forget a transaction, or have turned to another chain. With two
of them no single one is believed: what they say of the chain is put side by side, and as long as
they disagree nothing is issued.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from nft_badges import contract
from nft_badges.chain import Web3Chain
from nft_badges.port import (
    Block,
    ChainAway,
    Identity,
    OwnChain,
    Receipt,
)
from nft_badges.sending import Sent
from nft_badges.settings import ChainReadSettings

T = TypeVar("T")

log = logging.getLogger(__name__)

SETTLED_BLOCKS = 3
"""Blocks below the lower of two heads at which they are compared: newer ones may still turn."""

BEST_FIRST = (
    Sent.ACCEPTED,
    Sent.KNOWN,
    Sent.NONCE_USED,
    Sent.UNDERPRICED,
    Sent.NO_FUNDS,
    Sent.REFUSED,
)
"""Of several answers to one broadcast the one that counts: what one node took is on its way."""


def chain_of(settings: ChainReadSettings) -> OwnChain:
    """The chain the settings name, behind one node or behind several."""
    return behind(settings.rpc_url.get_secret_value(), *more_of(settings))


def more_of(settings: ChainReadSettings) -> list[str]:
    """The addresses of the further nodes."""
    return [url.get_secret_value() for url in settings.more_rpc_urls]


def behind(first: str, *more: str) -> OwnChain:
    """A chain by the addresses of its nodes."""
    node = Web3Chain(first)
    return SeveralNodes([node, *map(Web3Chain, more)]) if more else node


@dataclass(frozen=True)
class Look:
    """What one node says of the chain; `code_hash` None where no contract was asked about."""

    name: str
    chain_id: int
    genesis_hash: str
    code_hash: str | None
    head: int


def disagreement(looks: Sequence[Look]) -> str:
    """Which node says something else than the first, and what; empty when they agree."""
    if not looks:
        return ""
    first = looks[0]
    for other in looks[1:]:
        for what, one, two in (
            ("chain", first.chain_id, other.chain_id),
            ("first block", first.genesis_hash, other.genesis_hash),
            ("code of the contract", first.code_hash, other.code_hash),
        ):
            if one != two:
                return f"{what}: {first.name} says {one}, {other.name} says {two}"
    return ""


class SeveralNodes:
    """Several nodes of one chain, used as if they were one."""

    def __init__(self, nodes: Sequence[Web3Chain]) -> None:
        self._nodes = list(nodes)
        self._current = 0

    async def differences(self, address: str | None) -> str:
        """What the nodes that answer disagree about, naming them; empty when they agree.

        `address` is the contract. Raise ChainAway when none of them answers.
        """
        found = await asyncio.gather(
            *(self._look(node, address) for node in self._nodes), return_exceptions=True
        )
        answering: list[tuple[Web3Chain, Look]] = []
        for node, look in zip(self._nodes, found, strict=True):
            if isinstance(look, Look):
                answering.append((node, look))
            elif isinstance(look, ChainAway):
                log.warning("a node is away", extra={"node": node.name, "why": look.what})
            else:
                raise look
        if not answering:
            raise ChainAway("none of the nodes answers")
        differs = disagreement([look for _, look in answering])
        return differs or await self._different_block(answering)

    async def _look(self, node: Web3Chain, address: str | None) -> Look:
        identity = await node.identity()
        head = await node.head()
        code_hash = None if address is None else contract.code_hash(await node.code(address))
        return Look(node.name, identity.chain_id, identity.genesis_hash, code_hash, head.number)

    async def _different_block(self, answering: Sequence[tuple[Web3Chain, Look]]) -> str:
        """Compare a block all of them have and none of them is likely to turn back."""
        number = max(0, min(look.head for _, look in answering) - SETTLED_BLOCKS)
        hashes: dict[str, str] = {}
        for node, _ in answering:
            try:
                block = await node.block(number)
            except ChainAway:
                continue  # it went away since it was looked at; the next look will say so
            hashes[node.name] = "none" if block is None else block.hash
        if len(set(hashes.values())) <= 1:
            return ""
        told = ", ".join(f"{name} says {block_hash}" for name, block_hash in hashes.items())
        return f"block {number}: {told}"

    async def send(self, raw: bytes) -> Sent:
        """Broadcast through all of them; the best answer, or ChainAway when none came."""
        answers = await asyncio.gather(
            *(node.send(raw) for node in self._nodes), return_exceptions=True
        )
        heard = [answer for answer in answers if isinstance(answer, Sent)]
        if heard:
            return min(heard, key=BEST_FIRST.index)
        raise next(answer for answer in answers if isinstance(answer, BaseException))

    async def close(self) -> None:
        """Give every connection back."""
        for node in self._nodes:
            await node.close()

    async def _ask(self, question: Callable[[Web3Chain], Awaitable[T]]) -> T:
        """Ask the node that answered last, and the others in turn while it is away."""
        for turn in range(len(self._nodes)):
            at = (self._current + turn) % len(self._nodes)
            try:
                answer = await question(self._nodes[at])
            except ChainAway as away:
                last = away
                continue
            if at != self._current:
                log.warning("another node answers now", extra={"node": self._nodes[at].name})
                self._current = at
            return answer
        raise last

    async def identity(self) -> Identity:
        """Which chain this is."""
        return await self._ask(lambda node: node.identity())

    async def head(self) -> Block:
        """The newest block."""
        return await self._ask(lambda node: node.head())

    async def block(self, number: int) -> Block | None:
        """The block of that number, or None when the chain is shorter."""
        return await self._ask(lambda node: node.block(number))

    async def finalized(self) -> int:
        """Number of the newest block that cannot be reorganised away."""
        return await self._ask(lambda node: node.finalized())

    async def code(self, address: str) -> bytes:
        """The code at an address; empty when there is none."""
        return await self._ask(lambda node: node.code(address))

    async def balance(self, address: str) -> int:
        """Wei held by an address."""
        return await self._ask(lambda node: node.balance(address))

    async def nonce(self, address: str) -> int:
        """Transactions of this address that are mined."""
        return await self._ask(lambda node: node.nonce(address))

    async def tip(self) -> int:
        """Wei per gas that block builders ask for at present."""
        return await self._ask(lambda node: node.tip())

    async def call(
        self, *, to: str, data: bytes, sender: str | None = None, at: int | None = None
    ) -> bytes:
        """Ask a contract without a transaction, as if at Unix second `at`; raise Reverted."""
        return await self._ask(lambda node: node.call(to=to, data=data, sender=sender, at=at))

    async def receipt(self, tx_hash: str) -> Receipt | None:
        """What became of a transaction, or None while it is not mined."""
        return await self._ask(lambda node: node.receipt(tx_hash))

    async def logs(
        self, *, address: str, first: int, last: int, topics: Sequence[str]
    ) -> list[dict[str, Any]]:
        """Raw logs of a contract whose first topic is one of `topics`, in order."""
        return await self._ask(
            lambda node: node.logs(address=address, first=first, last=last, topics=topics)
        )

    async def take_over(self) -> None:
        """Mine only when told; for a town's own chain, which has one node only."""
        await self._ask(lambda node: node.take_over())

    async def fund(self, address: str, wei: int) -> None:
        """Set a balance, without a block."""
        await self._ask(lambda node: node.fund(address, wei))

    async def mine(self, timestamp: int) -> None:
        """Make one block of what was sent, at that Unix second; raise ChainRefused."""
        await self._ask(lambda node: node.mine(timestamp))

    async def reset(self) -> None:
        """Back to the genesis block, with the same hash."""
        await self._ask(lambda node: node.reset())

    async def dump(self) -> bytes:
        """The whole chain as its node writes it."""
        return await self._ask(lambda node: node.dump())

    async def load(self, state: bytes) -> None:
        """Put a dumped chain into an empty one; raise ChainRefused."""
        await self._ask(lambda node: node.load(state))
