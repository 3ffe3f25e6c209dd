"""Tells on which dates a rule would have spoken up, before anybody turns it on."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time

from domain.rules.known import Known
from domain.rules.rule import Hint, Rule, Setting
from domain.rules.speaking import hints
from domain.rules.thresholds import DAY


def back_test(
    rules: Iterable[Rule],
    known_at: Callable[[datetime], Known | None],
    first: datetime,
    last: datetime,
    threshold: int,
) -> Iterator[tuple[datetime, list[Hint]]]:
    """Ask rules at the end of each day between two moments; yield those on which they fire.

    `known_at` returns what was known about the pilot at a moment, None where it was not known.
    """
    rules = tuple(rules)
    settings = {rule.id: Setting("warn", threshold) for rule in rules}
    moment = datetime.combine(first.date(), time.max, first.tzinfo)
    while moment.date() <= last.date():
        asked = min(moment, last)
        known = known_at(asked)
        if known is not None and (fired := hints(rules, known, asked, settings)):
            yield asked, fired
        moment += DAY
