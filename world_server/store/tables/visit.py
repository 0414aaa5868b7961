"""Stays of visitors, and how much of an event each of them was there for."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime


class Visit(SQLModel, table=True):
    """One stay of a visitor in an instance, with the active seconds the server measured.

    A stay that crosses midnight in Kashima is closed and a new one begun, so that `day` is true.
    `role` is `guide` or `staff` for those who held its event, by a signed entry.
    """

    __tablename__ = "visit"

    id: int | None = Field(default=None, primary_key=True)
    visitor_id: str | None = Field(
        foreign_key="visitor.id", index=True, ondelete="SET NULL", max_length=22
    )
    instance: str = Field(max_length=48)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    day: date = Field(index=True)
    started_at: datetime = Field(sa_type=UtcDateTime)
    last_seen_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    active_seconds: int = 0
    remembered: bool
    role: str | None = Field(default=None, max_length=8)


class Attendance(SQLModel, table=True):
    """How long one visitor took an active part in one event, over all their stays in it."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("event_id", "visitor_id"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    visitor_id: str | None = Field(
        foreign_key="visitor.id", index=True, ondelete="SET NULL", max_length=22
    )
    active_seconds: int = 0
    first_seen_at: datetime = Field(sa_type=UtcDateTime)
    earned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
