"""The one way pages keep up with the facts: in order, each fact once, rows and place together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import OperationalError

from domain.kernel import Event
from domain.moments import stamp
from projections.changes import Projection, Said
from projections.pen import Pen, Place
from projections.tables import PARKED, PLACE

BATCH = 5000


@dataclass(frozen=True)
class Unreadable:
    """A fact that cannot be read back: where it stands, and why."""

    position: int
    originator_id: str
    error: str


Told = Event | Unreadable
Source = Callable[[int, int], Iterable[Told]]


def catch_up(
    views: Engine,
    source: Source,
    projections: Mapping[str, Projection],
    *,
    up_to: int | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Tell the tables every fact they have not heard, up to a position; return where they are.

    Another teller at work does no harm: whoever moves the place first writes the rows.
    """
    while True:
        position = place(views)
        most = BATCH if up_to is None else min(BATCH, up_to - position)
        told = list(source(position, most)) if most > 0 else []
        if not told:
            return position
        _tell(views, told, projections)
        progress(told[-1].position)


def place(views: Engine) -> int:
    """Return the position the tables have heard."""
    with views.connect() as db:
        return int(db.scalar(select(PLACE.c.position)) or 0)


def parked(views: Engine) -> list[tuple[str, str, int, str]]:
    """Return what is parked: projection, stream, position and error."""
    with views.connect() as db:
        return [tuple(row) for row in db.execute(select(PARKED).order_by(PARKED.c.position))]


def _tell(
    views: Engine, told: Sequence[Told], projections: Mapping[str, Projection], known: str = ""
) -> None:
    try:
        with views.execution_options(writing=True).begin() as db:
            here = PLACE.c.position == told[0].position - 1
            moved = db.execute(update(PLACE).where(here).values(position=told[-1].position))
            if moved.rowcount:
                changes = _changes(db, told, projections, known)
                Pen(db).write(changes)
    except OperationalError:
        raise  # the database is busy, full or gone: nobody's fact is to blame
    except Exception as wrong:
        if len(told) > 1:  # one of them cannot be written: find it, and let the others through
            middle = len(told) // 2
            _tell(views, told[:middle], projections)
            _tell(views, told[middle:], projections)
        elif not known:
            _tell(views, told, projections, known=_in_words(wrong))
        else:
            raise


def _changes(
    db: Connection, told: Sequence[Told], projections: Mapping[str, Projection], known: str
) -> list[tuple[Place, Said]]:
    away = {(row.projection, row.stream) for row in db.execute(select(PARKED))}
    changes: list[tuple[Place, Said]] = []
    for fact in told:
        for name, project in _hearers(fact, projections):
            if (name, fact.originator_id) in away:
                continue
            try:
                changes += _said(fact, project, known)
            except Exception as wrong:  # noqa: BLE001  # whatever it is, the rest must go on
                away.add((name, fact.originator_id))
                row = {"projection": name, "stream": fact.originator_id, "position": fact.position}
                db.execute(insert(PARKED), row | {"error": _in_words(wrong)})
    return changes


def _hearers(fact: Told, projections: Mapping[str, Projection]) -> list[tuple[str, Projection]]:
    if isinstance(fact, Unreadable):
        return list(projections.items())
    family = fact.fact.stored_as.partition(".")[0]
    return [
        (name, each) for name, each in projections.items() if not each.hears or family in each.hears
    ]


def _said(fact: Told, projection: Projection, known: str) -> list[tuple[Place, Said]]:
    error = fact.error if isinstance(fact, Unreadable) else known
    if error or isinstance(fact, Unreadable) or fact.recorded_at is None:
        raise ValueError(error)
    since = (fact.position, stamp(fact.recorded_at))
    return [(since, said) for said in projection.project(fact)]


def _in_words(wrong: Exception) -> str:
    return f"{type(wrong).__name__}: {wrong}"[:500]
