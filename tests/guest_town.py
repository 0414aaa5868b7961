"""A town that issues on somebody else's chain, and whoever mines there."""

from typing import Any

import pytest
from minter_town import ISSUER_KEY, MinterTown

from nft_badges.keys import Issuer, Unsigned
from nft_badges.minter import Minter
from nft_badges.sending import Sent
from nft_badges.states import Why
from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import BatchState

ISSUER = Issuer.of_key(ISSUER_KEY)
PLENTY = 10**21


async def mine(town: MinterTown, blocks: int = 1) -> None:
    """Blocks of whoever mines on that chain, twelve seconds apart, in step with our clock."""
    for _ in range(blocks):
        head = await town.chain.head()
        town.clock.advance(seconds=12)
        await town.chain.mine(max(int(town.clock().timestamp()), head.timestamp + 1))


def guest_minter(town: MinterTown, **settings: Any) -> Minter:
    """A minter that treats the chain as not its own."""
    told: dict[str, Any] = {"embedded_chain": False, "allow_deploy": True} | settings
    return town.minter(**told)


async def begin(town: MinterTown, **settings: Any) -> Minter:
    """A minter whose contract is deployed and final."""
    await town.chain.fund(ISSUER.address, PLENTY)
    minter = guest_minter(town, **settings)
    for _ in range(30):
        await minter.guarded_step()
        await mine(town, 3)
        if {batch.state for batch in await town.batches()} == {BatchState.FINAL}:
            return minter
    pytest.fail(f"never deployed: {minter.report}")


async def until_final(
    town: MinterTown, minter: Minter, *, blocks: int = 2, patience: int = 80
) -> None:
    """Let the minter work and others mine until every award is final."""
    for _ in range(patience):
        await minter.guarded_step()
        await mine(town, blocks)
        states = await town.states()
        if states.total() == states[AwardState.FINAL]:
            return
    pytest.fail(f"never: {await town.states()} {minter.report}")


async def until_batched(town: MinterTown, minter: Minter, count: int) -> None:
    """Step, without any block, until that many awards are signed and sent."""
    for _ in range(10):
        await minter.guarded_step()
        sent = minter.report.why is Why.UNCONFIRMED
        if sent and (await town.states())[AwardState.BATCHED] == count:
            return
    pytest.fail(f"never batched: {await town.states()} {minter.report}")


async def defined_badge(town: MinterTown, minter: Minter) -> int:
    """A badge that needs no definition any more, so that the next batch is awards."""
    badge_id = await town.badge()
    await town.promise(badge_id, 1)
    await until_final(town, minter)
    return badge_id


async def send_by_hand(
    town: MinterTown,
    sender: Issuer,
    data: bytes,
    *,
    to: str | None,
    tip: int = 10**9,
    gas: int = 200_000,
) -> str:
    """Broadcast a transaction the minter knows nothing of; its hash."""
    head = await town.chain.head()
    signed = sender.sign(
        Unsigned(
            chain_id=(await town.chain.identity()).chain_id,
            nonce=await town.chain.nonce(sender.address),
            to=to,
            data=data,
            gas=gas,
            max_fee=2 * head.base_fee + tip,
            tip=tip,
        )
    )
    assert await town.chain.send(signed.raw) is Sent.ACCEPTED
    return signed.tx_hash
