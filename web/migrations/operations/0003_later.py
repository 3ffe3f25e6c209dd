"""What each person put off for some days, and which owner was asked how a pilot goes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "put_off",
        *(sa.Column(n, TEXT, primary_key=True) for n in ("person", "pilot", "about")),
        sa.Column("until", TEXT, nullable=False),
    )
    op.create_table(
        "asked",
        *(sa.Column(n, TEXT, primary_key=True) for n in ("owner", "pilot")),
        *(sa.Column(n, TEXT, nullable=False) for n in ("by", "at")),
        sa.Column("position", WHOLE, nullable=False),
    )
