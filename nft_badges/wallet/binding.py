"""`BindWallet` as a wallet signs it (EIP-712): the typed data, and what is hashed of it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from eth_account.messages import SignableMessage, encode_typed_data
from eth_utils.address import to_checksum_address

GOOD_FOR = timedelta(minutes=10)
"""How long the signature may take to reach the chain."""

NAME, VERSION = "Kashima Badges", "1"
"""The contract's EIP-712 domain; a test holds it against `eip712Domain()`."""

TYPES = {
    "EIP712Domain": [
        {"name": "name", "type": "string"},
        {"name": "version", "type": "string"},
        {"name": "chainId", "type": "uint256"},
        {"name": "verifyingContract", "type": "address"},
    ],
    "BindWallet": [
        {"name": "holder", "type": "address"},
        {"name": "wallet", "type": "address"},
        {"name": "nonce", "type": "uint256"},
        {"name": "deadline", "type": "uint256"},
    ],
}


@dataclass(frozen=True)
class Binding:
    """One wallet's consent to take over one holder's badges; `deadline` is a Unix second."""

    chain_id: int
    contract: str
    holder: str
    wallet: str
    nonce: int
    deadline: int

    @property
    def typed_data(self) -> dict[str, Any]:
        """What `eth_signTypedData_v4` takes."""
        return {
            "types": TYPES,
            "primaryType": "BindWallet",
            "domain": {
                "name": NAME,
                "version": VERSION,
                "chainId": self.chain_id,
                "verifyingContract": to_checksum_address(self.contract),
            },
            "message": {
                "holder": to_checksum_address(self.holder),
                "wallet": to_checksum_address(self.wallet),
                "nonce": self.nonce,
                "deadline": self.deadline,
            },
        }

    @property
    def signable(self) -> SignableMessage:
        """The same, ready to be hashed."""
        return encode_typed_data(full_message=self.typed_data)
