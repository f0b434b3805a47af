"""Keep which version of the finder found an article's claims; of those already there none is known."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("claims", sa.Column("finder", sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop the column: all claims can be found anew."""
    op.drop_column("claims", "finder")
