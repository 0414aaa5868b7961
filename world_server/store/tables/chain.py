"""What the minter keeps: its lease, the contract, batches, attempts to send them, the journal."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime, enum_text


class BatchKind(StrEnum):
    """What a transaction of the minter does."""

    DEPLOY = "deploy"
    DEFINE = "define"
    EXTEND = "extend"
    AWARD = "award"
    ADDRESS = "address"
    REBIND = "rebind"


class BatchState(StrEnum):
    """signed → mined → final, or → reverted → failed; a reorganisation leads back to signed.

    A signed batch may or may not be on its way: sending it again changes nothing, so no state in
    between is kept.
    """

    SIGNED = "signed"
    MINED = "mined"
    FINAL = "final"
    REVERTED = "reverted"
    FAILED = "failed"


class MintLease(SQLModel, table=True):
    """Which minter works; the only row has id 1.

    `epoch` grows with every change of hands, and every write of a minter checks that it is still
    its own, so that one that was paused and comes back cannot write.
    """

    __tablename__ = "mint_lease"

    id: int = Field(primary_key=True)
    owner: str = Field(max_length=64)
    epoch: int
    expires_at: datetime = Field(sa_type=UtcDateTime)


class Deployment(SQLModel, table=True):
    """One contract on one chain; `chain_key` tells it from any other, a reset chain's included.

    `funding` (wei) was given to the deployer on an embedded chain before the first block. `client`
    is the node program that made the blocks, for the day another version makes other ones.
    """

    __tablename__ = "deployment"

    chain_key: str = Field(primary_key=True, max_length=64)
    chain_id: int = Field(sa_type=BigInteger)
    genesis_hash: str = Field(max_length=66)
    contract: str = Field(max_length=42)
    code_hash: str = Field(max_length=66)
    deployer: str = Field(max_length=42)
    embedded: bool
    funding: str = Field(max_length=32)
    client: str = Field(max_length=80)
    base_uri: str = Field(max_length=160)
    block_number: int | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class MintBatch(SQLModel, table=True):
    """One thing to be done on the chain, with the nonce that makes it happen once."""

    __tablename__ = "mint_batch"
    __table_args__ = (UniqueConstraint("chain_key", "sender", "nonce"),)

    id: int | None = Field(default=None, primary_key=True)
    chain_key: str = Field(foreign_key="deployment.chain_key", max_length=64)
    kind: BatchKind = Field(sa_type=enum_text(BatchKind))
    badge_id: int | None = Field(default=None, foreign_key="badge.id")
    sender: str = Field(max_length=42)
    nonce: int
    size: int
    state: BatchState = Field(sa_type=enum_text(BatchState), index=True)
    tx_hash: str | None = Field(default=None, max_length=66)
    block_number: int | None = None
    block_hash: str | None = Field(default=None, max_length=66)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class TxAttempt(SQLModel, table=True):
    """One signed transaction of a batch, as bytes, stored before it is sent; fees in wei a gas.

    A later attempt has the same nonce and higher fees, so at most one of them is ever mined.
    """

    __tablename__ = "tx_attempt"
    __table_args__ = (UniqueConstraint("batch_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="mint_batch.id")
    number: int
    tx_hash: str = Field(unique=True, max_length=66)
    raw: bytes
    max_fee: int = Field(sa_type=BigInteger)
    tip: int = Field(sa_type=BigInteger)
    created_at: datetime = Field(sa_type=UtcDateTime)


class ChainJournal(SQLModel, table=True):
    """One block of the embedded chain: which transaction at which time; blocks come from it.

    Mining the same transactions at the same times gives the same hashes, so the chain can be lost
    at any moment. `block_hash` is empty until the block was first seen.
    """

    __tablename__ = "chain_journal"

    chain_key: str = Field(primary_key=True, foreign_key="deployment.chain_key", max_length=64)
    number: int = Field(primary_key=True)
    attempt_id: int = Field(foreign_key="tx_attempt.id", unique=True)
    timestamp: int = Field(sa_type=BigInteger)
    block_hash: str | None = Field(default=None, max_length=66)
