"""What can be asked of an entry: log that people took part, put it right, take it back."""

from typing import Annotated

from msgspec import Meta, field

from domain.experiment import Experiment
from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationChanges, ParticipationLogged
from domain.fields import (
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
from domain.lesson import Lesson
from domain.moments import must_be_in_reach
from domain.participation import Participation
from domain.person import Person
from domain.pilot import Pilot
from pilots.commands.base import Command, Said, SaidName
from pilots.work import Work

Guests = Annotated[tuple[SaidName, ...], Meta(max_length=50)]


class LogParticipation(Command, name="log-participation", button="Log it"):
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

    def carry_out(self, work: Work) -> None:
        """Log the entry, with new people made known before and the lesson after it."""
        work.find(Pilot, self.pilot)
        if self.experiment:
            work.find(Experiment, self.experiment).must_belong_to(self.pilot)
        for known in filter(None, (self.person, *self.with_)):
            work.find(Person, known)
        guests = tuple(self._register(work, name) for name in self.guests)
        entry = work.begin(Participation)
        entry.log(
            ParticipationLogged(
                pilot=self.pilot,
                experiment=self.experiment,
                person=self.person or work.asker.person,
                with_=(*self.with_, *guests),
                to=self.to,
                mode=self.mode,
                direction=self.direction,
                stance=self.stance,
                intent=self.intent,
                capability=self.capability,
                medium=self.medium,
                minutes=self.minutes,
                about=self.about,
                text=self.text,
            )
        )
        if self.learned:
            logged = work.stamp()[-1]
            work.begin(Lesson).learn(self._lesson(entry.id))
            work.stamp(because_of=logged.id)

    def _register(self, work: Work, name: str) -> str:
        guest = work.begin(Person)
        guest.register(name=name)
        return guest.id

    def _lesson(self, entry: str) -> LessonLearned:
        return LessonLearned(
            pilot=self.pilot,
            experiment=self.experiment,
            loop=self.loop,
            text=self.learned,
            because=(entry,),
        )


class CorrectParticipation(Command, name="correct-participation", button="Save the correction"):
    """Put an entry right; what it said before stays visible."""

    entry: EntryId
    changes: ParticipationChanges
    reason: Annotated[Said, Meta(title="Why is it corrected?")]

    def carry_out(self, work: Work) -> None:
        """Correct it."""
        entry = work.find(Participation, self.entry)
        work.may("take-back", entry)
        if self.changes.occurred_at:
            must_be_in_reach(self.changes.occurred_at)
        for known in self.changes.with_ or ():
            work.find(Person, known)
        entry.correct(changes=self.changes, reason=self.reason)


class VoidParticipation(Command, name="void-participation", button="Take it back"):
    """Take an entry back; it stays in the history, struck through."""

    entry: EntryId
    lessons: tuple[LessonId, ...] = ()
    reason: Annotated[Said, Meta(title="Why is it taken back?")]

    def carry_out(self, work: Work) -> None:
        """Void it, with the lessons that were logged together with it."""
        entry = work.find(Participation, self.entry)
        work.may("take-back", entry)
        entry.void(reason=self.reason)
        for lesson in self.lessons:
            learned = work.find(Lesson, lesson)
            work.may("take-back", learned)
            learned.void(reason=self.reason)
