"""The log of a pilot: everything that happened in it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.messages import Message
from projections.engine.as_of import NOW
from projections.participation.statements import reactions_of
from web.composer.composer import Composer, composer_for
from web.http.last_saved import just_done
from web.http.page import Page, Part
from web.http.reading import Reading
from web.live.memory import recalled
from web.pages.composer.just_logged import JustLoggedPart, just_logged
from web.pages.pilot.looking import TABS, looking_at, pilot_at
from web.pages.pilot.regions import FeedPart, HeroPart, Region, feed, hero, logged_now
from web.ui.new_hints import show_fired
from web.ui.toast import Toast, toast_for

PARTS: Mapping[str, Region] = {"feed": feed, "hero": hero, "logged": logged_now}


class PilotLogPage(Page, template="pilot/log.html"):
    """The log of a pilot, below the line in which one logs."""

    pilot: RowMapping
    tabs: Sequence[tuple[str, Message]] = TABS
    tab: str = "log"
    may_change: bool
    composer: Composer | None
    hero: HeroPart
    feed: FeedPart
    reactions: int
    """How many reactions to statements there are, where people talked."""
    logged_now: JustLoggedPart
    toast: Toast | None


class LogRegion(Page, template="pilot/log.html"):
    """A region of it alone."""

    pilot: RowMapping
    may_change: bool
    region_shown: Part


def show_log(reading: Reading) -> Response:
    """GET /pilots/{pilot}/log — everything that happened in a pilot, newest first."""
    looking = looking_at(reading)
    pilot = pilot_at(looking)
    if region := PARTS.get(reading.part):

        def make() -> LogRegion:
            shown = region(reading, looking, pilot)
            return LogRegion(pilot=pilot, may_change=reading.may_change, region_shown=shown)

        return reading.render(recalled(reading, make, reading.asker))
    done, shown_feed, is_now = just_done(reading), feed(reading, looking, pilot), looking.cut == NOW
    show_fired(looking.db, shown_feed.items, done, reading.now)
    asker = reading.asker
    page = PilotLogPage(
        pilot=pilot,
        may_change=reading.may_change,
        composer=composer_for(looking.db, asker, reading.now, looking.pilot) if is_now else None,
        hero=hero(reading, looking, pilot),
        feed=shown_feed,
        reactions=reactions_of(looking.db, looking.cut, looking.pilot),
        logged_now=just_logged(reading, looking.pilot),
        toast=toast_for(looking.db, done, undoes=False),
    )
    return reading.render(page)
