"""Finds what people wrote: newest first, or the best of the newest, at a bounded cost."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    column,
    exists,
    func,
    literal_column,
    select,
)
from sqlalchemy import table as plain_table

from domain.kernel.text import words_of
from projections.engine.as_of import Cut, seen
from projections.models.search_index import TEXTS
from projections.models.timeline_facts import TIMELINE

MOST_WORDS = 8
RANKED = 1000  # of all that is found, the newest are ranked, so that no word costs more
FOUND = plain_table("texts_found", column("rowid"), column("texts_found"), column("rank"))
SIMPLE: ColumnElement[str] = literal_column("'simple'")


def search(
    db: Connection,
    text: str,
    cut: Cut,
    *,
    pilot: str = "",
    best: bool = False,
    before: int | None = None,
    limit: int = 20,
) -> Sequence[RowMapping]:
    """Return what was written with all words of a text, the last one perhaps unfinished.

    Newest first, `before` a position paging on; or the best first.
    """
    words = words_of(text)[:MOST_WORDS]
    if not words:
        return []
    found, rank = _matching(db, words)
    found = found.where(*seen(TEXTS, cut), TEXTS.c.text != "")
    if pilot:
        of_pilot = TIMELINE.c.pilot == pilot, TIMELINE.c.position == TEXTS.c.position
        found = found.where(exists().where(*of_pilot))
    if before is not None:
        found = found.where(TEXTS.c.position < before)
    found = found.order_by(TEXTS.c.position.desc())
    if best:
        newest = found.add_columns(rank.label("score")).limit(RANKED).subquery()
        found = select(newest).order_by(newest.c.score, newest.c.position.desc())
    return db.execute(found.limit(limit)).mappings().all()


def _matching(db: Connection, words: list[str]) -> tuple[Select[Any], Any]:
    if db.dialect.name == "sqlite":
        asked = " ".join(f'"{word}"' for word in words) + "*"
        joined = select(TEXTS).join(FOUND, FOUND.c.rowid == TEXTS.c.position)
        return joined.where(FOUND.c.texts_found.op("MATCH")(asked)), FOUND.c.rank
    query = func.to_tsquery(SIMPLE, " & ".join(words) + ":*")
    vector = func.to_tsvector(SIMPLE, TEXTS.c.words)
    return select(TEXTS).where(vector.op("@@")(query)), -func.ts_rank(vector, query)
