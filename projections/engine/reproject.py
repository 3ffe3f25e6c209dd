"""Tells a thing again after prose of it was erased: the same rows, with nothing left in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from domain.facts.person import PersonErased, ProseErased
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Projection
from projections.engine.schema import PARKED
from projections.engine.statements import write_over
from projections.engine.writer import Writer


@dataclass(frozen=True)
class Retold:
    """An event that says prose was erased, with all facts of that thing as they read since."""

    event: Event
    again: tuple[Event, ...]

    @property
    def position(self) -> int:
        """Return the event's place in the history; the first event is at 1."""
        return self.event.position

    @property
    def originator_id(self) -> str:
        """Return which thing the event is of, such as `lesson-…`."""
        return self.event.originator_id


def erased_by(event: Event) -> str:
    """Return the thing whose prose a fact says was erased; empty where it says no such thing."""
    match event.fact:
        case ProseErased(stream=stream):
            return stream
        case PersonErased():
            return event.originator_id
        case _:
            return ""


def retell(db: Connection, events: Iterable[Event], projections: Mapping[str, Projection]) -> None:
    """Write again what the facts of one whole thing say, over the rows they wrote before.

    Only prose can differ, so no row begins or ends anew and no sum changes. A projection that
    parked the thing is told what it had written before that.
    """
    pen, ends = Writer(db), _parked_at(db)
    for event in events:
        place = (event.position, stamp(event.recorded_at or event.occurred_at))
        family = event.fact.stored_as.partition(".")[0]
        for name, projection in projections.items():
            is_told = event.position < ends.get((name, event.originator_id), event.position + 1)
            if is_told and (not projection.hears or family in projection.hears):
                for change in projection.project(event):
                    pen.apply(place, change)
    for table, rows in pen.added.items():
        write_over(db, table, rows)


def _parked_at(db: Connection) -> dict[tuple[str, str], int]:
    """Return from which event on a projection leaves a thing out, where it does."""
    return {(row.projection, row.stream): row.position for row in db.execute(select(PARKED))}
