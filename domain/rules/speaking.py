"""What rules say of a pilot at a moment: what is worth a look, what is held back, what it is."""

from collections.abc import Iterable
from datetime import datetime

from domain.kernel.messages import Message
from domain.pilot import OVER
from domain.rules.known import Known
from domain.rules.rule import Badge, Gate, Hint, Precondition, Rule, Settings, Warn, Wish


def hints(rules: Iterable[Rule], known: Known, moment: datetime, settings: Settings) -> list[Hint]:
    """Return all that rules say about a pilot at a moment; one that is over is left in peace."""
    if known.charter.stage in OVER:
        return []
    return [
        hint
        for rule in rules
        if isinstance(rule, Warn) and rule.severity_in(settings) != "off"
        for hint in rule.hints(known, moment, rule.threshold_in(settings))
    ]


def shut(
    rules: Iterable[Rule],
    command: str,
    known: Known,
    moment: datetime,
    settings: Settings,
    *,
    wish: Wish,
) -> list[Precondition]:
    """Return the gates that hold a command back, each with what opens it."""
    gates = (
        rule
        for rule in rules
        if isinstance(rule, Gate)
        and command in rule.on
        and rule.severity_in(settings) == "gate"
        and not known.passed.get(rule.id)
    )
    closed = (gate.closed(known, moment, gate.threshold_in(settings), wish) for gate in gates)
    return [each for each in closed if each]


def badges(
    rules: Iterable[Rule], known: Known, moment: datetime, settings: Settings
) -> list[tuple[Badge, Message]]:
    """Return the badges a pilot wears at a moment, each with its reason."""
    worn = (
        rule for rule in rules if isinstance(rule, Badge) and rule.severity_in(settings) != "off"
    )
    worn_because = (
        (rule, rule.reason(known, moment, rule.threshold_in(settings))) for rule in worn
    )
    return [(rule, reason) for rule, reason in worn_because if reason]
