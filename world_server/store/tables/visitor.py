"""Who comes: visitors, what they agreed to, and the tie to their badge holder address."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime


class Visitor(SQLModel, table=True):
    """A person, known only by the random id in their browser's passport.

    `secret_hash` is the SHA-256 of the secret of the passport they came in with, empty once that
    device was signed out; further devices are in `device`. A visitor who did not agree to be
    remembered (`remembered` false) gets a fresh row for every stay and is never a returner.
    """

    __tablename__ = "visitor"

    id: str = Field(primary_key=True, max_length=22)
    secret_hash: bytes = Field(max_length=32)
    nickname: str = Field(max_length=24)
    look: int = Field(ge=0)
    language: str = Field(max_length=8)
    remembered: bool
    created_at: datetime = Field(sa_type=UtcDateTime)
    last_seen_at: datetime = Field(sa_type=UtcDateTime)


class Consent(SQLModel, table=True):
    """One answer a visitor gave to one question, kept as the proof of consent."""

    __tablename__ = "consent"

    id: int | None = Field(default=None, primary_key=True)
    visitor_id: str = Field(foreign_key="visitor.id", index=True, ondelete="CASCADE", max_length=22)
    purpose: str = Field(max_length=32)
    given: bool
    at: datetime = Field(sa_type=UtcDateTime)


class Holder(SQLModel, table=True):
    """The only tie between a visitor and the random keyless address that holds their badges.

    Deleting the row is the erasure: what stays on the chain then points at nobody.
    """

    __tablename__ = "holder"

    visitor_id: str = Field(
        primary_key=True, foreign_key="visitor.id", ondelete="CASCADE", max_length=22
    )
    address: str = Field(unique=True, max_length=42)
    created_at: datetime = Field(sa_type=UtcDateTime)
