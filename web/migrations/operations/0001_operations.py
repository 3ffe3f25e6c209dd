"""Accounts, sessions, and the log of what was done to this installation."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    columns = ("person", "name", "standing", "password_hash", "zone", "added_at")
    op.create_table(
        "accounts",
        sa.Column("login", TEXT, primary_key=True),
        *(sa.Column(name, TEXT, nullable=False) for name in columns),
    )
    op.create_table(
        "sessions",
        sa.Column("token_digest", TEXT, primary_key=True),
        *(sa.Column(n, TEXT, nullable=False) for n in ("login", "begun_at", "expires_at")),
    )
    op.create_index("sessions_login", "sessions", ["login"])
    op.create_table(
        "operations",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, TEXT, nullable=False) for name in ("at", "by", "name", "about")),
        sqlite_autoincrement=True,
    )
