"""The ways to one's passport: devices that hold it, codes that bring it to another, passkeys."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime, enum_text


class DeviceWay(StrEnum):
    """How a device came by the passport."""

    FIRST = "first"
    CODE = "code"
    PASSKEY = "passkey"


class CodeKind(StrEnum):
    """`paper`: written down for the day a device is lost. `phone`: shown to one's other device."""

    PAPER = "paper"
    PHONE = "phone"


class Device(SQLModel, table=True):
    """One browser that holds a visitor's passport; only the SHA-256 of its secret is kept.

    Nothing tells what kind of device it is, and of its use only the latest day is known.
    """

    __tablename__ = "device"

    id: int | None = Field(default=None, primary_key=True)
    visitor_id: str = Field(foreign_key="visitor.id", index=True, ondelete="CASCADE", max_length=22)
    secret_hash: bytes = Field(unique=True, max_length=32)
    way: DeviceWay = Field(sa_type=enum_text(DeviceWay))
    came_on: date
    used_on: date


class RecoveryCode(SQLModel, table=True):
    """A code that brings the passport to another device, once; a visitor has one of each kind.

    `code_hash` is keyed by the town's secret. A code that was used stays until its successor is
    made, so that the same attempt, repeated after a lost answer, is answered the same.
    """

    __tablename__ = "recovery_code"

    visitor_id: str = Field(
        primary_key=True, foreign_key="visitor.id", ondelete="CASCADE", max_length=22
    )
    kind: CodeKind = Field(primary_key=True, sa_type=enum_text(CodeKind))
    code_hash: bytes = Field(unique=True, max_length=32)
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempt_hash: bytes | None = Field(default=None, max_length=32)


class Passkey(SQLModel, table=True):
    """A passkey of a visitor's: what is needed to check its signatures, and nothing of its maker.

    `sign_count` is the authenticator's own counter, 0 for those that have none.
    """

    __tablename__ = "passkey"

    id: int | None = Field(default=None, primary_key=True)
    visitor_id: str = Field(foreign_key="visitor.id", index=True, ondelete="CASCADE", max_length=22)
    credential_id: bytes = Field(unique=True, max_length=1023)
    public_key: bytes = Field(max_length=2048)
    sign_count: int = Field(sa_type=BigInteger)
    made_on: date
    used_on: date | None = None
