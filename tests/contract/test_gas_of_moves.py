"""A move fits the gas it is given, however full the page and whatever a wallet's code does."""

import pytest
from anvil_server import DAY, Stage, binding_signature, holder
from eth_account import Account

from nft_badges import wallet_calls
from nft_badges.sending import MOVED_GAS, REBIND_GAS, rebind_gas

KEY = f"0x{4242:064x}"
WALLET = str(Account.from_key(KEY).address).lower()
TX_LIMIT = 16_777_216
"""EIP-7825: the most gas one transaction may ask for."""


@pytest.mark.parametrize("both", [False, True])
async def test_a_full_page_fits_the_gas_that_is_given(stage: Stage, both: bool) -> None:  # noqa: FBT001
    """Badges that both hold are the dearer ones: each is burned by itself."""
    page = range(256, 512)
    for badge_id in page:
        today = (stage.now + 9 * 3600) // DAY
        facts = (badge_id, today, 1, stage.now - DAY, stage.now + DAY, bytes(32))
        await stage.do(stage.admin, "defineBadge", *facts)
        await stage.do(stage.issuer, "award", badge_id, [holder(1), *([WALLET] if both else [])])
    deadline = stage.now + DAY
    message = {"holder": holder(1), "wallet": WALLET, "nonce": 0, "deadline": deadline}
    signature = binding_signature(stage, key=KEY, message=message)
    call = wallet_calls.rebind(holder(1), WALLET, page=1, deadline=deadline, signature=signature)
    limit = rebind_gas(len(page))
    assert limit < TX_LIMIT
    receipt = await stage.transact(stage.registrar, to=stage.address, data=call, gas=limit)
    assert receipt.succeeded
    assert receipt.gas_used / len(page) < MOVED_GAS
    assert await stage.ask("badgesOf", WALLET, 1) == 2**256 - 1


async def test_one_badge_fits_the_gas_that_is_given(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    deadline = stage.now + DAY
    message = {"holder": holder(1), "wallet": WALLET, "nonce": 0, "deadline": deadline}
    signature = binding_signature(stage, key=KEY, message=message)
    call = wallet_calls.rebind(holder(1), WALLET, page=0, deadline=deadline, signature=signature)
    receipt = await stage.transact(stage.registrar, to=stage.address, data=call, gas=rebind_gas(1))
    assert receipt.succeeded
    assert receipt.gas_used < REBIND_GAS
