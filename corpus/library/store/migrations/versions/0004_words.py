"""Make the table for the words that articles were cut into; those already there have none."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "words",
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("cut", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["server", "article"], ["article.server", "article.id"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("server", "article"),
    )


def downgrade() -> None:
    """Drop the table: words can be made anew."""
    op.drop_table("words")
