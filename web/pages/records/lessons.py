"""Every lesson, by what became of it: held elsewhere, not tried there, doubtful; and practices."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec import Struct
from starlette.responses import Response

from domain.kernel.messages import Message, say
from domain.kernel.moments import stamp
from domain.rules.learning import HALF_LIFE
from projections.records.lookups import (
    LessonGroup,
    Rows,
    lessons_by_pilot,
    lessons_in_group,
    names_of,
    titles_of,
)
from projections.records.records import newest_records
from projections.search.similar_lessons import lessons_alike
from web.http.last_saved import just_done
from web.http.page import Page
from web.http.reading import Reading
from web.ui.toast import Toast, toast_for

FIRST = 6  # lessons of a group
PAGE_SIZE = 40  # of a group by itself
PRACTICES = 6
FOUND = 6
GROUPS: Mapping[LessonGroup, Message] = {
    "held": say("Held elsewhere"),
    "new": say("New, not tried elsewhere"),
    "doubtful": say("Did not hold, or not checked for long"),
    "gone": say("Taken back"),
}
SHOWN: tuple[LessonGroup, ...] = ("held", "new", "doubtful")


class ShownGroup(Struct, frozen=True):
    """Lessons of one kind, and where the rest of them is, if there is more."""

    key: str
    title: Message
    lessons: Rows
    more: int | None = None


class LessonsPage(Page, template="records/lessons.html"):
    """Lessons in groups, of one loop or both, of one pilot or all."""

    groups: Sequence[ShownGroup]
    practices: Rows
    found: Rows
    """Lessons like what somebody is about to try."""
    asked: str
    group: str
    """The one group that is shown; empty for all."""
    names: Mapping[str, str]
    titles: Mapping[str, str]
    count: int
    pilots: int
    by_loop: Mapping[str, int]
    chosen: str
    """The loop they are of, or empty."""
    pilot_chosen: str
    toast: Toast | None
    may_change: bool


def show_lessons(reading: Reading) -> Response:
    """GET /lessons — lessons by what became of them; of one pilot, one loop, or one group."""
    db, cut, asked = reading.db, reading.cut, reading.query
    loop = loop if (loop := asked.get("loop", "")) in ("collaboration", "tool") else ""
    pilot, text = asked.get("pilot", ""), asked.get("q", "").strip()[:400]
    one = next((each for each in GROUPS if each == asked.get("group")), None)
    groups = [_group(reading, each, pilot, loop, one) for each in ([one] if one else SHOWN)]
    found = lessons_alike(db, text, cut, FOUND) if text else []
    lessons = [*found, *(row for each in groups for row in each.lessons)]
    counts = lessons_by_pilot(db, cut, pilot)
    page = LessonsPage(
        groups=[each for each in groups if each.lessons],
        practices=[] if one else newest_records(db, cut, "practice", PRACTICES),
        found=found,
        asked=text,
        group=one or "",
        names=names_of(db, [lesson["learned_by"] for lesson in lessons], cut),
        titles=titles_of(db, [lesson["pilot"] for lesson in lessons] + [pilot], cut),
        count=sum(counts.values()),
        pilots=len({of for of, _ in counts}),
        by_loop={
            each: sum(n for (_, of), n in counts.items() if of == each)
            for each in ("collaboration", "tool")
        },
        chosen=loop,
        pilot_chosen=pilot,
        toast=toast_for(db, just_done(reading)),
        may_change=reading.may_change,
    )
    return reading.render(page)


def _group(
    reading: Reading, group: LessonGroup, pilot: str, loop: str, one: LessonGroup | None
) -> ShownGroup:
    first = reading.whole("from")
    size, offset = (PAGE_SIZE, first) if one else (FIRST, 0)
    rows = lessons_in_group(
        reading.db,
        reading.cut,
        group,
        checked_since=stamp(reading.now - timedelta(days=HALF_LIFE)),
        pilot=pilot,
        loop=loop,
        offset=offset,
        limit=size + 1,
    )
    more = offset + (size if one else 0) if len(rows) > size else None
    return ShownGroup(group, GROUPS[group], rows[:size], more)
