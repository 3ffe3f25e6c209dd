"""The verdict that the signs of a pilot speak for, as the review suggests it."""

from datetime import datetime

from sqlalchemy import Connection

from domain.review.suggestion import Suggestion
from projections.engine.as_of import Cut
from projections.records.lookups import pilot_known
from projections.review.due import decisions_due
from projections.review.lines import ReviewFindings, lines_of
from web.pages.review.period import stretch_from


def suggested(db: Connection, cut: Cut, pilot: str, now: datetime, zone: str) -> Suggestion | None:
    """Return what a review up to a cut would suggest for a pilot, if it would suggest anything."""
    stretch = stretch_from(db, "", cut, now, zone).stretch
    row = pilot_known(db, stretch.cut, pilot)
    if row is None:
        return None
    due = decisions_due(db, stretch.cut, stretch.ends)
    (line,) = lines_of(db, stretch, [row], ReviewFindings({}, due, {}, frozenset()))
    return line.suggestion
