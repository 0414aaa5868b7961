"""What visitors are to each other: who does not want to meet whom."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from world_server.store.columns import UtcDateTime


class Block(SQLModel, table=True):
    """One visitor does not want to meet another; `name` is what the other was called then.

    It goes with either of the two; of who is not remembered it counts for a stay only.
    """

    __tablename__ = "block"
    __table_args__ = (UniqueConstraint("visitor_id", "blocked_id"),)

    id: int | None = Field(default=None, primary_key=True)
    visitor_id: str = Field(foreign_key="visitor.id", index=True, ondelete="CASCADE", max_length=22)
    blocked_id: str = Field(foreign_key="visitor.id", index=True, ondelete="CASCADE", max_length=22)
    name: str = Field(max_length=24)
    at: datetime = Field(sa_type=UtcDateTime)
