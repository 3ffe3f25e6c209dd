"""Tells a thing again after prose of it was erased: the same rows, with nothing left in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from domain.facts.person import PersonErased, ProseErased
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Projection
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

    Only prose can differ, so no row begins or ends anew and no sum changes.
    """
    pen = Writer(db)
    for event in events:
        place = (event.position, stamp(event.recorded_at or event.occurred_at))
        family = event.fact.stored_as.partition(".")[0]
        for projection in projections.values():
            if not projection.hears or family in projection.hears:
                for change in projection.project(event):
                    pen.apply(place, change)
    for table, rows in pen.added.items():
        write_over(db, table, rows)
