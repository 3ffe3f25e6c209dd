"""The front page: the composer, and what moved."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection
from starlette.responses import Response

from projections.decisions.due import Revisit
from projections.engine.as_of import NOW, Cut
from projections.learning.success_rate import Success, success_of
from projections.pilot.figures import Figures, figures_of
from projections.records.lookups import Rows, pilots_in_order
from projections.timeline.feed import latest
from web.composer.composer import Composer, composer_for
from web.http.last_saved import just_done
from web.http.page import Page, Part
from web.http.reading import Reading
from web.live.memory import recalled
from web.pages.decisions.due import due_for
from web.ui.feed_items import FeedItem, items_of
from web.ui.new_hints import show_fired
from web.ui.toast import Toast, toast_for

PAGE_SIZE = 150


class MovedPart(Part):
    """What happened last in every pilot; `more` is the position before which it goes on."""

    items: Sequence[FeedItem]
    more: int | None


class PilotsPart(Part):
    """The newest pilots, with their numbers by pilot."""

    pilots: Rows
    figures: Mapping[str, Figures]


class HomePage(Page, template="home/home.html"):
    """The front page; a region that comes alone leaves out the rest."""

    moved: MovedPart | None
    newest: PilotsPart | None
    composer: Composer | None
    due: Sequence[Revisit]
    toast: Toast | None


class PilotsPage(Page, template="home/pilots.html"):
    """Pilots of one stage or of all, with their numbers; `more` is where the next page begins."""

    pilots: Rows
    figures: Mapping[str, Figures]
    more: int | None
    stage: str
    success: Success


def show_home(reading: Reading) -> Response:
    """GET / — log something, and see what happened last in every pilot."""
    db, cut, asker, now, part = reading.db, reading.cut, reading.asker, reading.now, reading.part
    done = just_done(reading)
    page = HomePage(
        moved=_moved(reading) if part != "pilots" else None,
        newest=recalled(reading, lambda: _newest(db, cut)) if part != "feed" else None,
        composer=composer_for(db, asker, now) if cut == NOW and not part else None,
        due=due_for(db, cut, asker, now) if not part else (),
        toast=toast_for(db, done),
    )
    show_fired(db, page.moved.items if page.moved else (), done, now)
    return reading.render(page)


def _moved(reading: Reading) -> MovedPart:
    rows = latest(reading.db, reading.cut, before=reading.whole("before") or None, limit=PAGE_SIZE)
    items, count = items_of(reading.db, rows, reading.cut, reading.asker)
    goes_on = len(rows) > PAGE_SIZE - 30 or count < len(rows)
    return MovedPart(items=items, more=rows[count - 1]["position"] if goes_on else None)


def _newest(db: Connection, cut: Cut) -> PilotsPart:
    pilots = pilots_in_order(db, cut, limit=6)
    figures = figures_of(db, cut, [row["pilot"] for row in pilots])
    return PilotsPart(pilots=pilots, figures=figures)


def show_pilots(reading: Reading) -> Response:
    """GET /pilots — every pilot, the newest first."""
    db, cut, offset = reading.db, reading.cut, reading.whole("from")
    stage = reading.query.get("stage", "")
    pilots = pilots_in_order(db, cut, stage=stage, offset=offset, limit=21)
    page = PilotsPage(
        pilots=pilots[:20],
        figures=figures_of(db, cut, [pilot["pilot"] for pilot in pilots]),
        more=offset + 20 if len(pilots) > 20 else None,  # noqa: PLR2004  # a page
        stage=stage,
        success=success_of(db, cut),
    )
    return reading.render(page)
