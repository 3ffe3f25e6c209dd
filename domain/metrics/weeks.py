"""Weeks of the calendar, from Monday to Sunday: the same for every chart, rule and export."""

from datetime import date, timedelta

WEEK = timedelta(days=7)


def week_of(day: date) -> date:
    """Return the Monday of the week a day is in."""
    return day - timedelta(days=day.weekday())


def weeks_between(first: date, last: date) -> list[date]:
    """Return the Mondays of all weeks from the one a first day is in to that of a last day."""
    begins = week_of(first)
    return [begins + n * WEEK for n in range((week_of(last) - begins) // WEEK + 1)]


def weeks_up_to(last: date, count: int) -> list[date]:
    """Return the Mondays of as many weeks, oldest first, up to the one a last day is in."""
    return weeks_between(week_of(last) - (count - 1) * WEEK, last)
