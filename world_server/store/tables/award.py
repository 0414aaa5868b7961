"""Badges and the promises of them; this table is all that the town and the minter share."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime, enum_text


class AwardState(StrEnum):
    """queued → batched → mined → final; a reorganisation leads back to batched.

    `parked` awaits a person: the reason is in `parked_reason` and in the health report. `revoked`
    was final, and the registrar took it back on the chain: it counts no more.
    """

    QUEUED = "queued"
    BATCHED = "batched"
    MINED = "mined"
    FINAL = "final"
    PARKED = "parked"
    REVOKED = "revoked"


class BadgeKind(StrEnum):
    """What a badge is for; each kind has its own rule (`store/badge_rules.py`)."""

    EVENT = "event"
    RALLY = "rally"
    MONTHLY = "monthly"
    REAL = "real"
    HOST = "host"


class Source(StrEnum):
    """What an award rests on, as its holder is told."""

    PRESENCE = "presence"
    STAMPS = "stamps"
    MONTH = "month"
    ONE_TIME = "one-time"
    ROTATING = "rotating"
    WORD = "word"
    GRANT = "grant"


class Badge(SQLModel, table=True):
    """A kind of token; `id` is the token id on the chain.

    `key` names its occasion, so that a badge is made once: `event:7`, `host:7`, `monthly:2026-11`,
    `rally:four-islands`, `real:michi-no-eki:2026-11-23`. It is empty only where an older version
    published an event while the town was being upgraded.
    """

    __tablename__ = "badge"

    id: int | None = Field(default=None, primary_key=True)
    key: str | None = Field(default=None, unique=True, index=True, max_length=80)
    kind: BadgeKind = Field(sa_type=enum_text(BadgeKind))
    event_id: int | None = Field(default=None, foreign_key="event.id", unique=True)
    title: str = Field(max_length=80)
    place: str = Field(max_length=40)
    occurred_on: date
    opens_at: datetime = Field(sa_type=UtcDateTime)
    closes_at: datetime = Field(sa_type=UtcDateTime)


class Award(SQLModel, table=True):
    """One badge promised to one visitor for one reason; it becomes a token.

    `reason` is unique, so promising again changes nothing. `holder` is the address; the tie to
    the visitor is the `holder` table and `visitor_id`, both of which erasure removes.
    `grant_reason` is what staff wrote when they gave the badge by hand.
    """

    __tablename__ = "award"
    __table_args__ = (
        UniqueConstraint("badge_id", "holder"),
        # What waits, badge by badge, the longest first: the minter asks several times a second.
        Index("ix_award_waiting", "state", "badge_id", "created_at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    badge_id: int = Field(foreign_key="badge.id", index=True)
    visitor_id: str | None = Field(
        foreign_key="visitor.id", index=True, ondelete="SET NULL", max_length=22
    )
    holder: str = Field(index=True, max_length=42)
    reason: str = Field(unique=True, max_length=120)
    source: Source = Field(sa_type=enum_text(Source))
    grant_reason: str | None = Field(default=None, max_length=200)
    state: AwardState = Field(sa_type=enum_text(AwardState))
    parked_reason: str | None = Field(default=None, max_length=200)
    batch_id: int | None = Field(default=None, index=True)
    tx_hash: str | None = Field(default=None, max_length=66)
    block_number: int | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime, index=True)
