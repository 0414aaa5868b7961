"""The chain as the minter and the proof pages see it: values, refusals, and the port itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from nft_badges.sending import Sent
from world_server.errors import Unavailable


class ChainAway(Unavailable):
    """The chain's node does not answer; nothing is known about what was asked of it.

    `what` names the node by its host, never by its whole address, which may hold a key.
    """

    def __init__(self, what: str = "") -> None:
        super().__init__(what)
        self.what = what


class ChainRefused(Exception):
    """The node answered with an error that is about the question, not about a contract."""


class Reverted(Exception):
    """A contract refused a call; the text is its reason."""


@dataclass(frozen=True)
class Identity:
    """Which chain a node is on, and which program it runs."""

    chain_id: int
    genesis_hash: str
    client: str


@dataclass(frozen=True)
class Block:
    """One block; `base_fee` in wei per gas, `timestamp` a Unix second."""

    number: int
    hash: str
    timestamp: int
    base_fee: int
    transactions: tuple[str, ...]


@dataclass(frozen=True)
class Log:
    """One event a contract emitted."""

    address: str
    topics: tuple[str, ...]
    data: bytes


@dataclass(frozen=True)
class Receipt:
    """What became of a transaction that was mined."""

    tx_hash: str
    block_number: int
    block_hash: str
    succeeded: bool
    gas_used: int
    logs: tuple[Log, ...]


class Chain(Protocol):
    """What the minter and the proof pages need of any EVM chain; every call may raise ChainAway."""

    async def identity(self) -> Identity:
        """Which chain this is."""

    async def head(self) -> Block:
        """The newest block."""

    async def block(self, number: int) -> Block | None:
        """The block of that number, or None when the chain is shorter."""

    async def finalized(self) -> int:
        """Number of the newest block that cannot be reorganised away."""

    async def code(self, address: str) -> bytes:
        """The code at an address; empty when there is none."""

    async def balance(self, address: str) -> int:
        """Wei held by an address."""

    async def nonce(self, address: str) -> int:
        """Transactions of this address that are mined."""

    async def tip(self) -> int:
        """Wei per gas that block builders ask for at present."""

    async def call(
        self, *, to: str, data: bytes, sender: str | None = None, at: int | None = None
    ) -> bytes:
        """Ask a contract without a transaction, as if at Unix second `at`; raise Reverted."""

    async def send(self, raw: bytes) -> Sent:
        """Broadcast; an answer that was lost is ChainAway, and sending again is harmless."""

    async def receipt(self, tx_hash: str) -> Receipt | None:
        """What became of a transaction, or None while it is not mined."""

    async def logs(
        self, *, address: str, first: int, last: int, topics: Sequence[str]
    ) -> list[dict[str, Any]]:
        """Raw logs of a contract whose first topic is one of `topics`, in order."""

    async def differences(self, address: str | None) -> str:
        """What the nodes behind this chain disagree about, the contract at `address` included."""

    async def close(self) -> None:
        """Give every connection back."""


class OwnChain(Chain, Protocol):
    """The embedded chain, which does what its one user tells it."""

    async def take_over(self) -> None:
        """Mine only when told."""

    async def fund(self, address: str, wei: int) -> None:
        """Set a balance, without a block."""

    async def mine(self, timestamp: int) -> None:
        """Make one block of what was sent, at that Unix second; raise ChainRefused."""

    async def reset(self) -> None:
        """Back to the genesis block, with the same hash."""

    async def dump(self) -> bytes:
        """The whole chain as its node writes it: blocks, receipts, logs and the newest state."""

    async def load(self, state: bytes) -> None:
        """Put a dumped chain into an empty one; raise ChainRefused."""
