"""What can be asked of an entry: join it, acknowledge it, put it right, take it back."""

from typing import Annotated

from msgspec import Meta

from domain.facts.lesson import LessonVoided
from domain.facts.participation import (
    ParticipationAcknowledged,
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationSuperseded,
    ParticipationVoided,
)
from domain.kernel.errors import NotAllowed
from domain.kernel.fields import EntryId, LessonId, PersonId
from domain.kernel.messages import say
from domain.kernel.moments import must_be_in_reach
from domain.lesson import Lesson
from domain.participation import Participation
from pilots.commands.base import Command, Said
from pilots.unit_of_work import Work


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

    def carry_out(self, work: Work) -> None:
        """Join it."""
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

    def carry_out(self, work: Work) -> None:
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
    reason: Annotated[Said, Meta(title="Why is it corrected?")]

    def carry_out(self, work: Work) -> None:
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

    def carry_out(self, work: Work) -> None:
        """Supersede it by one that stands."""
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
    reason: Annotated[Said, Meta(title="Why is it taken back?")]

    def carry_out(self, work: Work) -> None:
        """Void it, with the lessons that were logged together with it."""
        super().carry_out(work)
        for lesson in self.lessons:
            learned = work.find(Lesson, lesson)
            work.may("take-back", learned)
            learned.record(self.as_fact(LessonVoided))
