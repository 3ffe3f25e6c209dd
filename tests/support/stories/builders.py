"""What stands on a platform before a test begins: people, a charter, gates that are passed."""

from collections.abc import Callable

from domain.kernel.access import SYSTEM, Asker
from domain.rules import RULES
from domain.rules.rule import Gate
from pilots.commands.base import Command
from pilots.commands.people import RegisterPerson
from pilots.commands.pilot import OverrideGate
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_purpose import NameProblem
from pilots.request import CommandRequest, Receipt
from web.bootstrap import Platform

Ask = Callable[[Platform, Asker, Command], Receipt]


def ask(platform: Platform, asker: Asker, command: Command) -> Receipt:
    """Carry out a command for somebody."""
    return platform.pilots.carry_out(CommandRequest(asker=asker), command)


def chartered(platform: Platform, asker: Asker, pilot: str) -> None:
    """Say of a pilot what stands before an experiment: the problem, and a measure."""
    named = NameProblem(pilot=pilot, problem="Nobody knows what was said.", who_has_it="All")
    ask(platform, asker, named)
    kept = DefineMeasure(pilot=pilot, measure="read", name="Minutes read", unit="minutes")
    ask(platform, asker, kept)


def open_gates(platform: Platform, asker: Asker, pilot: str) -> None:
    """Pass every gate of a pilot beforehand, for tests that are about something else."""
    for gate in {rule.id for rule in RULES if isinstance(rule, Gate)}:
        ask(platform, asker, OverrideGate(pilot=pilot, rule=gate, reason="It is a test."))


def person(platform: Platform, name: str, standing: str = "member") -> Asker:
    """Make a person known and return them as the one who asks."""
    made = ask(platform, SYSTEM, RegisterPerson(name=name)).stream("person")
    return Asker(person=made, name=name, standing=standing)  # type: ignore[arg-type]  # one of three words
