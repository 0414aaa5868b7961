"""What the minter keeps."""

from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from world_server.store.columns import UtcDateTime

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Safe while the old version still runs: add, never rename or drop, in this step."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "deployment",
        sa.Column("chain_key", sa.String(length=64), nullable=False),
        sa.Column("chain_id", sa.BigInteger(), nullable=False),
        sa.Column("genesis_hash", sa.String(length=66), nullable=False),
        sa.Column("contract", sa.String(length=42), nullable=False),
        sa.Column("code_hash", sa.String(length=66), nullable=False),
        sa.Column("deployer", sa.String(length=42), nullable=False),
        sa.Column("embedded", sa.Boolean(), nullable=False),
        sa.Column("funding", sa.String(length=32), nullable=False),
        sa.Column("client", sa.String(length=80), nullable=False),
        sa.Column("base_uri", sa.String(length=160), nullable=False),
        sa.Column("block_number", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("retired_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("chain_key", name=op.f("pk_deployment")),
    )
    lease = op.create_table(
        "mint_lease",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mint_lease")),
    )
    # The row exists from the start: two minters that both found none could both make one.
    op.bulk_insert(
        lease, [{"id": 1, "owner": "", "epoch": 0, "expires_at": datetime(1970, 1, 1, tzinfo=UTC)}]
    )
    op.create_table(
        "mint_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chain_key", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("badge_id", sa.Integer(), nullable=True),
        sa.Column("sender", sa.String(length=42), nullable=False),
        sa.Column("nonce", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tx_hash", sa.String(length=66), nullable=True),
        sa.Column("block_number", sa.Integer(), nullable=True),
        sa.Column("block_hash", sa.String(length=66), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_mint_batch_badge_id")),
        sa.ForeignKeyConstraint(
            ["chain_key"], ["deployment.chain_key"], name=op.f("fk_mint_batch_chain_key")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mint_batch")),
        sa.UniqueConstraint(
            "chain_key", "sender", "nonce", name=op.f("uq_mint_batch_chain_key_sender_nonce")
        ),
    )
    with op.batch_alter_table("mint_batch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mint_batch_state"), ["state"], unique=False)

    op.create_table(
        "tx_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("tx_hash", sa.String(length=66), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("max_fee", sa.BigInteger(), nullable=False),
        sa.Column("tip", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["mint_batch.id"], name=op.f("fk_tx_attempt_batch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tx_attempt")),
        sa.UniqueConstraint("batch_id", "number", name=op.f("uq_tx_attempt_batch_id_number")),
        sa.UniqueConstraint("tx_hash", name=op.f("uq_tx_attempt_tx_hash")),
    )
    op.create_table(
        "chain_journal",
        sa.Column("chain_key", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("timestamp", sa.BigInteger(), nullable=False),
        sa.Column("block_hash", sa.String(length=66), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["tx_attempt.id"], name=op.f("fk_chain_journal_attempt_id")
        ),
        sa.ForeignKeyConstraint(
            ["chain_key"], ["deployment.chain_key"], name=op.f("fk_chain_journal_chain_key")
        ),
        sa.PrimaryKeyConstraint("chain_key", "number", name=op.f("pk_chain_journal")),
        sa.UniqueConstraint("attempt_id", name=op.f("uq_chain_journal_attempt_id")),
    )


def downgrade() -> None:
    """Undo the step."""
    op.drop_table("chain_journal")
    op.drop_table("tx_attempt")
    with op.batch_alter_table("mint_batch", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mint_batch_state"))

    op.drop_table("mint_batch")
    op.drop_table("mint_lease")
    op.drop_table("deployment")
