"""The statements of a talk, and how many people agree, disagree, or pass on each."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics.metric import FEWEST_OF_A_SHARE
from projections.engine.as_of import Cut, as_known, counted
from projections.models.entries import COUNTED, ENTRIES, RHYTHM, STANCES, TAKING_PART

RANKED_FROM = 10  # reactions
READ = 5000  # statements of one talk
OTHERS = ("to-host", "to-peer", "broadcast")  # a reaction to one's own statement is none
AGREE, PASS, DISAGREE = 1, 0, -1
Order = Literal["agree", "disagree", "divisive", "seen", "unseen"]


class Stances(Struct, frozen=True, dict=True):
    """How many people said what to one statement, the last word of each."""

    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @cached_property
    def n(self) -> int:
        """Return how many people reacted."""
        return self.agree + self.disagree + self.passed

    @property
    def has_shares(self) -> bool:
        """Tell whether enough people reacted for a share to mean anything."""
        return self.n >= FEWEST_OF_A_SHARE

    @property
    def is_ranked(self) -> bool:
        """Tell whether enough people reacted to set it beside others."""
        return self.n >= RANKED_FROM

    @property
    def divides(self) -> float:
        """Return how near it comes to half and half: the smaller camp, of all who reacted."""
        return min(self.agree, self.disagree) / self.n if self.n else 0.0

    def share(self, count: int) -> float:
        """Return a count as a share of all who reacted."""
        return count / self.n if self.n else 0.0


class RatedStatement(Struct, frozen=True):
    """One statement: what it says, whose it is, and what people said to it."""

    entry: str
    text: str
    person: str
    by_owner: bool
    stances: Stances


def stances_of(db: Connection, cut: Cut, pilot: str) -> dict[str, Stances]:
    """Return what people said to each statement of a pilot, without their own."""
    only = {"pilot": pilot, "status": "logged", "direction": OTHERS}
    found: dict[str, dict[int, int]] = {}
    for to, stance, amount in db.execute(counted(STANCES, cut, ("to", "stance"), **only)):
        found.setdefault(to, {})[stance] = amount
    return {
        to: Stances(each.get(AGREE, 0), each.get(DISAGREE, 0), each.get(PASS, 0))
        for to, each in found.items()
    }


def reactions_of(db: Connection, cut: Cut, pilot: str) -> int:
    """Return how many reactions to statements stand, each person's last to each."""
    asked = counted(STANCES, cut, ("pilot",), pilot=pilot, status="logged")
    return sum(amount for _, amount in db.execute(asked))


def statements_of(db: Connection, cut: Cut, pilot: str, owner: str) -> Sequence[RatedStatement]:
    """Return the statements of a talk, the newest first; none where nobody reacted to any."""
    stances = stances_of(db, cut, pilot)
    if not stances:
        return []
    query = as_known(ENTRIES, cut).where(
        ENTRIES.c.pilot == pilot,
        ENTRIES.c.mode == "contribute",
        ENTRIES.c.direction == "broadcast",
        ENTRIES.c.status == "logged",
    )
    newest = query.order_by(ENTRIES.c.occurred_at.desc(), ENTRIES.c.entry)
    return [
        RatedStatement(
            entry=row["entry"],
            text=row["text"],
            person=row["person"],
            by_owner=row["person"] == owner,
            stances=stances.get(row["entry"], Stances()),
        )
        for row in db.execute(newest.limit(READ)).mappings()
    ]


def in_order(statements: Sequence[RatedStatement], order: Order) -> list[RatedStatement]:
    """Return statements in an order; what is too little known to rank comes last."""

    def place(one: RatedStatement) -> tuple[float, float]:
        stances = one.stances
        match order:
            case "agree":
                return (not stances.is_ranked, -stances.share(stances.agree))
            case "disagree":
                return (not stances.is_ranked, -stances.share(stances.disagree))
            case "divisive":
                return (not stances.is_ranked, -stances.divides)
            case "seen":
                return (0, -stances.n)
            case "unseen":
                return (0, stances.n)

    return sorted(statements, key=lambda one: (*place(one), -one.stances.n, one.entry))


def reacting_days_of(db: Connection, cut: Cut, pilot: str) -> tuple[int, tuple[date, date] | None]:
    """Return how many people reacted, and the first and last day on which anybody did."""
    who = counted(TAKING_PART, cut, ("person",), pilot=pilot, mode="react", status=COUNTED)
    people = db.scalar(select(func.count()).select_from(who.subquery())) or 0
    on = counted(RHYTHM, cut, ("occurred_on",), pilot=pilot, mode="react", status=COUNTED)
    days = on.subquery()
    first, last = db.execute(
        select(func.min(days.c.occurred_on), func.max(days.c.occurred_on))
    ).one()
    return people, (date.fromisoformat(first), date.fromisoformat(last)) if first else None
