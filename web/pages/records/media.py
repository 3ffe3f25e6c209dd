"""The page of a medium: whom it reaches in which pilots, and what was learned about it."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from starlette.responses import Response

from domain.kernel.messages import say
from domain.media import ATTRIBUTES, fitting
from projections.media.reach import MediumReach, reach_of
from projections.media.tool_lessons import lessons_about
from projections.media.weekly_people import MediumWeek
from projections.records.lookups import Rows, titles_of
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.i18n.formatting import date_in_words

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


class MediumPage(Page, template="records/media.html"):
    """Whom a medium reaches in which pilots, week by week, and what was learned about it."""

    reach: MediumReach
    bars: Sequence[WeekBar]
    height: int
    """Of the tallest bar, in pixels."""
    lessons: Rows
    titles: Mapping[str, str]
    usual: Sequence[str]
    """What such a medium usually is: its attributes, where they are known."""
    may_change: bool


def show_medium(reading: Reading) -> Response:
    """GET /media/{medium} — what a medium is worth, once it was used; not before."""
    db, cut, medium = reading.db, reading.cut, reading.path["medium"]
    reach = reach_of(db, cut, medium)
    if reach is None:
        raise Unanswerable(404, say("Nobody had adopted this medium then, or logged on it."))
    first_at = {use.pilot: use.first_at for use in reach.uses if use.first_at}
    lessons = lessons_about(db, cut, medium, first_at)
    usual = fitting(medium)
    page = MediumPage(
        reach=reach,
        bars=bars_of(reach.weeks),
        height=HEIGHT,
        lessons=lessons,
        titles=titles_of(db, [row["pilot"] for row in lessons], cut),
        usual=[value for name in ATTRIBUTES if (value := usual[name])],
        may_change=reading.may_change,
    )
    return reading.render(page)


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
                label=date_in_words(week.monday),
            )
        )
    return bars
