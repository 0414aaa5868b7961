"""Binding badges to a wallet: proven by signature, counted once, hooks obeyed."""

from functools import cache
from pathlib import Path
from typing import Any

from anvil_server import DAY, Stage, account, binding_signature, holder
from eth_abi.abi import encode
from eth_account import Account
from vyper.compiler import compile_code  # type: ignore[import-untyped]

from nft_badges.contract import TRANSFER_BATCH
from nft_badges.verify_badges import recount

SOURCE = Path(__file__).parent / "wallets" / "TestWallet.vy"
SINGLE, BATCH, NO = bytes.fromhex("f23a6e61"), bytes.fromhex("bc197c81"), b"\xff" * 4
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
REFUSED = "kashima_badges: signature refused"
KEY = f"0x{4242:064x}"
WALLET = str(Account.from_key(KEY).address).lower()


@cache
def wallet_code() -> bytes:
    made = compile_code(SOURCE.read_text(encoding="utf-8"), output_formats=["bytecode"])
    return bytes.fromhex(str(made["bytecode"])[2:])


async def smart_wallet(stage: Stage, *, single: bytes = SINGLE, batch: bytes = BATCH) -> str:
    arguments = encode(["address", "bytes4", "bytes4"], [WALLET, single, batch])
    return await stage.create(wallet_code() + arguments)


def bind(stage: Stage, *, key: str = KEY, **changes: Any) -> bytes:
    """A wallet's signature of BindWallet, right but for what `changes`."""
    message = {"holder": holder(1), "wallet": WALLET, "nonce": 0, "deadline": stage.now + DAY}
    return binding_signature(stage, key=key, message=message | changes)


async def give(stage: Stage, badge_ids: list[int], person: str) -> None:
    for badge_id in badge_ids:
        if (await stage.ask("badge", badge_id))[1] == 0:
            await stage.define(badge_id)
        await stage.do(stage.issuer, "award", badge_id, [person])


async def test_all_badges_of_a_page_move_to_the_wallet(stage: Stage) -> None:
    await give(stage, [1, 2, 200], holder(1))
    deadline = stage.now + DAY
    signature = bind(stage, deadline=deadline)
    receipt = await stage.do(stage.registrar, "rebind", holder(1), WALLET, 0, deadline, signature)
    assert await stage.ask("badgesOf", holder(1), 0) == 0
    assert await stage.ask("badgesOf", WALLET, 0) == 2**1 | 2**2 | 2**200
    assert await stage.ask("walletOf", holder(1)) == WALLET
    assert await stage.ask("nonces", WALLET) == 1
    assert [await stage.ask("totalSupply", one) for one in (1, 2, 200)] == [1, 1, 1]
    assert [log.topics[0] for log in receipt.logs].count(TRANSFER_BATCH) == 1
    assert dict(recount(await stage.logs()).held) == {holder(1): set(), WALLET: {1, 2, 200}}


async def test_a_badge_both_hold_is_burned_so_that_no_visit_counts_twice(stage: Stage) -> None:
    await give(stage, [1, 2], holder(1))
    await give(stage, [2, 3], WALLET)
    deadline = stage.now + DAY
    await stage.do(
        stage.registrar, "rebind", holder(1), WALLET, 0, deadline, bind(stage, deadline=deadline)
    )
    assert await stage.ask("badgesOf", WALLET, 0) == 2**1 | 2**2 | 2**3
    assert [await stage.ask("totalSupply", one) for one in (1, 2, 3)] == [1, 1, 1]
    ledger = recount(await stage.logs())
    assert ledger.held[WALLET] == {1, 2, 3}
    assert (ledger.taken_back, ledger.merged) == (0, 1)
    assert ledger.moved == {holder(1): WALLET}


async def test_further_pages_need_no_new_signature_and_other_wallets_do(stage: Stage) -> None:
    await give(stage, [1, 300], holder(1))
    deadline = stage.now + DAY
    await stage.do(
        stage.registrar, "rebind", holder(1), WALLET, 0, deadline, bind(stage, deadline=deadline)
    )
    await stage.do(stage.registrar, "rebind", holder(1), WALLET, 1, 0, b"")
    assert await stage.ask("badgesOf", WALLET, 1) == 2**44
    await give(stage, [2], holder(1))
    other = account(5).address
    late = stage.now + DAY
    assert await stage.refusal(stage.registrar, "rebind", holder(1), other, 0, late, b"") == REFUSED


async def test_every_forged_or_spent_signature_is_refused(stage: Stage) -> None:
    await give(stage, [1], holder(1))
    deadline = stage.now + DAY
    good = bind(stage, deadline=deadline)
    r, s, v = good[:32], int.from_bytes(good[32:64], "big"), good[64]
    mirrored = r + (ORDER - s).to_bytes(32, "big") + bytes([55 - v])
    forged = {
        "by another key": bind(stage, deadline=deadline, key=f"0x{7:064x}"),
        "for another holder": bind(stage, deadline=deadline, holder=holder(2)),
        "for another wallet": bind(stage, deadline=deadline, wallet=account(5).address),
        "with another nonce": bind(stage, deadline=deadline, nonce=1),
        "with another deadline": bind(stage, deadline=deadline + 1),
        "mirrored on the curve": mirrored,
        "cut short": good[:64],
        "all zero": bytes(65),
        "empty": b"",
    }
    reasons = {
        what: await stage.refusal(
            stage.registrar, "rebind", holder(1), WALLET, 0, deadline, signature
        )
        for what, signature in forged.items()
    }
    assert reasons == dict.fromkeys(forged, REFUSED)
    assert (
        await stage.refusal(stage.registrar, "rebind", holder(1), WALLET, 0, deadline, good) is None
    )


