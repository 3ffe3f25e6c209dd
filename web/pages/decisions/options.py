"""What somebody sees who decides: reasons and what they rest on, gates by verdict, both sides."""

from collections.abc import Collection
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.messages import Message, Text, say
from domain.review.options import GateBefore, options
from domain.rules.evidence_share import basis_of
from domain.rules.known import Known
from domain.rules.rule import Settings
from projections.decisions.evidence_share import grounded
from projections.decisions.verdicts import gap_in_words
from projections.engine.as_of import Cut
from projections.records.records import newest_records
from web.ui.hints import Shown, shown

ORDER = ("persevere", "pivot", "scale", "stop", "pause")  # as they are offered


class Before(Struct, frozen=True):
    """A gate before a verdict: what it claims, and what it lacks where it is shut."""

    rule: str
    claim: Message
    lacks: Shown | None = None
    progress: Text = ""


class ShownOption(Struct, frozen=True):
    """One verdict that can be chosen, with the gates before it."""

    verdict: str
    gates: tuple[Before, ...]

    @property
    def missing(self) -> int:
        """Return how many gates before it are shut."""
        return sum(gate.lacks is not None for gate in self.gates)


class EvidenceShare(Struct, frozen=True):
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
    def gap(self) -> Text:
        """Return how far apart they are, in words."""
        return gap_in_words(self.sponsor, self.team)


def options_of(
    known: Known, moment: datetime, settings: Settings, conclusion: str = ""
) -> list[ShownOption]:
    """Return each verdict with the gates before it, as the form shows them."""
    pilot = known.charter.pilot
    shown = [
        ShownOption(each.verdict, tuple(_before(gate, pilot) for gate in each.gates))
        for each in options(known, moment, settings, conclusion)
    ]
    return sorted(shown, key=lambda each: ORDER.index(each.verdict))


def basis_for(db: Connection, cut: Cut, claims: Collection[str]) -> EvidenceShare:
    """Return what a decision would rest on that cites these claims."""
    return EvidenceShare(len(claims), len(grounded(db, cut, claims)))


def sides_of(db: Connection, cut: Cut, pilot: str, waiting: Collection[str]) -> Sides:
    """Return the verdicts that no decision was taken on yet; `waiting` sides spoke alone."""
    given = newest_records(db, cut, "decision", 1, pilot=pilot, status="verdicts given")
    if not given or waiting:
        return Sides(spoken=tuple(sorted(waiting)))
    (row,) = given
    return Sides(decision=row["decision"], sponsor=row["sponsor"], team=row["team"])


def _before(gate: GateBefore, pilot: str) -> Before:
    progress = say("{n} of {total} areas", n=gate.settled, total=gate.areas) if gate.areas else ""
    lacks = shown(gate.shut, pilot) if gate.shut else None
    return Before(gate.rule, gate.claim, lacks, progress)
