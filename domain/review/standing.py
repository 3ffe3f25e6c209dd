"""How a pilot stands before somebody who reviews it: what is known, what is due, what is open."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct

from domain.kernel.messages import Message
from domain.metrics.metric import Figure
from domain.metrics.turnout import NEW_PEOPLE, RETURNING_PEOPLE
from domain.metrics.value import DISCOVERED, EXPECTED, SURPRISES
from domain.pilot import UNDER_WAY
from domain.review.ranking import is_past_its_end
from domain.rules import RULES
from domain.rules.known import Known
from domain.rules.learning_loops import LearningLoop, learning_loops
from domain.rules.rule import Hint, Precondition, Settings
from domain.rules.speaking import hints, shut


class Due(Struct, frozen=True):
    """A decision that waits for somebody: to be taken, or to be looked at again."""

    decision: str
    since: date
    """The day from which on it is due."""
    verdict: str | None = None
    """What is to be looked at again; None where both sides spoke and nobody decided."""
    sides: tuple[str, ...] = ()
    """What sponsor and team would do, where nobody decided."""
    taken_on: date | None = None
    expected: str = ""
    """What was expected of it."""


class PilotState(Struct, frozen=True, kw_only=True):
    """What has become of a pilot, beside what its rules ask about."""

    due: tuple[Due, ...] = ()
    waits_for: str = ""
    """The side that has not given its verdict while the other has; empty where none waits."""
    went_quiet: bool = False
    """Whether nobody took part in the stretch, or in two weeks where it is shorter, though people
    did in as many days before."""
    newcomers: Figure = NEW_PEOPLE.counts(0)
    returning: Figure = RETURNING_PEOPLE.counts(0)
    expected: Figure = EXPECTED.counts(0)
    discovered: Figure = DISCOVERED.counts(0)
    surprises: Figure = SURPRISES.counts(0)


@dataclass(frozen=True)
class Standing:
    """One pilot at the end of a stretch of time; a part is worked out when it is asked for."""

    known: Known
    moment: datetime
    settings: Settings
    course: PilotState
    asked_by: str | None = None
    """Who asked its owner, who reads this, how it goes; empty where nobody knows the name."""
    _shut: dict[str, list[Precondition]] = field(default_factory=dict)

    @cached_property
    def hints(self) -> list[Hint]:
        """Return what rules say of the pilot at the moment, in the order of the rules."""
        return hints(RULES, self.known, self.moment, self.settings)

    @cached_property
    def learning_loops(self) -> list[LearningLoop]:
        """Return the experiments that go round both loops."""
        return learning_loops(self.known)

    @property
    def today(self) -> date:
        """Return the day of the moment where the pilot is at home."""
        return self.known.charter.day_of(self.moment)

    @property
    def is_under_way(self) -> bool:
        """Tell whether it was started and is not over."""
        return self.known.charter.stage in UNDER_WAY

    @property
    def is_past_its_end(self) -> bool:
        """Tell whether its last day is over and it is not."""
        charter = self.known.charter
        return is_past_its_end(charter.stage, charter.ends_on, self.today)

    def hint_of(self, rule: str) -> Message | None:
        """Return what a rule says; None where it says nothing."""
        return next((each.says for each in self.hints if each.rule == rule), None)

    def shut_before(self, verdict: str) -> list[Precondition]:
        """Return the gates that hold a decision back."""
        if verdict not in self._shut:
            asked = "take-decision", self.known, self.moment, self.settings
            self._shut[verdict] = shut(RULES, *asked, wish={"verdict": verdict})
        return self._shut[verdict]

    def shut_before_the_start(self) -> list[Precondition]:
        """Return the gates that hold the start of a proposed pilot back."""
        wish = {"ends_on": self.known.charter.ends_on}
        return shut(RULES, "start-pilot", self.known, self.moment, self.settings, wish=wish)
