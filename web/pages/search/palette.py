"""Find or do: the places, deeds, pilots, people, media and texts that fit what is typed."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.responses import Response

from domain.kernel.access import Asker
from domain.kernel.messages import say
from domain.kernel.text import words_of
from projections.engine.as_of import NOW
from projections.search.autocomplete import (
    has_words,
    media_beginning,
    people_beginning,
    pilots_with,
)
from projections.search.search import search
from web.http.navigation import PLACES
from web.http.page import Page
from web.http.reading import Reading
from web.http.urls import page_of
from web.pages.search.available_actions import OFTEN, deeds, deeds_in
from web.pages.search.hits import hit_of
from web.pages.search.result import Result

RESULTS_SHOWN = 9
OF_A_KIND = 3  # of deeds, pilots, people and media, so that each kind has room
FROM_LETTERS = 2  # with fewer, almost every text would be found


def find(db: Connection, text: str, asker: Asker, pilot: str = "") -> list[Result]:
    """Return at most nine rows, names before texts, those that begin as typed first.

    Without a text: what is done most, and where one can go. `pilot` is the one somebody is on.
    """
    doable = [row for row in deeds(db, asker, pilot) if has_words(f"{row.label} {row.also}", text)]
    places = [row for row in _places() if has_words(str(row.label), text)]
    if not text:
        return [*doable[: len(OFTEN)], *places][:RESULTS_SHOWN]
    doable += deeds_in(db, asker, text, pilot)
    names = [
        *doable[:OF_A_KIND],
        *places,
        *_pilots(db, text),
        *_people(db, text),
        *_media(db, text),
    ]
    names.sort(key=lambda row: not str(row.label).casefold().startswith(text.casefold()))
    texts = _texts(db, text) if len(text) >= FROM_LETTERS else []
    known = {row.href for row in names}
    texts = [row for row in texts if row.href not in known][
        : max(OF_A_KIND, RESULTS_SHOWN - len(names))
    ]
    return [*names[: RESULTS_SHOWN - len(texts)], *texts]


def _places() -> Iterator[Result]:
    for place in PLACES:
        yield Result(place.href, place.icon, place.label, say("Go to"))


def _pilots(db: Connection, text: str) -> Iterator[Result]:
    for row in pilots_with(db, text, OF_A_KIND):
        stage = row["stage"]
        kind = say("Pilot, {stage}", stage=say(stage))
        yield Result(page_of(row["pilot"]), "route", row["title"], kind)


def _people(db: Connection, text: str) -> Iterator[Result]:
    for row in people_beginning(db, text, OF_A_KIND):
        yield Result(page_of(row["person"]), "users", row["name"], say("Person"))


def _media(db: Connection, text: str) -> Iterator[Result]:
    for medium in media_beginning(db, text, OF_A_KIND):
        yield Result(f"/media/{quote(medium, safe='')}", "message-square", medium, say("Medium"))


def _texts(db: Connection, text: str) -> list[Result]:
    rows = search(db, text, NOW, limit=RESULTS_SHOWN)
    hits = [hit_of(row, words_of(text), {}) for row in rows]
    return list(
        {
            hit.href: Result(hit.href, hit.icon, f"{hit.before}{hit.word}{hit.after}", hit.kind)
            for hit in hits
            if hit.href
        }.values()
    )


class FindPage(Page, template="search/find.html"):
    """What fits what is typed."""

    asked: str
    found: Sequence[Result]


def show_find(reading: Reading) -> Response:
    """GET /find?q=…&pilot=… — at most nine things that fit, and the way to all texts."""
    asked = reading.query.get("q", "").strip()[:200]
    found = find(reading.db, asked, reading.asker, reading.query.get("pilot", ""))
    return reading.render(FindPage(asked=asked, found=found))
