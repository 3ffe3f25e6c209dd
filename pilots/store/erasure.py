"""Erasing: the prose of an event is blanked in place, and everything else of it stays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from msgspec.json import Encoder, decode
from sqlalchemy import Connection, Engine, select, update

from domain.kernel.aggregate import fact_called
from domain.kernel.prose import Path, prose_paths
from pilots.store.tables import COMMANDS, EVENTS

PAGE_SIZE = 1000
_json = Encoder(decimal_format="string")


@dataclass(frozen=True)
class Blank:
    """One event whose prose is to be blanked, and the pilots it is about."""

    stream: str
    version: int
    pilots: tuple[str, ...]

    def write(self, db: Connection) -> None:
        """Blank it, with the digest by which what was said could be guessed."""
        this_event = (EVENTS.c.stream == self.stream, EVENTS.c.version == self.version)
        name, state = db.execute(select(EVENTS.c.name, EVENTS.c.state).where(*this_event)).one()
        fields = decode(state)
        db.execute(update(EVENTS).where(*this_event).values(state=blanked(name, fields)))
        asked = (COMMANDS.c.asker == fields["by"], COMMANDS.c.command_id == fields["command_id"])
        db.execute(update(COMMANDS).where(*asked).values(body_digest=""))


def blanked(name: str, fields: dict[str, Any]) -> bytes:
    """Return the state of an event without its prose and its salt; the digest stays."""
    kept = {key: value for key, value in fields.items() if key != "salt"}
    for path in prose_paths(fact_called(name)):
        _blank(kept["data"], path)
    return _json.encode(kept)


def forget_blanked(engine: Engine, asides: Iterable[object]) -> None:
    """Let nothing that was blanked wait in SQLite's journal; PostgreSQL vacuums by itself."""
    if engine.dialect.name == "sqlite" and any(isinstance(each, Blank) for each in asides):
        with engine.connect() as db:
            raw: Any = db.connection.driver_connection
            raw.rollback()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def prose_of(engine: Engine, stream: str) -> list[Blank]:
    """Return how to blank each event of a stream that has prose."""
    query = select(EVENTS).where(EVENTS.c.stream == stream).order_by(EVENTS.c.version)
    with engine.connect() as db:
        return [_blank_of(row) for row in db.execute(query) if b'"salt":' in row.state]


def prose_by(engine: Engine, person: str) -> Iterator[Blank]:
    """Yield how to blank each event that somebody wrote; reads the whole history, page by page."""
    mark, after = f'"by":"{person}"'.encode(), 0
    while True:
        query = select(EVENTS).where(EVENTS.c.position > after).order_by(EVENTS.c.position)
        with engine.connect() as db:
            page = db.execute(query.limit(PAGE_SIZE)).all()
        for row in page:
            if mark in row.state and b'"salt":' in row.state and decode(row.state)["by"] == person:
                yield _blank_of(row)
        if len(page) < PAGE_SIZE:
            return
        after = page[-1].position


def _blank(data: dict[str, Any], path: Path) -> None:
    *way, last = path
    for step in way:
        data = data.get(step) or {}
    if data.get(last) is not None:
        data[last] = ""


def _blank_of(row: Any) -> Blank:
    return Blank(row.stream, row.version, tuple(decode(row.pilots)))
