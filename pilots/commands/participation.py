"""Logging that people took part, and what was learned from it, in one go."""

from typing import Annotated

from msgspec import Meta, field

from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.facts.person import PersonRegistered
from domain.fields import (
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
from pilots.work import Work

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

    def carry_out(self, work: Work) -> None:
        """Log the entry, with new people made known before and the lesson after it."""
        work.within(self.pilot, self.experiment)
        guests = tuple(self._register(work, name) for name in self.guests)
        person = self.person or work.asker.person
        entry = work.begin(Participation)
        entry.record(self.as_fact(ParticipationLogged, person=person, with_=(*self.with_, *guests)))
        if self.learned:
            logged = work.stamp()[-1]
            work.begin(Lesson).record(self._lesson(entry.id))
            work.stamp(because_of=logged.id)

    def _register(self, work: Work, name: str) -> str:
        guest = work.begin(Person)
        guest.record(PersonRegistered(name=name))
        return guest.id

    def _lesson(self, entry: str) -> LessonLearned:
        return LessonLearned(
            pilot=self.pilot,
            experiment=self.experiment,
            loop=self.loop,
            text=self.learned,
            because=(entry,),
        )
