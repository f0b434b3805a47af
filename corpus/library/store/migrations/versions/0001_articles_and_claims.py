"""Make the tables for servers, articles, paragraphs, claims and originals."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "server",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "article",
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("canonical_url", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("captions", sa.JSON(), nullable=False),
        sa.Column("paragraphs", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("loaded_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["server"], ["server.id"]),
        sa.PrimaryKeyConstraint("server", "id"),
    )
    op.create_table(
        "paragraph",
        *_keys_of_article(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=True),
        sa.Column("continues_quote", sa.Boolean(), nullable=False),
        _goes_with_article(),
        sa.PrimaryKeyConstraint("server", "article", "number"),
    )
    op.create_table(
        "claims",
        *_keys_of_article(),
        sa.Column("packed", sa.Text(), nullable=False),
        _goes_with_article(),
        sa.PrimaryKeyConstraint("server", "article"),
    )
    op.create_table(
        "original",
        *_keys_of_article(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        _goes_with_article(),
        sa.PrimaryKeyConstraint("server", "article"),
    )


def downgrade() -> None:
    """Drop the tables, with everything in them."""
    for table in ("original", "claims", "paragraph", "article", "server"):
        op.drop_table(table)


def _keys_of_article() -> list[sa.Column[object]]:
    return [
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
    ]


def _goes_with_article() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["server", "article"], ["article.server", "article.id"], ondelete="CASCADE"
    )
