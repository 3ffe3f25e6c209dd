"""The composer: one form that logs who did what, and what was learned."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection

from domain.access import Asker
from projections.charters import MEMBERS
from projections.cut import NOW
from projections.entries import ENTRIES
from projections.pilots import PILOTS
from projections.reading import (
    all_of,
    experiments_of,
    names_of,
    one,
    people_called,
    pilots_in_order,
)
from web.fields import Choices

PERSON = re.compile(r"person-[0-9a-z-]{1,60}")
OFTEN = (
    ("co-create", "Worked together"),
    ("contribute", "Contributed"),
    ("ask", "Asked"),
    ("answer", "Answered"),
    ("react", "Reacted"),
    ("listen", "Listened"),
    ("give", "Gave"),
    ("coordinate", "Coordinated"),
    ("lead", "Led"),
    ("invite", "Invited"),
    ("promote", "Promoted"),
    ("sell", "Sold"),
)


class Composer(Struct, kw_only=True):
    """What the composer shows: where it logs to, what can be chosen, what was typed."""

    pilot: str
    pilot_title: str
    pilots: Choices
    experiments: Choices
    names: list[str]
    modes: Choices
    values: dict[str, Any]
    error: str
    error_field: str
    answering: str = ""
    """What was asked, where this answers something."""


def composer_for(
    db: Connection,
    asker: Asker,
    pilot: str = "",
    *,
    values: Mapping[str, Any] | None = None,
    error: str = "",
    error_field: str = "",
) -> Composer | None:
    """Return the composer for one pilot or for any; None for those who only read."""
    if asker.standing == "auditor":
        return None
    said = dict(values or {})
    if PERSON.fullmatch(person := str(said.get("with", ""))):
        said["with"] = _name_or_id(db, person)
    chosen = pilot or str(said.get("pilot", ""))
    known = one(db, PILOTS, NOW, pilot=chosen) if chosen else None
    pilots = (
        [] if pilot else [(p["pilot"], p["title"]) for p in pilots_in_order(db, NOW, limit=100)]
    )
    if not chosen and pilots:
        chosen = pilots[0][0]
    members = [row["person"] for row in all_of(db, MEMBERS, NOW, chosen, limit=50)]
    running = [e for e in experiments_of(db, NOW, chosen) if e["trial"] in ("planned", "running")]
    return Composer(
        pilot=pilot,
        pilot_title=known["title"] if known else "",
        pilots=pilots,
        experiments=[(e["experiment"], e["title"]) for e in running] if pilot else [],
        names=sorted(set(names_of(db, members, NOW).values())),
        modes=OFTEN,
        values=said,
        error=error,
        error_field=error_field,
        answering=_asked(db, str(said.get("to", ""))),
    )


def _name_or_id(db: Connection, person: str) -> str:
    """Return the name of a person where no other goes by it; else the id, which is as good."""
    name = names_of(db, [person], NOW).get(person, "")
    return name if name and people_called(db, name, NOW) == [person] and "," not in name else person


def _asked(db: Connection, entry: str) -> str:
    row = one(db, ENTRIES, NOW, entry=entry) if entry.startswith("entry-") else None
    return (row["text"] or "an earlier entry") if row else ""
