"""Wallets that visitors linked, and what the registrar has to do on the chain about it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime, enum_text


class WalletLink(SQLModel, table=True):
    """One visitor proved to own one wallet.

    With `moves` their badges go there, publicly and for good; without it the tie is only here.
    """

    __tablename__ = "wallet_link"

    visitor_id: str = Field(
        primary_key=True, foreign_key="visitor.id", ondelete="CASCADE", max_length=22
    )
    wallet: str = Field(index=True, max_length=42)
    moves: bool
    linked_at: datetime = Field(sa_type=UtcDateTime)


class WalletNonce(SQLModel, table=True):
    """A word the town asks a wallet to sign; deleted by its first use."""

    __tablename__ = "wallet_nonce"

    nonce: str = Field(primary_key=True, max_length=32)
    visitor_id: str = Field(foreign_key="visitor.id", index=True, ondelete="CASCADE", max_length=22)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)


class RebindState(StrEnum):
    """queued → batched → mined → final; a reorganisation leads back to batched.

    `refused` awaits a person: `refused_reason` says what the contract answered.
    """

    QUEUED = "queued"
    BATCHED = "batched"
    MINED = "mined"
    FINAL = "final"
    REFUSED = "refused"


class Rebind(SQLModel, table=True):
    """One page of badges to be moved from a holder to the wallet its person proved to own.

    Names addresses only, both of which the chain shows; the visitor is in `wallet_link`.
    """

    __tablename__ = "rebind"

    id: int | None = Field(default=None, primary_key=True)
    holder: str = Field(index=True, max_length=42)
    wallet: str = Field(index=True, max_length=42)
    page: int = Field(sa_type=BigInteger)
    deadline: int = Field(sa_type=BigInteger)
    signature: bytes
    state: RebindState = Field(sa_type=enum_text(RebindState), index=True)
    refused_reason: str | None = Field(default=None, max_length=200)
    batch_id: int | None = Field(default=None, index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)
