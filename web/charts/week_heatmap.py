"""The rhythm of a pilot: a square for each day that has entries, a column for each week."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import log

from msgspec import Struct

from domain.metrics.weeks import weeks_between
from web.i18n.formatting import month_in_words

WEEKS = 53  # columns at most: the newest
ROOM = 30  # columns there is room for at least, so that squares of a short pilot stay squares
STEP, TOP = 13, 16  # pixels from row to row, and above the first
SHADES = 4
APART = 3  # weeks between the names of two months at least


class DaySquare(Struct, frozen=True):
    """One day: y in pixels, and a shade from 1 (few entries) to 4 (as many as ever)."""

    day: date
    y: int
    amount: int
    shade: int


class WeekColumn(Struct, frozen=True):
    """One week, from its Monday (UTC): x in percent."""

    monday: date
    sunday: date
    x: float
    amount: int
    squares: tuple[DaySquare, ...]

    @property
    def days(self) -> tuple[int, ...]:
        """Return how many entries each of its seven days has, Monday first."""
        amounts = {square.day: square.amount for square in self.squares}
        return tuple(amounts.get(self.monday + timedelta(days=n), 0) for n in range(7))


class WeekHeatmap(Struct, frozen=True):
    """Everything the template draws: at most the last 53 of all weeks there were."""

    columns: tuple[WeekColumn, ...]
    months: tuple[tuple[float, str], ...]
    width: float
    """Of a square, in percent."""
    weeks: int
    """Weeks from the first entry to the last."""
    entries: int
    """Entries of the weeks shown."""


def week_heatmap(days: Mapping[str, int]) -> WeekHeatmap | None:
    """Lay out how many entries there were on each day; None where there were none."""
    amounts = {date.fromisoformat(day): amount for day, amount in days.items() if amount > 0}
    if not amounts:
        return None
    weeks = weeks_between(min(amounts), max(amounts))
    mondays = weeks[-WEEKS:]
    room = 100 / max(len(mondays), ROOM)
    most = max(amount for day, amount in amounts.items() if day >= mondays[0])
    columns = tuple(_column(amounts, at, n * room, most) for n, at in enumerate(mondays))
    entries = sum(column.amount for column in columns)
    return WeekHeatmap(columns, _months(mondays, room), round(room * 0.8, 3), len(weeks), entries)


def _column(amounts: Mapping[date, int], monday: date, x: float, most: int) -> WeekColumn:
    days = [monday + timedelta(days=n) for n in range(7)]
    squares = tuple(
        DaySquare(day, TOP + STEP * row, amounts[day], _shade(amounts[day], most))
        for row, day in enumerate(days)
        if day in amounts
    )
    amount = sum(square.amount for square in squares)
    return WeekColumn(monday, days[-1], round(x, 3), amount, squares)


def _shade(amount: int, most: int) -> int:
    """Return a shade on a logarithmic scale, so that one loud day does not pale the rest."""
    return SHADES if amount == most else 1 + int((SHADES - 1) * log(amount) / log(most))


def _months(mondays: list[date], room: float) -> tuple[tuple[float, str], ...]:
    labels: list[tuple[int, str]] = []
    for at, monday in enumerate(mondays):
        begins = not at or monday.month != mondays[at - 1].month
        if begins and labels and at - labels[-1][0] < APART:
            labels.pop()
        if begins and at <= len(mondays) - 2:
            labels.append((at, month_in_words(monday)))
    return tuple((round(at * room, 3), name) for at, name in labels)
