"""The reviews that were closed, each with the address of exactly what was seen."""

from itertools import pairwise
from urllib.parse import urlencode

from msgspec import Struct
from sqlalchemy import Connection, RowMapping

from projections.engine.as_of import Cut
from projections.review.period import closed_reviews
from projections.timeline.feed import moment_at

REVIEWS_LISTED = 10


class Earlier(Struct, frozen=True):
    """A review that was closed: who opened it, when it was closed, and up to where it saw."""

    review: str
    opened_by: str
    closed_at: str
    position: int
    exact: str
    """What an address says of the stretch it looked at, as it was seen."""


def earlier_reviews(db: Connection, cut: Cut) -> list[Earlier]:
    """Return the ten reviews closed last, the latest first."""
    rows: list[RowMapping | None] = [*closed_reviews(db, cut, REVIEWS_LISTED + 1)]
    rows += [None] if len(rows) <= REVIEWS_LISTED else []
    return [_earlier(db, row, before) for row, before in pairwise(rows) if row]


def _earlier(db: Connection, row: RowMapping, before: RowMapping | None) -> Earlier:
    """Return a review; one that followed another begins at the position where that ended."""
    begins = row["starts"]
    if before is not None and moment_at(db, before["seen"]) == begins:
        begins = str(before["seen"])
    until = moment_at(db, row["seen"]) or row["ends"]
    ends = row["ends"] if until <= row["ends"] else row["closed_at"]
    exact = urlencode({"from": begins, "to": ends, "at": row["seen"]})
    return Earlier(row["review"], row["opened_by"], row["closed_at"], row["seen"], exact)
