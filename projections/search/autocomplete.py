"""Who and what is called by a name that begins so, each found through an index."""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select

from domain.kernel.text import words_of
from projections.engine.as_of import NOW, seen
from projections.models.charters import MEDIA
from projections.models.entries import ENTRIES
from projections.models.people import PEOPLE
from projections.models.pilots import PILOTS

LAST = "\U0010ffff"  # sorts after every letter
PILOTS_LOOKED_AT = 100  # pilots whose titles are looked at


def pilots_with(db: Connection, text: str, limit: int) -> list[RowMapping]:
    """Return the pilots whose titles have a word that begins like each of a text, newest first.

    Only the newest hundred are looked at; older ones are found by what was written in them.
    """
    return [row for row in newest_pilots(db) if has_words(row["title"], text)][:limit]


def newest_pilots(db: Connection) -> Sequence[RowMapping]:
    """Return the newest hundred pilots: their titles, their stages, and whose they are."""
    columns = PILOTS.c.pilot, PILOTS.c.title, PILOTS.c.stage, PILOTS.c.owner
    newest = select(*columns).where(*seen(PILOTS, NOW)).order_by(PILOTS.c.proposed_at.desc())
    return db.execute(newest.limit(PILOTS_LOOKED_AT)).mappings().all()


def people_beginning(db: Connection, text: str, limit: int) -> Sequence[RowMapping]:
    """Return the people whose names begin like a text, whatever its capitals, by name."""
    known = PEOPLE.c.status == "known", *seen(PEOPLE, NOW)
    query = select(PEOPLE.c.person, PEOPLE.c.name).where(
        *_begins(PEOPLE.c.called, text.casefold()), *known
    )
    return db.execute(query.order_by(PEOPLE.c.called).limit(limit)).mappings().all()


def media_beginning(db: Connection, text: str, limit: int) -> list[str]:
    """Return the media, adopted or used, whose names begin like a text, by name."""
    found = {
        medium
        for beginning in dict.fromkeys((text, text.lower(), text.capitalize()))
        for column, only in ((MEDIA.c.medium, seen(MEDIA, NOW)), (ENTRIES.c.medium, []))
        for medium in _distinct(db, column, beginning, only, limit)
    }
    return sorted(found)[:limit]


def has_words(label: str, text: str) -> bool:
    """Tell whether for each word of a text a label has one that begins so."""
    words = words_of(label)
    return all(any(word.startswith(asked) for word in words) for asked in words_of(text))


def _distinct(
    db: Connection,
    column: ColumnElement[str],
    beginning: str,
    only: list[ColumnElement[bool]],
    limit: int,
) -> Iterator[str]:
    """Yield the values of a column that begin so, going from each to the next along its index."""
    first = select(func.min(column)).where(*_begins(column, beginning), *only)
    value = db.scalar(first)
    for _ in range(limit):
        if value is None:
            return
        yield value
        value = db.scalar(first.where(column > value))


def _begins(column: ColumnElement[str], beginning: str) -> tuple[ColumnElement[bool], ...]:
    return column >= beginning, column < beginning + LAST
