"""Make the table for articles that were removed, which are kept a day."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "removed",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["server"], ["server.id"]),
        sa.PrimaryKeyConstraint("server", "article"),
    )


def downgrade() -> None:
    """Drop the table: what was removed is gone for good."""
    op.drop_table("removed")
