"""Columns for the days of each quarter, with a line at the aim: percent and pixels."""

from collections.abc import Sequence

from msgspec import Struct

from domain.rules.cycle_time import Quarter
from web.charts.columns import Column, columns

TALL = 210.0  # pixels for the longest of them
ROOM = 1.06  # so that an aim above all columns has its place


class QuarterBar(Struct, frozen=True):
    """One quarter of the calendar; without a quarter nothing closed in it, and it stays empty."""

    name: str
    column: Column
    quarter: Quarter | None
    begins_year: bool


class QuarterBars(Struct, frozen=True):
    """The columns from the first quarter to the last, and how high the aim lies."""

    bars: tuple[QuarterBar, ...]
    aim: float | None


def draw_quarters(quarters: Sequence[Quarter], last: str, aim: int | None) -> QuarterBars:
    """Lay the quarters out, up to the `last` one, such as 2026 Q1, the empty ones among them."""
    by_name = {quarter.name: quarter for quarter in quarters}
    names = _names(min(by_name), max(last, *by_name)) if by_name else []
    days = [(by_name[name].days.value or 0.0) if name in by_name else 0.0 for name in names]
    most = max([*days, float(aim or 0)], default=0.0) * ROOM
    drawn = zip(names, columns(days, TALL, most), strict=True)
    bars = tuple(
        QuarterBar(name, column, by_name.get(name), name == names[0] or name.endswith("Q1"))
        for name, column in drawn
    )
    return QuarterBars(bars, round(TALL - aim / most * TALL, 1) if aim and most else None)


def _names(first: str, last: str) -> list[str]:
    start, end = (int(name[:4]) * 4 + int(name[-1]) - 1 for name in (first, last))
    return [f"{number // 4} Q{number % 4 + 1}" for number in range(start, end + 1)]
