"""Opens PostgreSQL: one schema of a database, with writers that queue and readers at one moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from psycopg.types.string import StrDumperUnknown
from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from domain.kernel.errors import Conflict, Invalid
from domain.kernel.messages import say

KEPT, MORE = 10, 0  # connections of an engine: opening one takes longer than waiting for one
GIVEN_UP_AFTER = "60s"  # a writer that hangs lets the others have their turn


def open_postgres(url: URL, schema: str, *, durable: bool = True) -> Engine:
    """Open one schema; `durable` commits are as safe as the server was told to make them.

    Writers ask with `engine.execution_options(writing=True)` and wait for their turn. The schema
    is made where it is missing. Raises Invalid where the database does not keep text as UTF-8.
    """
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=KEPT,
        max_overflow=MORE,
        pool_pre_ping=True,  # a database that was gone and came back is used again
        connect_args={"connect_timeout": 10, "application_name": f"pilotlog {schema}"},
    )
    lasting = f"SET idle_in_transaction_session_timeout TO '{GIVEN_UP_AFTER}'"
    disposable = "SET synchronous_commit TO off"

    def set_up(connection: Any, _: object) -> None:
        if connection.info.parameter_status("server_encoding") != "UTF8":
            message = say(
                "This PostgreSQL database does not keep text as UTF-8. Create one that does."
            )
            raise Invalid(message)
        connection.adapters.register_dumper(str, TextOrNothing)
        connection.autocommit = True  # a question alone is one trip; `begin` opens transactions
        connection.execute(f'SET search_path TO "{schema}"')
        connection.execute(lasting if durable else disposable)

    def begin(db: Connection) -> None:
        if not db.get_execution_options().get("writing"):
            db.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return
        # the lock comes first, so that the next statement sees the last writer's commit
        lock = f"SELECT pg_advisory_xact_lock({lock_of(schema)})"
        db.exec_driver_sql(f"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; {lock}")

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    _make(engine, schema)
    return engine


def lock_of(schema: str) -> int:
    """Return the number of the advisory lock that writers to a schema hold."""
    return int.from_bytes(sha256(f"pilotlog {schema}".encode()).digest()[:8], signed=True)


@contextmanager
def spare_schema(url: URL, schema: str) -> Iterator[Engine]:
    """Open an empty schema of one's own for as long as the block lasts, then throw it away.

    Raises Conflict where somebody else has it open.
    """
    engine = open_postgres(url, schema, durable=False)
    try:
        with engine.connect() as held:
            if not held.scalar(text(f"SELECT pg_try_advisory_lock({lock_of(schema) ^ 1})")):
                message = say("Another rebuild is at work on this database. Wait until it is done.")
                raise Conflict(message)
            held.commit()
            with engine.execution_options(writing=True).begin() as db:
                db.exec_driver_sql(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
                db.exec_driver_sql(f'CREATE SCHEMA "{schema}"')
            yield engine
            with engine.execution_options(writing=True).begin() as db:
                db.exec_driver_sql(f'DROP SCHEMA "{schema}" CASCADE')
    finally:
        engine.dispose()


def _make(engine: Engine, schema: str) -> None:
    with engine.connect() as db:
        if db.scalar(text("SELECT current_schema()")) is not None:
            return
    with engine.execution_options(writing=True).begin() as db:
        db.exec_driver_sql(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')


class TextOrNothing(StrDumperUnknown):
    """Asks for text with NUL, which PostgreSQL never keeps, as for NULL: nothing equals it."""

    def dump(self, obj: str) -> Any:
        """Return the text in UTF-8, or None for text with NUL."""
        return None if "\x00" in obj else super().dump(obj)
