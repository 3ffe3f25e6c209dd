"""Weeks in which much happened and nothing was learned."""

from collections import Counter
from datetime import date, timedelta

from domain.rules.hamster_wheel import weeks_of
from tests.support.machines.clock import MONDAY


def test_a_week_is_over_on_the_monday_after_it() -> None:
    monday = MONDAY.date()
    sunday = monday + timedelta(days=6)
    nothing: Counter[date] = Counter()

    assert [week.over for week in weeks_of(nothing, nothing, monday, sunday)] == [False]
    later = weeks_of(nothing, nothing, monday, sunday + timedelta(days=1))
    assert [week.over for week in later] == [True, False]
