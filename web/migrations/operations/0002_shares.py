"""Links that show a review to somebody without an account, until they expire or are revoked."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "shares",
        sa.Column("token_digest", TEXT, primary_key=True),
        *(sa.Column(n, TEXT, nullable=False) for n in ("made_by", "made_at", "expires_at")),
        sa.Column("revoked_at", TEXT),
        *(sa.Column(name, TEXT, nullable=False) for name in ("begins", "ends")),
        sa.Column("position", WHOLE, nullable=False),
        sa.Column("zone", TEXT, nullable=False),
    )
    op.create_index("shares_made", "shares", ["made_at"])
