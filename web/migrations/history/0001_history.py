"""The history: events, which pilots they are about, and the commands that made them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

POSITION = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "events",
        sa.Column("position", POSITION, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("stream", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("pilots", sa.String, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("state", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("stream", "version"),
    )
    op.create_index("events_name", "events", ["name", "position"])
    op.create_table(
        "event_pilots",
        sa.Column("pilot", sa.String, primary_key=True),
        sa.Column("position", POSITION, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "commands",
        sa.Column("asker", sa.String, primary_key=True),
        sa.Column("command_id", sa.String, primary_key=True),
        sa.Column("body_digest", sa.String, nullable=False),
        sa.Column("outcome", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
