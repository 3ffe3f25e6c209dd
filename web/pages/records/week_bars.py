"""Bars for the people of each week: geometry in percent of the width and pixels of the height."""

from collections.abc import Sequence

from msgspec import Struct

from projections.media.weekly_people import MediumWeek
from web.i18n.formatting import date_said

HEIGHT = 120  # pixels of the tallest bar
GAP = 0.25  # of the room a week has


class WeekBar(Struct, frozen=True):
    """One week's bar: `x` and `width` in percent, `y` and `height` in pixels."""

    x: float
    y: float
    width: float
    height: float
    people: int
    label: str


def bars_of(weeks: Sequence[MediumWeek]) -> list[WeekBar]:
    """Return one bar for each week, the first one leftmost."""
    most = max((week.people for week in weeks), default=0) or 1
    room = 100 / max(1, len(weeks))
    bars = []
    for number, week in enumerate(weeks):
        height = round(HEIGHT * week.people / most, 1)
        bars.append(
            WeekBar(
                x=round(room * (number + GAP / 2), 2),
                y=HEIGHT - height,
                width=round(room * (1 - GAP), 2),
                height=height,
                people=week.people,
                label=date_said(week.monday),
            )
        )
    return bars
