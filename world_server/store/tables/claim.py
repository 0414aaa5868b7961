"""Codes and words that give a badge: what staff opened, single codes, and who used them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime, enum_text


class ClaimChannel(StrEnum):
    """How a visitor shows that they were there.

    `one-time`: a code that works once. `rotating`: a code on a screen, new every 30 seconds.
    `word`: a word said aloud, good for a short time.
    """

    ONE_TIME = "one-time"
    ROTATING = "rotating"
    WORD = "word"


class Claim(SQLModel, table=True):
    """One way to a badge that staff opened: for an event, or for a real counter in the city.

    Exactly one of `event_id` and `spot` is set; a spot is a place of the town, where the real
    counter stands. No secret is stored: `word_hash` is keyed by the town's secret, rotating codes
    are derived from it, and one-time codes are hashed in `claim_code`.
    """

    __tablename__ = "claim"

    id: int | None = Field(default=None, primary_key=True)
    channel: ClaimChannel = Field(sa_type=enum_text(ClaimChannel))
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    spot: str | None = Field(default=None, max_length=40)
    label: str = Field(max_length=80)
    word_hash: bytes | None = Field(default=None, max_length=32)
    opens_at: datetime = Field(sa_type=UtcDateTime)
    closes_at: datetime = Field(sa_type=UtcDateTime, index=True)
    cap: int
    used: int = 0
    created_by: int = Field(foreign_key="staff.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ClaimCode(SQLModel, table=True):
    """One code of a one-time claim; only the SHA-256 of its 128 random bits is kept."""

    __tablename__ = "claim_code"

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    code_hash: bytes = Field(unique=True, max_length=32)
    redeemed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Redemption(SQLModel, table=True):
    """One visitor used one claim, once for each badge; stays as a count when they are erased.

    An event's claim has one badge. A counter's has one for each day, so that who comes to it
    again next month is counted again.
    """

    __tablename__ = "redemption"
    __table_args__ = (UniqueConstraint("claim_id", "visitor_id", "badge_id"),)

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id")
    visitor_id: str | None = Field(
        foreign_key="visitor.id", index=True, ondelete="SET NULL", max_length=22
    )
    badge_id: int = Field(foreign_key="badge.id")
    at: datetime = Field(sa_type=UtcDateTime, index=True)
