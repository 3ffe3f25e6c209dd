"""What can be asked of a lesson: learn it, say whether it held elsewhere, take it back."""

from typing import Annotated

from msgspec import Meta

from domain.experiment import Experiment
from domain.facts.lesson import LessonLearned
from domain.fields import (
    EvidenceId,
    ExperimentId,
    LessonId,
    Loop,
    Percent,
    PilotId,
    StreamId,
    Taps,
    Text,
)
from domain.lesson import Lesson
from domain.pilot import Pilot
from pilots.commands.base import Command, Said
from pilots.work import Work

Where = Annotated[PilotId, Meta(title="In which pilot?")]


class LearnLesson(Command, name="learn-lesson", button="Keep the lesson"):
    """Write down what was learned, about collaborating or about the tool."""

    pilot: Annotated[PilotId, Meta(title="Pilot")]
    experiment: Annotated[ExperimentId | None, Meta(title="Experiment")] = None
    loop: Annotated[Loop, Meta(title="Learned about")] = "collaboration"
    text: Annotated[Said, Meta(title="What was learned?")]
    because: tuple[StreamId, ...] = ()
    context: Annotated[
        Text, Meta(title="Where does it hold?", description="The circumstances it was learned in.")
    ] = ""
    confidence: Annotated[Percent, Meta(title="How sure are you, in percent?")] = 50
    instruct: Annotated[
        Taps, Meta(title="Instructs", description="0 to 3: how much one learns from it.")
    ] = 0
    delight: Annotated[
        Taps, Meta(title="Delights", description="0 to 3: how glad people were of it.")
    ] = 0

    def carry_out(self, work: Work) -> None:
        """Learn it within a pilot that is here."""
        work.find(Pilot, self.pilot)
        if self.experiment:
            work.find(Experiment, self.experiment).must_belong_to(self.pilot)
        work.begin(Lesson).learn(
            LessonLearned(
                pilot=self.pilot,
                experiment=self.experiment,
                loop=self.loop,
                text=self.text,
                because=self.because,
                context=self.context,
                confidence=self.confidence,
                instruct=self.instruct,
                delight=self.delight,
            )
        )


class ConfirmLesson(Command, name="confirm-lesson", button="It held here too"):
    """Say that a lesson held in a pilot."""

    lesson: LessonId
    pilot: Where
    evidence: tuple[EvidenceId, ...] = ()

    def carry_out(self, work: Work) -> None:
        """Confirm it from a pilot that is here."""
        work.find(Pilot, self.pilot)
        work.find(Lesson, self.lesson).confirm(pilot=self.pilot, evidence=self.evidence)


class ContradictLesson(Command, name="contradict-lesson", button="It did not hold here"):
    """Say that a lesson did not hold in a pilot."""

    lesson: LessonId
    pilot: Where
    evidence: tuple[EvidenceId, ...] = ()

    def carry_out(self, work: Work) -> None:
        """Contradict it from a pilot that is here."""
        work.find(Pilot, self.pilot)
        work.find(Lesson, self.lesson).contradict(pilot=self.pilot, evidence=self.evidence)


class VoidLesson(Command, name="void-lesson", button="Take it back"):
    """Take a lesson back; it stays in the history, struck through."""

    lesson: LessonId
    reason: Annotated[Said, Meta(title="Why is it taken back?")]

    def carry_out(self, work: Work) -> None:
        """Void it."""
        lesson = work.find(Lesson, self.lesson)
        work.may("take-back", lesson)
        lesson.void(reason=self.reason)
