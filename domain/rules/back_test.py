"""Tells on which dates a rule would have spoken up, before anybody turns it on."""

from collections.abc import Callable, Iterator
from datetime import datetime, time

from domain.rules.known import Known
from domain.rules.rule import Notice, Warn
from domain.rules.thresholds import DAY


def back_test(
    rule: Warn,
    known_at: Callable[[datetime], Known | None],
    first: datetime,
    last: datetime,
    threshold: int,
) -> Iterator[tuple[datetime, list[Notice]]]:
    """Ask a rule at the end of each day between two moments; yield those on which it fires.

    `known_at` returns what was known about the pilot at a moment, None where it was not known.
    """
    moment = datetime.combine(first.date(), time.max, first.tzinfo)
    while moment.date() <= last.date():
        asked = min(moment, last)
        known = known_at(asked)
        if known is not None and (said := rule.notices(known, asked, threshold)):
            yield asked, said
        moment += DAY
