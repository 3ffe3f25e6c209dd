"""What a rule is: its id, what it claims, when it speaks up, and the one thing to do then."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct, field

from domain.kernel.fields import Severity
from domain.kernel.messages import Message
from domain.rules.known import Known
from domain.rules.thresholds import DEFAULTS, NONE, Threshold

Wish = Mapping[str, Any]
"""The fields of the command that a gate stands before, by the names the API knows."""


class Next(Struct, frozen=True):
    """The one thing to do: a command, the words on its button, and what its form begins with."""

    command: str
    label: Message
    fields: Mapping[str, str] = field(default_factory=dict)


Sentences = Iterator[tuple[Message, Next]]
"""What a rule has to say: one sentence each, and what to do next; none where all is well."""


class Hint(Struct, frozen=True):
    """What a rule says about a pilot, in one sentence, and what to do next; it blocks nothing."""

    rule: str
    says: Message
    next: Next


class Precondition(Struct, frozen=True):
    """What is needed before a step, in one sentence, and what brings it about."""

    rule: str
    says: Message
    next: Next


class Setting(Struct, frozen=True):
    """How a programme set a rule: its severity, and its threshold where it has another one."""

    severity: Severity
    threshold: int | None = None


Settings = Mapping[str, Setting]


class Rule(Struct, frozen=True, kw_only=True):
    """One row of the method; `id` is its name everywhere."""

    id: str
    claim: Message

    @property
    def default(self) -> Threshold:
        """Return what it counts up to where nobody set it otherwise."""
        return DEFAULTS.get(self.id, NONE)

    def threshold_in(self, settings: Settings) -> int:
        """Return the threshold that is in force: the programme's, or its own."""
        setting = settings.get(self.id)
        return (
            self.default.amount
            if setting is None or setting.threshold is None
            else setting.threshold
        )

    def severity_in(self, settings: Settings) -> Severity:
        """Return what the rule may do: hold back, show, or nothing."""
        setting = settings.get(self.id)
        return setting.severity if setting else self.severity

    @property
    def severity(self) -> Severity:
        """Return what it does where nobody set it otherwise."""
        return "warn"


class Warn(Rule, frozen=True, kw_only=True):
    """Shows something and never holds anything back."""

    check: Callable[[Known, datetime, int], Sentences]

    def hints(self, known: Known, moment: datetime, threshold: int) -> list[Hint]:
        """Return what there is to say at a moment."""
        return [Hint(self.id, *each) for each in self.check(known, moment, threshold)]


class Gate(Rule, frozen=True, kw_only=True):
    """Holds commands back, unless somebody gives a reason (`pilot.gate-overridden`).

    A reason opens it for one step: the one it is given with, or the next where it is given before.
    """

    on: tuple[str, ...]
    check: Callable[[Known, datetime, int, Wish], Sentences]

    @property
    def severity(self) -> Severity:
        """Return that it holds back where nobody set it otherwise."""
        return "gate"

    def closed(
        self, known: Known, moment: datetime, threshold: int, wish: Wish
    ) -> Precondition | None:
        """Return why the gate is shut, and what opens it; None where it is open."""
        first = next(iter(self.check(known, moment, threshold, wish)), None)
        return Precondition(self.id, *first) if first else None


class Badge(Rule, frozen=True, kw_only=True):
    """Says what kind of pilot this is, and why; there is nothing to do about it."""

    label: Message
    check: Callable[[Known, datetime, int], Message | None]

    def reason(self, known: Known, moment: datetime, threshold: int) -> Message | None:
        """Return why the badge is worn; None where it is not."""
        return self.check(known, moment, threshold)
