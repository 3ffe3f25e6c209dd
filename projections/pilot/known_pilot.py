"""What rules may ask about one pilot, answered from the read models as far as a cut sees."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property

from domain.rules.known_facts import (
    Conclusion,
    Decision,
    Doing,
    Evidence,
    Experiment,
    Insight,
    Invitation,
    Lesson,
    Question,
    Tally,
    Turnout,
)
from projections.engine.as_of import counted
from projections.learning.lineage import held_in, informed_by, resting_on_own
from projections.models.conclusions import CONCLUSIONS, supporters_of
from projections.models.decisions import DECISIONS
from projections.models.entries import COUNTED, PARTICIPATION, RHYTHM
from projections.models.evidence import EVIDENCE, INSIGHTS
from projections.models.experiments import EXPERIMENTS
from projections.models.invitations import INVITATIONS
from projections.models.lessons import LESSONS
from projections.models.lookups import as_struct, names_of
from projections.models.people import standing_for
from projections.participation.activity import (
    doings_of,
    exchanged_since,
    tallies_since,
    thanked,
    unanswered_before,
)
from projections.pilot.known_charter import KnownCharter
from projections.pilot.metrics import Figures, figures_of


class KnownPilot(KnownCharter):
    """One pilot as far as a cut sees; each part is looked up once, when it is asked for."""

    @cached_property
    def experiments(self) -> tuple[Experiment, ...]:
        """Return its experiments, the one planned first first."""
        rows = self._newest(EXPERIMENTS, "planned_at")
        built = informed_by(self._db, self._cut, rows)
        return tuple(
            as_struct(row | {"informed_by": built[row["experiment"]]}, Experiment) for row in rows
        )

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """Return its lessons, oldest first."""
        rows = self._newest(LESSONS, "learned_at", status="learned")
        kept = standing_for(self._db, self._cut, {row["learned_by"] for row in rows})
        for row in rows:
            row["learned_by"] = kept.get(row["learned_by"], row["learned_by"])
        return tuple(as_struct(row, Lesson) for row in rows)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return its findings, oldest first."""
        rows = self._newest(EVIDENCE, "found_at", status=("stands", "challenged"))
        return tuple(as_struct(row, Evidence) for row in rows)

    @cached_property
    def insights(self) -> tuple[Insight, ...]:
        """Return its insights, oldest first."""
        rows = self._newest(INSIGHTS, "said_at", status="holds")
        own = resting_on_own(self._db, self._cut, [row["insight"] for row in rows])
        return tuple(as_struct(row | {"is_own": row["insight"] in own}, Insight) for row in rows)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions about it, oldest first."""
        rows = self._newest(DECISIONS, "taken_at")
        return tuple(as_struct(row, Decision) for row in rows if row["taken_at"])

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """Return what is being concluded, oldest first."""
        rows = self._newest(CONCLUSIONS, "said_at")
        people = supporters_of(self._db, self._cut, [row["conclusion"] for row in rows])
        return tuple(
            as_struct(row | {"supporters": people.get(row["conclusion"], 0)}, Conclusion)
            for row in rows
        )

    @cached_property
    def invitations(self) -> tuple[Invitation, ...]:
        """Return the ways to take part, oldest first."""
        return tuple(as_struct(row, Invitation) for row in self._newest(INVITATIONS, "opened_at"))

    @cached_property
    def figures(self) -> Figures:
        """Return its numbers."""
        return figures_of(self._db, self._cut, [self._pilot])[self._pilot]

    @cached_property
    def turnout(self) -> Turnout:
        """Return how many took part, how often, on how many days."""
        figures = self.figures
        days = counted(RHYTHM, self._cut, ("occurred_on",), pilot=self._pilot, status=COUNTED)
        return Turnout(figures.people, figures.entries, len(self._db.execute(days).all()))

    @cached_property
    def modes(self) -> Mapping[str, int]:
        """Return how many entries there are of each mode."""
        asked = counted(PARTICIPATION, self._cut, ("mode",), pilot=self._pilot, status=COUNTED)
        return dict(self._db.execute(asked).all())

    @cached_property
    def thanks(self) -> int:
        """Return how many entries somebody on the receiving side found useful."""
        return thanked(self._db, self._cut, self._pilot)

    def tallies(self, since: date) -> tuple[Tally, ...]:
        """Return the entries of each day from a day on."""
        return tallies_since(self._db, self._cut, self._pilot, since)

    def doings(self, person: str) -> tuple[Doing, ...]:
        """Return when a person took part and how, oldest first; the newest 500 times."""
        return doings_of(self._db, self._cut, self._pilot, person)

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
