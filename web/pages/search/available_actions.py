"""What somebody may do, as find or do lists it: anywhere, in the pilot they are on, in another."""

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import structs
from sqlalchemy import Connection, RowMapping

from domain.kernel.access import Asker, may
from domain.kernel.messages import say
from domain.kernel.text import words_of
from pilots.commands import COMMANDS
from projections.engine.as_of import NOW
from projections.records.lookups import pilot_known
from projections.search.autocomplete import has_words, newest_pilots
from web.http.urls import form_of
from web.pages.search.result import Result
from web.ui.actions import Begun, actions_on

OFTEN = {
    "log-participation": say("Log something"),
    "learn-lesson": say("Keep a lesson"),
    "propose-pilot": say("Propose a pilot"),
    "register-person": say("Add a person"),
}  # done from anywhere, most often first; the rest are called as their buttons are
ANYWHERE = OFTEN | {
    name: say(kind.button)
    for name, kind in COMMANDS.items()
    if "{" not in form_of(kind) and name not in OFTEN
}
FIRST_HERE = ("plan-experiment", "gather-evidence", "take-decision")  # of what a pilot offers
A_FEW = 3  # pilots that are meant at once; who means another says more of its title


def deeds(db: Connection, asker: Asker, pilot: str) -> list[Result]:
    """Return what the asker may do: log and learn, then in the pilot they are on, then the rest."""
    current = pilot_known(db, NOW, pilot) if pilot else None
    anywhere = [
        Result(form_of(COMMANDS[name]), "plus", label, say("Do"), _words_in(name))
        for name, label in ANYWHERE.items()
        if may(asker, COMMANDS[name].needs, Begun("", ""))
    ]
    if current is None:
        return anywhere
    there = [structs.replace(row, kind=say("Do here")) for row in _deeds_on(current, asker)]
    return [
        *(structs.replace(row, href=f"{row.href}?pilot={pilot}") for row in anywhere[:2]),
        *there,
        *anywhere[2:],
    ]


def deeds_in(db: Connection, asker: Asker, text: str, current: str) -> Iterator[Result]:
    """Yield what can be done in up to three pilots that some words name, if the others say it."""
    for pilot, deed in islice(_named(db, words_of(text), current), A_FEW):
        for row in _deeds_on(pilot, asker):
            if has_words(f"{row.label} {row.also}", deed):
                label = say("{deed}: {pilot}", deed=row.label, pilot=pilot["title"])
                yield structs.replace(row, label=label)


def _named(db: Connection, asked: Sequence[str], current: str) -> Iterator[tuple[RowMapping, str]]:
    """Yield the pilots that some of the words name, the newest first, each with the other words."""
    for pilot in newest_pilots(db) if len(asked) > 1 else ():
        others = [word for word in asked if not has_words(pilot["title"], word)]
        if pilot["pilot"] != current and 0 < len(others) < len(asked):
            yield pilot, " ".join(others)


def _deeds_on(pilot: RowMapping, asker: Asker) -> list[Result]:
    begun = Begun(pilot["pilot"], pilot["owner"])
    actions = actions_on("pilot", begun, pilot["stage"], asker)
    actions.sort(key=lambda each: each.command not in FIRST_HERE)
    return [
        Result(each.href, "flag", each.label, say("Do"), _words_in(each.command))
        for each in actions
    ]


def _words_in(command: str) -> str:
    return command.replace("-", " ")
