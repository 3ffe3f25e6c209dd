"""Everything a person can ask for, one file per family; importing this enters them all."""

from pilots.commands import charter, experiment, lesson, participation, people, pilot, programme
from pilots.commands.base import COMMANDS, Command

__all__ = ["COMMANDS", "Command"]

FAMILIES = (programme, pilot, charter, experiment, participation, lesson, people)
