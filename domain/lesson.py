"""A lesson: what people learned about collaborating, or about the tool they used."""

from domain.errors import WrongStage
from domain.facts.lesson import LessonConfirmed, LessonContradicted, LessonLearned, LessonVoided
from domain.kernel import Aggregate, Fact


class Lesson(Aggregate):
    """One lesson, rebuilt from its own history."""

    kind = "lesson"

    pilot = ""
    voided = False

    def learn(self, fact: LessonLearned) -> None:
        """Write down what was learned."""
        self.record(fact)

    def confirm(self, *, pilot: str, evidence: tuple[str, ...] = ()) -> None:
        """Say that the lesson held in a pilot."""
        self._must_stand("confirmed")
        self.record(LessonConfirmed(pilot=pilot, evidence=evidence))

    def contradict(self, *, pilot: str, evidence: tuple[str, ...] = ()) -> None:
        """Say that the lesson did not hold in a pilot."""
        self._must_stand("contradicted")
        self.record(LessonContradicted(pilot=pilot, evidence=evidence))

    def void(self, *, reason: str) -> None:
        """Take the lesson back."""
        self._must_stand("voided")
        self.record(LessonVoided(reason=reason))

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for, and every pilot the lesson reached."""
        match fact:
            case LessonLearned(pilot=pilot):
                self.about(pilot)
                self.pilot = pilot
            case LessonConfirmed(pilot=pilot) | LessonContradicted(pilot=pilot):
                self.about(pilot)
            case LessonVoided():
                self.voided = True
            case _:
                pass

    def _must_stand(self, step: str) -> None:
        if self.voided:
            message = f"This lesson was voided, so it cannot be {step}."
            raise WrongStage(message)
