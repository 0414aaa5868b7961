"""The walk and the words of an event's guide may be recorded, once staff have agreed to it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from world_server.store.columns import UtcDateTime

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Safe while the old version still runs: it records nothing."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")

    op.create_table(
        "recording",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("switched_at", UtcDateTime(), nullable=False),
        sa.Column("writer", sa.String(length=64), nullable=True),
        sa.Column("written_at", UtcDateTime(), nullable=True),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("walk", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_recording_event_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_recording_staff_id")),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_recording")),
    )
    with op.batch_alter_table("recording", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_recording_published_at"), ["published_at"], unique=False
        )

    op.create_table(
        "recording_part",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["recording.event_id"], name=op.f("fk_recording_part_event_id")
        ),
        sa.PrimaryKeyConstraint("event_id", "number", name=op.f("pk_recording_part")),
    )


def downgrade() -> None:
    """Undo the step."""
    op.drop_table("recording_part")
    with op.batch_alter_table("recording", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recording_published_at"))

    op.drop_table("recording")
