"""One row of the method: its claim, what Pilotlog does about it, and where that stands."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from domain.kernel.messages import Message
from domain.rules import RULES
from domain.rules.rule import Badge, Gate, Warn
from web.aspects import ASPECTS

KINDS = ((Gate, "gate"), (Warn, "warn"), (Badge, "badge"))


class MethodRow(Struct, frozen=True):
    """One claim of the method, under the id that its rule, its test and its message carry."""

    id: str
    claim: Message
    does: Message
    kinds: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def test(self) -> str:
        """Return what its test is called."""
        return "test_" + self.id.lower().replace("-", "_")


def row(
    rule: str, does: Message, *places: Callable[..., Any], claim: Message | None = None
) -> MethodRow:
    """Make a row; what rules and views say of themselves is taken from them.

    `places` are further functions or classes that carry the row out; `claim` is needed where no
    rule has it.
    """
    rules = [each for each in RULES if each.id == rule]
    views = [view for aspect in ASPECTS for view in aspect.views if rule in view.rows]
    kinds = [name for kind, name in KINDS if any(isinstance(each, kind) for each in rules)]
    found = [
        *(place_of(each.check) for each in rules if isinstance(each, (Gate, Warn, Badge))),
        *(place_of(view.answer) for view in views),
        *(place_of(place) for place in places),
    ]
    claimed = claim or rules[0].claim
    kinds += ["view"] if views or (not rules and places) else []
    return MethodRow(rule, claimed, does, tuple(kinds), tuple(dict.fromkeys(found)))


def place_of(carrier: Callable[..., Any]) -> str:
    """Return where a function or class stands, such as domain/rules/path.py: path."""
    return f"{carrier.__module__.replace('.', '/')}.py: {carrier.__qualname__.lstrip('_')}"
