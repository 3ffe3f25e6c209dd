"""A stretch of the history: what became known after one cut and no later than another."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_

from projections.engine.as_of import Cut, seen
from projections.models.timeline_facts import TIMELINE


@dataclass(frozen=True)
class Period:
    """From where on and up to where a review looks, and the moments both ends are called by."""

    since: Cut
    """What is seen here came before the stretch."""
    cut: Cut
    starts: datetime
    ends: datetime
    """The moment the pilots are looked at from."""
    position: int
    """Everything up to here is shown, so that the next stretch may begin here."""


def within(stretch: Period) -> list[ColumnElement[bool]]:
    """Return the conditions that hold a query on the timeline to a stretch."""
    since, columns = stretch.since, TIMELINE.c
    later = [columns.known_from > since.moment] if since.moment is not None else []
    later += [columns.position > since.position] if since.position is not None else []
    return [or_(*later), *seen(TIMELINE, stretch.cut)]
