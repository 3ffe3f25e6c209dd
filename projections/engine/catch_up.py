"""The one way pages keep up with the facts: in order, each fact once, rows and place together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import InterfaceError, OperationalError

from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Projection, TableChange
from projections.engine.dialects import forget
from projections.engine.reproject import Retold, retell
from projections.engine.schema import PARKED, PLACE
from projections.engine.writer import Place, Writer

BATCH = 5000
GONE = (OperationalError, InterfaceError)


@dataclass(frozen=True)
class Unreadable:
    """A fact that cannot be read back: where it stands, and why."""

    position: int
    originator_id: str
    error: str


SourceEvent = Event | Retold | Unreadable
Projections = Mapping[str, Projection]
Source = Callable[[int, int], Iterable[SourceEvent]]


def catch_up(
    views: Engine,
    source: Source,
    projections: Projections,
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
        batch = list(source(position, most)) if most > 0 else []
        if not batch:
            return position
        _tell(views, batch, projections)
        if any(isinstance(fact, Retold) for fact in batch):
            forget(views)
        progress(batch[-1].position)


def place(views: Engine) -> int:
    """Return the position the tables have heard."""
    with views.connect() as db:
        return int(db.scalar(select(PLACE.c.position)) or 0)


def parked(views: Engine) -> list[tuple[str, str, int, str]]:
    """Return what is parked: projection, stream, position and error."""
    with views.connect() as db:
        return [tuple(row) for row in db.execute(select(PARKED).order_by(PARKED.c.position))]


def _tell(views: Engine, batch: Sequence[SourceEvent], projections: Projections) -> None:
    try:
        with views.execution_options(writing=True).begin() as db:
            if _moves_on(db, batch):
                Writer(db).write(_changes(db, batch, projections))
                _tell_again(db, batch, projections)
    except GONE:
        raise  # the database is busy, full or gone: nobody's fact is to blame
    except Exception:  # noqa: BLE001  # whatever it is, the rest must go on
        if len(batch) == 1:
            _tell_alone(views, batch[0], projections)
            return
        middle = len(batch) // 2  # one of them cannot be written: find it, let the others through
        _tell(views, batch[:middle], projections)
        _tell(views, batch[middle:], projections)


def _tell_alone(views: Engine, fact: SourceEvent, projections: Projections) -> None:
    """Tell one fact to each projection by itself, and park it where that cannot write it."""
    with views.execution_options(writing=True).begin() as db:
        if not _moves_on(db, [fact]):
            return
        for name, projection in _hearers(fact, projections):
            try:
                with db.begin_nested():
                    Writer(db).write(_changes(db, [fact], {name: projection}))
            except GONE:
                raise
            except Exception as wrong:  # noqa: BLE001  # whatever it is, the rest must go on
                _park(db, name, fact, wrong)
        _tell_again(db, [fact], projections)


def _tell_again(db: Connection, batch: Sequence[SourceEvent], projections: Projections) -> None:
    for fact in batch:
        if isinstance(fact, Retold):
            retell(db, fact.again, projections)


def _moves_on(db: Connection, batch: Sequence[SourceEvent]) -> bool:
    expected = PLACE.c.position == batch[0].position - 1
    return bool(
        db.execute(update(PLACE).where(expected).values(position=batch[-1].position)).rowcount
    )


def _park(db: Connection, name: str, fact: SourceEvent, wrong: Exception) -> None:
    row = {"projection": name, "stream": fact.originator_id, "position": fact.position}
    db.execute(insert(PARKED), row | {"error": f"{type(wrong).__name__}: {wrong}"[:500]})


def _changes(
    db: Connection, batch: Sequence[SourceEvent], projections: Projections
) -> list[tuple[Place, TableChange]]:
    away = {(row.projection, row.stream) for row in db.execute(select(PARKED))}
    changes: list[tuple[Place, TableChange]] = []
    for fact in batch:
        for name, projection in _hearers(fact, projections):
            if (name, fact.originator_id) in away:
                continue
            try:
                changes += _changes_of(fact, projection)
            except Exception as wrong:  # noqa: BLE001  # whatever it is, the rest must go on
                away.add((name, fact.originator_id))
                _park(db, name, fact, wrong)
    return changes


def _hearers(fact: SourceEvent, projections: Projections) -> list[tuple[str, Projection]]:
    if isinstance(fact, Unreadable):
        return list(projections.items())
    family = _event_of(fact).fact.stored_as.partition(".")[0]
    return [
        (name, each) for name, each in projections.items() if not each.hears or family in each.hears
    ]


def _changes_of(fact: SourceEvent, projection: Projection) -> list[tuple[Place, TableChange]]:
    if isinstance(fact, Unreadable):
        raise ValueError(fact.error)  # noqa: TRY004  # it is parked with this
    event = _event_of(fact)
    if event.recorded_at is None:
        message = "the fact was never recorded"
        raise ValueError(message)
    since = (event.position, stamp(event.recorded_at))
    return [(since, change) for change in projection.project(event)]


def _event_of(fact: Event | Retold) -> Event:
    return fact.event if isinstance(fact, Retold) else fact
