"""Tells the read models anew beside the live ones, and switches or compares row by row."""

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any

from sqlalchemy import Engine, Row, Table, select

from projections.engine.catch_up import Source, catch_up, place
from projections.engine.dialects import reaching
from projections.engine.schema import PLACE, VIEWS
from projections.engine.versions import lay_out
from projections.registry import PROJECTIONS

Progress = Callable[[int], None]


def rebuild(live: Engine, spare: Engine, source: Source, progress: Progress) -> int:
    """Fill the spare tables from the first fact, then let their rows take the live ones' place.

    Readers see the old rows until the switch and the new ones after it; whatever was parked
    is told again. Returns the position the tables have heard then.
    """
    lay_out(spare)
    catch_up(spare, source, PROJECTIONS, progress=progress)
    with reaching(live, spare) as (db, beside):
        heard = int(db.scalar(select(PLACE.c.position)) or 0)
        reached = catch_up(spare, source, PROJECTIONS, up_to=max(heard, place(spare)))
        for table in VIEWS.sorted_tables:
            db.exec_driver_sql(f'DELETE FROM "{table.name}"')  # noqa: S608  # our own names
            rows = f'SELECT * FROM {beside}."{table.name}"'  # noqa: S608  # our own names
            db.exec_driver_sql(f'INSERT INTO "{table.name}" {rows}')
    return reached


def differences(live: Engine, spare: Engine, source: Source, progress: Progress) -> Iterator[str]:
    """Fill the spare tables as far as the live ones are, and tell each row that differs.

    Changes nothing in the live tables.
    """
    lay_out(spare)
    with live.connect() as ours:
        heard = int(ours.scalar(select(PLACE.c.position)) or 0)
        catch_up(spare, source, PROJECTIONS, up_to=heard, progress=progress)
        with spare.connect() as theirs:
            for table in VIEWS.sorted_tables:
                yield from _differing(table, _rows(ours, table), _rows(theirs, table))


def _rows(db: Any, table: Table) -> Iterator[Row[Any]]:
    keys = [column.asc() for column in table.primary_key]
    return iter(db.execute(select(table).order_by(*keys).execution_options(yield_per=1000)))


def _differing(table: Table, live: Iterator[Row[Any]], anew: Iterator[Row[Any]]) -> Iterator[str]:
    names = [column.name for column in table.primary_key]
    key: Callable[[Any], Any] = itemgetter(*(table.c.keys().index(name) for name in names))
    one, other = next(live, None), next(anew, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(live, None), next(anew, None)
        elif one is not None and (other is None or key(one) < key(other)):
            yield f"{table.name}: the row {key(one)} is too much."
            one = next(live, None)
        elif other is not None and (one is None or key(other) < key(one)):
            yield f"{table.name}: the row {key(other)} is missing."
            other = next(anew, None)
        else:
            yield f"{table.name}: the row {key(one)} differs."
            one, other = next(live, None), next(anew, None)
