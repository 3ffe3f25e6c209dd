"""Find or do: the places, deeds, pilots, people, media and texts that fit what is typed."""

from collections.abc import Iterator
from urllib.parse import quote

from msgspec import Struct, structs
from sqlalchemy import Connection

from domain.access import Asker, may
from domain.saying import say
from pilots.commands import COMMANDS
from projections.called import has_words, media_beginning, people_beginning, pilots_with
from projections.cut import NOW
from projections.pilots import PILOTS
from projections.reading import one
from projections.search import search
from projections.texts import words_of
from web.actions import Begun, actions_on
from web.addresses import form_of, page_of
from web.hits import hit_of
from web.places import PLACES

MOST = 9
OF_A_KIND = 3  # of deeds, pilots, people and media, so that each kind has room
OFTEN = {
    "log-participation": "Log something",
    "learn-lesson": "Keep a lesson",
    "propose-pilot": "Propose a pilot",
    "register-person": "Add a person",
}  # done from anywhere, most often first; the rest are called as their buttons are
ANYWHERE = OFTEN | {
    name: kind.button
    for name, kind in COMMANDS.items()
    if "{" not in form_of(kind) and name not in OFTEN
}
FIRST_HERE = ("plan-experiment", "gather-evidence", "take-decision")  # of what a pilot offers
FROM_LETTERS = 2  # with fewer, almost every text would be found


class Row(Struct, frozen=True):
    """One thing found: where it leads, its icon, what it is called, and of which kind it is."""

    href: str
    icon: str
    label: str
    kind: str


def find(db: Connection, text: str, asker: Asker, pilot: str = "") -> list[Row]:
    """Return at most nine rows, names before texts, those that begin as typed first.

    Without a text: what is done most, and where one can go. `pilot` is the one somebody is on.
    """
    deeds = [row for row in _deeds(db, asker, pilot) if has_words(row.label, text)]
    places = [row for row in _places() if has_words(row.label, text)]
    if not text:
        return [*deeds[: len(OFTEN)], *places][:MOST]
    names = [*deeds[:OF_A_KIND], *places, *_pilots(db, text), *_people(db, text), *_media(db, text)]
    names.sort(key=lambda row: not row.label.casefold().startswith(text.casefold()))
    texts = _texts(db, text) if len(text) >= FROM_LETTERS else []
    known = {row.href for row in names}
    texts = [row for row in texts if row.href not in known][: max(OF_A_KIND, MOST - len(names))]
    return [*names[: MOST - len(texts)], *texts]


def _places() -> Iterator[Row]:
    for place in PLACES:
        yield Row(place.href, place.icon, say(place.label), say("Go to"))


def _deeds(db: Connection, asker: Asker, pilot: str) -> list[Row]:
    """Return what the asker may do: log and learn, then in the pilot they are on, then the rest."""
    here = one(db, PILOTS, NOW, pilot=pilot) if pilot else None
    anywhere = [
        Row(form_of(COMMANDS[name]), "plus", say(label), say("Do"))
        for name, label in ANYWHERE.items()
        if may(asker, COMMANDS[name].needs, Begun("", ""))
    ]
    if here is None:
        return anywhere
    actions = actions_on("pilot", Begun(pilot, here["owner"]), here["stage"], asker)
    actions.sort(key=lambda each: each.command not in FIRST_HERE)
    return [
        *(structs.replace(row, href=f"{row.href}?pilot={pilot}") for row in anywhere[:2]),
        *(Row(each.href, "flag", each.label, say("Do here")) for each in actions),
        *anywhere[2:],
    ]


def _pilots(db: Connection, text: str) -> Iterator[Row]:
    for row in pilots_with(db, text, OF_A_KIND):
        stage = row["stage"]
        kind = say("Pilot, {stage}", stage=say(stage))
        yield Row(page_of(row["pilot"]), "route", row["title"], kind)


def _people(db: Connection, text: str) -> Iterator[Row]:
    for row in people_beginning(db, text, OF_A_KIND):
        yield Row(page_of(row["person"]), "users", row["name"], say("Person"))


def _media(db: Connection, text: str) -> Iterator[Row]:
    for medium in media_beginning(db, text, OF_A_KIND):
        yield Row(f"/media/{quote(medium, safe='')}", "message-square", medium, say("Medium"))


def _texts(db: Connection, text: str) -> list[Row]:
    rows = search(db, text, NOW, limit=MOST)
    hits = [hit_of(row, words_of(text), {}) for row in rows]
    return list(
        {
            hit.href: Row(hit.href, hit.icon, f"{hit.before}{hit.word}{hit.after}", hit.kind)
            for hit in hits
            if hit.href
        }.values()
    )
