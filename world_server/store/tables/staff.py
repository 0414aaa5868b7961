"""The people at city hall, how they sign in, and what they did."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime, enum_text


class StaffRole(StrEnum):
    """owner may do everything; host runs events; moderator helps; analyst reads figures."""

    OWNER = "owner"
    HOST = "host"
    MODERATOR = "moderator"
    ANALYST = "analyst"


class Staff(SQLModel, table=True):
    """One member of staff; `password_hash` is argon2id in PHC form."""

    __tablename__ = "staff"

    id: int | None = Field(default=None, primary_key=True)
    login: str = Field(unique=True, max_length=40)
    name: str = Field(max_length=40)
    password_hash: str = Field(max_length=200)
    role: StaffRole = Field(sa_type=enum_text(StaffRole))
    created_at: datetime = Field(sa_type=UtcDateTime)
    disabled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class StaffInvite(SQLModel, table=True):
    """A one-time link that creates one member of staff; only the token's hash is kept."""

    __tablename__ = "staff_invite"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: bytes = Field(unique=True, max_length=32)
    role: StaffRole = Field(sa_type=enum_text(StaffRole))
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AuditLine(SQLModel, table=True):
    """One act of one member of staff, written in the transaction that did it."""

    __tablename__ = "audit_line"

    id: int | None = Field(default=None, primary_key=True)
    staff_id: int | None = Field(default=None, foreign_key="staff.id", index=True)
    act: str = Field(max_length=40)
    subject: str = Field(max_length=80)
    detail: str = Field(default="", max_length=300)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
