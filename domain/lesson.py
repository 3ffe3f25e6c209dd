"""A lesson: what people learned about collaborating, or about the tool they used."""

from domain.facts.lesson import (
    LessonChanges,
    LessonConfirmed,
    LessonContradicted,
    LessonCorrected,
    LessonLearned,
    LessonReused,
    LessonSuperseded,
    LessonVoided,
)
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Invalid, Missing, WrongStage
from domain.kernel.messages import Message, say


class Lesson(Aggregate):
    """One lesson, rebuilt from its own history."""

    kind = "lesson"

    pilot = ""
    gone: Message | None = None

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.reused_in: set[str] = set()

    def check(self, fact: Fact) -> None:
        """Refuse what does not follow for a lesson that is gone, and what changes nothing."""
        if self.gone:
            raise WrongStage(self.gone)
        match fact:
            case LessonCorrected(changes=changes) if changes == LessonChanges():
                message = say("Nothing is changed. Change a field, or leave the lesson as it is.")
                raise Missing(message)
            case LessonReused(experiment=experiment) if experiment in self.reused_in:
                message = say("This experiment already builds on the lesson.")
                raise WrongStage(message, field="experiment")
            case LessonSuperseded(by_lesson=later) if later == self.id:
                message = say("A lesson cannot take its own place. Name the later one.")
                raise Invalid(message, field="by_lesson")
            case _:
                pass

    def must_be_here(self, field: str) -> None:
        """Refuse to build on a lesson that is gone."""
        if self.gone:
            raise Invalid(self.gone, field=field)

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for, and every pilot the lesson reached."""
        match fact:
            case LessonLearned(pilot=pilot):
                self.about(pilot)
                self.pilot = pilot
            case LessonConfirmed(pilot=pilot) | LessonContradicted(pilot=pilot):
                self.about(pilot)
            case LessonReused(experiment=experiment):
                self.reused_in.add(experiment)
            case LessonSuperseded():
                self.gone = say(
                    "A later lesson took the place of this one. Go on with the later one."
                )
            case LessonVoided():
                self.gone = say("This lesson was taken back. Keep it again if it holds after all.")
            case _:
                pass
