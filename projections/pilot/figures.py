"""The numbers on a pilot: how many took part, how, and how much of it went to a peer."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Connection, func, select, union

from domain.metrics.learning import LESSONS
from domain.metrics.metric import Figure
from domain.metrics.participation import (
    CONTRIBUTIONS,
    CONTRIBUTIONS_BY_TEAM,
    CURRENT_REACTIONS,
    PEOPLE,
    PEOPLE_REACTING,
    REACTIONS,
    EntryShares,
    shares_of,
)
from projections.engine.as_of import Cut, as_known, counted
from projections.models.charters import MEMBERS
from projections.models.entries import ALONG, COUNTED, PARTICIPATION, TAKING_PART
from projections.models.lessons import LOOPS
from projections.models.people import merged_into

HOSTS = ("owner", "sponsor", "team")

Tallies = dict[str, Counter[str]]
Way = tuple[str, str, int]  # mode, direction, and how many entries of these


class Figures(Struct, frozen=True):
    """What is counted of one pilot from its beginning on; what was taken back counts nowhere.

    The API keeps the names it began with.
    """

    people: Figure
    entries: Figure
    people_reacting: Figure = field(name="voters")
    reactions: Figure = field(name="votes")
    current_reactions: Figure = field(name="current_votes")
    contributions: Figure = field(name="statements")
    contributions_by_team: Figure = field(name="statements_by_host")
    replies: Figure = field(name="reactions_not_to_self")
    replies_to_peers: Figure = field(name="reactions_to_peer")
    peer_share: Figure
    lessons: Figure


def figures_of(db: Connection, cut: Cut, pilots: Sequence[str]) -> dict[str, Figures]:
    """Return the numbers of each pilot, as far as the cut sees."""
    counts: dict[str, Counter[str]] = {pilot: Counter() for pilot in pilots}
    ways: dict[str, list[Way]] = {pilot: [] for pilot in pilots}
    if not pilots:
        return {}
    _count_entries(db, cut, counts, ways)
    _count_people(db, cut, counts)
    _count_hosts(db, cut, counts)
    lessons = counted(LOOPS, cut, ("pilot",), pilot=list(pilots), status="learned")
    for pilot, amount in db.execute(lessons):
        counts[pilot]["lessons"] = amount
    return {pilot: _figures(counts[pilot], shares_of(ways[pilot])) for pilot in pilots}


def _figures(counts: Counter[str], shares: EntryShares) -> Figures:
    return Figures(
        people=PEOPLE.counts(counts["people"]),
        entries=shares.entries,
        people_reacting=PEOPLE_REACTING.counts(counts["people_reacting"]),
        reactions=REACTIONS.counts(counts["reactions"]),
        current_reactions=CURRENT_REACTIONS.counts(counts["current_reactions"]),
        contributions=CONTRIBUTIONS.counts(counts["contributions"]),
        contributions_by_team=CONTRIBUTIONS_BY_TEAM.counts(counts["contributions_by_team"]),
        replies=shares.replies,
        replies_to_peers=shares.replies_to_peers,
        peer_share=shares.peer_share,
        lessons=LESSONS.counts(counts["lessons"]),
    )


def _count_entries(db: Connection, cut: Cut, tallies: Tallies, ways: dict[str, list[Way]]) -> None:
    by = ("pilot", "mode", "direction", "status")
    rows = db.execute(counted(PARTICIPATION, cut, by, pilot=list(tallies), status=COUNTED))
    for pilot, mode, direction, status, amount in rows:
        counts = tallies[pilot]
        counts["contributions"] += amount * (mode == "contribute")
        counts["reactions"] += amount * (mode == "react")
        counts["current_reactions"] += amount * (mode == "react" and status == "logged")
        ways[pilot].append((mode, direction, amount))


def _count_people(db: Connection, cut: Cut, tallies: Tallies) -> None:
    only: dict[str, Any] = {"pilot": list(tallies), "status": COUNTED}
    by = ("pilot", "person")
    reacting = counted(TAKING_PART, cut, by, mode="react", **only).subquery()
    leading = counted(TAKING_PART, cut, by, **only).subquery()
    along = counted(ALONG, cut, by, **only).subquery()
    both = union(*(select(each.c.pilot, each.c.person) for each in (leading, along))).subquery()
    same = merged_into(cut)
    for name, each in (("people_reacting", reacting), ("people", both)):
        who = func.coalesce(same.c.into, each.c.person)
        query = select(each.c.pilot, func.count(who.distinct())).group_by(each.c.pilot)
        query = query.outerjoin_from(each, same, same.c.person == each.c.person)
        for pilot, amount in db.execute(query):
            tallies[pilot][name] = amount


def _count_hosts(db: Connection, cut: Cut, tallies: Tallies) -> None:
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
        tallies[pilot]["contributions_by_team"] += amount * ((pilot, person) in hosts)
