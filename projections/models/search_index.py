"""Everything people wrote, fact by fact, as words that can be searched for."""

from collections.abc import Iterator
from typing import Any

from msgspec import to_builtins
from sqlalchemy import DDL, Column, String, event

from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from domain.kernel.prose import prose_in, prose_paths
from domain.kernel.text import words_of
from projections.engine.changes import Add, TableChange
from projections.engine.schema import log

TEXTS = log(
    "texts",
    Column("stream", String, nullable=False),
    Column("name", String, nullable=False),
    Column("by", String, nullable=False),
    Column("occurred_at", String, nullable=False),
    Column("text", String, nullable=False),
    Column("words", String, nullable=False),
)

INTO = "INSERT INTO texts_found"
GONE = f"{INTO} (texts_found, rowid, words) VALUES ('delete', old.position, old.words)"
CAME = f"{INTO} (rowid, words) VALUES (new.position, new.words)"
SQLITE = (
    "CREATE VIRTUAL TABLE texts_found USING fts5(words, content='texts', content_rowid='position')",
    f"{INTO} (texts_found, rank) VALUES ('secure-delete', 1)",
    f"CREATE TRIGGER texts_came AFTER INSERT ON texts BEGIN {CAME}; END",
    f"CREATE TRIGGER texts_went AFTER DELETE ON texts BEGIN {GONE}; END",
    f"CREATE TRIGGER texts_over AFTER UPDATE ON texts BEGIN {GONE}; {CAME}; END",
)
POSTGRESQL = ("CREATE INDEX texts_words ON texts USING gin (to_tsvector('simple', words))",)

for _dialect, _statements in (("sqlite", SQLITE), ("postgresql", POSTGRESQL)):
    for _statement in _statements:
        _ddl: Any = DDL(_statement)  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it so
        event.listen(TEXTS, "after_create", _ddl.execute_if(dialect=_dialect))


def project(event: Event) -> Iterator[TableChange]:
    """Add what a fact says in words; erased, it stays as nothing."""
    if event.prose_digest is None:
        return
    prose = prose_in(to_builtins(event.fact), prose_paths(type(event.fact)))
    text = "\n".join(_texts(prose))
    values = {"stream": event.originator_id, "name": event.fact.stored_as, "by": event.by}
    values |= {
        "occurred_at": stamp(event.occurred_at),
        "text": text,
        "words": " ".join(words_of(text)),
    }
    yield Add(TEXTS, values)


def _texts(prose: dict[str, Any]) -> Iterator[str]:
    for each in prose.values():
        if isinstance(each, dict):
            yield from _texts(each)
        else:
            yield each
