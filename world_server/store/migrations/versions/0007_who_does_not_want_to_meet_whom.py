"""Visitors may decide not to meet somebody."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from world_server.store.columns import UtcDateTime

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BOTH = ("visitor_id", "blocked_id")


def upgrade() -> None:
    """Safe while the old version still runs: it knows nothing of it."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visitor_id", sa.String(length=22), nullable=False),
        sa.Column("blocked_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=24), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], ["visitor.id"], name=op.f(f"fk_block_{column}"), ondelete="CASCADE"
            )
            for column in BOTH
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
        sa.UniqueConstraint(*BOTH, name=op.f("uq_block_visitor_id_blocked_id")),
    )
    with op.batch_alter_table("block", schema=None) as batch_op:
        for column in BOTH:
            batch_op.create_index(batch_op.f(f"ix_block_{column}"), [column], unique=False)


def downgrade() -> None:
    """Undo the step."""
    with op.batch_alter_table("block", schema=None) as batch_op:
        for column in reversed(BOTH):
            batch_op.drop_index(batch_op.f(f"ix_block_{column}"))
    op.drop_table("block")
