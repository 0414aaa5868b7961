"""Whether a wallet signed something: by its key (ECDSA), or by its code (ERC-1271)."""

from eth_account import Account
from eth_account.messages import SignableMessage, encode_defunct
from eth_utils.crypto import keccak

from nft_badges.port import Chain, ChainRefused, Reverted
from nft_badges.wallet_calls import VALID_SIGNATURE, is_valid_signature

ECDSA_BYTES = 65
LONGEST = 1_024
"""Bytes; the contract takes no longer signature."""

HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0
"""Above it lies the mirror of a signature, which the contract refuses."""

LOWEST_V = 27


def of_text(text: str) -> SignableMessage:
    """A text as `personal_sign` signs it (EIP-191)."""
    return encode_defunct(text=text)


def digest(message: SignableMessage) -> bytes:
    """What is signed of a message: 32 bytes."""
    return keccak(b"\x19" + message.version + message.header + message.body)


def normal(signature: bytes) -> bytes:
    """The same signature with the last byte as the chain wants it; some wallets write 0 or 1."""
    if len(signature) == ECDSA_BYTES and signature[-1] < LOWEST_V:
        return signature[:-1] + bytes([signature[-1] + LOWEST_V])
    return signature


def signer(message: SignableMessage, signature: bytes) -> str | None:
    """Whose key signed, lower case; None when this is no signature of a key."""
    if len(signature) != ECDSA_BYTES or signature[-1] not in (LOWEST_V, LOWEST_V + 1):
        return None
    if not 0 < int.from_bytes(signature[32:64], "big") <= HALF_ORDER:
        return None
    try:
        return str(Account.recover_message(message, signature=signature)).lower()
    except Exception:  # noqa: BLE001  what the curve's library raises on nonsense is its own affair
        return None


async def is_signed(
    chain: Chain, message: SignableMessage, signature: bytes, *, wallet: str
) -> bool:
    """Whether the wallet stands behind the signature; may raise ChainAway.

    The key is tried first even where there is code: an EIP-7702 account has both.
    """
    if not 0 < len(signature) <= LONGEST:
        return False
    if signer(message, signature) == wallet.lower():
        return True
    if not await chain.code(wallet):
        return False
    try:
        answer = await chain.call(to=wallet, data=is_valid_signature(digest(message), signature))
    except (Reverted, ChainRefused):
        return False
    return answer[: len(VALID_SIGNATURE)] == VALID_SIGNATURE
