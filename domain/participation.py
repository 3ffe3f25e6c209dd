"""A participation: people taking part in a pilot, once; logging it is never gated."""

from domain.errors import Invalid, Missing, WrongStage
from domain.facts.participation import (
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationLogged,
    ParticipationSuperseded,
    ParticipationVoided,
)
from domain.kernel import Aggregate, Fact


class Participation(Aggregate):
    """One entry in the log of a pilot, with a history of its own."""

    kind = "entry"

    pilot = ""
    person = ""
    voided = False
    superseded = False

    def log(self, fact: ParticipationLogged) -> None:
        """Note who took part, how, and in what."""
        _name_once(fact.person, fact.with_)
        self.record(fact)

    def correct(self, *, changes: ParticipationChanges, reason: str) -> None:
        """Put the entry right; what it said before stays in the history."""
        self._must_stand("corrected")
        if changes == ParticipationChanges():
            message = "Nothing is changed. Change at least one field, or leave the entry as it is."
            raise Missing(message)
        _name_once(self.person, changes.with_ or ())
        self.record(ParticipationCorrected(changes=changes, reason=reason))

    def supersede(self, *, by_entry: str) -> None:
        """Let a later entry take the place of this one."""
        self._must_stand("superseded")
        self.record(ParticipationSuperseded(by_entry=by_entry))

    def void(self, *, reason: str) -> None:
        """Take the entry back."""
        self._must_stand("voided")
        self.record(ParticipationVoided(reason=reason))

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case ParticipationLogged(pilot=pilot, person=person):
                self.about(pilot)
                self.pilot, self.person = pilot, person
            case ParticipationSuperseded():
                self.superseded = True
            case ParticipationVoided():
                self.voided = True
            case _:
                pass

    def _must_stand(self, step: str) -> None:
        if self.voided:
            message = f"This entry was already voided, so it cannot be {step}."
            raise WrongStage(message)
        if self.superseded:
            message = f"A later entry took the place of this one, so it cannot be {step}."
            raise WrongStage(message)


def _name_once(person: str, along: tuple[str, ...]) -> None:
    named = (person, *along)
    if len(set(named)) < len(named):
        message = "Name each person once: the one who took part cannot also be “with”."
        raise Invalid(message, field="with")
