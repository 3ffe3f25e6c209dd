"""What went wrong in a database, said in the terms of the event-sourcing library."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from eventsourcing.persistence import IntegrityError, OperationalError
from sqlalchemy import Engine
from sqlalchemy import exc as sql


class ConnectionLost(OperationalError):
    """The database went away; whether a commit on its way was still taken is not known."""


@contextmanager
def told_as_ours(engine: Engine) -> Iterator[None]:
    """Raise IntegrityError, ConnectionLost or OperationalError for what the driver raises.

    A file does not go away, and SQLite has waited for its turn already: nothing there is lost.
    """
    driver: Any = engine.dialect.dbapi
    gone = (driver.OperationalError, driver.InterfaceError)
    try:
        yield
    except (sql.DBAPIError, driver.Error) as wrong:
        cause = getattr(wrong, "orig", wrong)
        if isinstance(cause, driver.IntegrityError):
            raise IntegrityError(str(cause)) from wrong
        if isinstance(cause, gone) and engine.dialect.name != "sqlite":
            raise ConnectionLost(str(cause)) from wrong
        raise OperationalError(str(cause)) from wrong
