"""The verdict that the signs of a pilot speak for, as the review suggests it."""

from datetime import datetime

from sqlalchemy import Connection

from domain.suggesting import Suggestion
from projections.cut import Cut
from projections.pilots import PILOTS
from projections.reading import one
from projections.review_due import decisions_due
from projections.review_lines import Found, lines_of
from web.stretches import stretch_from


def suggested(db: Connection, cut: Cut, pilot: str, now: datetime, zone: str) -> Suggestion | None:
    """Return what a review up to a cut would suggest for a pilot, if it would suggest anything."""
    stretch = stretch_from(db, "", cut, now, zone).stretch
    row = one(db, PILOTS, stretch.cut, pilot=pilot)
    if row is None:
        return None
    due = decisions_due(db, stretch.cut, stretch.ends)
    (line,) = lines_of(db, stretch, [row], Found({}, due, {}, frozenset()))
    return line.suggestion
