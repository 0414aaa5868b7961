"""What nodes write is read without a library's help, and refusals keep their reason."""

import pytest
from eth_abi.abi import encode

from nft_badges.chain import _block, _receipt, _refusal, _understood, read_log, revert_reason
from nft_badges.port import ChainRefused, Reverted


def test_a_revert_reason_is_unwrapped() -> None:
    data = bytes.fromhex("08c379a0") + encode(["string"], ["kashima_badges: closed"])
    assert revert_reason(data) == "kashima_badges: closed"
    assert revert_reason(b"\x12\x34\x56\x78") == ""
    assert revert_reason(b"") == ""


def test_refusals_of_contracts_and_of_nodes_are_told_apart() -> None:
    data = "0x08c379a0" + encode(["string"], ["kashima_badges: paused"]).hex()
    told = _refusal({"code": 3, "message": "execution reverted", "data": data})
    assert isinstance(told, Reverted)
    assert str(told) == "kashima_badges: paused"
    bare = _refusal({"code": -32000, "message": "execution reverted"})
    assert isinstance(bare, Reverted)
    node = _refusal({"code": -32003, "message": "nonce too low"})
    assert isinstance(node, ChainRefused)
    assert str(node) == "nonce too low"
    assert isinstance(_refusal("plain text"), ChainRefused)


@pytest.mark.parametrize("raw", [None, {}, {"number": "x"}, "text", {"number": None}, 7])
def test_an_answer_that_is_not_what_the_standard_says_is_the_node_s_fault(raw: object) -> None:
    with pytest.raises(ChainRefused):
        _understood(_block, raw)


def test_a_receipt_without_a_block_is_none_yet() -> None:
    assert _understood(_receipt, {"transactionHash": "0x1", "blockHash": None}) is None


@pytest.mark.parametrize("data", ["0x", "0x0102"])
def test_a_log_is_read_with_its_address_in_lower_case(data: str) -> None:
    log = read_log({"address": "0x" + "AB" * 20, "topics": ["0x1"], "data": data})
    assert log.address == "0x" + "ab" * 20
    assert log.data == bytes.fromhex(data[2:])
