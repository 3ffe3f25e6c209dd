"""The history: events, which pilots they are about, and the commands that made them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "events",
        sa.Column("position", WHOLE, primary_key=True, autoincrement=False),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("stream", TEXT, nullable=False),
        sa.Column("version", WHOLE, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("pilots", TEXT, nullable=False),
        sa.Column("recorded_at", TEXT, nullable=False),
        sa.Column("state", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("stream", "version"),
    )
    op.create_index("events_name", "events", ["name", "position"])
    op.create_table(
        "event_pilots",
        sa.Column("pilot", TEXT, primary_key=True),
        sa.Column("position", WHOLE, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "commands",
        sa.Column("asker", TEXT, primary_key=True),
        sa.Column("command_id", TEXT, primary_key=True),
        sa.Column("body_digest", TEXT, nullable=False),
        sa.Column("outcome", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
