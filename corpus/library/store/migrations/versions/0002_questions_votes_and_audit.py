"""Make the tables for questions, votes and the audit; note when a server was left."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the column."""
    op.add_column("server", sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "question",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["server"], ["server.id"]),
        sa.PrimaryKeyConstraint("server", "id"),
    )
    op.create_table(
        "vote",
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("voter", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["server", "question"], ["question.server", "question.id"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("server", "question", "voter"),
    )
    op.create_table(
        "audit",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.BigInteger(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["server"], ["server.id"]),
        sa.PrimaryKeyConstraint("server", "number"),
    )


def downgrade() -> None:
    """Drop the tables and the column, with everything in them."""
    for table in ("audit", "vote", "question"):
        op.drop_table(table)
    op.drop_column("server", "left_at")
