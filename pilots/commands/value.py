"""What can be asked of values: expected before, discovered on the way."""

from typing import Annotated

from msgspec import Meta

from domain.facts.value import ValueContested, ValueDiscovered, ValueExpected, ValueRevised
from domain.kernel.fields import Cell, EvidenceId, Key, Percent, PilotId, Size, ValueId
from domain.value import Value
from pilots.commands.base import Command, Override, Reason, RequiredText
from pilots.unit_of_work import UnitOfWork

Square = Annotated[
    Cell,
    Meta(title="Place in the outcome grid", description="Whom it serves, and how it does."),
]


class ExpectValue(
    Command, name="expect-value", button="Keep the guess", of=Value, records=ValueExpected
):
    """Guess, before, what the pilot will be worth; a guess is enough."""

    pilot: PilotId
    statement: Annotated[RequiredText, Meta(title="What do you expect it to be worth?")]
    cell: Square = "unplaced"
    measure: Annotated[Key | None, Meta(title="Measure that would show it")] = None
    size: Annotated[Size | None, Meta(title="How much")] = None
    confidence: Annotated[Percent, Meta(title="How sure are you, in percent?")] = 50


class DiscoverValue(
    Command, name="discover-value", button="Keep the value", of=Value, records=ValueDiscovered
):
    """Keep a value that was found, expected or not."""

    pilot: PilotId
    statement: Annotated[RequiredText, Meta(title="What turned out to be worth something?")]
    expected: Annotated[
        ValueId | None, Meta(title="Was it expected?", description="Leave empty if nobody did.")
    ] = None
    cell: Square = "unplaced"
    size: Annotated[Size | None, Meta(title="How much")] = None
    evidence: Annotated[tuple[EvidenceId, ...], Meta(title="Findings", max_length=50)] = ()
    override: Override = ""


class ContestValue(
    Command, name="contest-value", button="Contest the value", of=Value, records=ValueContested
):
    """Say why a value should be doubted; it stays, with the doubt beside it."""

    value: ValueId
    reason: Reason


class ReviseValue(
    Command,
    name="revise-value",
    button="Revise the value",
    of=Value,
    records=ValueRevised,
    edits=True,
):
    """Say a value anew; what it said before stays beside it."""

    value: ValueId
    new: Annotated[RequiredText, Meta(title="What it should say")]
    reason: Reason

    def carry_out(self, work: UnitOfWork) -> None:
        """Revise it from what it says now."""
        value = work.find(Value, self.value)
        value.record(value.revised(self.new, self.reason))
