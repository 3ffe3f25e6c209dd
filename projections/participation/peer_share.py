"""How much of what is said goes to a peer, and how much is broadcast, in all and week by week."""

from datetime import date

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics.participation import EntryShares, shares_by_week, shares_of
from domain.metrics.weeks import weeks_between
from projections.engine.as_of import Cut, counted
from projections.models.entries import COUNTED, PARTICIPATION, RHYTHM
from projections.participation.activity import tallies_since

MOST_WEEKS = 52


class PeerShareWeek(Struct, frozen=True):
    """The shares of one week, which begins on a Monday."""

    monday: date
    shares: EntryShares


class PeerShareOverTime(Struct, frozen=True):
    """The shares of the whole time, and of each week of its last year, quiet weeks among them."""

    whole: EntryShares
    weeks: tuple[PeerShareWeek, ...]


def peer_share_over_time(db: Connection, cut: Cut, pilot: str) -> PeerShareOverTime:
    """Return how much of a pilot goes to a peer, as far as a cut sees."""
    by = ("mode", "direction")
    ways = counted(PARTICIPATION, cut, by, pilot=pilot, status=COUNTED)
    whole = shares_of((mode, direction, n) for mode, direction, n in db.execute(ways))
    return PeerShareOverTime(whole, _weeks(db, cut, pilot))


def _weeks(db: Connection, cut: Cut, pilot: str) -> tuple[PeerShareWeek, ...]:
    days = counted(RHYTHM, cut, ("occurred_on",), pilot=pilot, status=COUNTED).subquery()
    ends = select(func.min(days.c.occurred_on), func.max(days.c.occurred_on))
    first, last = db.execute(ends).one()
    if last is None:
        return ()
    mondays = weeks_between(date.fromisoformat(first), date.fromisoformat(last))[-MOST_WEEKS:]
    shares = shares_by_week(tallies_since(db, cut, pilot, mondays[0]), mondays)
    return tuple(map(PeerShareWeek, mondays, shares))
