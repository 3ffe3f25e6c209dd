"""Finds whom a line means by a name: members of the pilot first, then anybody known here."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from sqlalchemy import Connection

from projections.engine.as_of import NOW
from projections.records.lookups import names_known, names_of, people_called
from projections.search.autocomplete import people_beginning

CAPITALISED = re.compile(r"(?<![\w.’'-])[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)+")
LONGEST = 4  # words of a name
NAMES_LOOKED_UP = 40  # of one line
HINTED = 5  # names told where several people could be meant


class Whom(Struct, frozen=True):
    """Whom a name means: a name known here, the same name where nobody bears it, or several."""

    said: str
    name: str
    is_new: bool = False
    several: tuple[str, ...] = ()


def whom(db: Connection, name: str, members: Sequence[str]) -> Whom:
    """Return whom a name means; a first name will do where only one person has it."""
    if called := people_called(db, name, NOW):
        return Whom(name, names_of(db, called, NOW)[called[0]])
    wanted = name.casefold()
    near = [each for each in members if wanted in each.casefold().split()]
    found = near or [row["name"] for row in people_beginning(db, f"{name} ", 2 * HINTED)]
    match sorted(set(found)):
        case []:
            return Whom(name, name, is_new=True)
        case [one]:
            return Whom(name, one)
        case several:
            return Whom(name, name, several=tuple(several[:HINTED]))


def new_among(db: Connection, names: Iterable[str]) -> list[str]:
    """Return the names that nobody bears yet."""
    return [name for name in names if not people_called(db, name, NOW)]


def written_out(db: Connection, typed: str) -> list[str]:
    """Return the names of several words in a line that somebody known here bears."""
    written: dict[str, str] = {}
    for words in (found[0].split(" ") for found in CAPITALISED.finditer(typed)):
        for first in range(len(words)):
            for last in range(first + 2, min(first + LONGEST, len(words)) + 1):
                name = " ".join(words[first:last])
                written.setdefault(name.casefold(), name)
    return list(names_known(db, list(written.values())[:NAMES_LOOKED_UP], NOW))
