"""What is known about pilots as far as a cut sees, answered from the read models."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, Table, func, select

from domain.metrics.participation import Tally
from domain.rules.known import (
    Area,
    Audience,
    Doing,
    Fit,
    KnownCharter,
    KnownConclusion,
    KnownDecision,
    KnownEvidence,
    KnownExperiment,
    KnownInsight,
    KnownInvitation,
    KnownLesson,
    Measure,
    Medium,
    Purpose,
    Question,
    Turnout,
)
from domain.wording import Lists
from projections.engine.as_of import Cut, Since, counted, seen
from projections.learning.lineage import held_in, informed_by, resting_on_own
from projections.models.charters import CAPABILITIES, MEASURES, MEDIA
from projections.models.conclusions import CONCLUSIONS, supporters_of
from projections.models.decisions import DECISIONS
from projections.models.entries import COUNTED, DAILY, PARTICIPATION, RHYTHM
from projections.models.evidence import EVIDENCE, INSIGHTS
from projections.models.experiments import EXPERIMENTS
from projections.models.invitations import INVITATIONS
from projections.models.lessons import LESSONS
from projections.models.people import standing_for
from projections.models.pilots import PILOTS
from projections.models.purposes import AUDIENCES, FITS, PURPOSES
from projections.models.readiness import READINESS
from projections.participation.activity import (
    doings_of,
    exchanged_since,
    tallies_since,
    thanked,
    unanswered_before,
)
from projections.pilot.figures import Figures, figures_of
from projections.pilot.overridden_gates import gates_passed
from projections.pilot.rules_in_force import lists_of, zones_of
from projections.records.lookups import all_of, as_struct, names_of, one

P = TypeVar("P", bound=Struct)
NEWEST_PER_KIND = 500  # of a kind of thing in one pilot, the newest; rules speak of what is at hand


class Sums(Struct, frozen=True):
    """What is counted of several pilots at once, by pilot."""

    first: date
    """The day from which on there are tallies."""
    figures: Mapping[str, Figures]
    days: Mapping[str, int]
    modes: Mapping[str, Mapping[str, int]]
    tallies: Mapping[str, Sequence[Tally]]


class KnownPilot:
    """One pilot as far as a cut sees; each part is looked up once, when it is asked for."""

    def __init__(
        self,
        db: Connection,
        cut: Cut,
        charter: KnownCharter,
        rules: Cut | None = None,
        sums: Sums | None = None,
    ) -> None:
        """Look as far as a cut sees.

        `rules` says as of when the words of rules are taken, where not as of the cut; `sums` are
        what was counted for several pilots at once, so that nothing in them is asked for again.
        """
        self.charter = charter
        self._db = db
        self._cut = cut
        self._rules = rules or cut
        self._sums = sums
        self._pilot = charter.pilot
        self._doings: dict[str, tuple[Doing, ...]] = {}

    @cached_property
    def purpose(self) -> Purpose:
        """Return what it is for; a struct of Nones where nobody said so."""
        row = one(self._db, PURPOSES, self._cut, pilot=self._pilot)
        return as_struct(row, Purpose) if row else Purpose()

    @cached_property
    def passed(self) -> Mapping[str, bool]:
        """Return the gates that were passed for a reason, and whether each is still open for it."""
        return gates_passed(self._db, self._cut, self._pilot)

    @cached_property
    def lists(self) -> Lists:
        """Return the words that rules about texts look for."""
        return lists_of(self._db, self._rules, self.charter.programme)

    @cached_property
    def audiences(self) -> tuple[Audience, ...]:
        """Return whom it is for, by what interests them."""
        return self._all(AUDIENCES, Audience)

    @cached_property
    def capabilities(self) -> tuple[str, ...]:
        """Return what people are to become able to do."""
        rows = all_of(self._db, CAPABILITIES, self._cut, self._pilot, limit=10 * NEWEST_PER_KIND)
        return tuple(row["capability"] for row in rows)

    @cached_property
    def media(self) -> tuple[Medium, ...]:
        """Return the media it adopted, each with the capability it is to help."""
        return self._all(MEDIA, Medium)

    @cached_property
    def fits(self) -> tuple[Fit, ...]:
        """Return which audience is known to be on which medium."""
        return self._all(FITS, Fit)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Return how it is measured, the measure defined first first."""
        return self._all(MEASURES, Measure)

    @cached_property
    def readiness(self) -> tuple[Area, ...]:
        """Return how ready each area is."""
        return self._all(READINESS, Area)

    @cached_property
    def experiments(self) -> tuple[KnownExperiment, ...]:
        """Return its experiments, the one planned first first."""
        rows = self._newest(EXPERIMENTS, "planned_at")
        built = informed_by(self._db, self._cut, rows)
        return tuple(
            as_struct(row | {"informed_by": built[row["experiment"]]}, KnownExperiment)
            for row in rows
        )

    @cached_property
    def lessons(self) -> tuple[KnownLesson, ...]:
        """Return its lessons, oldest first."""
        rows = self._newest(LESSONS, "learned_at", status="learned")
        kept = standing_for(self._db, self._cut, {row["learned_by"] for row in rows})
        for row in rows:
            row["learned_by"] = kept.get(row["learned_by"], row["learned_by"])
        return tuple(as_struct(row, KnownLesson) for row in rows)

    @cached_property
    def evidence(self) -> tuple[KnownEvidence, ...]:
        """Return its findings, oldest first."""
        rows = self._newest(EVIDENCE, "found_at", status=("stands", "challenged"))
        return tuple(as_struct(row, KnownEvidence) for row in rows)

    @cached_property
    def insights(self) -> tuple[KnownInsight, ...]:
        """Return its insights, oldest first."""
        rows = self._newest(INSIGHTS, "said_at", status="holds")
        own = resting_on_own(self._db, self._cut, [row["insight"] for row in rows])
        return tuple(
            as_struct(row | {"is_own": row["insight"] in own}, KnownInsight) for row in rows
        )

    @cached_property
    def decisions(self) -> tuple[KnownDecision, ...]:
        """Return the decisions about it, oldest first."""
        rows = self._newest(DECISIONS, "taken_at")
        return tuple(as_struct(row, KnownDecision) for row in rows if row["taken_at"])

    @cached_property
    def conclusions(self) -> tuple[KnownConclusion, ...]:
        """Return what is being concluded, oldest first."""
        rows = self._newest(CONCLUSIONS, "said_at")
        people = supporters_of(self._db, self._cut, [row["conclusion"] for row in rows])
        return tuple(
            as_struct(row | {"supporters": people.get(row["conclusion"], 0)}, KnownConclusion)
            for row in rows
        )

    @cached_property
    def invitations(self) -> tuple[KnownInvitation, ...]:
        """Return the ways to take part, oldest first."""
        return tuple(
            as_struct(row, KnownInvitation) for row in self._newest(INVITATIONS, "opened_at")
        )

    @cached_property
    def figures(self) -> Figures:
        """Return what is counted of the pilot: people, entries, votes, lessons."""
        if self._sums:
            return self._sums.figures[self._pilot]
        return figures_of(self._db, self._cut, [self._pilot])[self._pilot]

    @cached_property
    def turnout(self) -> Turnout:
        """Return how many took part, how often, on how many days."""
        return Turnout(self.figures.people.count, self.figures.entries.count, self._days)

    @property
    def _days(self) -> int:
        if self._sums:
            return self._sums.days.get(self._pilot, 0)
        days = counted(RHYTHM, self._cut, ("occurred_on",), pilot=self._pilot, status=COUNTED)
        return len(self._db.execute(days).all())

    @cached_property
    def modes(self) -> Mapping[str, int]:
        """Return how many entries there are of each mode."""
        if self._sums:
            return self._sums.modes.get(self._pilot, {})
        asked = counted(PARTICIPATION, self._cut, ("mode",), pilot=self._pilot, status=COUNTED)
        return dict(self._db.execute(asked).all())

    @cached_property
    def thanks(self) -> int:
        """Return how many entries somebody on the receiving side found useful."""
        return thanked(self._db, self._cut, self._pilot)

    def tallies(self, since: date) -> tuple[Tally, ...]:
        """Return the entries of each day from a day on."""
        if self._sums and since >= self._sums.first:
            kept = self._sums.tallies.get(self._pilot, ())
            return tuple(each for each in kept if each.occurred_on >= since)
        return tallies_since(self._db, self._cut, self._pilot, since)

    def doings(self, person: str) -> tuple[Doing, ...]:
        """Return when a person took part and how, oldest first; the newest 500 times."""
        if person not in self._doings:
            self._doings[person] = doings_of(self._db, self._cut, self._pilot, person)
        return self._doings[person]

    def name_of(self, person: str) -> str:
        """Return what a person is called."""
        return names_of(self._db, [person], self._cut).get(person, "Its owner")

    def unanswered(self, before: datetime) -> tuple[Question, ...]:
        """Return what was asked before a moment and not answered, oldest first."""
        return unanswered_before(self._db, self._cut, self._pilot, before)

    def exchanged(self, experiment: str) -> datetime | None:
        """Return since when two people of an experiment have both reached each other."""
        return self._exchanged.get(experiment)

    @cached_property
    def _exchanged(self) -> Mapping[str, datetime]:
        experiments = [each.experiment for each in self.experiments]
        return exchanged_since(self._db, self._cut, experiments)

    def held_in(self, lessons: Iterable[str]) -> Mapping[str, int]:
        """Return in how many pilots each lesson held, its own among them."""
        return held_in(self._db, self._cut, lessons)

    def _all(self, table: Table, kind: type[P]) -> tuple[P, ...]:
        return tuple(as_struct(row, kind) for row in self._newest(table, "position"))

    def _newest(self, table: Table, at: str, **only: Any) -> Sequence[dict[str, Any]]:
        query = select(table).where(table.c.pilot == self._pilot, *seen(table, self._cut))
        for name, value in only.items():
            query = query.where(table.c[name].in_(value if isinstance(value, tuple) else (value,)))
        newest = query.order_by(table.c[at].desc(), table.c.position.desc()).limit(NEWEST_PER_KIND)
        return [{**row} for row in reversed(self._db.execute(newest).mappings().all())]


