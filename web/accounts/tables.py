"""The tables of the operations database: accounts, sessions, links, what was put off, and deeds."""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table

OPERATIONS = MetaData()

TEXT = String().with_variant(String(collation="C"), "postgresql")  # in the order SQLite keeps
WHOLE = BigInteger().with_variant(Integer, "sqlite")  # what grows with the history

ACCOUNTS = Table(
    "accounts",
    OPERATIONS,
    Column("login", TEXT, primary_key=True),
    Column("person", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("standing", TEXT, nullable=False),
    Column("password_hash", TEXT, nullable=False),
    Column("zone", TEXT, nullable=False),
    Column("added_at", TEXT, nullable=False),
)

SESSIONS = Table(
    "sessions",
    OPERATIONS,
    Column("token_digest", TEXT, primary_key=True),
    Column("login", TEXT, nullable=False),
    Column("begun_at", TEXT, nullable=False),
    Column("expires_at", TEXT, nullable=False),
)
Index("sessions_login", SESSIONS.c.login)

OPERATIONS_LOG = Table(
    "operations",
    OPERATIONS,
    Column("id", Integer, primary_key=True),
    Column("at", TEXT, nullable=False),
    Column("by", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("about", TEXT, nullable=False),
    sqlite_autoincrement=True,
)

SHARES = Table(
    "shares",
    OPERATIONS,
    Column("token_digest", TEXT, primary_key=True),
    Column("made_by", TEXT, nullable=False),
    Column("made_at", TEXT, nullable=False),
    Column("expires_at", TEXT, nullable=False),
    Column("revoked_at", TEXT),
    Column("begins", TEXT, nullable=False),
    Column("ends", TEXT, nullable=False),
    Column("position", WHOLE, nullable=False),
    Column("zone", TEXT, nullable=False),
)
Index("shares_made", SHARES.c.made_at)

PUT_OFF = Table(
    "put_off",
    OPERATIONS,
    Column("person", TEXT, primary_key=True),
    Column("pilot", TEXT, primary_key=True),
    Column("about", TEXT, primary_key=True),
    Column("until", TEXT, nullable=False),
)

ASKED = Table(
    "asked",
    OPERATIONS,
    Column("owner", TEXT, primary_key=True),
    Column("pilot", TEXT, primary_key=True),
    Column("by", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("position", WHOLE, nullable=False),
)
