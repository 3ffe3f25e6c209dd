"""The entries behind a number: those of a pilot that count, in some ways and on some days."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping

from projections.engine.as_of import Cut, as_known
from projections.models.entries import COUNTED, ENTRIES


def matching(
    db: Connection, cut: Cut, pilot: str, *, after: int = 0, limit: int = 100, **only: Any
) -> Sequence[RowMapping]:
    """Return the entries of a pilot that count, by place.

    `only` says which values their columns have: a list of them, or the first and the last one.
    """
    query = as_known(ENTRIES, cut).where(
        ENTRIES.c.pilot == pilot, ENTRIES.c.position > after, ENTRIES.c.status.in_(COUNTED)
    )
    for name, value in only.items():
        column = ENTRIES.c[name]
        if isinstance(value, tuple):
            query = query.where(column >= value[0], column <= value[1])
        else:
            query = query.where(column.in_(value))
    return db.execute(query.order_by(ENTRIES.c.position).limit(limit)).mappings().all()
