"""A real chain for one stage: the town's own anvil on a free port, and one account that acts."""

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from bench.badges.stage import Failed
from nft_badges import anvil, contract
from nft_badges.chain import Web3Chain
from nft_badges.keys import Issuer, Unsigned
from nft_badges.port import ChainAway, Receipt
from nft_badges.verify_badges import EVENT

JST = timezone(timedelta(hours=9))
WINDOW = 30 * 86_400
START_SECONDS = 10.0
PLENTY = 10**24
MOST_GAS = 16_777_216
"""The most one transaction may use (EIP-7825)."""


@dataclass
class Site:
    """The chain, and an account that sends one transaction a block."""

    url: str
    chain: Web3Chain
    actor: Issuer
    now: int = anvil.GENESIS_TIME
    nonce: int = 0

    def badges(self) -> bytes:
        """Creation code of the contract as it is in production, with everything it can do."""
        me = self.actor.address
        accounts = contract.Accounts(admin=me, issuer=me, registrar=me, pauser=me)
        return contract.deploy(
            accounts, base_uri="https://town.example/badges/meta/", daily_cap=100_000
        )

    def definition(self, badge_id: int) -> bytes:
        """The call that makes an event's badge of today known."""
        return contract.define_badge(
            badge_id,
            day=datetime.fromtimestamp(self.now, JST).date(),
            kind=EVENT,
            opens_at=self.now,
            closes_at=self.now + WINDOW,
            metadata_hash=bytes(32),
        )

    async def create(self, code: bytes) -> tuple[str, Receipt]:
        """Put a contract there; where it is, and what that took."""
        address = contract.created_address(self.actor.address, nonce=self.nonce)
        return address, await self.do(None, code)

    async def do(self, to: str | None, data: bytes) -> Receipt:
        """One transaction in one block; raise Failed when it is refused."""
        head = await self.chain.head()
        self.now = max(self.now, head.timestamp) + 1
        signed = self.actor.sign(
            Unsigned(
                chain_id=anvil.CHAIN_ID,
                nonce=self.nonce,
                to=to,
                data=data,
                gas=MOST_GAS,
                max_fee=2 * head.base_fee + 1,
                tip=1,
            )
        )
        await self.chain.send(signed.raw)
        await self.chain.mine(self.now)
        self.nonce += 1
        receipt = await self.chain.receipt(signed.tx_hash)
        if receipt is None or not receipt.succeeded:
            raise Failed("a transaction was refused")
        return receipt


@asynccontextmanager
async def site() -> AsyncIterator[Site]:
    """An empty chain, gone afterwards; raise Failed when it does not start."""
    port = _free_port()
    process = await asyncio.create_subprocess_exec(*anvil.command(port=port))
    url = f"http://127.0.0.1:{port}"
    chain = Web3Chain(url)
    try:
        await _answers(chain)
        actor = Issuer.of_key("0x" + 32 * "b7")
        await chain.fund(actor.address, PLENTY)
        yield Site(url, chain, actor)
    finally:
        await chain.close()
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _answers(chain: Web3Chain) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            await chain.head()
        except ChainAway:
            if time.monotonic() > deadline:
                raise Failed("anvil does not start") from None
            await asyncio.sleep(0.05)
        else:
            return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
