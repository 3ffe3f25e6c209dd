"""What can be said of a lesson elsewhere: that it held, that it did not, that it was built on."""

from typing import Annotated

from msgspec import Meta

from domain.experiment import Experiment
from domain.facts.lesson import LessonConfirmed, LessonContradicted, LessonReused
from domain.kernel.fields import EvidenceId, ExperimentId, LessonId, PilotId
from domain.lesson import Lesson
from pilots.commands.base import Command
from pilots.unit_of_work import Work

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

    def carry_out(self, work: Work) -> None:
        """Reuse it in the pilot of the experiment."""
        lesson = work.find(Lesson, self.lesson)
        lesson.about(work.find(Experiment, self.experiment).pilot)
        lesson.record(self.as_fact(LessonReused))
