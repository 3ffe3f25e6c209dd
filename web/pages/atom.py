"""What happened last as an Atom feed, so that nobody has to look every day."""

import re
from datetime import datetime

from feedgen.feed import FeedGenerator
from sqlalchemy import Connection
from starlette.responses import Response

from domain.kernel.access import Asker
from domain.kernel.messages import say
from domain.kernel.moments import moment_of
from projections.engine.as_of import NOW
from projections.records.lookups import pilot_known
from projections.timeline.feed import latest
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.urls import absolute
from web.ui.feed_items import FeedItem, items_of

ATOM = "application/atom+xml"
NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
READ = 150  # facts, of which runs of reactions become one entry


def show_feed(reading: Reading) -> Response:
    """GET /feed.atom?pilot=… — what happened last, of all pilots or of one."""
    pilot = reading.query.get("pilot", "")
    title, items = _title(reading.db, pilot), _items(reading.db, pilot, reading.asker)
    site = absolute(reading.request, "")
    feed = FeedGenerator()
    feed.id(f"{site}/pilots/{pilot}" if pilot else f"{site}/")
    feed.title(_in_xml(title))
    feed.link(href=str(reading.request.url), rel="self")
    feed.updated(_at(items[0]) if items else reading.now)
    for item in items:
        entry = feed.add_entry(order="append")
        entry.id(f"{site}{item.href}#{item.position}")
        entry.title(_in_xml(f"{item.kind}: {item.title}"))
        entry.link(href=f"{site}{item.href}")
        entry.updated(_at(item))
        entry.author(name=_in_xml(item.who))
        entry.summary(_in_xml(f"{item.pilot_title}. {item.detail}".strip()))
    return Response(feed.atom_str(pretty=True), media_type=ATOM)


def _title(db: Connection, pilot: str) -> str:
    if not pilot:
        return "Pilotlog: what happened last"
    known = pilot_known(db, NOW, pilot)
    if known is None:
        raise Unanswerable(404, say("No such pilot is known here, or you may not see it."))
    return f"Pilotlog: {known['title']}"


def _items(db: Connection, pilot: str, asker: Asker) -> list[FeedItem]:
    return items_of(db, latest(db, NOW, pilot=pilot, limit=READ), NOW, asker)[0]


def _in_xml(text: str) -> str:
    """Return a text without the signs that XML cannot hold."""
    return NOT_IN_XML.sub("", text)


def _at(item: FeedItem) -> datetime:
    return moment_of(item.known_from)
