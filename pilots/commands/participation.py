"""Logging that people took part, and what was learned from it, in one go."""

from typing import Annotated

from msgspec import Meta, field

from domain.experiment import Experiment
from domain.facts.experiment import ExperimentPlanned, ExperimentStarted
from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.facts.person import PersonRegistered
from domain.kernel.fields import (
    About,
    Direction,
    ExperimentId,
    Label,
    Loop,
    Minutes,
    Mode,
    PersonId,
    PilotId,
    Stance,
    StreamId,
    Text,
)
from domain.lesson import Lesson
from domain.participation import Participation
from domain.person import Person
from pilots.commands.base import Command, SaidName
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import Delights, Instructs
from pilots.unit_of_work import Work

Guests = Annotated[tuple[SaidName, ...], Meta(max_length=50)]


class LogParticipation(
    Command,
    name="log-participation",
    button="Log it",
    of=Participation,
    records=ParticipationLogged,
):
    """Log that people took part in a pilot, and what was learned, if anything was."""

    pilot: Annotated[PilotId, Meta(title="Pilot")]
    experiment: Annotated[ExperimentId | None, Meta(title="Experiment")] = None
    person: Annotated[
        PersonId | None, Meta(title="Who", description="Yourself, if left empty.")
    ] = None
    with_: Annotated[tuple[PersonId, ...], Meta(title="With", max_length=200)] = field(
        default=(), name="with"
    )
    guests: Annotated[
        Guests, Meta(title="New people", description="People who are not known here yet.")
    ] = ()
    to: StreamId | None = None
    mode: Annotated[Mode, Meta(title="How")] = "contribute"
    direction: Annotated[Direction, Meta(title="Towards")] = "to-peer"
    stance: Annotated[Stance | None, Meta(title="Stance")] = None
    intent: Annotated[Label | None, Meta(title="Intent")] = None
    capability: Annotated[Label | None, Meta(title="Capability")] = None
    medium: Annotated[Label | None, Meta(title="Medium")] = None
    minutes: Annotated[Minutes | None, Meta(title="Minutes")] = None
    about: Annotated[About, Meta(title="About", description="The work itself, or the tool?")] = (
        "work"
    )
    text: Annotated[Text, Meta(title="What happened?")] = ""
    learned: Annotated[Text, Meta(title="What was learned?")] = ""
    loop: Annotated[Loop, Meta(title="Learned about")] = "collaboration"
    instruct: Instructs = 0
    delight: Delights = 0
    try_out: Annotated[
        SaidName | None,
        Meta(title="New experiment", description="Something new that is tried from here on."),
    ] = None

    @property
    def gated_as(self) -> tuple[Command, ...]:
        """Return the plan of a new experiment, if there is one: its gates stand before it here."""
        return (self._plan,) if self.try_out else ()

    @property
    def _plan(self) -> PlanExperiment:
        return PlanExperiment(pilot=self.pilot, title=self.try_out or "", medium=self.medium)

    def carry_out(self, work: Work) -> None:
        """Log the entry, with new people made known before and the lesson after it."""
        work.within(self.pilot, self.experiment)
        experiment = self._try_out(work) if self.try_out else self.experiment
        guests = tuple(self._register(work, name) for name in self.guests)
        person = self.person or work.asker.person
        entry = work.begin(Participation)
        along = (*self.with_, *guests)
        entry.record(
            self.as_fact(ParticipationLogged, experiment=experiment, person=person, with_=along)
        )
        if self.learned:
            logged = work.stamp()[-1]
            work.begin(Lesson).record(self._lesson(entry.id, experiment))
            work.stamp(because_of=logged.id)

    def _try_out(self, work: Work) -> str:
        experiment = work.begin(Experiment)
        experiment.record(self._plan.as_fact(ExperimentPlanned))
        experiment.record(ExperimentStarted())
        return experiment.id

    def _register(self, work: Work, name: str) -> str:
        guest = work.begin(Person)
        guest.record(PersonRegistered(name=name))
        return guest.id

    def _lesson(self, entry: str, experiment: str | None) -> LessonLearned:
        said = {"experiment": experiment, "text": self.learned, "because": (entry,)}
        return self.as_fact(LessonLearned, **said)
