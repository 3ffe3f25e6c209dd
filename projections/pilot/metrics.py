"""The numbers on a pilot: how many took part, how, and how much of it went to a peer."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, func, select, union

from projections.engine.as_of import Cut, as_known, counted
from projections.models.charters import MEMBERS
from projections.models.entries import ALONG, COUNTED, PARTICIPATION, TAKING_PART
from projections.models.lessons import LOOPS
from projections.models.people import merged_into

HOSTS = ("owner", "sponsor", "team")


class Figures(Struct, frozen=True, kw_only=True):
    """What is counted of one pilot; voided entries are counted nowhere."""

    people: int = 0
    """Different people who took part in any way."""
    entries: int = 0
    """Entries logged, with those that a later one superseded."""
    voters: int = 0
    """Different people who reacted."""
    votes: int = 0
    """Reactions, every one ever given."""
    current_votes: int = 0
    """Reactions that no later one superseded."""
    statements: int = 0
    """Contributions."""
    statements_by_host: int = 0
    """Contributions by an owner, sponsor or team member."""
    reactions_not_to_self: int = 0
    """Reactions and answers to somebody else: what peer share is a share of."""
    reactions_to_peer: int = 0
    """Those of them aimed at someone other than the host."""
    lessons: int = 0
    """Lessons that stand."""

    @property
    def peer_share(self) -> float | None:
        """Return the share of reactions and answers to others that went to a peer (0 to 1)."""
        if not self.reactions_not_to_self:
            return None
        return self.reactions_to_peer / self.reactions_not_to_self


def figures_of(db: Connection, cut: Cut, pilots: Sequence[str]) -> dict[str, Figures]:
    """Return the numbers of each pilot, as far as the cut sees."""
    tallies: dict[str, Counter[str]] = {pilot: Counter() for pilot in pilots}
    if not pilots:
        return {}
    _count_entries(db, cut, tallies)
    _count_people(db, cut, tallies)
    _count_hosts(db, cut, tallies)
    lessons = counted(LOOPS, cut, ("pilot",), pilot=list(tallies), status="learned")
    for pilot, amount in db.execute(lessons):
        tallies[pilot]["lessons"] = amount
    return {pilot: Figures(**counts) for pilot, counts in tallies.items()}


def _count_entries(db: Connection, cut: Cut, tallies: dict[str, Counter[str]]) -> None:
    by = ("pilot", "mode", "direction", "status")
    rows = db.execute(counted(PARTICIPATION, cut, by, pilot=list(tallies), status=COUNTED))
    for pilot, mode, direction, status, amount in rows:
        counts = tallies[pilot]
        counts["entries"] += amount
        counts["statements"] += amount * (mode == "contribute")
        counts["votes"] += amount * (mode == "react")
        counts["current_votes"] += amount * (mode == "react" and status == "logged")
        if mode in ("react", "answer") and direction in ("to-host", "to-peer"):
            counts["reactions_not_to_self"] += amount
            counts["reactions_to_peer"] += amount * (direction == "to-peer")


def _count_people(db: Connection, cut: Cut, tallies: dict[str, Counter[str]]) -> None:
    only: dict[str, Any] = {"pilot": list(tallies), "status": COUNTED}
    by = ("pilot", "person")
    reacting = counted(TAKING_PART, cut, by, mode="react", **only).subquery()
    leading = counted(TAKING_PART, cut, by, **only).subquery()
    along = counted(ALONG, cut, by, **only).subquery()
    both = union(*(select(each.c.pilot, each.c.person) for each in (leading, along))).subquery()
    same = merged_into(cut)
    for name, each in (("voters", reacting), ("people", both)):
        who = func.coalesce(same.c.into, each.c.person)
        query = select(each.c.pilot, func.count(who.distinct())).group_by(each.c.pilot)
        query = query.outerjoin_from(each, same, same.c.person == each.c.person)
        for pilot, amount in db.execute(query):
            tallies[pilot][name] = amount


def _count_hosts(db: Connection, cut: Cut, tallies: dict[str, Counter[str]]) -> None:
    members = as_known(MEMBERS, cut).where(
        MEMBERS.c.pilot.in_(list(tallies)), MEMBERS.c.role.in_(HOSTS)
    )
    hosts = {(row["pilot"], row["person"]) for row in db.execute(members).mappings()}
    if not hosts:
        return
    only: dict[str, Any] = {"pilot": list(tallies), "status": COUNTED, "mode": "contribute"}
    by_person = counted(
        TAKING_PART, cut, ("pilot", "person"), person=[who for _, who in hosts], **only
    )
    for pilot, person, amount in db.execute(by_person):
        tallies[pilot]["statements_by_host"] += amount * ((pilot, person) in hosts)
