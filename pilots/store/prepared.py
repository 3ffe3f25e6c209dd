"""Statements compiled once for a database, then asked over its driver at a tenth of the cost."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, Executable


class Prepared:
    """One statement for one kind of database."""

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]  # every statement has it
        self._text = str(compiled)
        self._order: list[str] | None = compiled.positiontup
        self._said: dict[str, Any] = compiled.params

    def rows(self, engine: Engine, **values: Any) -> list[tuple[Any, ...]]:
        """Return what a question is answered with, read at one moment."""
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(self._text, self._bound(values))
            return list(cursor.fetchall())
        finally:
            connection.close()

    def value(self, db: Connection) -> Any:
        """Return the one value a question is answered with, within a transaction."""
        return db.exec_driver_sql(self._text, self._bound({})).scalar_one()

    def write(self, db: Connection, rows: Iterable[dict[str, Any]]) -> None:
        """Write rows within a transaction."""
        if bound := [self._bound(row) for row in rows]:
            db.exec_driver_sql(self._text, bound if len(bound) > 1 else bound[0])

    def _bound(self, values: dict[str, Any]) -> Any:
        bound = self._said | values
        return bound if self._order is None else tuple(bound[name] for name in self._order)


def prepared(engine: Engine, *statements: Executable) -> list[Prepared]:
    """Return statements, each compiled for the database of an engine."""
    return [Prepared(statement, engine.dialect) for statement in statements]
