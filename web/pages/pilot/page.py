"""The page of one pilot: whether it works, the one thing to do next, and how it got here."""

from collections.abc import Mapping, Sequence

from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.messages import Message, say
from pilots.store.verdicts import waiting_verdicts
from projections.engine.as_of import NOW
from projections.participation.statements import reactions_of
from projections.records.lookups import Rows, names_of, newest_lessons
from web.aspects.view import Looking
from web.composer.composer import Composer, composer_for
from web.http.last_saved import just_done
from web.http.page import Page, Part
from web.http.reading import Reading
from web.live.memory import recalled
from web.pages.composer.just_logged import JustLoggedPart, just_logged
from web.pages.pilot.charter import gates_ahead
from web.pages.pilot.looking import TABS, looking_at, pilot_at
from web.pages.pilot.regions import (
    REGIONS,
    HeroPart,
    LatestPart,
    NextPart,
    Region,
    ResultPart,
    TimelinePart,
    hero,
    latest_entries,
    logged_now,
    next_step,
    result,
    timeline,
)
from web.ui.hints import Shown
from web.ui.new_hints import show_fired
from web.ui.toast import Toast, toast_for

LESSONS = 3
FEWEST_MARKS = 5  # before a timeline says anything


class PilotPage(Page, template="pilot/pilot.html"):
    """One pilot: its head, its result, what is next, its timeline, what was learned and logged."""

    pilot: RowMapping
    tabs: Sequence[tuple[str, Message]] = TABS
    tab: str = ""
    may_change: bool
    composer: Composer | None
    gates: Sequence[Shown]
    passed: Sequence[tuple[Message | None, RowMapping]] = ()
    waiting: Sequence[str]
    """The sides that have given a verdict which nobody reads yet."""
    lessons: Rows
    lesson_names: Mapping[str, str]
    logged_now: JustLoggedPart
    toast: Toast | None
    hero: HeroPart
    resulted: ResultPart
    to_do: NextPart
    timeline: TimelinePart
    logged: LatestPart
    reactions: int
    """How many reactions to statements there are, where people talked."""
    shows_timeline: bool
    """Whether there are marks enough for one."""


class PilotRegion(Page, template="pilot/pilot.html"):
    """One region of it that comes alone."""

    pilot: RowMapping
    may_change: bool
    region_shown: Part


class TimelineAlone(Page, template="timeline/timeline.html"):
    """The timeline of it, where another stretch or another mark is chosen."""

    pilot: RowMapping
    timeline: TimelinePart


def show_pilot(reading: Reading) -> Response:
    """GET /pilots/{pilot} — one pilot, now, as known on a day, or as shown at a position."""
    if region := REGIONS.get(reading.part):
        return reading.render(_region(reading, region))
    looking = looking_at(reading)
    pilot = pilot_at(looking)
    if reading.request.headers.get("hx-target") == "section#timeline":
        return reading.render(
            TimelineAlone(pilot=pilot, timeline=timeline(reading, looking, pilot))
        )
    return reading.render(_page(reading, looking, pilot))


def _page(reading: Reading, looking: Looking, pilot: RowMapping) -> PilotPage:
    db, is_now, now = looking.db, looking.cut == NOW, reading.now
    done, logged = just_done(reading), latest_entries(reading, looking, pilot)
    lessons = newest_lessons(db, looking.cut, pilot=looking.pilot, limit=LESSONS)
    show_fired(db, logged.items, done, now)
    drawn = timeline(reading, looking, pilot)
    return PilotPage(
        pilot=pilot,
        may_change=reading.may_change,
        composer=_composer(reading, looking) if is_now else None,
        gates=gates_ahead(looking) if pilot["stage"] == "proposed" else (),
        waiting=list(waiting_verdicts(reading.platform.history, looking.pilot)) if is_now else (),
        lessons=lessons,
        lesson_names=names_of(db, [row["learned_by"] for row in lessons], looking.cut),
        logged_now=just_logged(reading, looking.pilot),
        toast=toast_for(db, done, undoes=False),
        hero=hero(reading, looking, pilot),
        resulted=result(reading, looking, pilot),
        to_do=next_step(reading, looking, pilot),
        timeline=drawn,
        shows_timeline=not drawn.view.is_whole or drawn.picture.count >= FEWEST_MARKS,
        logged=logged,
        reactions=reactions_of(db, looking.cut, looking.pilot),
    )


def _composer(reading: Reading, looking: Looking) -> Composer | None:
    """Return the line in which one logs; half written for who has just started."""
    begun = reading.query.get("first") == "1" and not looking.known.turnout.entries
    values = {"text": f"{say('We tried')} "} if begun else {}
    composer = composer_for(looking.db, reading.asker, reading.now, looking.pilot, values=values)
    if composer:
        composer.is_first = begun
    return composer


def _region(reading: Reading, region: Region) -> PilotRegion:
    """Return one region of the page, the same for all who may see it now."""

    def make() -> PilotRegion:
        looking = looking_at(reading)
        pilot = pilot_at(looking)
        shown = region(reading, looking, pilot)
        return PilotRegion(pilot=pilot, may_change=reading.may_change, region_shown=shown)

    is_personal = region in (latest_entries, logged_now)
    return recalled(reading, make, reading.asker if is_personal else reading.may_change)
