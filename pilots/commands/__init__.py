"""Everything a person can ask for, one file per family; importing this enters them all."""

from pilots.commands import (
    conclusion,
    decision,
    erasure,
    evidence,
    experiment,
    insight,
    invitation,
    lesson,
    participation,
    people,
    pilot,
    pilot_course,
    pilot_measures,
    pilot_media,
    pilot_people,
    pilot_purpose,
    practice,
    programme,
    readiness,
    review,
    value,
)
from pilots.commands.base import COMMANDS, Command

__all__ = ["COMMANDS", "Command"]

FAMILIES = (
    programme,
    pilot,
    pilot_course,
    pilot_people,
    pilot_purpose,
    pilot_media,
    pilot_measures,
    experiment,
    participation,
    invitation,
    evidence,
    insight,
    lesson,
    practice,
    value,
    conclusion,
    readiness,
    review,
    decision,
    people,
    erasure,
)
