"""What somebody sees who decides: reasons and what they rest on, gates by verdict, both sides."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import get_args

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.fields import Verdict
from domain.kernel.messages import say
from domain.rules import RULES
from domain.rules.deciding import unready
from domain.rules.evidence_share import basis_of
from domain.rules.known import Known
from domain.rules.rule import Gate, Settings
from domain.rules.speaking import shut
from projections.decisions.evidence_share import grounded
from projections.decisions.reasons import Reason
from projections.decisions.verdicts import gap_in_words
from projections.engine.as_of import Cut
from projections.records.records import newest_records
from web.ui.notices import Shown, shown

DECIDE = "take-decision"
BEFORE: Mapping[str, tuple[str, ...]] = {  # the gates that stand before a verdict
    "stop": ("S003-persist-before-verdict", "S004-pool-thoughts"),
    "scale": ("S000-what-for", "S004-pool-thoughts", "S004-readiness"),
}
TICKED = 6  # at most so many reasons are chosen beforehand
CLAIMS = {rule.id: rule.claim for rule in RULES if isinstance(rule, Gate) and DECIDE in rule.on}


class Before(Struct, frozen=True):
    """A gate before a verdict: what it claims, and what it lacks where it is shut."""

    rule: str
    claim: str
    lacks: Shown | None = None
    progress: str = ""


class Option(Struct, frozen=True):
    """One verdict that can be chosen, with the gates before it."""

    verdict: str
    gates: tuple[Before, ...]

    @property
    def is_shut(self) -> bool:
        """Tell whether any gate before it is shut."""
        return any(gate.lacks for gate in self.gates)


class Basis(Struct, frozen=True):
    """How many of the reasons that are given rest on evidence."""

    cited: int
    grounded: int

    @property
    def share(self) -> float | None:
        """Return the share of reasons that rest on evidence (0 to 1); None without reasons."""
        return self.grounded / self.cited if self.cited else None

    @property
    def word(self) -> str:
        """Return what that makes of the decision: grounded, partly grounded, or gut."""
        return basis_of(self.cited, self.grounded)


class Sides(Struct, frozen=True, kw_only=True):
    """Both sides' verdicts, which nobody sees before both are in."""

    decision: str = ""
    sponsor: str = ""
    team: str = ""
    spoken: tuple[str, ...] = ()
    """The sides that have spoken while the other is waited for."""

    @property
    def gap(self) -> str:
        """Return how far apart they are, in words."""
        return gap_in_words(self.sponsor, self.team)


def options_of(
    known: Known, moment: datetime, settings: Settings, conclusion: str = ""
) -> list[Option]:
    """Return each verdict with the gates before it, as they stand at a moment."""
    return [
        Option(verdict, _gates(known, moment, settings, verdict, conclusion))
        for verdict in get_args(Verdict)
    ]


def basis_for(db: Connection, cut: Cut, claims: Collection[str]) -> Basis:
    """Return what a decision would rest on that cites these claims."""
    return Basis(len(claims), len(grounded(db, cut, claims)))


def ticked_first(reasons: Sequence[Reason], since: str) -> list[str]:
    """Return the reasons chosen beforehand: grounded, and not as at the last decision."""
    return [each.thing for each in reasons if each.rests and each.moved_at > since][:TICKED]


def sides_of(db: Connection, cut: Cut, pilot: str, waiting: Collection[str]) -> Sides:
    """Return the verdicts that no decision was taken on yet; `waiting` sides spoke alone."""
    given = newest_records(db, cut, "decision", 1, pilot=pilot, status="verdicts given")
    if not given or waiting:
        return Sides(spoken=tuple(sorted(waiting)))
    (row,) = given
    return Sides(decision=row["decision"], sponsor=row["sponsor"], team=row["team"])


def _gates(
    known: Known, moment: datetime, settings: Settings, verdict: str, conclusion: str
) -> tuple[Before, ...]:
    wish = {"verdict": verdict} | ({"conclusion": conclusion} if conclusion else {})
    closed = shut(RULES, DECIDE, known, moment, settings, wish=wish)
    lacks = {each.rule: shown(each, known.charter.pilot) for each in closed}
    rules = (*BEFORE.get(verdict, ()), *lacks)
    return tuple(
        Before(rule, CLAIMS[rule], lacks.get(rule), _progress(known, rule))
        for rule in dict.fromkeys(rules)
    )


def _progress(known: Known, rule: str) -> str:
    if rule != "S004-readiness":
        return ""
    missing = len(unready(known))
    settled = sum(each.status in ("made", "waived") for each in known.readiness)
    return say("{n} of {total} areas", n=settled, total=settled + missing)
