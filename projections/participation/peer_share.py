"""How much of what is said goes to a peer, and how much is broadcast, in all and week by week."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.rules.broadcast import is_broadcast
from domain.rules.participation import ANSWERING, TO_SOMEBODY
from domain.rules.thresholds import DAY, WEEK
from projections.engine.as_of import Cut, Since, counted
from projections.models.entries import COUNTED, PARTICIPATION, RHYTHM

MOST_WEEKS = 52

Ways = Iterable[tuple[str, str, int]]


class EntryShares(Struct, frozen=True, kw_only=True):
    """How many entries there were, and which share went where."""

    entries: int
    broadcast: int
    """Entries that are broadcast: see `is_broadcast`."""
    broadcast_share: float | None
    """The share of entries that are broadcast (0 to 1); None without entries."""
    answers: int
    """Reactions and answers to somebody else."""
    to_peers: int
    """Those of them that went to someone other than the host."""
    peer_share: float | None
    """The share of answers that went to a peer (0 to 1); None without answers."""


class PeerShareWeek(Struct, frozen=True):
    """The shares of one week, which begins on a Monday (UTC)."""

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
    return PeerShareOverTime(
        _shares(row for row in db.execute(ways)), tuple(_weeks(db, cut, pilot))
    )


def _weeks(db: Connection, cut: Cut, pilot: str) -> list[PeerShareWeek]:
    days = counted(RHYTHM, cut, ("occurred_on",), pilot=pilot, status=COUNTED).subquery()
    first, last = db.execute(
        select(func.min(days.c.occurred_on), func.max(days.c.occurred_on))
    ).one()
    if last is None:
        return []
    end = _monday(last)
    start = max(_monday(first), end - (MOST_WEEKS - 1) * WEEK)
    by = ("occurred_on", "mode", "direction")
    since = Since(str(start))
    found: dict[date, Counter[tuple[str, str]]] = {}
    asked = counted(RHYTHM, cut, by, pilot=pilot, occurred_on=since, status=COUNTED)
    for day, mode, direction, amount in db.execute(asked):
        found.setdefault(_monday(day), Counter())[mode, direction] += amount
    mondays = [start + weeks * WEEK for weeks in range((end - start) // WEEK + 1)]
    return [
        PeerShareWeek(monday, _shares((*way, n) for way, n in found.get(monday, Counter()).items()))
        for monday in mondays
    ]


def _shares(ways: Ways) -> EntryShares:
    entries = broadcast = answers = to_peers = 0
    for mode, direction, amount in ways:
        entries += amount
        broadcast += amount * is_broadcast(mode, direction)
        if mode in ANSWERING and direction in TO_SOMEBODY:
            answers += amount
            to_peers += amount * (direction == "to-peer")
    return EntryShares(
        entries=entries,
        broadcast=broadcast,
        broadcast_share=broadcast / entries if entries else None,
        answers=answers,
        to_peers=to_peers,
        peer_share=to_peers / answers if answers else None,
    )


def _monday(day: str) -> date:
    at = date.fromisoformat(day)
    return at - at.weekday() * DAY
