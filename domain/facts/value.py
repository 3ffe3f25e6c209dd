"""What happens to value: expected before, discovered on the way, contested since."""

from domain.kernel.aggregate import Fact
from domain.kernel.fields import Cell, EvidenceId, Key, Percent, PilotId, Size, Text, ValueId


class ValueExpected(Fact, name="value.expected.v1"):
    """Somebody guessed, before, what the pilot would be worth."""

    pilot: PilotId
    cell: Cell = "unplaced"
    statement: Text
    measure: Key | None = None
    size: Size | None = None
    confidence: Percent = 50


class ValueDiscovered(Fact, name="value.discovered.v1"):
    """A value was found, expected or not."""

    pilot: PilotId
    expected: ValueId | None = None
    cell: Cell = "unplaced"
    statement: Text
    size: Size | None = None
    evidence: tuple[EvidenceId, ...] = ()


class ValueContested(Fact, name="value.contested.v1"):
    """Somebody doubts the value, for a reason."""

    reason: Text


class ValueRevised(Fact, name="value.revised.v1"):
    """A value was said anew, for a reason."""

    old: Text
    new: Text
    reason: Text
