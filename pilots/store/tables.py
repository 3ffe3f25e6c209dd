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

TEXT = String().with_variant(String(collation="C"), "postgresql")  # in the order SQLite keeps
WHOLE = BigInteger().with_variant(Integer, "sqlite")

EVENTS = Table(
    "events",
    HISTORY,
    Column("position", WHOLE, primary_key=True, autoincrement=False),
    Column("id", TEXT, nullable=False, unique=True),
    Column("stream", TEXT, nullable=False),
    Column("version", WHOLE, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("pilots", TEXT, nullable=False),
    Column("recorded_at", TEXT, nullable=False),
    Column("state", LargeBinary, nullable=False),
    UniqueConstraint("stream", "version"),
    Index("events_name", "name", "position"),
)

EVENT_PILOTS = Table(
    "event_pilots",
    HISTORY,
    Column("pilot", TEXT, primary_key=True),
    Column("position", WHOLE, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

COMMANDS = Table(
    "commands",
    HISTORY,
    Column("asker", TEXT, primary_key=True),
    Column("command_id", TEXT, primary_key=True),
    Column("body_digest", TEXT, nullable=False),
    Column("outcome", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

VERDICTS = Table(
    "verdicts",
    HISTORY,
    Column("pilot", TEXT, primary_key=True),
    Column("side", TEXT, primary_key=True),
    Column("verdict", TEXT, nullable=False),
    Column("by", TEXT, nullable=False),
    sqlite_with_rowid=False,
)
