"""Kinds of badges and their occasions, claims, stamps, linked wallets."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from world_server.store.columns import UtcDateTime

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Safe while the old version still runs: add, never rename or drop, in this step."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "rebind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=42), nullable=False),
        sa.Column("wallet", sa.String(length=42), nullable=False),
        sa.Column("page", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("refused_reason", sa.String(length=200), nullable=True),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rebind")),
    )
    with op.batch_alter_table("rebind", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rebind_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rebind_holder"), ["holder"], unique=False)
        batch_op.create_index(batch_op.f("ix_rebind_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_rebind_wallet"), ["wallet"], unique=False)

    op.create_table(
        "stamp",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visitor_id", sa.String(length=22), nullable=True),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_stamp_visitor_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stamp")),
        sa.UniqueConstraint("visitor_id", "place", name=op.f("uq_stamp_visitor_id_place")),
    )
    with op.batch_alter_table("stamp", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stamp_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_stamp_visitor_id"), ["visitor_id"], unique=False)

    op.create_table(
        "wallet_link",
        sa.Column("visitor_id", sa.String(length=22), nullable=False),
        sa.Column("wallet", sa.String(length=42), nullable=False),
        sa.Column("moves", sa.Boolean(), nullable=False),
        sa.Column("linked_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visitor_id"],
            ["visitor.id"],
            name=op.f("fk_wallet_link_visitor_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("visitor_id", name=op.f("pk_wallet_link")),
    )
    with op.batch_alter_table("wallet_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wallet_link_wallet"), ["wallet"], unique=False)

    op.create_table(
        "wallet_nonce",
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("visitor_id", sa.String(length=22), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visitor_id"],
            ["visitor.id"],
            name=op.f("fk_wallet_nonce_visitor_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_wallet_nonce")),
    )
    with op.batch_alter_table("wallet_nonce", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_wallet_nonce_expires_at"), ["expires_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_wallet_nonce_visitor_id"), ["visitor_id"], unique=False
        )

    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("spot", sa.String(length=40), nullable=True),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("word_hash", sa.LargeBinary(), nullable=True),
        sa.Column("opens_at", UtcDateTime(), nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["staff.id"], name=op.f("fk_claim_created_by")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_claim_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_closes_at"), ["closes_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_event_id"), ["event_id"], unique=False)

    op.create_table(
        "claim_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("redeemed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_claim_code_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_claim_code_code_hash")),
    )
    with op.batch_alter_table("claim_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_code_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "redemption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("visitor_id", sa.String(length=22), nullable=True),
        sa.Column("badge_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_redemption_badge_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_redemption_claim_id")),
        sa.ForeignKeyConstraint(
            ["visitor_id"],
            ["visitor.id"],
            name=op.f("fk_redemption_visitor_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redemption")),
        sa.UniqueConstraint(
            "claim_id",
            "visitor_id",
            "badge_id",
            name=op.f("uq_redemption_claim_id_visitor_id_badge_id"),
        ),
    )
    with op.batch_alter_table("redemption", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_redemption_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_redemption_visitor_id"), ["visitor_id"], unique=False)

    with op.batch_alter_table("award", schema=None) as batch_op:
        batch_op.add_column(sa.Column("grant_reason", sa.String(length=200), nullable=True))

    with op.batch_alter_table("badge", schema=None) as batch_op:
        batch_op.add_column(sa.Column("key", sa.String(length=80), nullable=True))
        batch_op.create_index(batch_op.f("ix_badge_key"), ["key"], unique=True)

    op.execute("UPDATE badge SET key = 'event:' || event_id WHERE event_id IS NOT NULL")


def downgrade() -> None:
    """Undo the step."""
    with op.batch_alter_table("badge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_badge_key"))
        batch_op.drop_column("key")

    with op.batch_alter_table("award", schema=None) as batch_op:
        batch_op.drop_column("grant_reason")

    with op.batch_alter_table("redemption", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_redemption_visitor_id"))
        batch_op.drop_index(batch_op.f("ix_redemption_at"))

    op.drop_table("redemption")
    with op.batch_alter_table("claim_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_code_claim_id"))

    op.drop_table("claim_code")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_event_id"))
        batch_op.drop_index(batch_op.f("ix_claim_closes_at"))

    op.drop_table("claim")
    with op.batch_alter_table("wallet_nonce", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wallet_nonce_visitor_id"))
        batch_op.drop_index(batch_op.f("ix_wallet_nonce_expires_at"))

    op.drop_table("wallet_nonce")
    with op.batch_alter_table("wallet_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wallet_link_wallet"))

    op.drop_table("wallet_link")
    with op.batch_alter_table("stamp", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stamp_visitor_id"))
        batch_op.drop_index(batch_op.f("ix_stamp_day"))

    op.drop_table("stamp")
    with op.batch_alter_table("rebind", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rebind_wallet"))
        batch_op.drop_index(batch_op.f("ix_rebind_state"))
        batch_op.drop_index(batch_op.f("ix_rebind_holder"))
        batch_op.drop_index(batch_op.f("ix_rebind_batch_id"))

    op.drop_table("rebind")
