"""The shape of tables, as each engine tells it."""

from typing import Any

from sqlalchemy import Connection, text

COLUMNS = """
    SELECT table_name, column_name, data_type, is_nullable, column_default, collation_name
    FROM information_schema.columns WHERE table_schema = current_schema()
    ORDER BY table_name, ordinal_position"""
INDEXES = """
    SELECT tablename, replace(indexdef, schemaname || '.', '') FROM pg_indexes
    WHERE schemaname = current_schema() ORDER BY tablename, indexname"""


def shape_in_postgres(db: Connection) -> dict[str, Any]:
    """Return columns with types, defaults and collations, and indexes with their definitions."""
    shape: dict[str, Any] = {}
    for question in (COLUMNS, INDEXES):
        for name, *rest in db.execute(text(question)):
            if name != "migrations":
                shape.setdefault(name, []).append(tuple(rest))
    return shape


def shape_in_sqlite(db: Connection) -> dict[str, Any]:
    """Return everything SQLite knows about the shape of its tables."""
    shape: dict[str, Any] = {}
    tables = db.exec_driver_sql("PRAGMA table_list").mappings().all()
    for table in tables:
        name = table["name"]
        if table["schema"] != "main" or name.startswith("sqlite_") or name == "migrations":
            continue
        indexes = db.exec_driver_sql(f'PRAGMA index_list("{name}")').mappings().all()
        shape[name] = (
            (table["wr"], table["strict"]),
            [tuple(row) for row in db.exec_driver_sql(f'PRAGMA table_xinfo("{name}")')],
            sorted(
                (each["unique"], each["origin"], each["partial"], *_columns(db, each["name"]))
                for each in indexes
            ),
            "AUTOINCREMENT" in str(db.exec_driver_sql(
                f"SELECT sql FROM sqlite_master WHERE name = '{name}'"  # noqa: S608  # our names
            ).scalar()),
        )  # fmt: skip
    return shape


def _columns(db: Connection, index: str) -> list[str]:
    return [row[2] for row in db.exec_driver_sql(f'PRAGMA index_info("{index}")')]
