"""What can be logged of taking part, and asked of an entry: join, acknowledge, correct, void."""

from typing import Annotated

from msgspec import Meta, field

from domain.experiment import Experiment
from domain.facts.experiment import ExperimentPlanned, ExperimentStarted
from domain.facts.lesson import LessonLearned, LessonVoided
from domain.facts.participation import (
    ParticipationAcknowledged,
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationLogged,
    ParticipationSuperseded,
    ParticipationVoided,
)
from domain.facts.person import PersonRegistered
from domain.kernel.errors import NotAllowed
from domain.kernel.fields import (
    About,
    Direction,
    EntryId,
    ExperimentId,
    Label,
    LessonId,
    Loop,
    Minutes,
    Mode,
    PersonId,
    PilotId,
    Stance,
    StreamId,
    Text,
)
from domain.kernel.messages import say
from domain.kernel.moments import must_be_in_reach
from domain.lesson import Lesson
from domain.participation import Participation
from domain.person import Person
from pilots.commands.base import Command, RequiredName, RequiredText
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import Delights, Instructs
from pilots.unit_of_work import UnitOfWork

Guests = Annotated[tuple[RequiredName, ...], Meta(max_length=50)]


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
        RequiredName | None,
        Meta(title="New experiment", description="Something new that is tried from here on."),
    ] = None

    @property
    def gated_as(self) -> tuple[Command, ...]:
        """Return the plan of a new experiment, if there is one: its gates stand before it here."""
        return (self._plan,) if self.try_out else ()

    @property
    def _plan(self) -> PlanExperiment:
        return PlanExperiment(pilot=self.pilot, title=self.try_out or "", medium=self.medium)

    def carry_out(self, work: UnitOfWork) -> None:
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

    def _try_out(self, work: UnitOfWork) -> str:
        experiment = work.begin(Experiment)
        experiment.record(self._plan.as_fact(ExperimentPlanned))
        experiment.record(ExperimentStarted())
        return experiment.id

    def _register(self, work: UnitOfWork, name: str) -> str:
        guest = work.begin(Person)
        guest.record(PersonRegistered(name=name))
        return guest.id

    def _lesson(self, entry: str, experiment: str | None) -> LessonLearned:
        fields = {"experiment": experiment, "text": self.learned, "because": (entry,)}
        return self.as_fact(LessonLearned, **fields)


class JoinParticipation(
    Command,
    name="join-participation",
    button="I was there too",
    of=Participation,
    records=ParticipationJoined,
):
    """Say that you, or somebody else, took part in the same session."""

    entry: EntryId
    person: Annotated[
        PersonId | None, Meta(title="Who", description="Yourself, if left empty.")
    ] = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record who was there as well: the person who is named, or the one who asks."""
        person = self.person or work.asker.person
        work.find(Participation, self.entry).record(ParticipationJoined(person=person))


class AcknowledgeParticipation(
    Command,
    name="acknowledge-participation",
    button="Say whether it was useful",
    of=Participation,
    records=ParticipationAcknowledged,
):
    """Tell those who took part whether it was useful to you."""

    entry: EntryId
    useful: Annotated[bool, Meta(title="Was it useful to you?")] = True

    def carry_out(self, work: UnitOfWork) -> None:
        """Acknowledge it, unless it is the asker's own."""
        entry = work.find(Participation, self.entry)
        if work.asker.person in (entry.person, *entry.with_):
            message = say(
                "You took part yourself. Let those you did it for say whether it was useful."
            )
            raise NotAllowed(message)
        entry.record(self.as_fact(ParticipationAcknowledged))


class CorrectParticipation(
    Command,
    name="correct-participation",
    button="Save the correction",
    of=Participation,
    records=ParticipationCorrected,
    edits=True,
    needs="take-back",
):
    """Put an entry right; what it said before stays visible."""

    entry: EntryId
    changes: ParticipationChanges
    reason: Annotated[RequiredText, Meta(title="Why is it corrected?")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Correct it, within an experiment of its pilot where one is named."""
        entry = work.find(Participation, self.entry)
        if self.changes.occurred_at:
            must_be_in_reach(self.changes.occurred_at)
        if isinstance(self.changes.experiment, str):
            work.within(entry.pilot, self.changes.experiment)
        entry.record(self.as_fact(ParticipationCorrected))


class SupersedeParticipation(
    Command,
    name="supersede-participation",
    button="Put the later one in its place",
    of=Participation,
    records=ParticipationSuperseded,
    needs="take-back",
):
    """Let a later entry take the place of this one, such as a changed vote."""

    entry: EntryId
    by_entry: Annotated[EntryId, Meta(title="The later entry")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record it, unless the later entry was itself taken back or superseded."""
        work.find(Participation, self.by_entry).must_be_here()
        super().carry_out(work)


class VoidParticipation(
    Command,
    name="void-participation",
    button="Take it back",
    of=Participation,
    records=ParticipationVoided,
    needs="take-back",
):
    """Take an entry back; it stays in the history, struck through."""

    entry: EntryId
    lessons: tuple[LessonId, ...] = ()
    reason: Annotated[RequiredText, Meta(title="Why is it taken back?")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Void it, with the lessons that were logged together with it."""
        super().carry_out(work)
        for lesson in self.lessons:
            learned = work.find(Lesson, lesson)
            work.may("take-back", learned)
            learned.record(self.as_fact(LessonVoided))
