"""The tables that hold the history; migrations make them, and a test compares the two."""

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

HISTORY = MetaData()

EVENTS = Table(
    "events",
    HISTORY,
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("stream", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("pilots", String, nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("state", LargeBinary, nullable=False),
    UniqueConstraint("stream", "version"),
    Index("events_name", "name", "position"),
)

EVENT_PILOTS = Table(
    "event_pilots",
    HISTORY,
    Column("pilot", String, primary_key=True),
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    sqlite_with_rowid=False,
)

COMMANDS = Table(
    "commands",
    HISTORY,
    Column("asker", String, primary_key=True),
    Column("command_id", String, primary_key=True),
    Column("body_digest", String, nullable=False),
    Column("outcome", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

VERDICTS = Table(
    "verdicts",
    HISTORY,
    Column("pilot", String, primary_key=True),
    Column("side", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    sqlite_with_rowid=False,
)
