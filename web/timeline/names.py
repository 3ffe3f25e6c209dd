"""What things are called, of which kind they are, and where their pages are, as a cut sees."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.messages import Message, Text, say
from domain.kinds import KINDS
from projections.engine.as_of import Cut
from projections.records.records import records_among
from projections.timeline.feed import facts_at
from web.http.urls import page_of
from web.ui.describe import fact_of, tell
from web.ui.record_kinds import name_of


class Named(Struct, frozen=True):
    """A thing as pages name it; `pilot` is the one it belongs to, where it belongs to one."""

    thing: str
    kind: Message
    icon: str
    lane: str
    title: Text
    pilot: str
    page: str


def named(db: Connection, cut: Cut, things: Iterable[str]) -> dict[str, Named]:
    """Return the names of things; those that were not known are left out."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for thing in sorted(set(things)):
        by_kind[thing.partition("-")[0]].append(thing)
    names = _turns(db, cut, by_kind.pop("fact", []))
    for kind, streams in by_kind.items():
        if kind in KINDS:
            names |= _of_kind(db, cut, kind, streams)
    return names


def _of_kind(db: Connection, cut: Cut, kind: str, streams: list[str]) -> dict[str, Named]:
    thing = KINDS[kind]
    return {
        row[kind]: Named(
            row[kind],
            thing.name,
            thing.icon,
            thing.lane,
            name_of(kind, row),
            row.get("pilot") or "",
            page_of(row[kind]),
        )
        for row in records_among(db, cut, kind, streams)
    }


def _turns(db: Connection, cut: Cut, facts: list[str]) -> dict[str, Named]:
    """Name turns in the course of a pilot, each by the position of the fact that tells it."""
    places = [int(fact[5:]) for fact in facts if fact[5:].isdecimal() and len(fact) <= 20]  # noqa: PLR2004  # digits a position can have
    return {
        f"fact-{row['position']}": Named(
            f"fact-{row['position']}",
            say("Pilot"),
            "route",
            "decision",
            tell(fact_of(row["name"], row["data"]), {})[0],
            row["pilot"],
            f"/pilots/{row['pilot']}/events?stream={row['stream']}&after={row['position'] - 1}",
        )
        for row in facts_at(db, cut, places)
    }
