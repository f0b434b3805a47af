"""Make the table for the version of an article before its last update."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "previous",
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("version", sa.JSON(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["server", "article"], ["article.server", "article.id"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("server", "article"),
    )


def downgrade() -> None:
    """Drop the table, with everything in it."""
    op.drop_table("previous")
