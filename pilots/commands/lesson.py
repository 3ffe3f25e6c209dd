"""What can be asked of lessons, from learning one to what came of it elsewhere."""

from typing import Annotated

from msgspec import Meta

from domain.experiment import Experiment
from domain.facts.lesson import (
    LessonChanges,
    LessonConfirmed,
    LessonContradicted,
    LessonCorrected,
    LessonLearned,
    LessonReused,
    LessonRevalidated,
    LessonSuperseded,
    LessonVoided,
)
from domain.kernel.fields import (
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
from pilots.commands.base import Command, RequiredText
from pilots.unit_of_work import UnitOfWork

Instructs = Annotated[
    Taps, Meta(title="Instructs", description="0 to 3: how much one learns from it.")
]
Delights = Annotated[
    Taps, Meta(title="Delights", description="0 to 3: how glad people were of it.")
]
Sure = Annotated[Percent, Meta(title="How sure are you, in percent?")]


class LearnLesson(
    Command, name="learn-lesson", button="Keep the lesson", of=Lesson, records=LessonLearned
):
    """Write down what was learned, about collaborating or about the tool."""

    pilot: Annotated[PilotId, Meta(title="Pilot")]
    experiment: Annotated[ExperimentId | None, Meta(title="Experiment")] = None
    loop: Annotated[Loop, Meta(title="Learned about")] = "collaboration"
    text: Annotated[RequiredText, Meta(title="What was learned?")]
    because: tuple[StreamId, ...] = ()
    context: Annotated[
        Text, Meta(title="Where does it hold?", description="The circumstances it was learned in.")
    ] = ""
    confidence: Sure = 50
    instruct: Instructs = 0
    delight: Delights = 0

    def carry_out(self, work: UnitOfWork) -> None:
        """Learn it, within an experiment of the pilot where one is named."""
        work.within(self.pilot, self.experiment)
        super().carry_out(work)


class CorrectLesson(
    Command,
    name="correct-lesson",
    button="Save the correction",
    of=Lesson,
    records=LessonCorrected,
    edits=True,
    needs="take-back",
):
    """Put a lesson right; what it said before stays visible."""

    lesson: LessonId
    changes: LessonChanges
    reason: Annotated[RequiredText, Meta(title="Why is it corrected?")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Correct it, within an experiment of its pilot where one is named."""
        lesson = work.find(Lesson, self.lesson)
        if isinstance(self.changes.experiment, str):
            work.within(lesson.pilot, self.changes.experiment)
        lesson.record(self.as_fact(LessonCorrected))


class RevalidateLesson(
    Command,
    name="revalidate-lesson",
    button="Say how sure you are now",
    of=Lesson,
    records=LessonRevalidated,
):
    """Look at a lesson again, before it goes stale."""

    lesson: LessonId
    confidence: Sure


class SupersedeLesson(
    Command,
    name="supersede-lesson",
    button="Put the later one in its place",
    of=Lesson,
    records=LessonSuperseded,
    needs="take-back",
):
    """Let a later lesson take the place of this one."""

    lesson: LessonId
    by_lesson: Annotated[LessonId, Meta(title="The later lesson")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record it, unless the later lesson was itself voided or superseded."""
        work.find(Lesson, self.by_lesson).must_be_here("by_lesson")
        super().carry_out(work)


class VoidLesson(
    Command,
    name="void-lesson",
    button="Take it back",
    of=Lesson,
    records=LessonVoided,
    needs="take-back",
):
    """Take a lesson back; it stays in the history, struck through."""

    lesson: LessonId
    reason: Annotated[RequiredText, Meta(title="Why is it taken back?")]


Where = Annotated[PilotId, Meta(title="In which pilot?")]
Findings = Annotated[tuple[EvidenceId, ...], Meta(title="Findings", max_length=50)]


class ConfirmLesson(
    Command, name="confirm-lesson", button="It held here too", of=Lesson, records=LessonConfirmed
):
    """Say that a lesson held in a pilot."""

    lesson: LessonId
    pilot: Where
    evidence: Findings = ()


class ContradictLesson(
    Command,
    name="contradict-lesson",
    button="It did not hold here",
    of=Lesson,
    records=LessonContradicted,
):
    """Say that a lesson did not hold in a pilot."""

    lesson: LessonId
    pilot: Where
    evidence: Findings = ()


class ReuseLesson(
    Command, name="reuse-lesson", button="Build on it", of=Lesson, records=LessonReused
):
    """Say that an experiment was built on a lesson."""

    lesson: LessonId
    experiment: Annotated[ExperimentId, Meta(title="Which experiment?")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record it; from then on the lesson is about the pilot of the experiment too."""
        lesson = work.find(Lesson, self.lesson)
        lesson.about(work.find(Experiment, self.experiment).pilot)
        lesson.record(self.as_fact(LessonReused))
