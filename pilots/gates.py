"""The gates that stand before a command: open, shut, or passed for a reason that is kept."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from domain.facts.pilot import PilotGateOverridden
from domain.kernel.errors import GateClosed
from domain.kernel.messages import say_in_a_row
from domain.pilot import Pilot
from domain.rules import RULES
from domain.rules.known import Known
from domain.rules.rule import Gate, Precondition, Settings
from domain.rules.speaking import shut
from pilots.commands.base import Command, declared
from pilots.unit_of_work import UnitOfWork

Knowing = Callable[[str], AbstractContextManager[tuple[Known, Settings] | None]]
"""Opens what is known about a pilot now, with the rules its programme set."""

GATED = frozenset(name for rule in RULES if isinstance(rule, Gate) for name in rule.on)


def pass_gates(work: UnitOfWork, command: Command, knowing: Knowing, now: datetime) -> None:
    """Let a command pass, or raise GateClosed with what each shut gate says.

    With a reason, every gate that is shut is passed, and each is kept as overridden.
    """
    if command.called not in GATED:
        return
    reason = getattr(command, "override", "").strip()
    for pilot in command.pilots_in(work):
        held = {each.rule: each for each in _shut(command, knowing, pilot, now)}
        if held and not reason:
            first = next(iter(held.values())).next
            says = say_in_a_row([each.says for each in held.values()])
            raise GateClosed(says, first.command, {"pilot": pilot} | dict(first.fields))
        for rule in held:
            work.find(Pilot, pilot).record(PilotGateOverridden(rule=rule, reason=reason))
    work.stamp()  # the reason comes before the step it is for


def _shut(command: Command, knowing: Knowing, pilot: str, now: datetime) -> list[Precondition]:
    wish = {
        field.encode_name: value
        for field in declared(type(command))
        if (value := getattr(command, field.name)) is not None
    }
    with knowing(pilot) as known_now:
        if known_now is None:
            return []
        known, settings = known_now
        return shut(RULES, command.called, known, now, settings, wish=wish)