async def test_a_signature_is_good_until_its_deadline_and_only_once(stage: Stage) -> None:
    await give(stage, [1, 2], holder(1))
    deadline = stage.now + 100
    signature = bind(stage, deadline=deadline)
    arguments = (holder(1), WALLET, 0, deadline, signature)
    stage.now = deadline
    assert (
        await stage.refusal(stage.registrar, "rebind", *arguments)
        == "kashima_badges: signature too old"
    )
    stage.now = deadline - 2
    await stage.do(stage.registrar, "rebind", *arguments)
    other = account(5).address
    later = stage.now + DAY
    back = bind(stage, key=f"0x{5:064x}", holder=WALLET, wallet=other, deadline=later)
    await stage.do(stage.registrar, "rebind", WALLET, other, 0, later, back)
    replay = (holder(1), WALLET, 0, deadline, signature)
    assert await stage.ask("walletOf", holder(1)) == WALLET
    assert await stage.refusal(stage.registrar, "rebind", *replay) == "kashima_badges: nothing held"


async def test_only_the_registrar_rebinds_and_not_while_paused(stage: Stage) -> None:
    await give(stage, [1], holder(1))
    deadline = stage.now + DAY
    arguments = (holder(1), WALLET, 0, deadline, bind(stage, deadline=deadline))
    assert (
        await stage.refusal(account(9), "rebind", *arguments)
        == "kashima_badges: caller lacks the role"
    )
    await stage.do(stage.pauser, "pause")
    assert await stage.refusal(stage.registrar, "rebind", *arguments) == "kashima_badges: paused"


async def test_wallets_that_cannot_be_meant_are_refused(stage: Stage) -> None:
    await give(stage, [1], holder(1))
    late = stage.now + DAY
    for wallet in ("0x" + 40 * "0", holder(1)):
        assert (
            await stage.refusal(stage.registrar, "rebind", holder(1), wallet, 0, late, b"")
            == "kashima_badges: wallet not usable"
        )
    good = bind(stage, deadline=late, holder=holder(2))
    assert (
        await stage.refusal(stage.registrar, "rebind", holder(2), WALLET, 0, late, good)
        == "kashima_badges: nothing held"
    )
    assert (
        await stage.refusal(stage.registrar, "rebind", holder(1), WALLET, 2**56, late, good)
        == "kashima_badges: page out of range"
    )


async def test_a_wallet_with_code_signs_by_erc_1271_and_is_told(stage: Stage) -> None:
    await give(stage, [1, 2], holder(1))
    wallet = await smart_wallet(stage)
    deadline = stage.now + DAY
    wrong = bind(stage, wallet=wallet, deadline=deadline, key=f"0x{7:064x}")
    right = bind(stage, wallet=wallet, deadline=deadline)
    assert (
        await stage.refusal(stage.registrar, "rebind", holder(1), wallet, 0, deadline, wrong)
        == REFUSED
    )
    await stage.do(stage.registrar, "rebind", holder(1), wallet, 0, deadline, right)
    assert await stage.ask("badgesOf", wallet, 0) == 2**1 | 2**2


async def test_a_wallet_that_refuses_the_hook_gets_nothing(stage: Stage) -> None:
    await give(stage, [1], holder(1))
    wallet = await smart_wallet(stage, batch=NO)
    deadline = stage.now + DAY
    signature = bind(stage, wallet=wallet, deadline=deadline)
    assert (
        await stage.refusal(stage.registrar, "rebind", holder(1), wallet, 0, deadline, signature)
        == "kashima_badges: wallet refused"
    )
    assert await stage.ask("badgesOf", holder(1), 0) == 2


async def test_awards_to_a_wallet_with_code_call_its_hook(stage: Stage) -> None:
    await stage.define(1)
    wallet = await smart_wallet(stage)
    receipt = await stage.do(stage.issuer, "awardToContract", 1, wallet)
    assert len(receipt.logs) == 1
    assert await stage.ask("balanceOf", wallet, 1) == 1
    again = await stage.do(stage.issuer, "awardToContract", 1, wallet)
    assert again.logs == ()
    assert await stage.ask("totalSupply", 1) == 1


async def test_awards_to_a_wallet_that_refuses_or_has_no_code_are_refused(stage: Stage) -> None:
    await stage.define(1)
    wallet = await smart_wallet(stage, single=NO)
    assert (
        await stage.refusal(stage.issuer, "awardToContract", 1, wallet)
        == "kashima_badges: wallet refused"
    )
    assert (
        await stage.refusal(stage.issuer, "awardToContract", 1, holder(1))
        == "kashima_badges: wallet has no code"
    )
    assert (
        await stage.refusal(account(9), "awardToContract", 1, wallet)
        == "kashima_badges: caller lacks the role"
    )


async def test_one_wallet_that_would_refuse_cannot_spoil_a_batch(stage: Stage) -> None:
    await stage.define(1)
    wallet = await smart_wallet(stage, single=NO, batch=NO)
    await stage.do(stage.issuer, "award", 1, [holder(1), wallet, holder(2)])
    assert await stage.ask("totalSupply", 1) == 3
