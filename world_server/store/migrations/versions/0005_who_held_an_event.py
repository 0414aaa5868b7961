"""A stay says whether somebody held its event, as guide or as staff."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Safe while the old version still runs: its stays are those of visitors."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("role", sa.String(length=8), nullable=True))


def downgrade() -> None:
    """Undo the step."""
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_column("role")
