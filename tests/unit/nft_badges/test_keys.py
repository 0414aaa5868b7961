"""The issuer's key is made once, read by its owner only, and never told."""

import stat
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from eth_account import Account

from nft_badges.keys import KEY_NAME, Issuer, KeyUnusable, Unsigned, ensure_issuer_key

KEY = "0x" + "5a" * 32
CALL = Unsigned(
    chain_id=31_337,
    nonce=3,
    to="0x" + "ab" * 20,
    data=b"\x01\x02",
    gas=90_000,
    max_fee=2_000,
    tip=10,
)


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "secrets" / "minter"
    path = ensure_issuer_key(folder)
    made = path.read_text()
    assert path == folder / KEY_NAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ensure_issuer_key(folder).read_text() == made
    assert [one.name for one in folder.iterdir()] == [KEY_NAME]
    Issuer.of_key(made)


def test_two_towns_do_not_share_a_key(tmp_path: Path) -> None:
    first, second = ensure_issuer_key(tmp_path / "a"), ensure_issuer_key(tmp_path / "b")
    assert first.read_text() != second.read_text()


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: ensure_issuer_key(tmp_path).read_text(), range(16)))
    assert len(set(keys)) == 1


@pytest.mark.parametrize("key", ["", "0x12", "word", "0x" + "zz" * 32, "0x" + "00" * 32])
def test_an_unusable_key_is_refused_without_being_repeated(key: str) -> None:
    with pytest.raises(KeyUnusable) as refused:
        Issuer.of_key(key)
    told = "".join(traceback.format_exception(refused.value))
    assert not key or key not in told


def test_a_signed_transaction_says_what_was_asked_and_who_signed() -> None:
    signed = Issuer.of_key(KEY).sign(CALL)
    assert Account.recover_transaction(signed.raw) == Account.from_key(KEY).address
    assert signed == Issuer.of_key(KEY + "\n").sign(CALL)


def test_signing_again_changes_the_fees_and_nothing_else() -> None:
    issuer = Issuer.of_key(KEY)
    again = issuer.sign_again(issuer.sign(CALL).raw, max_fee=3_000, tip=20)
    expected = issuer.sign(
        Unsigned(
            chain_id=CALL.chain_id,
            nonce=CALL.nonce,
            to=CALL.to,
            data=CALL.data,
            gas=CALL.gas,
            max_fee=3_000,
            tip=20,
        )
    )
    assert again == expected


def test_a_contract_s_creation_can_be_signed_again_too() -> None:
    issuer = Issuer.of_key(KEY)
    creation = Unsigned(
        chain_id=1, nonce=0, to=None, data=b"\x60\x00", gas=100_000, max_fee=5, tip=1
    )
    again = issuer.sign_again(issuer.sign(creation).raw, max_fee=5, tip=1)
    assert again == issuer.sign(creation)


def test_what_is_signed_is_what_the_library_s_own_account_would_sign() -> None:
    theirs = Account.from_key(KEY).sign_transaction(
        {
            "type": 2,
            "chainId": CALL.chain_id,
            "nonce": CALL.nonce,
            "to": bytes.fromhex("ab" * 20),
            "value": 0,
            "data": CALL.data,
            "gas": CALL.gas,
            "maxFeePerGas": CALL.max_fee,
            "maxPriorityFeePerGas": CALL.tip,
        }
    )
    ours = Issuer.of_key(KEY).sign(CALL)
    assert ours.raw == bytes(theirs.raw_transaction)
    assert ours.tx_hash == "0x" + bytes(theirs.hash).hex()
