"""The front page: the composer, and what moved."""

from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from projections.engine.as_of import NOW, Cut
from projections.learning.success_rate import success_of
from projections.pilot.figures import figures_of
from projections.records.lookups import pilots_in_order
from projections.timeline.feed import latest
from web.composer.composer import composer_for
from web.http.last_saved import just_done
from web.http.reading import Reading
from web.live.memory import recalled
from web.pages.decisions.due import due_for
from web.ui.feed_items import items_of
from web.ui.new_hints import show_fired
from web.ui.toast import toast_for

PAGE_SIZE = 150


def show_home(reading: Reading) -> Response:
    """GET / — log something, and see what happened last in every pilot."""
    db, cut, asker, now = reading.db, reading.cut, reading.asker, reading.now
    needs: dict[str, Any] = {}
    part = reading.part
    if part != "feed":
        needs |= recalled(reading, lambda: _pilots(db, cut))
    if part != "pilots":
        needs |= _moved(reading)
    needs["composer"] = composer_for(db, asker, now) if cut == NOW and not part else None
    needs["due"] = due_for(db, cut, asker, now) if not part else []
    done = just_done(reading)
    needs["toast"] = toast_for(db, done)
    show_fired(db, needs.get("items", ()), done, now)
    return reading.render("home/home.html", needs)


def _moved(reading: Reading) -> dict[str, Any]:
    rows = latest(reading.db, reading.cut, before=reading.whole("before") or None, limit=PAGE_SIZE)
    items, count = items_of(reading.db, rows, reading.cut, reading.asker)
    goes_on = len(rows) > PAGE_SIZE - 30 or count < len(rows)
    return {"items": items, "more": rows[count - 1]["position"] if goes_on else None}


def _pilots(db: Connection, cut: Cut) -> dict[str, Any]:
    pilots = pilots_in_order(db, cut, limit=6)
    return {"pilots": pilots, "figures": figures_of(db, cut, [row["pilot"] for row in pilots])}


def show_pilots(reading: Reading) -> Response:
    """GET /pilots — every pilot, the newest first."""
    db, cut, offset = reading.db, reading.cut, reading.whole("from")
    stage = reading.query.get("stage", "")
    pilots = pilots_in_order(db, cut, stage=stage, offset=offset, limit=21)
    needs = {
        "figures": figures_of(db, cut, [pilot["pilot"] for pilot in pilots]),
        "more": offset + 20 if len(pilots) > 20 else None,  # noqa: PLR2004  # a page
        "pilots": pilots[:20],
        "stage": stage,
        "success": success_of(db, cut),
    }
    return reading.render("home/pilots.html", needs)