def known_pilot(
    db: Connection, cut: Cut, pilot: str, rules: Cut | None = None
) -> KnownPilot | None:
    """Return what is known about a pilot as far as a cut sees; None where it is not known then.

    `rules` says as of when the words that rules look for are taken, where not as of the cut.
    """
    row = one(db, PILOTS, cut, pilot=pilot)
    if row is None:
        return None
    kept = standing_for(db, cut, filter(None, (row["owner"], row["sponsor"])))
    who = {role: kept.get(row[role], row[role]) for role in ("owner", "sponsor")}
    zone = {"time_zone": zones_of(db, cut, [row])[pilot]}
    return KnownPilot(db, cut, as_struct({**row, **who, **zone}, KnownCharter), rules)


def known_pilots(
    db: Connection, cut: Cut, rows: Sequence[RowMapping], zones: Mapping[str, str], first: date
) -> dict[str, KnownPilot]:
    """Return what is known about pilots, by pilot; sums are from a day on.

    `rows` are those of the pilots, `zones` what `zones_of` says of them.
    """
    sums = _sums(db, cut, [row["pilot"] for row in rows], first)
    asked = {row[role] for row in rows for role in ("owner", "sponsor") if row[role]}
    kept = standing_for(db, cut, asked)
    found = {}
    for row in rows:
        who = {role: kept.get(row[role], row[role]) for role in ("owner", "sponsor")}
        zone = {"time_zone": zones[row["pilot"]]}
        charter = as_struct({**row, **who, **zone}, KnownCharter)
        found[charter.pilot] = KnownPilot(db, cut, charter, sums=sums)
    return found


def _sums(db: Connection, cut: Cut, pilots: Sequence[str], first: date) -> Sums:
    counted_only = {"pilot": list(pilots), "status": COUNTED}
    days = counted(RHYTHM, cut, ("pilot", "occurred_on"), **counted_only).subquery()
    many = select(days.c.pilot, func.count()).group_by(days.c.pilot)
    modes: dict[str, dict[str, int]] = {}
    for pilot, mode, amount in db.execute(
        counted(PARTICIPATION, cut, ("pilot", "mode"), **counted_only)
    ):
        modes.setdefault(pilot, {})[mode] = amount
    since = Since(str(first))
    asked = counted(RHYTHM, cut, DAILY[:-1], occurred_on=since, **counted_only)
    tallies: dict[str, list[Tally]] = {}
    for row in db.execute(asked).mappings():
        tallies.setdefault(row["pilot"], []).append(as_struct(row, Tally))
    return Sums(first, figures_of(db, cut, pilots), dict(db.execute(many).all()), modes, tallies)
