"""A wallet's word: messages that are ours and of now, and signatures that are its own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from eth_abi.abi import encode
from eth_account import Account
from eth_utils.crypto import keccak
from fixed_time import MORNING

from nft_badges.wallet import signatures
from nft_badges.wallet.binding import Binding
from nft_badges.wallet.message import SignIn, parse
from nft_badges.wallet.verifying import GOOD_FOR, PURPOSE, Flaw, Town, Untrue, check, compose

WALLET = Account.from_key("0x" + "11" * 32)
OTHER = Account.from_key("0x" + "22" * 32)
CONTRACT = "0x" + "c0" * 20
TOWN = Town(public_url="https://kashima.example:8700", chain_id=31_337, contract=CONTRACT)
DOMAIN_TYPE = keccak(
    text="EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
)
BIND_TYPE = keccak(text="BindWallet(address holder,address wallet,uint256 nonce,uint256 deadline)")
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141


def message(**changes: Any) -> SignIn:
    made = compose(TOWN, wallet=WALLET.address, nonce="abcdefgh12345678", now=MORNING)
    return replace(made, **changes)


def test_what_we_compose_is_a_message_and_ours() -> None:
    made = message()
    assert parse(made.text) == made
    check(made, TOWN, now=MORNING)
    check(made, TOWN, now=MORNING + GOOD_FOR - timedelta(seconds=1))
    assert made.domain == "kashima.example:8700"
    assert made.request_id == PURPOSE


@pytest.mark.parametrize(
    ("changes", "flaw"),
    [
        ({"domain": "kashima.example"}, Flaw.OTHER_TOWN),
        ({"domain": "kashima.example:8700.evil.example"}, Flaw.OTHER_TOWN),
        ({"domain": "KASHIMA.example:8700"}, Flaw.OTHER_TOWN),
        ({"scheme": "http"}, Flaw.OTHER_TOWN),
        ({"uri": "https://kashima.example:8700/"}, Flaw.OTHER_TOWN),
        ({"uri": "https://evil.example"}, Flaw.OTHER_TOWN),
        ({"chain_id": 1}, Flaw.OTHER_CHAIN),
        ({"request_id": None}, Flaw.OTHER_PURPOSE),
        ({"request_id": "sign-in"}, Flaw.OTHER_PURPOSE),
        ({"resources": None}, Flaw.OTHER_PURPOSE),
        ({"resources": ()}, Flaw.OTHER_PURPOSE),
        ({"resources": (*TOWN.resources, "https://evil.example")}, Flaw.OTHER_PURPOSE),
        ({"expiration_time": None}, Flaw.EXPIRED),
        ({"expiration_time": "2026-11-22T00:59:59Z"}, Flaw.EXPIRED),
        ({"issued_at": "2026-11-22T00:54:59Z"}, Flaw.EXPIRED),
        ({"issued_at": "2026-11-22T01:05:01Z"}, Flaw.TOO_EARLY),
        ({"not_before": "2026-11-22T01:00:01Z"}, Flaw.TOO_EARLY),
    ],
)
def test_a_message_that_is_not_about_us_and_now_is_not_believed(
    changes: dict[str, Any], flaw: Flaw
) -> None:
    with pytest.raises(Untrue) as untrue:
        check(message(**changes), TOWN, now=MORNING)
    assert untrue.value.flaw is flaw


def test_the_same_scheme_written_out_is_still_us() -> None:
    check(message(scheme="https"), TOWN, now=MORNING)


def test_a_message_dies_at_its_last_second() -> None:
    with pytest.raises(Untrue):
        check(message(), TOWN, now=MORNING + GOOD_FOR)


def signed(by: Any = WALLET) -> bytes:
    return bytes(by.sign_message(signatures.of_text(message().text)).signature)


def mirrored(signature: bytes) -> bytes:
    s = ORDER - int.from_bytes(signature[32:64], "big")
    return signature[:32] + s.to_bytes(32, "big") + bytes([55 - signature[64]])


def test_a_key_is_known_by_its_signature() -> None:
    text = signatures.of_text(message().text)
    assert signatures.signer(text, signed()) == WALLET.address.lower()
    assert signatures.signer(text, signed(OTHER)) == OTHER.address.lower()
    elsewhere = signatures.of_text(message(nonce="zzzzzzzz12345678").text)
    assert signatures.signer(elsewhere, signed()) != WALLET.address.lower()


@pytest.mark.parametrize(
    "spoil",
    [
        mirrored,
        lambda good: good[:64],
        lambda good: good + b"\0",
        lambda good: good[:-1] + b"\x1d",
        lambda good: good[:-1] + b"\x00",
        lambda _: bytes(65),
        lambda good: good[:32] + bytes(32) + good[64:],
        lambda good: bytes(32) + good[32:],
        lambda good: b"\xff" * 32 + good[32:],
        lambda _: b"",
    ],
)
def test_what_the_contract_would_not_take_is_no_signature(spoil: Callable[[bytes], bytes]) -> None:
    text = signatures.of_text(message().text)
    assert signatures.signer(text, spoil(signed())) is None


@pytest.mark.parametrize("v", [0, 1])
def test_wallets_that_count_from_nought_are_understood(v: int) -> None:
    good = signed()
    assert signatures.normal(good[:-1] + bytes([v])) == good[:-1] + bytes([v + 27])
    assert signatures.normal(good) == good
    assert signatures.normal(b"\0") == b"\0"


def test_binding_is_hashed_as_every_wallet_does() -> None:
    binding = Binding(31_337, CONTRACT, OTHER.address.lower(), WALLET.address, 3, 1_795_000_000)
    domain = keccak(
        encode(
            ["bytes32", "bytes32", "bytes32", "uint256", "address"],
            [DOMAIN_TYPE, keccak(text="Kashima Badges"), keccak(text="1"), 31_337, CONTRACT],
        )
    )
    told = keccak(
        encode(
            ["bytes32", "address", "address", "uint256", "uint256"],
            [BIND_TYPE, OTHER.address, WALLET.address, 3, 1_795_000_000],
        )
    )
    assert signatures.digest(binding.signable) == keccak(b"\x19\x01" + domain + told)
    signature = bytes(WALLET.sign_typed_data(full_message=binding.typed_data).signature)
    assert signatures.signer(binding.signable, signature) == WALLET.address.lower()
    changed: list[dict[str, Any]] = [{"nonce": 4}, {"deadline": 1}, {"chain_id": 1}]
    for changes in (*changed, {"holder": CONTRACT}):
        other = replace(binding, **changes)
        assert signatures.signer(other.signable, signature) != WALLET.address.lower()
