"""In which order every command can be asked in one world: what ends what others need comes last."""

from pilots.commands import COMMANDS

IN_ANOTHER_WORLD = ("abandon-experiment", "void-lesson", "merge-person", "close-pilot")
LAST = (  # they end what the others need; each still finds what it needs itself
    "join-participation",
    "propose-conclusion",
    "supersede-participation",
    "withdraw-evidence",
    "void-participation",
    "supersede-lesson",
    "end-experiment",
    "leave-pilot",
    "change-profile",
    "erase-person",
    "erase-prose",
)
ENDING = (*LAST, *IN_ANOTHER_WORLD)
ORDER = [*(name for name in COMMANDS if name not in ENDING), *ENDING]
