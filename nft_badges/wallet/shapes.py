"""What goes in and out of the wallet addresses, as types; OpenAPI is made from them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Hex = Annotated[
    str, Field(max_length=2_050, pattern=r"^0x([0-9A-Fa-f]{2})+$", description="0x and hex digits.")
]
Wallet = Annotated[
    str, Field(pattern=r"^0x[0-9A-Fa-f]{40}$", description="An address: 0x and 40 hex digits.")
]


class Asked(BaseModel):
    """What a browser sends: exactly these fields, of exactly these types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class WalletWish(Asked):
    """The wallet a visitor wants to prove to be theirs."""

    wallet: Wallet


class SignedWallet(Asked):
    """A sign-in message as it was given out, with the wallet's signature."""

    message: str = Field(max_length=4_096)
    signature: Hex
    merge: bool = Field(
        default=False,
        description="Whoever linked this wallet from another device is the same person.",
    )


class SignedMove(Asked):
    """The wallet's consent to take the badges, and the person's to that being public for ever."""

    deadline: int = Field(ge=0, lt=2**53, description="As it stands in the data that was signed.")
    signature: Hex
    public: Literal[True] = Field(
        description="The person was told that this link is public and permanent, and wants it."
    )


class Told(BaseModel):
    """What the town answers."""

    model_config = ConfigDict(frozen=True)


class ChainCard(Told):
    """The chain the badges are on, as a wallet has to know it."""

    id: int
    name: str
    is_own: bool = Field(description="The town's own chain, which wallets outside cannot reach.")
    rpc_url: str | None = Field(description="Where wallets may reach it; null: they know, or none.")
    contract: str


class LinkCard(Told):
    """The wallet a visitor linked."""

    wallet: str
    moves: bool = Field(description="Whether badges go there; then the link is public, for good.")
    linked_at: datetime


class MoveCard(Told):
    """How far the visitor's badges have come on their way to the wallet."""

    state: Literal["moving", "moved", "refused"]
    why: Literal["expired", "wallet", "signature", "other"] | None = Field(
        description="Why the contract refused, when it did; signing again may help."
    )


class WalletAnswer(Told):
    """How things stand between the visitor and their wallet."""

    chain: ChainCard | None = Field(description="null while the contract is not there yet.")
    link: LinkCard | None
    move: MoveCard | None = Field(description="null unless badges go to the wallet.")


class SignInAnswer(Told):
    """The message the wallet is to sign (personal_sign), good once and for five minutes."""

    message: str
    expires_at: datetime


class BindingAnswer(Told):
    """The typed data the wallet is to sign (eth_signTypedData_v4), good until the deadline."""

    typed_data: dict[str, Any]
    deadline: int = Field(description="Unix second, after which the chain refuses it.")
