"""The page of one pilot: what it is for, its numbers, its timeline, and its learning log."""

from collections.abc import Sequence

from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.messages import Message
from pilots.store.verdicts import waiting_verdicts
from projections.engine.as_of import NOW
from web.aspects.view import Looking
from web.composer.composer import Composer, composer_for
from web.http.last_saved import just_done
from web.http.page import Page, Part
from web.http.reading import Reading
from web.live.memory import recalled
from web.pages.pilot.aspects import TABS, looking_at, pilot_at
from web.pages.pilot.charter import gates_ahead
from web.pages.pilot.next_step import NextStep, next_step
from web.pages.pilot.numbers import FiguresPart, PresencePart, figures, presence_beside
from web.pages.pilot.overview import OverviewPart, overview_of
from web.pages.pilot.regions import (
    REGIONS,
    FeedPart,
    HeroPart,
    Region,
    TimelinePart,
    feed,
    hero,
    timeline,
)
from web.ui.hints import Shown
from web.ui.new_hints import show_fired
from web.ui.toast import Toast, toast_for


class PilotPage(Page, template="pilot/pilot.html"):
    """One pilot: its head, its numbers, its timeline, its log, and what the rules say of it."""

    pilot: RowMapping
    tabs: Sequence[tuple[str, Message]] = TABS
    tab: str = ""
    may_change: bool
    composer: Composer | None
    gates: Sequence[Shown]
    passed: Sequence[tuple[Message | None, RowMapping]] = ()
    waiting: Sequence[str]
    """The sides that have given a verdict which nobody reads yet."""
    next_step: NextStep | None
    toast: Toast | None
    hero: HeroPart
    overview: OverviewPart
    figured: FiguresPart
    timeline: TimelinePart
    logged: FeedPart
    presence: PresencePart


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
    done, logged = just_done(reading), feed(reading, looking, pilot)
    drawn, figured = timeline(reading, looking, pilot), figures(reading, looking, pilot)
    show_fired(db, logged.items, done, now)
    return PilotPage(
        pilot=pilot,
        may_change=reading.may_change,
        composer=composer_for(db, reading.asker, now, looking.pilot) if is_now else None,
        gates=gates_ahead(looking) if pilot["stage"] == "proposed" else (),
        waiting=list(waiting_verdicts(reading.platform.history, looking.pilot)) if is_now else (),
        next_step=next_step(looking.pilot, figured.loops.experiment, figured.loops.missing),
        toast=toast_for(db, done),
        hero=hero(reading, looking, pilot),
        overview=overview_of(looking),
        figured=figured,
        timeline=drawn,
        logged=logged,
        presence=presence_beside(looking, drawn.rhythm),
    )


def _region(reading: Reading, region: Region) -> PilotRegion:
    """Return one region of the page, the same for all who may see it now."""

    def make() -> PilotRegion:
        looking = looking_at(reading)
        pilot = pilot_at(looking)
        shown = region(reading, looking, pilot)
        return PilotRegion(pilot=pilot, may_change=reading.may_change, region_shown=shown)

    return recalled(reading, make, reading.asker if region is feed else reading.may_change)
