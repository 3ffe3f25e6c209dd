"""A participation: people taking part in a pilot, once; logging it is never gated."""

from domain.facts.participation import (
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationLogged,
    ParticipationSuperseded,
    ParticipationVoided,
)
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Invalid, Missing, WrongStage
from domain.kernel.messages import Message, say


class Participation(Aggregate):
    """One entry in the log of a pilot, with a history of its own."""

    kind = "entry"

    pilot = ""
    person = ""
    with_: tuple[str, ...] = ()
    gone: Message | None = None

    def check(self, fact: Fact) -> None:
        """Refuse what does not follow for an entry that is gone, and what changes nothing."""
        if self.gone:
            raise WrongStage(self.gone)
        match fact:
            case ParticipationLogged(person=person, with_=along):
                _name_once(person, along)
            case ParticipationCorrected(changes=changes):
                if changes == ParticipationChanges():
                    message = say(
                        "Nothing is changed. Change a field, or leave the entry as it is."
                    )
                    raise Missing(message)
                _name_once(self.person, changes.with_ or ())
            case ParticipationJoined(person=person) if person in (self.person, *self.with_):
                message = say("This person is already named in the entry.")
                raise WrongStage(message, field="person")
            case ParticipationSuperseded(by_entry=later) if later == self.id:
                message = say("An entry cannot take its own place. Name the later one.")
                raise Invalid(message, field="by_entry")
            case _:
                pass

    def must_be_here(self) -> None:
        """Refuse to let an entry that is gone take the place of another."""
        if self.gone:
            raise Invalid(self.gone, field="by_entry")

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case ParticipationLogged(pilot=pilot, person=person, with_=along):
                self.about(pilot)
                self.pilot, self.person, self.with_ = pilot, person, along
            case ParticipationJoined(person=person):
                self.with_ = (*self.with_, person)
            case ParticipationCorrected(changes=changes):
                self.with_ = changes.with_ if isinstance(changes.with_, tuple) else self.with_
            case ParticipationSuperseded():
                self.gone = say(
                    "A later entry took the place of this one. Go on with the later one."
                )
            case ParticipationVoided():
                self.gone = say("This entry was taken back. Log it again if it did happen.")
            case _:
                pass


def _name_once(person: str, along: tuple[str, ...]) -> None:
    named = (person, *along)
    if len(set(named)) < len(named):
        message = say("Name each person once: the one who took part cannot also be “with”.")
        raise Invalid(message, field="with")
