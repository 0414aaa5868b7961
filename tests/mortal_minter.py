"""A minter that can die at any point that leaves a trace: a commit, or a word to its chain."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from nft_badges.chain import Web3Chain
from nft_badges.port import ChainAway
from world_server.store.database import Database, Session

ACTS = frozenset({"eth_sendRawTransaction", "evm_mine", "anvil_setBalance", "evm_setAutomine"})
"""What changes the chain; between two of these a death leaves nothing that others do not."""


class Died(Exception):
    """The process is gone: nothing it had begun goes on."""


class Life:
    """Counts points, and ends at the one it was given; None: it never does."""

    def __init__(self, points: int | None) -> None:
        self.left = points
        self.is_over = False

    def point(self) -> None:
        """One more thing was done, or is about to be; raise Died when it was the last."""
        self.check()
        if self.left is not None:
            self.left -= 1
            self.is_over = self.left <= 0
            self.check()

    def check(self) -> None:
        """The dead do nothing more."""
        if self.is_over:
            raise Died


class MortalDatabase(Database):
    """A database whose user may die just before a commit, or just after it."""

    def __init__(self, url: str, life: Life) -> None:
        super().__init__(url)
        self.life = life

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Session]:
        """A transaction that is rolled back when its process dies in it."""
        self.life.check()
        async with super().transaction() as session:
            yield session
            self.life.point()
        self.life.point()


class MortalChain(Web3Chain):
    """A chain whose user may die before something is done there, or before the answer came."""

    def __init__(self, rpc_url: str, life: Life) -> None:
        super().__init__(rpc_url)
        self.life = life

    async def _ask(self, method: str, *parameters: object) -> Any:
        if method not in ACTS:
            self.life.check()
            return await super()._ask(method, *parameters)
        self.life.point()
        answer = await super()._ask(method, *parameters)
        self.life.point()
        return answer


class ForgetfulChain(Web3Chain):
    """A chain that does everything it is asked, but loses one answer after so many."""

    def __init__(self, rpc_url: str) -> None:
        super().__init__(rpc_url)
        self.answers = 0
        self.lost: str | None = None
        self.loses: int | None = None

    async def _ask(self, method: str, *parameters: object) -> Any:
        answer = await super()._ask(method, *parameters)
        self.answers += 1
        if self.answers == self.loses:
            self.lost = method
            raise ChainAway
        return answer
