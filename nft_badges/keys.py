"""The issuer's key: made once, kept in a file only its owner reads, used only to sign."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from eth_account import Account
from eth_account.signers.local import LocalAccount
from eth_account.typed_transactions.typed_transaction import TypedTransaction
from eth_account.types import TransactionDictType
from eth_keys.datatypes import PrivateKey
from hexbytes import HexBytes

KEY_NAME = "kashima_issuer_key"
"""File name, as the settings look for it among secrets."""


class KeyUnusable(Exception):
    """What was given as the issuer's key is not a private key."""


@dataclass(frozen=True)
class Signed:
    """A transaction as bytes, and the hash it will have wherever it is mined."""

    raw: bytes
    tx_hash: str


@dataclass(frozen=True)
class Unsigned:
    """An EIP-1559 transaction before it is signed; fees in wei per gas."""

    chain_id: int
    nonce: int
    to: str | None
    data: bytes
    gas: int
    max_fee: int
    tip: int


class Issuer:
    """The account that awards badges."""

    def __init__(self, account: LocalAccount) -> None:
        # The account itself would work out its public key anew for each signature, half the time.
        self._key = PrivateKey(bytes(account.key))
        self.address: str = str(account.address).lower()

    @classmethod
    def of_key(cls, key: str) -> "Issuer":
        """The account of this private key; raise KeyUnusable without repeating the key."""
        try:
            account = Account.from_key(key.strip())
        except Exception:  # noqa: BLE001  whatever the library raises may hold the key
            raise KeyUnusable from None
        return cls(account)

    def sign(self, transaction: Unsigned) -> Signed:
        """Sign; deterministic, so that signing again gives the same bytes. Takes about 2 ms."""
        fields: TransactionDictType = {
            "type": 2,
            "chainId": transaction.chain_id,
            "nonce": transaction.nonce,
            "value": 0,
            "data": transaction.data,
            "gas": transaction.gas,
            "maxFeePerGas": transaction.max_fee,
            "maxPriorityFeePerGas": transaction.tip,
        }
        if transaction.to is not None:
            fields["to"] = bytes.fromhex(transaction.to.removeprefix("0x"))
        signed = Account.sign_transaction(fields, self._key)
        return Signed(raw=bytes(signed.raw_transaction), tx_hash="0x" + bytes(signed.hash).hex())

    def sign_again(self, raw: bytes, *, max_fee: int, tip: int) -> Signed:
        """Sign what is in `raw` once more with other fees."""
        old = TypedTransaction.from_bytes(HexBytes(raw)).as_dict()
        to = bytes(old["to"])
        return self.sign(
            Unsigned(
                chain_id=int(old["chainId"]),
                nonce=int(old["nonce"]),
                to="0x" + to.hex() if to else None,
                data=bytes(old["data"]),
                gas=int(old["gas"]),
                max_fee=max_fee,
                tip=tip,
            )
        )


def sent_data(raw: bytes) -> bytes:
    """What a signed transaction tells the contract, or the code it creates one from."""
    return bytes(TypedTransaction.from_bytes(HexBytes(raw)).as_dict()["data"])


def ensure_issuer_key(folder: Path) -> Path:
    """The key's file in `folder`, made at random on the first call; mode 0600, whole or absent."""
    path = folder / KEY_NAME
    if path.exists():
        return path
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f".{KEY_NAME}.{secrets.token_hex(4)}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(f"0x{_new_key()}\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        # A link, unlike a rename, never replaces a key that another process made meanwhile.
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path


def _new_key() -> str:
    """64 hex digits; a value outside the curve's order is as likely as guessing the key."""
    return secrets.token_hex(32)
