"""The composer: one form that logs who did what, and what was learned."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Any

from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import replace
from sqlalchemy import Connection

from domain.kernel.access import Asker
from domain.kernel.messages import Text, say
from domain.pilot import OVER
from projections.engine.as_of import NOW
from projections.records.lookups import (
    experiments_of,
    last_logged_to,
    media_of,
    members_of,
    names_of,
    people_called,
    pilots_in_order,
)
from projections.records.records import record
from web.composer.chips import Chip, chips_of
from web.composer.completion import Around, Completion, completions_for
from web.composer.line.interpret import Understood, understand
from web.composer.wish import running_of
from web.forms.fields import Choices
from web.ui.actions import EXPERIMENT_OPEN

PERSON = re.compile(r"person-[0-9a-z-]{1,60}")
CARET = re.compile(r"[0-9]{1,5}")
OFTEN = (
    ("contribute", say("Contributed")),
    ("co-create", say("Worked together")),
    ("ask", say("Asked")),
    ("answer", say("Answered")),
    ("react", say("Reacted")),
    ("listen", say("Listened")),
    ("give", say("Gave")),
    ("coordinate", say("Coordinated")),
    ("lead", say("Led")),
    ("invite", say("Invited")),
    ("promote", say("Promoted")),
    ("sell", say("Sold")),
)


class Composer(Struct, kw_only=True):
    """What the composer shows: where it logs to, what can be chosen, what was typed."""

    pilot: str
    """The pilot whose page it stands on; empty where one chooses."""
    pilots: Choices
    experiments: Choices
    names: list[str]
    media: list[str]
    modes: Choices
    values: dict[str, Any]
    """What was typed, and what was understood from it."""
    marks: str
    """What was read in the line, as JSON: where it begins and ends, its field, whether surely."""
    chips: Sequence[Chip]
    completions: Sequence[Completion]
    new: tuple[str, ...]
    """Names that nobody bears yet."""
    error: Text
    error_field: str
    is_first: bool = False
    """Whether somebody has just started a pilot, so that they are to write here at once."""
    answering: str = ""
    """What was asked, where this answers something."""
    because: str = ""
    """What a lesson comes from, where it comes from an entry."""


def composer_for(
    db: Connection,
    asker: Asker,
    now: datetime,
    pilot: str = "",
    *,
    values: Mapping[str, Any] | None = None,
    error: Text = "",
    error_field: str = "",
) -> Composer | None:
    """Return the composer for one pilot or for any; None for those who only read."""
    if asker.standing == "auditor":
        return None
    given = dict(values or {})
    if PERSON.fullmatch(person := str(given.get("with", ""))):
        given["with"] = _name_or_id(db, person)
    pilots = [] if pilot else _pilots(db, asker, str(given.get("pilot", "")))
    given["pilot"] = pilot or str(given.get("pilot", "")) or next((p for p, _ in pilots), "")
    understood = understand(db, given, asker, now)
    experiments = _under_way(db, given["pilot"])
    if running := running_of(db, given["pilot"]):
        understood.fields.setdefault("experiment", running)
    people = [row["person"] for row in members_of(db, NOW, given["pilot"], limit=50)]
    names = sorted(set(names_of(db, people, NOW).values()) - {asker.name})
    media = sorted({row["medium"] for row in media_of(db, NOW, given["pilot"])})
    text = str(given.get("text", ""))
    return Composer(
        pilot=pilot,
        pilots=pilots,
        experiments=list(experiments.items()),
        names=names,
        media=media,
        modes=OFTEN,
        values=understood.fields,
        marks=_marks(text, understood),
        chips=chips_of(db, understood, dict(OFTEN), experiments, media),
        completions=_completions(db, text, given, Around(names, media, experiments)),
        new=understood.new,
        error=error or understood.doubt or "",
        error_field=error_field,
        answering=_text_of(db, str(given.get("to", ""))),
        because=_text_of(db, str(given.get("because", ""))),
    )


def _marks(text: str, understood: Understood) -> str:
    """Return the marks as a browser counts letters: in units of UTF-16."""
    units = [0, *accumulate(len(letter.encode("utf-16-le")) // 2 for letter in text)]
    marks = [(units[m.start], units[m.end], m.field, m.is_sure) for m in understood.marks]
    return encode(marks).decode()


def _completions(
    db: Connection, text: str, given: Mapping[str, Any], around: Around
) -> list[Completion]:
    caret = str(given.get("caret", ""))
    if not CARET.fullmatch(caret):
        return []
    before = text.encode("utf-16-le")[: 2 * int(caret)].decode("utf-16-le", "ignore")
    found = completions_for(db, text, len(before), around)
    return [replace(each, start=len(text[: each.start].encode("utf-16-le")) // 2) for each in found]


def _pilots(db: Connection, asker: Asker, chosen: str) -> list[tuple[str, str]]:
    """Return the pilots one can log to: first the one they logged to last, then running ones."""
    open_ones = [
        row
        for row in pilots_in_order(db, NOW, limit=100)
        if row["stage"] not in OVER or row["pilot"] == chosen
    ]
    last = last_logged_to(db, asker.person, NOW)
    likely = sorted(open_ones, key=lambda row: (row["pilot"] != last, row["stage"] != "running"))
    return [(row["pilot"], row["title"]) for row in likely]


def _under_way(db: Connection, pilot: str) -> dict[str, str]:
    rows = experiments_of(db, NOW, pilot)
    return {row["experiment"]: row["title"] for row in rows if row["trial"] in EXPERIMENT_OPEN}


def _name_or_id(db: Connection, person: str) -> str:
    """Return the name of a person where no other goes by it; else the id, which is as good."""
    name = names_of(db, [person], NOW).get(person, "")
    return name if name and people_called(db, name, NOW) == [person] and "," not in name else person


def _text_of(db: Connection, entry: str) -> str:
    row = record(db, NOW, "entry", entry) if entry.startswith("entry-") else None
    return (row["text"] or "an earlier entry") if row else ""
