"""The tables of the operations database: accounts, sessions, and the log of what was done here."""

from sqlalchemy import Column, Index, Integer, MetaData, String, Table

OPERATIONS = MetaData()

ACCOUNTS = Table(
    "accounts",
    OPERATIONS,
    Column("login", String, primary_key=True),
    Column("person", String, nullable=False),
    Column("name", String, nullable=False),
    Column("standing", String, nullable=False),
    Column("password_hash", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("added_at", String, nullable=False),
)

SESSIONS = Table(
    "sessions",
    OPERATIONS,
    Column("token_digest", String, primary_key=True),
    Column("login", String, nullable=False),
    Column("begun_at", String, nullable=False),
    Column("expires_at", String, nullable=False),
)
Index("sessions_login", SESSIONS.c.login)

OPERATIONS_LOG = Table(
    "operations",
    OPERATIONS,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("name", String, nullable=False),
    Column("about", String, nullable=False),
    sqlite_autoincrement=True,
)
