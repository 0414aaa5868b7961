"""Places a visitor has reached; off chain."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime


class Stamp(SQLModel, table=True):
    """One place reached by one visitor, the first time; stays as a count when they are erased."""

    __tablename__ = "stamp"
    __table_args__ = (UniqueConstraint("visitor_id", "place"),)

    id: int | None = Field(default=None, primary_key=True)
    visitor_id: str | None = Field(
        foreign_key="visitor.id", index=True, ondelete="SET NULL", max_length=22
    )
    place: str = Field(max_length=40)
    day: date = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)
