"""The two questions about one holder that the logs do not answer, asked sparingly.

A stranger who opens many pages shares few askings at a time and the answers of everybody else.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence
from typing import Generic, TypeVar

from nft_badges import contract
from nft_badges.port import Chain, ChainRefused, Reverted
from nft_badges.proof.fold import Source
from world_server.errors import Unavailable

log = logging.getLogger(__name__)

AT_ONCE = 4
BALANCE_SECONDS = 3.0
MOST_BALANCES = 512
MOST_TIMES = 4_096

ANSWERLESS = (
    Unavailable,
    ChainRefused,
    Reverted,
    contract.NoSuchContract,
    KeyError,
    TypeError,
    ValueError,
)

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """The answers asked for most recently, up to a number of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """The answer, if it is still there."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep an answer, and drop the one nobody asked for the longest."""
        self._kept[key] = value
        self._kept.move_to_end(key)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)


class Lookups:
    """Live balances and block times; None where the chain gives no answer now."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._times: Kept[str, int] = Kept(MOST_TIMES)
        self._balances: Kept[str, tuple[float, dict[int, bool]]] = Kept(MOST_BALANCES)

    async def balances(
        self, address: str, holder: str, badge_ids: Sequence[int]
    ) -> dict[int, bool] | None:
        """What `balanceOf` of the contract at `address` answers this moment, by badge."""
        kept = self._kept_balances(holder, badge_ids)
        if kept is not None:
            return kept
        try:
            async with self._turn:
                kept = self._kept_balances(holder, badge_ids)  # somebody may have asked meanwhile
                return kept or await self._ask_balances(address, holder, badge_ids)
        except ANSWERLESS as problem:
            log.warning("a balance cannot be read", extra={"why": type(problem).__name__})
            return None

    def _kept_balances(self, holder: str, badge_ids: Sequence[int]) -> dict[int, bool] | None:
        now = asyncio.get_running_loop().time()
        kept = self._balances.get(holder)
        if kept and now - kept[0] < BALANCE_SECONDS and kept[1].keys() >= set(badge_ids):
            return kept[1]
        return None

    async def _ask_balances(
        self, address: str, holder: str, badge_ids: Sequence[int]
    ) -> dict[int, bool]:
        now = asyncio.get_running_loop().time()
        answers: dict[int, bool] = {}
        for at in range(0, len(badge_ids), contract.MAX_HOLDERS):
            some = badge_ids[at : at + contract.MAX_HOLDERS]
            question = contract.balances([(holder, badge_id) for badge_id in some])
            found = contract.read_numbers(await self._chain.call(to=address, data=question))
            answers |= {badge_id: held == 1 for badge_id, held in zip(some, found, strict=True)}
        self._balances.put(holder, (now, answers))
        return answers

    async def times(self, sources: Sequence[Source]) -> dict[str, int]:
        """Unix second of each source's block, by the block's hash; those that are known."""
        blocks = {source.block_hash: source.block_number for source in sources}
        times = {block_hash: self._times.get(block_hash) for block_hash in blocks}
        missing = [block_hash for block_hash, time in times.items() if time is None]
        try:
            async with asyncio.TaskGroup() as asking:
                for block_hash in missing:
                    asking.create_task(self._ask_time(block_hash, blocks[block_hash]))
        except* ANSWERLESS as problem:
            why = type(problem.exceptions[0]).__name__
            log.warning("a block cannot be read", extra={"why": why})
        known = {block_hash: self._times.get(block_hash) for block_hash in blocks}
        return {block_hash: time for block_hash, time in known.items() if time is not None}

    async def _ask_time(self, block_hash: str, number: int) -> None:
        async with self._turn:
            if self._times.get(block_hash) is not None:  # somebody asked meanwhile
                return
            block = await self._chain.block(number)
        if block is not None and block.hash == block_hash:
            self._times.put(block_hash, block.timestamp)
