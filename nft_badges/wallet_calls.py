"""Calls about wallets as bytes: binding one, awarding to one with code, asking one's consent."""

from eth_utils.crypto import keccak

from nft_badges import abi, contract

VALID_SIGNATURE = keccak(text="isValidSignature(bytes32,bytes)")[:4] + bytes(abi.WORD - 4)
"""What a wallet with code answers to a signature that is its own (ERC-1271), as a whole word."""


def rebind(holder: str, wallet: str, *, page: int, deadline: int, signature: bytes) -> bytes:
    """Call that moves a page of badges to a wallet; raise NotAnAddress."""
    head = abi.address(holder) + abi.address(wallet) + abi.number(page) + abi.number(deadline)
    return _selector("rebind") + head + abi.number(5 * abi.WORD) + abi.octets(signature)


def award_to_contract(badge_id: int, wallet: str) -> bytes:
    """Call that gives a badge to a wallet with code, which is asked whether it takes it."""
    return _selector("awardToContract") + abi.number(badge_id) + abi.address(wallet)


def wallet_of(holder: str) -> bytes:
    """Call that asks which wallet a holder is bound to; the zero address when to none."""
    return _selector("walletOf") + abi.address(holder)


def nonces(wallet: str) -> bytes:
    """Call that asks how many holders a wallet has been bound to so far."""
    return _selector("nonces") + abi.address(wallet)


def gate_state() -> bytes:
    """Call that asks whether awarding and moving are paused, and what else the gate holds."""
    return _selector("gateState")


def is_valid_signature(digest: bytes, signature: bytes) -> bytes:
    """Call of a wallet with code: whether it stands behind this signature (ERC-1271)."""
    return VALID_SIGNATURE[:4] + digest + abi.number(2 * abi.WORD) + abi.octets(signature)


def _selector(function: str) -> bytes:
    return contract.artifact().selectors[function]
