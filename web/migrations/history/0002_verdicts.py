"""Verdicts that wait for the other side, outside the history until both are in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "verdicts",
        sa.Column("pilot", TEXT, primary_key=True),
        sa.Column("side", TEXT, primary_key=True),
        *(sa.Column(name, TEXT, nullable=False) for name in ("verdict", "by")),
        sqlite_with_rowid=False,
    )
