"""Awards that wait are found badge by badge, the longest waiting first, without a sort."""

from collections.abc import Sequence

from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The new index begins with the state, so it serves whoever asked the old one."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    with op.batch_alter_table("award", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_award_waiting"), ["state", "badge_id", "created_at", "id"], unique=False
        )
        batch_op.drop_index(batch_op.f("ix_award_state"))


def downgrade() -> None:
    """Undo the step."""
    with op.batch_alter_table("award", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_award_state"), ["state"], unique=False)
        batch_op.drop_index(batch_op.f("ix_award_waiting"))
