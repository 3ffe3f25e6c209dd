"""The three databases of a platform: files in a data folder, or schemas of one PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Engine, make_url, text
from sqlalchemy.exc import ArgumentError

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from projections.engine.versions import views_version
from web.storage.sqlite import DRIVER, open_sqlite
from web.storage.writer_lock import hold_writer_lock


@dataclass(frozen=True)
class Stores:
    """Where a platform keeps its history, its operations and its views."""

    where: str
    history: Engine
    operations: Engine
    views: Engine

    def close(self) -> None:
        """Let go of all connections."""
        for engine in (self.history, self.operations, self.views):
            engine.dispose()

    def _folder(self) -> Path:
        return Path(str(self.views.url.database)).parent

    @contextmanager
    def spare(self) -> Iterator[Engine]:
        """Open a place for views beside the live ones; it is thrown away afterwards."""
        if self.views.dialect.name == "postgresql":
            from web.storage.postgres import spare_schema  # noqa: PLC0415  # as below

            with spare_schema(self.views.url, f"{_views()}_beside") as beside:
                yield beside
            return
        with TemporaryDirectory(dir=self._folder(), prefix="views-beside-") as folder:
            beside = open_sqlite(Path(folder) / "views.sqlite", durable=False)
            try:
                yield beside
            finally:
                beside.dispose()


def open_stores(folder: Path, database_url: str = "") -> Stores:
    """Open what the settings name: a PostgreSQL database, else a folder, made where missing.

    Raises Invalid for an address that is none, Conflict where an old SQLite has a writer already.
    """
    if database_url:
        from web.storage.postgres import open_postgres  # noqa: PLC0415  # a driver that files do not need

        url = read_url(database_url)
        return Stores(
            f"The PostgreSQL database {url.database}",
            open_postgres(url, "history"),
            open_postgres(url, "operations"),
            open_postgres(url, _views(), durable=False),
        )
    folder.mkdir(parents=True, exist_ok=True)
    hold_writer_lock(folder)
    return Stores(
        f"The folder {folder}",
        open_sqlite(folder / "events.sqlite"),
        open_sqlite(folder / "operations.sqlite"),
        open_sqlite(folder / "views.sqlite", durable=False),
    )


def engine_of(engine: Engine) -> str:
    """Return the kind and version of the database behind an engine."""
    if engine.dialect.name == "sqlite":
        return f"SQLite {DRIVER.sqlite_version}"
    with engine.connect() as db:
        return f"PostgreSQL {db.scalar(text('SHOW server_version'))}"


def read_url(address: str) -> URL:
    """Return the address of a PostgreSQL database. Raises Invalid, without repeating it."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        url = URL.create("none")
    if url.drivername not in ("postgresql", "postgres") or not url.database:
        message = say(
            "A database address reads postgresql://USER:PASSWORD@HOST/DATABASE. "
            "Set PILOTLOG_DATABASE_URL to one, or leave it out to use SQLite files."
        )
        raise Invalid(message, field="database_url")
    return url


def without_password(address: str) -> str:
    """Return the address of a database as it may be shown."""
    url = read_url(address)
    query = {key: "***" if "pass" in key else value for key, value in url.query.items()}
    return url.set(query=query).render_as_string(hide_password=True)


def _views() -> str:
    """Return the schema of this release's views; another release's stays as it is."""
    return f"views_{views_version()}"
