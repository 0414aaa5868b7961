"""What the chain's logs add up to, with where each badge came from; grows block by block.

The logs themselves are kept, packed, so that a recount over HTTP and the turning back after a
reorganisation cost the chain's node nothing.
"""

import asyncio
import json
import zlib
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from nft_badges.verify_badges import BADGE_DEFINED, Ledger

LOGS_AT_ONCE = 100
"""The world's beat shares this thread; adding up so many takes a few milliseconds."""

MARKS = 128
"""Block hashes remembered to find out how far a reorganisation reaches back."""

DIGEST_DIGITS = 64
"""The hash is the last word of the log that defines a badge."""

KEPT_FIELDS = (
    "address",
    "topics",
    "data",
    "blockNumber",
    "blockHash",
    "transactionHash",
    "logIndex",
)


@dataclass(frozen=True)
class Source:
    """The transaction that gave a badge, and the block it is in."""

    tx_hash: str
    block_number: int
    block_hash: str


@dataclass(frozen=True)
class Mark:
    """A block up to which logs were read."""

    number: int
    hash: str


@dataclass(frozen=True)
class _Packed:
    number: int
    logs: bytes


class TracedLedger(Ledger):
    """A ledger that also knows which transaction each badge came with."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: dict[str, dict[int, Source]] = defaultdict(dict)
        self.digests: dict[int, bytes] = {}
        """The hash of each badge's facts, as the chain was given it."""
        self._source = Source("", 0, "")

    def take(self, log: dict[str, Any]) -> None:
        """Add up one raw log; raise Inconsistent when it cannot follow those before."""
        number = int(log["blockNumber"], 16)
        # Awards of one batch share their source, or a large chain would keep it a thousand times.
        if (self._source.tx_hash, self._source.block_number) != (log["transactionHash"], number):
            self._source = Source(log["transactionHash"], number, log["blockHash"])
        if log["topics"][0] == BADGE_DEFINED:
            self.digests[int(log["topics"][1], 16)] = bytes.fromhex(log["data"][-DIGEST_DIGITS:])
        super().take(log)

    def _move(self, giver: str, taker: str, badges: list[tuple[int, int]]) -> None:
        super()._move(giver, taker, badges)
        for badge, amount in badges:
            if amount:
                if giver in self.sources:
                    self.sources[giver].pop(badge, None)
                self.sources[taker][badge] = self._source

    def held_by(self, holder: str) -> dict[int, Source]:
        """The badges of a holder (lower case) with their sources."""
        if not self.held.get(holder):
            return {}
        return dict(self.sources[holder])


class Fold:
    """The logs of one contract from its first block to `covered`, added up."""

    def __init__(self, *, first: int) -> None:
        self.first = first
        self.covered = first - 1
        self.ledger = TracedLedger()
        self.marks: deque[Mark] = deque(maxlen=MARKS)
        self._blocks: list[_Packed] = []

    async def take(self, logs: Iterable[dict[str, Any]], *, last: int) -> None:
        """Add every log of the blocks after `covered` up to `last`.

        After an exception the fold is of no more use: some of the logs are in it.
        """
        taken = 0
        for number, group in groupby(sorted(logs, key=_position), key=_block_number):
            if not self.covered < number <= last:
                message = f"a log of block {number} was not asked for"
                raise ValueError(message)
            block = [{field: log[field] for field in KEPT_FIELDS} for log in group]
            self._blocks.append(_Packed(number, zlib.compress(json.dumps(block).encode())))
            for log in block:
                self.ledger.take(log)
                taken += 1
                if taken % LOGS_AT_ONCE == 0:
                    await asyncio.sleep(0)
        self.covered = last

    async def turned_back(self, number: int) -> "Fold":
        """A fold of the same logs without those after block `number`."""
        kept = Fold(first=self.first)
        for packed in self._blocks[: bisect_right(self._blocks, number, key=_number)]:
            await kept.take(_unpacked(packed), last=packed.number)
        kept.covered = max(number, self.first - 1)
        kept.marks.extend(mark for mark in self.marks if mark.number <= number)
        return kept

    def raw(self, first: int, last: int) -> Iterator[bytes]:
        """The logs of these blocks as JSON, each item one block's without brackets."""
        low = bisect_left(self._blocks, first, key=_number)
        high = bisect_right(self._blocks, last, key=_number)
        for packed in self._blocks[low:high]:
            yield zlib.decompress(packed.logs)[1:-1]


def _block_number(log: dict[str, Any]) -> int:
    return int(log["blockNumber"], 16)


def _position(log: dict[str, Any]) -> tuple[int, int]:
    return _block_number(log), int(log["logIndex"], 16)


def _number(packed: _Packed) -> int:
    return packed.number


def _unpacked(packed: _Packed) -> list[dict[str, Any]]:
    return list(json.loads(zlib.decompress(packed.logs)))
