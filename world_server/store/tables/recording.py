"""What staff had recorded of a guide's walk and words; nothing of visitors."""

from datetime import datetime

from sqlalchemy import JSON, Text
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime


class Recording(SQLModel, table=True):
    """The recording of one event: who agreed to it, and what became of it.

    `writer` names the instance whose guide is recorded, `written_at` when it last wrote. Published,
    the whole of it is in `walk` as JSON, and its parts are gone.
    """

    __tablename__ = "recording"

    event_id: int = Field(foreign_key="event.id", primary_key=True)
    is_on: bool
    staff_id: int = Field(foreign_key="staff.id")
    switched_at: datetime = Field(sa_type=UtcDateTime)
    writer: str | None = Field(default=None, max_length=64)
    written_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    seconds: int = Field(default=0)
    line_count: int = Field(default=0)
    walk: str | None = Field(default=None, sa_type=Text)


class RecordingPart(SQLModel, table=True):
    """A stretch of it as it was written down; times are milliseconds since `begun_at`."""

    __tablename__ = "recording_part"

    event_id: int = Field(foreign_key="recording.event_id", primary_key=True)
    number: int = Field(primary_key=True)
    begun_at: datetime = Field(sa_type=UtcDateTime)
    marks: list[list[float]] = Field(sa_type=JSON)
    lines: list[dict[str, str | int]] = Field(sa_type=JSON)
