"""What a pilot holds besides its log: findings, insights, values, decisions and the like."""

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, RowMapping

from domain.kernel.messages import Message, Text
from domain.kinds import KINDS
from pilots.commands import COMMANDS
from projections.engine.as_of import Cut
from projections.records.records import newest_records
from web.http.urls import form_of, page_of
from web.ui.record_kinds import title_of_decision

THINGS_PER_KIND = 12


class HeldThing(Struct, frozen=True):
    """One thing in a list: what it is called, how it stands, and where its page is."""

    title: Text
    status: str
    href: str


class Holding(Struct, frozen=True):
    """The things of one kind that a pilot has, the latest first, and how to add one."""

    title: Message
    rows: list[HeldThing]
    add: str
    label: str
    more: bool


def holdings_of(db: Connection, cut: Cut, pilot: str) -> list[Holding]:
    """Return what a pilot holds, as far as the cut sees; kinds of which there is none are left."""
    found = []
    for thing in filter(lambda each: each.added_by, KINDS.values()):
        kind, add = thing.kind, thing.added_by
        # what was expected is folded away on the charter
        only: dict[str, Any] = {"kind": "discovered"} if kind == "value" else {}
        rows = newest_records(db, cut, kind, THINGS_PER_KIND + 1, pilot=pilot, **only)
        things = [
            HeldThing(_title(kind, row), row[thing.status], page_of(row[kind])) for row in rows
        ]
        if things:
            href = form_of(COMMANDS[add]).format(pilot=pilot)
            label, more = COMMANDS[add].button, len(things) > THINGS_PER_KIND
            found.append(Holding(thing.several, things[:THINGS_PER_KIND], href, label, more))
    return found


def _title(kind: str, row: RowMapping) -> Text:
    if kind == "decision":
        return title_of_decision(row["verdict"] or "", row["expected_effect"] or "")
    return str(row[KINDS[kind].title])
