"""Dated, hosted happenings, and what staff did in them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime, enum_text


class EventState(StrEnum):
    """draft → published → open → ended; draft, published and open may become cancelled."""

    DRAFT = "draft"
    PUBLISHED = "published"
    OPEN = "open"
    ENDED = "ended"
    CANCELLED = "cancelled"


class RuleKind(StrEnum):
    """What an event's badge asks for: a share of the event in percent, or minutes."""

    SHARE = "share"
    MINUTES = "minutes"


class Event(SQLModel, table=True):
    """One event: the plan staff made, and what became of it."""

    __tablename__ = "event"

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True, max_length=40)
    title: str = Field(max_length=80)
    place: str = Field(max_length=40)
    starts_at: datetime = Field(sa_type=UtcDateTime, index=True)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    capacity: int
    languages: list[str] = Field(sa_type=JSON)
    rule_kind: RuleKind = Field(sa_type=enum_text(RuleKind))
    rule_value: int
    state: EventState = Field(sa_type=enum_text(EventState), index=True)
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_by: int = Field(foreign_key="staff.id")
    created_at: datetime = Field(sa_type=UtcDateTime)


class Announcement(SQLModel, table=True):
    """One sentence staff said to everybody in an event."""

    __tablename__ = "announcement"

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True)
    staff_id: int = Field(foreign_key="staff.id")
    text: str = Field(max_length=300)
    at: datetime = Field(sa_type=UtcDateTime)


class ModerationAct(SQLModel, table=True):
    """One act of a moderator towards one visitor of one event, with its reason."""

    __tablename__ = "moderation_act"

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True)
    visitor_id: str = Field(index=True, max_length=22)
    staff_id: int = Field(foreign_key="staff.id")
    kind: str = Field(max_length=16)
    reason: str = Field(max_length=200)
    at: datetime = Field(sa_type=UtcDateTime)
