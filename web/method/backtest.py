"""Tries a rule on the past of a pilot: on which days it would have spoken up, and what it said."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.messages import Message
from domain.kernel.moments import moment_of, stamp, zone_called
from domain.rules.back_test import back_test
from domain.rules.known import Known
from domain.rules.rule import Hint, Warn
from domain.rules.thresholds import DAY, MONTH
from projections.engine.as_of import Cut
from projections.pilot.known_pilot import known_pilot
from projections.pilot.rules_in_force import zones_of
from projections.records.lookups import known_since, pilot_known
from projections.timeline.feed import latest

MOST_DAYS = 400  # of a pilot's life are tried out at once, the latest


class Fired(Struct, frozen=True):
    """A stretch of days in a row on which a rule would have spoken up, and what it said first."""

    first: datetime
    last: datetime
    days: int
    says: Message


class BackTest(Struct, frozen=True):
    """Which days were tried, and the stretches on which the rule would have spoken up."""

    first: datetime
    last: datetime
    fired: tuple[Fired, ...]


def tried(
    db: Connection,
    cut: Cut,
    rules: Sequence[Warn],
    pilot: str,
    until: datetime,
    *,
    threshold: int,
) -> BackTest:
    """Ask the rules of one id at the end of each day, with what was known then.

    From the day the pilot became known until a month after anything last happened in it, at
    most the latest 400 days of that.
    """

    def known_at(moment: datetime) -> Known | None:
        return known_pilot(db, Cut(stamp(moment), cut.position), pilot)

    row = pilot_known(db, cut, pilot)
    zone = zone_called(zones_of(db, cut, [row])[pilot]) if row else UTC
    began = moment_of(known_since(db, pilot) or stamp(until))
    newest = latest(db, cut, pilot=pilot, limit=1)
    last = min(until, moment_of(newest[0]["known_from"]) + MONTH) if newest else until
    first, last = max(began, last - MOST_DAYS * DAY).astimezone(zone), last.astimezone(zone)
    fired = back_test(rules, known_at, first, last, threshold)
    return BackTest(first, last, tuple(_stretches(fired)))


def _stretches(fired: Iterator[tuple[datetime, list[Hint]]]) -> Iterator[Fired]:
    stretch: Fired | None = None
    for moment, hints in fired:
        if stretch and (moment.date() - stretch.last.date()).days == 1:
            stretch = Fired(stretch.first, moment, stretch.days + 1, stretch.says)
            continue
        if stretch:
            yield stretch
        stretch = Fired(moment, moment, 1, hints[0].says)
    if stretch:
        yield stretch
